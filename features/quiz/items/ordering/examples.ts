import type { OrderingItem } from './schema.ts'

/** Canonical items of this type: for tests and for looking at. */
export const orderingExamples: OrderingItem[] = [
  {
    id: 'made-911.a',
    revision: 'example-1',
    type: 'ordering',
    factIds: ['made-911'],
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    explanation: 'The chair opened, then the harbour master, the pilots and the keepers spoke.',
    stem: 'Put the speakers in the order in which they spoke, the first on top.',
    entries: [
      { id: 'keepers', text: 'The keepers' },
      { id: 'pilots', text: 'The pilots, in a statement read out for them by the harbour’s oldest captain' },
      { id: 'chair', text: 'The chair' },
      { id: 'master', text: 'The harbour master' },
    ],
    key: ['chair', 'master', 'pilots', 'keepers'],
  },
]
