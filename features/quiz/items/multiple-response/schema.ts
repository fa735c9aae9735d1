import { z } from 'zod'
import { itemCoreShape, optionSchema, type PublicOption } from '../core.ts'

/** One question, one or more right options, and the learner is not told how many. */
export const multipleResponseItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('multiple-response'),
  stem: z.string().min(1),
  options: z.array(optionSchema).min(4),
  keys: z.array(z.string()).min(1),
})

export const multipleResponseResponseSchema = z.strictObject({ optionIds: z.array(z.string()).max(50) })

export type MultipleResponseItem = z.infer<typeof multipleResponseItemSchema>
export type MultipleResponseResponse = z.infer<typeof multipleResponseResponseSchema>

/** What a learner sees before answering. */
export interface PublicMultipleResponseItem {
  type: 'multiple-response'
  id: string
  revision: string
  stem: string
  options: PublicOption[]
}
