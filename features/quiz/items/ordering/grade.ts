import { type Grade, graded, invalid, onlySlot, type Reveal, textOf } from '../core.ts'
import type { OrderingItem, OrderingResponse } from './schema.ts'

/**
 * The share of entries that are directly followed by the entry that should follow them: with n entries,
 * right neighbours / (n - 1). So one entry out of place costs little and a reversed order earns nothing.
 * A response that is no arrangement of all entries is invalid.
 */
export function gradeOrdering(item: OrderingItem, { order }: OrderingResponse): Grade {
  const isArrangement = order.length === item.key.length && item.key.every((id) => order.includes(id))
  if (!isArrangement) return invalid('this is no arrangement of all entries')
  const next = new Map(item.key.map((id, index) => [id, item.key[index + 1]]))
  const right = order.filter((id, index) => index + 1 < order.length && next.get(id) === order[index + 1]).length
  return graded([{ slotId: onlySlot, credit: right / (order.length - 1) }])
}

export function revealOrdering({ entries, key }: OrderingItem): Reveal {
  const keyText = key.map((id) => textOf(entries, id)).join(', then ')
  return { slots: [{ slotId: onlySlot, keyOptionIds: key, keyText }], reasons: [] }
}
