import type { ShortAnswerItem } from './schema.ts'

/** Canonical items of this type, a name and a short form: for tests and for looking at. */
export const shortAnswerExamples: ShortAnswerItem[] = [
  {
    id: 'made-908.a',
    revision: 'example-1',
    type: 'short-answer',
    factIds: ['made-908'],
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    explanation: 'Côte du Phare lent the council its ships.',
    stem: 'Which country lent the council its ships?',
    accepted: ['Côte du Phare', 'Lighthouse Coast'],
    toleratesTypos: true,
    misreadings: [
      {
        text: 'Côte du Port',
        because: 'Côte du Port lent money, not ships.',
        proof: 'credited-to-another',
        cites: ['made#one.1.2'],
      },
    ],
  },
  {
    id: 'made-909.a',
    revision: 'example-1',
    type: 'short-answer',
    factIds: ['made-909'],
    locators: ['made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'LHC is the short form of the Lighthouse Council.',
    stem: 'What is the short form of the Lighthouse Council?',
    accepted: ['LHC'],
    toleratesTypos: false,
    misreadings: [
      { text: 'LHB', because: 'LHB is the Lighthouse Board.', proof: 'belongs-to-another', cites: ['made#one.1.1'] },
    ],
  },
]
