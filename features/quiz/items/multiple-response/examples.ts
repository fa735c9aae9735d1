import type { MultipleResponseItem } from './schema.ts'

/** Canonical items of this type: for tests and for looking at. */
export const multipleResponseExamples: MultipleResponseItem[] = [
  {
    id: 'made-903.a',
    revision: 'example-1',
    type: 'multiple-response',
    factIds: ['made-903'],
    locators: ['made#one.1.1', 'made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'Ada, Ben and Cleo are the only members whom the minutes name as present.',
    stem: 'Whom do the minutes name as present when the council decided on the harbour?',
    options: [
      { id: 'ada', text: 'Ada Byron', because: null, proof: null, cites: [] },
      { id: 'ben', text: 'Ben Roe', because: null, proof: null, cites: [] },
      { id: 'cleo', text: 'Cleo Low', because: null, proof: null, cites: [] },
      {
        id: 'dan',
        text: 'Dan Oak, who had written the report that the council was to decide on',
        because: 'Dan had left for the port before the vote.',
        proof: 'authored',
        cites: ['made#one.1.2'],
      },
      {
        id: 'eve',
        text: 'Eve Ash',
        because: 'Eve is named as absent, with apologies.',
        proof: 'said-elsewhere',
        cites: ['made#one.1.1'],
      },
    ],
    keys: ['ada', 'ben', 'cleo'],
  },
  {
    id: 'made-915.a',
    revision: 'example-1',
    type: 'multiple-response',
    factIds: ['made-915'],
    locators: ['made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'The council voted money for lamps and for bells.',
    stem: 'For what did the council vote money?',
    options: [
      { id: 'lamps', text: 'Lamps', because: null, proof: null, cites: [] },
      { id: 'bells', text: 'Bells', because: null, proof: null, cites: [] },
      {
        id: 'ships',
        text: 'Ships',
        because: 'Ships are hired, not bought.',
        proof: 'authored',
        cites: ['made#one.1.1'],
      },
      {
        id: 'none',
        text: 'None of these',
        staysLast: true,
        because: 'Two of them were voted money.',
        proof: 'authored',
        cites: [],
      },
    ],
    keys: ['lamps', 'bells'],
  },
]
