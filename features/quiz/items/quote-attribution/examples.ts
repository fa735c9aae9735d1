import type { QuoteAttributionItem } from './schema.ts'

/** Canonical items of this type: for tests and for looking at. */
export const quoteAttributionExamples: QuoteAttributionItem[] = [
  {
    id: 'made-902.words',
    revision: 'example-1',
    type: 'quote-attribution',
    factIds: ['made-902'],
    locators: ['made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'Ada called it a grave matter at the panel.',
    words: 'a grave matter',
    about: 'the state of the council',
    options: [
      { id: 'ada', name: 'Ada Byron', office: 'Chair', because: null, proof: null, cites: [] },
      {
        id: 'ben',
        name: 'Ben Roe',
        office: null,
        because: 'Ben spoke of money.',
        proof: 'quoted-from-another',
        cites: ['made#one.1.1'],
      },
      {
        id: 'cleo',
        name: 'Cleo Low',
        office: 'Clerk',
        because: 'Cleo spoke of time.',
        proof: 'quoted-from-another',
        cites: [],
      },
    ],
    key: 'ada',
  },
]
