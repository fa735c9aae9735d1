import 'server-only'
import { catalog, findFact, findLesson } from '@/features/catalog/data.ts'
import { deepFreeze } from '@/features/catalog/freeze.ts'
import frozen from '@/generated/cards.json'
import type { Card } from './card.ts'
import type { CatalogOfCards } from './data.ts'

/** Every card, as frozen at build. */
export const cards: readonly Card[] = deepFreeze(frozen as unknown as Card[])

const byId = new Map(cards.map((card) => [card.id, card]))

export function findCard(id: string): Card | undefined {
  return byId.get(id)
}

/** Where a learner's cards and the facts behind them are found. */
export const catalogOfCards: CatalogOfCards = { findCard, findFact }

/**
 * Which cards to study: those of a lesson or a topic, all that the learner has taken up, those of them that fall due
 * within the week, those graded Again today, or those marked.
 */
export type DeckName = 'all' | 'ahead' | 'failed-today' | 'marked' | `lesson:${string}` | `topic:${string}`

const plainNames: readonly string[] = ['all', 'ahead', 'failed-today', 'marked'] satisfies DeckName[]

/** Whether there is such a deck. */
export function isDeckName(name: string): name is DeckName {
  const [kind, id] = [name.slice(0, name.indexOf(':')), name.slice(name.indexOf(':') + 1)]
  if (kind === 'lesson') return findLesson(id) !== undefined
  return plainNames.includes(name) || (kind === 'topic' && catalog.topics.some((topic) => topic.id === id))
}

/** The cards on a topic and on those below it. */
export function cardsOfTopic(topicId: string): Card[] {
  const wanted = new Set([topicId])
  // Parents stand before their children in the file or not: until nothing is added.
  for (let size = 0; size < wanted.size; ) {
    size = wanted.size
    for (const { id, parent } of catalog.topics) if (parent !== undefined && wanted.has(parent)) wanted.add(id)
  }
  return cards.filter(({ topics }) => topics.some((id) => wanted.has(id)))
}

/** The cards of what a lesson teaches, in the order it teaches them. */
export function cardsOfLesson(lessonId: string): Card[] {
  const { factIds = [] } = findLesson(lessonId) ?? {}
  return factIds.flatMap((factId) => cards.filter((card) => card.factId === factId))
}
