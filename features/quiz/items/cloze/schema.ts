import { z } from 'zod'
import { itemCoreShape, misreadingShape, optionSchema, type PublicOption } from '../core.ts'

const chosenGap = z.strictObject({
  kind: z.literal('chosen'),
  id: z.string(),
  options: z.array(optionSchema).min(3),
  key: z.string(),
})

const typedGap = z.strictObject({
  kind: z.literal('typed'),
  id: z.string(),
  /** Every right answer; the first is the one shown. */
  accepted: z.array(z.string().min(1)).min(1),
  toleratesTypos: z.boolean(),
  misreadings: z.array(z.strictObject({ text: z.string().min(1), ...misreadingShape })),
})

/** A text with gaps, each to be filled by choosing or by typing. */
export const clozeItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('cloze'),
  stem: z.string().min(1),
  /** The text around the gaps: one piece more than there are gaps. */
  pieces: z.array(z.string()).min(2),
  gaps: z.array(z.discriminatedUnion('kind', [chosenGap, typedGap])).min(1),
})

/** By gap: the id of the chosen option, or the text typed. */
export const clozeResponseSchema = z.strictObject({ gaps: z.record(z.string(), z.string().max(300)) })

export type ClozeItem = z.infer<typeof clozeItemSchema>
export type ClozeGap = ClozeItem['gaps'][number]
export type ClozeResponse = z.infer<typeof clozeResponseSchema>

/** What a learner sees before answering. */
export interface PublicClozeItem {
  type: 'cloze'
  id: string
  revision: string
  stem: string
  pieces: string[]
  gaps: PublicClozeGap[]
}

export type PublicClozeGap = { kind: 'chosen'; id: string; options: PublicOption[] } | { kind: 'typed'; id: string }
