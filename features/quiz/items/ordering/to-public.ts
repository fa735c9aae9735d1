import { orderBySeed } from '@/lib/random.ts'
import { publicOptions } from '../core.ts'
import type { OrderingItem, PublicOrderingItem } from './schema.ts'

/** The item without key and explanation, from named fields, its entries in the order of their ids' hashes. */
export function toPublicOrdering(item: OrderingItem): PublicOrderingItem {
  return shuffleOrdering(
    {
      type: 'ordering',
      id: item.id,
      revision: item.revision,
      stem: item.stem,
      entries: publicOptions(item.entries),
    },
    item.id,
  )
}

export function shuffleOrdering(item: PublicOrderingItem, seed: string): PublicOrderingItem {
  return { ...item, entries: orderBySeed(item.entries, seed, ({ id }) => id) }
}
