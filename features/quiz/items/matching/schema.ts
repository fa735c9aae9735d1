import { z } from 'zod'
import { itemCoreShape, type PublicOption, placedSchema } from '../core.ts'

/** Prompts and choices, one choice right for each prompt and each used once. */
export const matchingItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('matching'),
  stem: z.string().min(1),
  /** Each with the reason why its choice is right. */
  prompts: z.array(placedSchema).min(3),
  choices: z.array(z.strictObject({ id: z.string(), text: z.string().min(1) })).min(3),
  /** The right choice by prompt. */
  key: z.record(z.string(), z.string()),
})

export const matchingResponseSchema = z.strictObject({ pairs: z.record(z.string(), z.string()) })

export type MatchingItem = z.infer<typeof matchingItemSchema>
export type MatchingResponse = z.infer<typeof matchingResponseSchema>

/** What a learner sees before answering. */
export interface PublicMatchingItem {
  type: 'matching'
  id: string
  revision: string
  stem: string
  prompts: PublicOption[]
  choices: PublicOption[]
}
