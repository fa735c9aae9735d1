import { z } from 'zod'

/** What items of every type carry. */
export const itemCoreShape = {
  /** `opening-014.who`: the fact and the template or the letter of the hand-written question. Never changes. */
  id: z.string(),
  /** Changes with the wording, so that an answer tells what exactly was asked. */
  revision: z.string(),
  factIds: z.array(z.string()).min(1),
  /** The sentences the key rests on. */
  locators: z.array(z.string()).min(1),
  topics: z.array(z.string()).min(1),
  /** Why the key is right, in words that teach. */
  explanation: z.string().min(1),
}

/** Why a distractor is false of the stem. */
export const proofSchema = z.enum([
  /** An author wrote the reason down. */
  'authored',
  /** The record credits the point to others, and to nobody else. */
  'credited-to-another',
  /** The record quotes the words from somebody else. */
  'quoted-from-another',
  /** The record gives the capacity or the short form to another. */
  'belongs-to-another',
  /** The record says otherwise in the place named. */
  'said-elsewhere',
])

/** On the key both are null; every other option has both. */
export const optionProofShape = {
  because: z.string().min(1).nullable(),
  proof: proofSchema.nullable(),
  /** Where the reason can be checked, if not where the key rests. */
  cites: z.array(z.string()),
}

export type Proof = z.infer<typeof proofSchema>

/** How a response fares. Invalid is not wrong: it was not a response to this item at all. */
export type Grade =
  | { state: 'invalid'; reason: string }
  /** Points earned of the points possible, from 0 to 1. */
  | { state: 'graded'; score: number }

/** What travels only after the answer. */
export interface Reveal {
  /** Ids of the right options. */
  keyOptionIds: string[]
  /** For each wrong option why it is wrong, and where that can be checked. */
  reasons: { optionId: string; because: string; locators: string[] }[]
}

/** The reveal of an item that offers options of which one is the key. */
export function revealOptions(item: {
  key: string
  options: readonly { id: string; because: string | null; cites: string[] }[]
}): Reveal {
  return {
    keyOptionIds: [item.key],
    reasons: item.options.flatMap(({ id, because, cites }) =>
      because === null ? [] : [{ optionId: id, because, locators: cites }],
    ),
  }
}
