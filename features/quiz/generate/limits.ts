import type { FactOf } from '@/features/catalog/schema.ts'
import type { Item } from '../item.ts'
import { capitalised, singleChoice } from './draft.ts'

/** Items on what the record cannot settle: where it contradicts itself and where it does not say. */

export function contradictionItems(fact: FactOf<'contradiction'>): Item[] {
  const [first, second] = fact.readings
  if (first === undefined || second === undefined) return []
  return [
    { template: 'first-reading', reading: first, other: second },
    { template: 'second-reading', reading: second, other: first },
  ].flatMap(({ template, reading, other }) =>
    singleChoice(fact, {
      template,
      stem: `The document gives two answers about ${fact.about}. Where does it say that ${reading.says}?`,
      key: capitalised(reading.where),
      distractors: [
        {
          text: capitalised(other.where),
          because: `${capitalised(other.where)} it says that ${other.says}.`,
          proof: 'said-elsewhere',
          cites: other.cites,
        },
        {
          text: capitalised(`both ${first.where} and ${second.where}`),
          because: `The two disagree: ${other.where} it says that ${other.says}.`,
          proof: 'said-elsewhere',
          cites: other.cites,
        },
        {
          text: `Neither ${first.where} nor ${second.where}`,
          because: `It does say so ${reading.where}.`,
          proof: 'said-elsewhere',
          cites: reading.cites,
        },
      ],
    }),
  )
}

export function silenceItems(fact: FactOf<'silence'>): Item[] {
  return singleChoice(fact, {
    template: 'unsaid',
    stem: fact.question,
    key: 'The summary does not say.',
    distractors: fact.suppositions.map(({ text, because, cites }) => ({ text, because, proof: 'authored', cites })),
  })
}
