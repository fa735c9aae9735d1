import { z } from 'zod'
import { itemCoreShape, misreadingShape } from '../core.ts'

export const verdictSchema = z.enum(['true', 'false', 'unsaid'])

/**
 * A sentence to be judged by what a source says. Where the source either bears it out or rules it out, or
 * does neither, all three verdicts are offered. Where it only does not say so, the question is whether it does.
 */
export const trueFalseItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('true-false'),
  assertion: z.string().min(1),
  /** The source by which it is judged, inside a sentence: "the summary". */
  called: z.string().min(1),
  verdicts: z.array(verdictSchema).min(2).max(3),
  key: verdictSchema,
  /** Why each of the other verdicts is wrong. */
  misreadings: z.array(z.strictObject({ verdict: verdictSchema, ...misreadingShape })).min(1),
})

export const trueFalseResponseSchema = z.strictObject({ verdict: verdictSchema })

export type Verdict = z.infer<typeof verdictSchema>
export type TrueFalseItem = z.infer<typeof trueFalseItemSchema>
export type TrueFalseResponse = z.infer<typeof trueFalseResponseSchema>

/** What a learner sees before answering. */
export interface PublicTrueFalseItem {
  type: 'true-false'
  id: string
  revision: string
  assertion: string
  called: string
  verdicts: Verdict[]
}
