import type { TrueFalseItem } from './schema.ts'

/** Canonical items of this type, one for each question it may put: for tests and for looking at. */
export const trueFalseExamples: TrueFalseItem[] = [
  {
    id: 'made-904.a',
    revision: 'example-1',
    type: 'true-false',
    factIds: ['made-904'],
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    explanation: 'The report says that the harbour stays open all winter.',
    assertion: 'The council closed the harbour for the winter.',
    called: 'the report',
    verdicts: ['true', 'false', 'unsaid'],
    key: 'false',
    misreadings: [
      { verdict: 'true', because: 'The harbour stays open all winter.', proof: 'authored', cites: ['made#one.1.1'] },
      { verdict: 'unsaid', because: 'The report does say it, in its first line.', proof: 'authored', cites: [] },
    ],
  },
  {
    id: 'made-905.a',
    revision: 'example-1',
    type: 'true-false',
    factIds: ['made-905'],
    locators: ['made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'The report does not say who paid for the lamps.',
    assertion: 'Ada paid for the lamps.',
    called: 'the report',
    verdicts: ['true', 'false'],
    key: 'false',
    misreadings: [
      {
        verdict: 'true',
        because: 'Nothing in the report tells who paid.',
        proof: 'authored',
        cites: ['made#one.1.2'],
      },
    ],
  },
]
