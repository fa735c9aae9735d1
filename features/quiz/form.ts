import { orderBySeed } from '@/lib/random.ts'
import type { Item } from './item.ts'

/** How many items a lesson's quiz asks. */
export const formLength = 10

/**
 * Draws the form of one attempt: at most one item for each fact, so that no item gives another away,
 * in an order of its own. The same seed and pool give the same form.
 */
export function drawForm(pool: readonly Item[], seed: string, length = formLength): Item[] {
  const drawn: Item[] = []
  const usedFacts = new Set<string>()
  for (const item of orderBySeed(pool, seed, ({ id }) => id)) {
    if (drawn.length === length) break
    if (item.factIds.some((id) => usedFacts.has(id))) continue
    drawn.push(item)
    for (const id of item.factIds) usedFacts.add(id)
  }
  return drawn
}
