import { z } from 'zod'
import { orderBySeed } from '@/lib/random.ts'

/** What items of every type carry. */
export const itemCoreShape = {
  /**
   * `opening-014.who`: the fact and the template or the letter of the hand-written question; `own:…:v1` for a version of
   * an item of somebody's bank. Never changes.
   */
  id: z.string(),
  /** Changes with the wording, so that an answer tells what exactly was asked. */
  revision: z.string(),
  /** None only on what somebody has written by themselves, here and below: the proof asks every item of the catalog. */
  factIds: z.array(z.string()),
  /** The sentences the key rests on. */
  locators: z.array(z.string()),
  topics: z.array(z.string()),
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

/** An option to choose from. */
export const optionSchema = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  /** Speaks of the options before it, as "None of these" does, and so stands after them in any order. */
  staysLast: z.literal(true).optional(),
  ...optionProofShape,
})

/** A wrong answer that somebody may type, and why it is wrong. */
export const misreadingShape = { because: z.string().min(1), proof: proofSchema, cites: z.array(z.string()) }

/** One of several things to be placed, with the reason why its place is right. */
export const placedSchema = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  because: z.string().min(1),
  cites: z.array(z.string()),
})

/** What a learner sees of an option, a prompt or an entry. */
export interface PublicOption {
  id: string
  text: string
  /** Only on options to choose from, and only if they do. */
  staysLast?: true | undefined
}

export type Option = z.infer<typeof optionSchema>
export type Proof = z.infer<typeof proofSchema>

/** The slot of items that have one place to answer. */
export const onlySlot = 'answer'

/** How one answer place of an item fares. */
export interface SlotGrade {
  slotId: string
  /** Points earned of the points possible here, from 0 to 1. */
  credit: number
  /** A typed answer that was accepted although it is not quite spelt as it should be. */
  isClose?: boolean
  /** A typed answer that is known to be wrong: the option id under which the reasons tell why. */
  misreadingId?: string
}

/** How a response fares. Invalid is not wrong: it was not a whole response to this item. */
export type Grade =
  | { state: 'invalid'; reason: string }
  /** Points earned of the points possible, from 0 to 1: the mean over the slots. */
  | { state: 'graded'; score: number; slots: readonly SlotGrade[] }

/** What travels only after the answer. */
export interface Reveal {
  slots: { slotId: string /** Empty where the answer is typed. */; keyOptionIds: string[]; keyText: string }[]
  /** Why a wrong answer in a slot is wrong, by the option's id (or the text typed), and where that can be checked. */
  reasons: { slotId: string; optionId: string; because: string; locators: string[] }[]
}

export function invalid(reason: string): Grade {
  return { state: 'invalid', reason }
}

export function graded(slots: readonly SlotGrade[]): Grade {
  return { state: 'graded', slots, score: slots.reduce((sum, { credit }) => sum + credit, 0) / slots.length }
}

/** What a learner may see of options, prompts or entries. */
export function publicOptions(options: readonly PublicOption[]): PublicOption[] {
  return options.map(({ id, text, staysLast }) => (staysLast ? { id, text, staysLast } : { id, text }))
}

/** Options in the order of a seed; those that stay last do, in the order of the seed among themselves. */
export function shuffledOptions(options: readonly PublicOption[], seed: string): PublicOption[] {
  const shuffled = orderBySeed(options, seed, ({ id }) => id)
  return [...shuffled.filter(({ staysLast }) => !staysLast), ...shuffled.filter(({ staysLast }) => staysLast)]
}

/** The reasons that the options of one slot carry. */
export function reasonsOf(
  slotId: string,
  options: readonly { id: string; because: string | null; cites: string[] }[],
): Reveal['reasons'] {
  return options.flatMap(({ id, because, cites }) =>
    because === null ? [] : [{ slotId, optionId: id, because, locators: cites }],
  )
}

/** The text under an id; empty for an id that is not among them. */
export function textOf(options: readonly PublicOption[], id: string | undefined): string {
  return options.find((option) => option.id === id)?.text ?? ''
}
