import { z } from 'zod'
import { itemCoreShape, optionSchema, type PublicOption } from '../core.ts'

/** One question, one right option. */
export const singleChoiceItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('single-choice'),
  stem: z.string().min(1),
  options: z.array(optionSchema).min(3),
  key: z.string(),
})

export const singleChoiceResponseSchema = z.strictObject({ optionId: z.string() })

export type SingleChoiceItem = z.infer<typeof singleChoiceItemSchema>
export type SingleChoiceResponse = z.infer<typeof singleChoiceResponseSchema>

/** What a learner sees before answering. */
export interface PublicSingleChoiceItem {
  type: 'single-choice'
  id: string
  revision: string
  stem: string
  options: PublicOption[]
}
