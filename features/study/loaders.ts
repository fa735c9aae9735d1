import 'server-only'
import { type CurrentLearner, currentLearner } from '@/features/accounts/loaders.ts'
import { type Citation, citationOf } from '@/features/catalog/citation.ts'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { listAnswers } from '@/features/quiz/data.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import type { Card } from './card.ts'
import { countReviewsSince, listMemories } from './data.ts'
import { studyDay } from './day.ts'
import { cards, cardsOfLesson, findCard } from './deck.ts'
import { formatInterval } from './interval.ts'
import { type Queue, queueOf } from './queue.ts'
import { type Memory, preview, type Rating } from './schedule.ts'

/** A card on the table, with what each grade would lead to. */
export interface CardView {
  id: string
  kind: Card['kind']
  front: string
  back: string
  fact: string
  citations: Citation[]
  grades: { rating: Rating; interval: string }[]
}

export interface QueueView {
  card: CardView | null
  counts: Queue['counts']
  /** ISO 8601; when the next card falls due, if none is left now. */
  nextDueAt: string | null
  /** Whether the deck holds any card at all; it does not before a lesson has been read. */
  isEmptyDeck: boolean
}

/**
 * The session as it stands: of one lesson, or of everything the learner has taken up.
 *
 * @param first a card to put on the table before all others, after its review was taken back
 */
export async function loadQueue(lessonId: string | null, first?: string): Promise<QueueView | Refusal> {
  if (lessonId !== null && findLesson(lessonId) === undefined) {
    return refuse(404, 'unknown-lesson', `There is no lesson "${lessonId}".`)
  }
  const at = now()
  const learner = await currentLearner()
  const { memories, newToday, reviewsToday, dayEndsAt } = await standing(learner, at)
  const deck = lessonId === null ? await takenUp(learner, memories) : cardsOfLesson(lessonId)
  const queue = queueOf({ cards: deck, memories, newToday, reviewsToday, now: at, dayEndsAt })
  const next = (first === undefined ? undefined : findCard(first)) ?? queue.next
  return {
    card: next === null ? null : viewOf(next, memories.get(next.id) ?? null, at),
    counts: queue.counts,
    nextDueAt: queue.nextDueAt?.toISOString() ?? null,
    isEmptyDeck: deck.length === 0,
  }
}

/** The cards of every lesson that the learner has taken up: all its checks answered, or one of its cards seen. */
async function takenUp(learner: CurrentLearner | null, memories: ReadonlyMap<string, Memory>): Promise<Card[]> {
  if (learner === null) return []
  const answered = new Set((await listAnswers(database(), learner.id)).map(({ itemId }) => itemId))
  const taught = new Set(
    catalog.lessons
      .filter(
        ({ id, checkItemIds }) =>
          (checkItemIds.length > 0 && checkItemIds.every((itemId) => answered.has(itemId))) ||
          cardsOfLesson(id).some((card) => memories.has(card.id)),
      )
      .flatMap(({ factIds }) => factIds),
  )
  return cards.filter(({ factId }) => taught.has(factId))
}

async function standing(learner: CurrentLearner | null, at: Date) {
  const { startsAt, endsAt: dayEndsAt } = studyDay(at, learner?.timeZone ?? 'UTC')
  if (learner === null) return { memories: new Map<string, Memory>(), newToday: 0, reviewsToday: 0, dayEndsAt }
  const [memories, today] = await Promise.all([
    listMemories(database(), learner.id),
    countReviewsSince(database(), learner.id, startsAt),
  ])
  return { memories, newToday: today.newCards, reviewsToday: today.reviews, dayEndsAt }
}

function viewOf(card: Card, memory: Memory | null, at: Date): CardView {
  return {
    id: card.id,
    kind: card.kind,
    front: card.front,
    back: card.back,
    fact: card.fact,
    citations: card.locators.map((locator) => citationOf(catalog, locator)),
    grades: preview(memory, at).map(({ rating, dueAt }) => ({ rating, interval: formatInterval(at, dueAt) })),
  }
}
