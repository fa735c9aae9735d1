import { z } from 'zod'
import { itemCoreShape, type PublicOption, placedSchema } from '../core.ts'

/** Entries to be sorted into categories; a category may hold several. */
export const categorisingItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('categorising'),
  stem: z.string().min(1),
  categories: z.array(z.strictObject({ id: z.string(), text: z.string().min(1) })).min(2),
  /** Each with the reason why it belongs where it does. */
  entries: z.array(placedSchema).min(3),
  /** The right category by entry. */
  key: z.record(z.string(), z.string()),
})

export const categorisingResponseSchema = z.strictObject({ places: z.record(z.string(), z.string()) })

export type CategorisingItem = z.infer<typeof categorisingItemSchema>
export type CategorisingResponse = z.infer<typeof categorisingResponseSchema>

/** What a learner sees before answering. */
export interface PublicCategorisingItem {
  type: 'categorising'
  id: string
  revision: string
  stem: string
  categories: PublicOption[]
  entries: PublicOption[]
}
