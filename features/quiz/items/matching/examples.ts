import type { MatchingItem } from './schema.ts'

/** Canonical items of this type: for tests and for looking at. */
export const matchingExamples: MatchingItem[] = [
  {
    id: 'made-910.a',
    revision: 'example-1',
    type: 'matching',
    factIds: ['made-910'],
    locators: ['made#one.1.1', 'made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'Each member of the council was given one duty.',
    stem: 'Who was given which duty?',
    prompts: [
      { id: 'ada', text: 'Ada Byron', because: 'Ada was given the lamps.', cites: ['made#one.1.1'] },
      { id: 'ben', text: 'Ben Roe', because: 'Ben was given the accounts.', cites: ['made#one.1.2'] },
      { id: 'cleo', text: 'Cleo Low', because: 'Cleo was given the pilots.', cites: ['made#one.1.2'] },
      {
        id: 'dan',
        text: 'Dan Oak, for the Association of Keepers of Lesser Lights',
        because: 'Dan was given the talks with the neighbours.',
        cites: [],
      },
    ],
    choices: [
      { id: 'accounts', text: 'Keeping the accounts' },
      { id: 'lamps', text: 'Lighting the lamps' },
      { id: 'pilots', text: 'Training the pilots' },
      { id: 'talks', text: 'Holding talks with the neighbours on the use of the northern channel' },
    ],
    key: { ada: 'lamps', ben: 'accounts', cleo: 'pilots', dan: 'talks' },
  },
]
