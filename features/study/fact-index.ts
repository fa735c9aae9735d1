import type { Item } from '@/features/quiz/item.ts'
import type { Card } from './card.ts'

/** An item, as far as it tells what is remembered. */
export type ItemOnFacts = Pick<Item, 'id' | 'factIds'>

/**
 * Which cards and which items of the catalog rest on which facts. Nothing rests on an unknown fact, and an unknown card
 * or item, such as one that has been given up or a card that a learner made, rests on none.
 */
export interface FactIndex {
  factOfCard(cardId: string): string | null
  /** The cards of any of these facts, each once. */
  cardsOfFacts(factIds: readonly string[]): string[]
  factsOfItem(itemId: string): readonly string[]
  itemsOfFact(factId: string): readonly ItemOnFacts[]
}

export function indexFacts(cards: readonly Pick<Card, 'id' | 'factId'>[], items: readonly ItemOnFacts[]): FactIndex {
  const factOfCard = new Map(cards.map(({ id, factId }) => [id, factId]))
  const factsOfItem = new Map(items.map(({ id, factIds }) => [id, factIds]))
  const cardsOfFact = grouped(cards.flatMap(({ id, factId }) => (factId === null ? [] : [[factId, id] as const])))
  const itemsOfFact = grouped(items.flatMap((item) => item.factIds.map((factId) => [factId, item] as const)))
  return {
    factOfCard: (cardId) => factOfCard.get(cardId) ?? null,
    cardsOfFacts: (factIds) => [...new Set(factIds)].flatMap((factId) => cardsOfFact.get(factId) ?? []),
    factsOfItem: (itemId) => factsOfItem.get(itemId) ?? [],
    itemsOfFact: (factId) => itemsOfFact.get(factId) ?? [],
  }
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
