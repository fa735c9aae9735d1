import { orderBySeed } from '@/lib/random.ts'
import { publicOptions } from '../core.ts'
import type { CategorisingItem, PublicCategorisingItem } from './schema.ts'

/** The item without key, reasons and explanation, from named fields. */
export function toPublicCategorising(item: CategorisingItem): PublicCategorisingItem {
  return {
    type: 'categorising',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    categories: publicOptions(item.categories),
    entries: publicOptions(item.entries),
  }
}

/** Categories keep their order, as columns do. */
export function shuffleCategorising(item: PublicCategorisingItem, seed: string): PublicCategorisingItem {
  return { ...item, entries: orderBySeed(item.entries, seed, ({ id }) => id) }
}
