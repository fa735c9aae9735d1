import 'server-only'
import { findLesson } from '@/features/catalog/data.ts'
import { deepFreeze } from '@/features/catalog/freeze.ts'
import frozen from '@/generated/cards.json'
import type { Card } from './card.ts'

/** Every card, as frozen at build. */
export const cards: readonly Card[] = deepFreeze(frozen as unknown as Card[])

const byId = new Map(cards.map((card) => [card.id, card]))

export function findCard(id: string): Card | undefined {
  return byId.get(id)
}

/** The cards of what a lesson teaches, in the order it teaches them. */
export function cardsOfLesson(lessonId: string): Card[] {
  const { factIds = [] } = findLesson(lessonId) ?? {}
  return factIds.flatMap((factId) => cards.filter((card) => card.factId === factId))
}
