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
  {
    id: 'made-914.a',
    revision: 'example-1',
    type: 'single-choice',
    factIds: ['made-914'],
    locators: ['made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'The council left open who pays for the oil, so that it named none of them.',
    stem: 'Who is to pay for the oil, as the council decided?',
    options: [
      {
        id: 'keepers',
        text: 'The keepers',
        because: 'The keepers only light the lamps.',
        proof: 'authored',
        cites: [],
      },
      {
        id: 'captains',
        text: 'The captains',
        because: 'The captains were asked for harbour dues.',
        proof: 'said-elsewhere',
        cites: ['made#one.1.1'],
      },
      { id: 'pilots', text: 'The pilots', because: 'The pilots were asked to wait.', proof: 'authored', cites: [] },
      { id: 'none', text: 'None of these', staysLast: true, because: null, proof: null, cites: [] },
    ],
    key: 'none',
  },
]
