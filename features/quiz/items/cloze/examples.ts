import type { ClozeItem } from './schema.ts'

/** Canonical items of this type, with gaps to choose for and to type in: for tests and for looking at. */
export const clozeExamples: ClozeItem[] = [
  {
    id: 'made-912.a',
    revision: 'example-1',
    type: 'cloze',
    factIds: ['made-912'],
    locators: ['made#one.1.1', 'made#one.1.2'],
    topics: ['made-topic'],
    explanation: 'The council asked the keepers to light the lamps at dusk, by the Lantern Act.',
    stem: 'Complete the sentence.',
    pieces: ['In its last session the council asked ', ' to light every lamp along the quay at dusk, by the ', ' Act.'],
    gaps: [
      {
        kind: 'chosen',
        id: 'who',
        options: [
          {
            id: 'pilots',
            text: 'the pilots and all who sail under their flag',
            because: 'The pilots were asked to wait.',
            proof: 'credited-to-another',
            cites: ['made#one.1.2'],
          },
          { id: 'keepers', text: 'the keepers', because: null, proof: null, cites: [] },
          {
            id: 'captains',
            text: 'the captains',
            because: 'The captains were asked for money.',
            proof: 'authored',
            cites: [],
          },
        ],
        key: 'keepers',
      },
      {
        kind: 'typed',
        id: 'act',
        accepted: ['Lantern'],
        toleratesTypos: true,
        misreadings: [
          {
            text: 'Harbour',
            because: 'The Harbour Act is about dues.',
            proof: 'said-elsewhere',
            cites: ['made#one.1.1'],
          },
        ],
      },
    ],
  },
]
