import type { Card } from './card.ts'
import { isInSteps, type Memory } from './schedule.ts'

/** Anki's defaults. The review limit caps new cards too. */
export const dailyLimits = { newCards: 20, reviews: 200 }
/** A card in its steps may come this much early when nothing else is left. */
const learnAheadMs = 20 * 60_000

/** Everything the order of a session depends on. */
export interface QueueInput {
  /** The deck in its own order, siblings next to each other. */
  cards: readonly Card[]
  memories: ReadonlyMap<string, Memory>
  /** Of today's study day: cards seen for the first time, and reviews of cards that were not. */
  newToday: number
  reviewsToday: number
  now: Date
  dayEndsAt: Date
}

export interface Queue {
  next: Card | null
  /** What is left today. */
  counts: { new: number; learning: number; review: number }
  /** When the next card of the deck falls due, if none is left now. */
  nextDueAt: Date | null
}

/**
 * What to show next: cards in their steps that are due, then reviews by how overdue they are for
 * their interval, then new cards, then steps that are nearly due.
 */
export function queueOf({ cards, memories, newToday, reviewsToday, now, dayEndsAt }: QueueInput): Queue {
  const seen = cards.flatMap((card) => {
    const memory = memories.get(card.id)
    return memory === undefined ? [] : [{ card, memory }]
  })
  const byDue = (a: { memory: Memory }, b: { memory: Memory }) => a.memory.dueAt.getTime() - b.memory.dueAt.getTime()

  const learning = seen.filter(({ memory }) => isInSteps(memory) && memory.dueAt < dayEndsAt).sort(byDue)
  const dueNow = learning.filter(({ memory }) => memory.dueAt <= now)
  const nearlyDue = learning.filter(({ memory }) => memory.dueAt.getTime() <= now.getTime() + learnAheadMs)

  const reviewsLeft = Math.max(0, dailyLimits.reviews - reviewsToday)
  const reviews = seen
    .filter(({ memory }) => !isInSteps(memory) && memory.dueAt < dayEndsAt)
    .sort((a, b) => overdueness(b.memory, now) - overdueness(a.memory, now))
    .slice(0, reviewsLeft)

  const newLeft = Math.max(0, Math.min(dailyLimits.newCards - newToday, reviewsLeft - reviews.length))
  const unseen = withSiblingsApart(cards)
    .filter(({ id }) => !memories.has(id))
    .slice(0, newLeft)

  const next = dueNow[0]?.card ?? reviews[0]?.card ?? unseen[0] ?? nearlyDue[0]?.card ?? null
  const later = seen.filter(({ memory }) => memory.dueAt > now).sort(byDue)[0]
  return {
    next,
    counts: { new: unseen.length, learning: learning.length, review: reviews.length },
    nextDueAt: next === null ? (later?.memory.dueAt ?? null) : null,
  }
}

/** How late a card is, measured against its interval: a day late matters more after two days than after a year. */
function overdueness({ dueAt, intervalDays }: Memory, now: Date): number {
  return (now.getTime() - dueAt.getTime()) / (Math.max(1, intervalDays) * 86_400_000)
}

/** First one card of every fact, then the second ones: seeing siblings in a row tells the answer. */
function withSiblingsApart(cards: readonly Card[]): Card[] {
  const rankOf = new Map<string, number>()
  const ranked = cards.map((card) => {
    const rank = rankOf.get(card.factId) ?? 0
    rankOf.set(card.factId, rank + 1)
    return { card, rank }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ card }) => card)
}
