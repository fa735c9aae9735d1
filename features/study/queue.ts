import { overdueness } from './overdueness.ts'
import { isInSteps, type Memory } from './schedule.ts'

/** A card in its steps may come this much early when nothing else is left. */
const learnAheadMs = 20 * 60_000

/** What the order of a session depends on of a card. */
export interface QueueCard {
  id: string
  /** Cards of one fact are siblings; a card on none has no sibling. */
  factId: string | null
}

/** Everything the order of a session depends on. */
export interface QueueInput<Card extends QueueCard> {
  /** Those that may be shown, in the deck's own order, siblings next to each other. */
  cards: readonly Card[]
  memories: ReadonlyMap<string, Memory>
  /** How many new cards and reviews the day may bring. The limit on reviews caps new cards too. */
  limits: { newCards: number; reviews: number }
  /** Of today's study day: cards seen for the first time, and reviews of cards that were not. */
  newToday: number
  reviewsToday: number
  /** The facts that a card, perhaps none of these, has brought up today or keeps in its steps, with that card. */
  takenFacts: ReadonlyMap<string, string>
  now: Date
  dayStartsAt: Date
  /** What falls due before this instant may come. */
  dueBefore: Date
}

/** Cards in their steps may come until then: those of a sitting that goes on past the end of the day still belong to it. */
export function stepsDueBefore({ dueBefore, now }: { dueBefore: Date; now: Date }): Date {
  return new Date(Math.max(dueBefore.getTime(), now.getTime() + learnAheadMs))
}

export interface Queue<Card extends QueueCard> {
  next: Card | null
  /** What is left today, each in its order. */
  left: { learning: Card[]; reviews: Card[]; unseen: Card[] }
  /** When the next of the cards falls due, if none is left now. */
  nextDueAt: Date | null
}

/**
 * What to show next: cards in their steps that are due, then reviews by how overdue they are for
 * their interval, then new cards, then steps that are nearly due. Of siblings one comes a day, unless it is in its steps:
 * seeing the one tells much of the other.
 */
export function queueOf<Card extends QueueCard>(input: QueueInput<Card>): Queue<Card> {
  const { cards, memories, limits, newToday, reviewsToday, now, dueBefore } = input
  const seen = cards.flatMap((card) => {
    const memory = memories.get(card.id)
    return memory === undefined ? [] : [{ card, memory }]
  })
  const byDue = (a: { memory: Memory }, b: { memory: Memory }) => a.memory.dueAt.getTime() - b.memory.dueAt.getTime()

  const stepsBefore = stepsDueBefore(input)
  const learning = seen.filter(({ memory }) => isInSteps(memory) && memory.dueAt < stepsBefore).sort(byDue)
  const dueNow = learning.filter(({ memory }) => memory.dueAt <= now)
  const nearlyDue = learning.filter(({ memory }) => memory.dueAt.getTime() <= now.getTime() + learnAheadMs)

  // A fact is taken by the first of its cards that comes.
  const takenBy = takenFacts(input)
  const takes = ({ id, factId }: QueueCard) => {
    if (factId === null) return true
    const taker = takenBy.get(factId) ?? id
    takenBy.set(factId, taker)
    return taker === id
  }

  const reviewsLeft = Math.max(0, limits.reviews - reviewsToday)
  const reviews = seen
    .filter(({ memory }) => !isInSteps(memory) && memory.dueAt < dueBefore)
    .sort((a, b) => overdueness(b.memory, now) - overdueness(a.memory, now))
    .filter(({ card }) => takes(card))
    .slice(0, reviewsLeft)

  const newLeft = Math.max(0, Math.min(limits.newCards - newToday, reviewsLeft - reviews.length))
  const unseen = cards
    .filter(({ id }) => !memories.has(id))
    .filter(takes)
    .slice(0, newLeft)

  const next = dueNow[0]?.card ?? reviews[0]?.card ?? unseen[0] ?? nearlyDue[0]?.card ?? null
  const later = seen.filter(({ memory }) => memory.dueAt > now).sort(byDue)[0]
  return {
    next,
    left: { learning: learning.map(({ card }) => card), reviews: reviews.map(({ card }) => card), unseen },
    nextDueAt: next === null ? (later?.memory.dueAt ?? null) : null,
  }
}

/** The facts that a card has brought up today, or will while it is in its steps, with that card. */
function takenFacts({ cards, memories, takenFacts: elsewhere, dayStartsAt }: QueueInput<QueueCard>) {
  const taken = new Map(elsewhere)
  for (const { id, factId } of cards) {
    const memory = memories.get(id)
    if (factId === null || memory === undefined) continue
    if (memory.lastReviewedAt >= dayStartsAt || isInSteps(memory)) taken.set(factId, id)
  }
  return taken
}
