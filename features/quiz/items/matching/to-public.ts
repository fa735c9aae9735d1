import { orderBySeed } from '@/lib/random.ts'
import { publicOptions } from '../core.ts'
import type { MatchingItem, PublicMatchingItem } from './schema.ts'

/** The item without key, reasons and explanation, from named fields. */
export function toPublicMatching(item: MatchingItem): PublicMatchingItem {
  return {
    type: 'matching',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    prompts: publicOptions(item.prompts),
    choices: publicOptions(item.choices),
  }
}

export function shuffleMatching(item: PublicMatchingItem, seed: string): PublicMatchingItem {
  return {
    ...item,
    prompts: orderBySeed(item.prompts, seed, ({ id }) => id),
    choices: orderBySeed(item.choices, seed, ({ id }) => id),
  }
}
