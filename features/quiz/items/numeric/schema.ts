import { z } from 'zod'
import { itemCoreShape, misreadingShape } from '../core.ts'

/** A number to be typed. */
export const numericItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('numeric'),
  stem: z.string().min(1),
  /** What the number counts, behind the field: "Member States". */
  counts: z.string().min(1),
  /** A lower bound is asked for as such: "over …". */
  precision: z.enum(['exact', 'at-least']),
  key: z.number(),
  /** How far off still counts; 0 wants the number itself. */
  tolerance: z.number().nonnegative(),
  /** Other numbers of the source that one may take for the right one. */
  misreadings: z.array(z.strictObject({ value: z.number(), ...misreadingShape })),
})

export const numericResponseSchema = z.strictObject({ value: z.number() })

export type NumericItem = z.infer<typeof numericItemSchema>
export type NumericResponse = z.infer<typeof numericResponseSchema>

/** What a learner sees before answering. */
export interface PublicNumericItem {
  type: 'numeric'
  id: string
  revision: string
  stem: string
  counts: string
  precision: NumericItem['precision']
}
