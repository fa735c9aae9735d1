import { createHash } from 'node:crypto'

/**
 * Puts a list into an order that looks random, is the same for the same seed, and does not depend on
 * the order it came in. Adding or removing an element leaves the others in their order.
 *
 * @param idOf names each element uniquely within the list
 */
export function orderBySeed<T>(list: readonly T[], seed: string, idOf: (element: T) => string): T[] {
  return list
    .map((element) => ({ element, rank: shortHash(`${seed}\n${idOf(element)}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ element }) => element)
}

/** Sixteen hexadecimal digits that stand for a text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
