import type { CategorisingItem } from './schema.ts'

/** Canonical items of this type: for tests and for looking at. */
export const categorisingExamples: CategorisingItem[] = [
  {
    id: 'made-913.a',
    revision: 'example-1',
    type: 'categorising',
    factIds: ['made-913'],
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    explanation: 'Of the four, the minutes count lamps and bells among what the council owns.',
    stem: 'Does the council own it, or hire it?',
    categories: [
      { id: 'owned', text: 'The council owns it' },
      { id: 'hired', text: 'The council hires it' },
    ],
    entries: [
      { id: 'lamps', text: 'The lamps', because: 'The lamps are the council’s own.', cites: ['made#one.1.1'] },
      { id: 'bells', text: 'The bells', because: 'The bells were a gift to the council.', cites: [] },
      { id: 'ships', text: 'The ships', because: 'The ships are hired by the month.', cites: ['made#one.1.2'] },
      { id: 'horses', text: 'The horses', because: 'The horses are hired for the winter.', cites: [] },
    ],
    key: { lamps: 'owned', bells: 'owned', ships: 'hired', horses: 'hired' },
  },
]
