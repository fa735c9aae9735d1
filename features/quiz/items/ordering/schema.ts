import { z } from 'zod'
import { itemCoreShape, type PublicOption } from '../core.ts'

/** Entries to be put in order. */
export const orderingItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('ordering'),
  stem: z.string().min(1),
  entries: z.array(z.strictObject({ id: z.string(), text: z.string().min(1) })).min(3),
  /** The ids of the entries, first to last. */
  key: z.array(z.string()).min(3),
})

export const orderingResponseSchema = z.strictObject({ order: z.array(z.string()).max(50) })

export type OrderingItem = z.infer<typeof orderingItemSchema>
export type OrderingResponse = z.infer<typeof orderingResponseSchema>

/** What a learner sees before answering. */
export interface PublicOrderingItem {
  type: 'ordering'
  id: string
  revision: string
  stem: string
  /** In no telling order. */
  entries: PublicOption[]
}
