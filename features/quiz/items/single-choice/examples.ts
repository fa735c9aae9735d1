import type { SingleChoiceItem } from './schema.ts'

/** Canonical items of this type: for tests and for looking at. */
export const singleChoiceExamples: SingleChoiceItem[] = [
  {
    id: 'made-901.a',
    revision: 'example-1',
    type: 'single-choice',
    factIds: ['made-901'],
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    explanation: 'The council met on a Tuesday.',
    stem: 'On which day did the council meet?',
    options: [
      { id: 'o1', text: 'Monday', because: 'Monday was a holiday.', proof: 'authored', cites: ['made#one.1.2'] },
      { id: 'o2', text: 'Tuesday', because: null, proof: null, cites: [] },
      { id: 'o3', text: 'Friday', because: 'On Friday it had ended.', proof: 'authored', cites: [] },
    ],
    key: 'o2',
  },
]
