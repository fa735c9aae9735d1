import { expect, it } from 'vitest'
import { makeCatalog, makeFact } from '@/testing/factories.ts'
import { quoteAttributionExamples } from './items/quote-attribution/examples.ts'
import { itemProof } from './proof.ts'

const [example] = quoteAttributionExamples as [(typeof quoteAttributionExamples)[number]]

// People's own questions may do without; those of the catalog may not.
it.each([
  ['factIds', 'it rests on no fact'],
  ['locators', 'it cites no sentence'],
  ['topics', 'it belongs to no topic'],
] as const)('doubts an item without %s', (field, doubt) => {
  const { doubtsAbout } = itemProof(makeCatalog([makeFact('quotation', { id: example.factIds[0] as string })]))
  expect(doubtsAbout({ ...example, [field]: [] })).toEqual([doubt])
})
