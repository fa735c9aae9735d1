/** A flashcard. Its sides are plain text; a cloze card shows the same sentence with and without a gap. */
export interface Card {
  /** `opening-014.who`-like: the fact and the template; `own:` and a UUID for one that a learner made. Never changes. */
  id: string
  /** Changes with the wording. */
  revision: string
  kind: 'basic' | 'cloze'
  front: string
  back: string
  /** What the back leads to: the whole fact, in a sentence; empty for a card without one. */
  fact: string
  /** Cards of one fact are siblings: seeing one tells much of the other. A learner's free card has none. */
  factId: string | null
  locators: string[]
  topics: string[]
}
