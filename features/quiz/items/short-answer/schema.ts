import { z } from 'zod'
import { itemCoreShape, misreadingShape } from '../core.ts'

/** A word or name to be typed. */
export const shortAnswerItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('short-answer'),
  stem: z.string().min(1),
  /** Every right answer; the first is the one shown. */
  accepted: z.array(z.string().min(1)).min(1),
  toleratesTypos: z.boolean(),
  misreadings: z.array(z.strictObject({ text: z.string().min(1), ...misreadingShape })),
})

export const shortAnswerResponseSchema = z.strictObject({ text: z.string().max(300) })

export type ShortAnswerItem = z.infer<typeof shortAnswerItemSchema>
export type ShortAnswerResponse = z.infer<typeof shortAnswerResponseSchema>

/** What a learner sees before answering. */
export interface PublicShortAnswerItem {
  type: 'short-answer'
  id: string
  revision: string
  stem: string
}
