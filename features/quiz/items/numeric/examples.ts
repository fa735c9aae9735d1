import type { NumericItem } from './schema.ts'

/** Canonical items of this type, an exact number and a lower bound: for tests and for looking at. */
export const numericExamples: NumericItem[] = [
  {
    id: 'made-906.a',
    revision: 'example-1',
    type: 'numeric',
    factIds: ['made-906'],
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    explanation: 'The minutes count 1,500 lamps along the quay.',
    stem: 'How many lamps stand along the quay?',
    counts: 'lamps',
    precision: 'exact',
    key: 1500,
    tolerance: 0,
    misreadings: [
      { value: 150, because: 'There are 150 lamps on the pier.', proof: 'said-elsewhere', cites: ['made#one.1.2'] },
    ],
  },
  {
    id: 'made-907.a',
    revision: 'example-1',
    type: 'numeric',
    factIds: ['made-907'],
    locators: ['made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'Over 20 speakers took the floor.',
    stem: 'How many speakers took the floor, by the lower bound that the minutes give?',
    counts: 'speakers',
    precision: 'at-least',
    key: 20,
    tolerance: 0,
    misreadings: [
      { value: 12, because: 'Twelve were on the list at first.', proof: 'said-elsewhere', cites: ['made#one.1.1'] },
    ],
  },
]
