import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import type { Card } from './card.ts'
import { listReviewsOfCard } from './data.ts'
import { type Memory, type Rating, replay } from './schedule.ts'

/** Longer than this and the learner was away rather than thinking. */
const longestAnswerMs = 60_000

export interface IncomingReview {
  /** Made by the client; the same id is the same review, however often it is sent. */
  reviewId: string
  learnerId: string
  card: Card
  rating: Rating
  durationMs: number
}

/**
 * Appends a review to the log and derives the card's memory from the log anew.
 * Once this returns, the review is on disk. Sending it again changes nothing.
 */
export async function recordReview(
  db: Database,
  incoming: IncomingReview,
  now: Date,
): Promise<{ memory: Memory | null } | Refusal> {
  const { reviewId, learnerId, card, rating, durationMs } = incoming
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.review.findUnique({ where: { id: reviewId } })
      if (earlier === null) {
        await tx.review.create({
          data: {
            id: reviewId,
            learnerId,
            cardId: card.id,
            cardRevision: card.revision,
            rating,
            durationMs: Math.min(durationMs, longestAnswerMs),
            reviewedAt: now,
          },
        })
      } else if (earlier.learnerId !== learnerId || earlier.cardId !== card.id) {
        return taken
      }
      return { memory: await deriveMemory(tx, learnerId, card.id) }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same review came in twice at once: the first one stands.
    return recordReview(db, incoming, now)
  }
}

/** Takes a review back; the log keeps both. Taking back twice changes nothing. */
export async function undoReview(
  db: Database,
  { reviewId, learnerId }: { reviewId: string; learnerId: string },
  now: Date,
): Promise<{ cardId: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const review = await tx.review.findFirst({ where: { id: reviewId, learnerId }, include: { undone: true } })
    if (review === null) return refuse(404, 'unknown-review', 'reviewId: there is no such review to take back.')
    if (review.undone === null) {
      await tx.reviewUndo.create({ data: { reviewId, undoneAt: now } })
      await deriveMemory(tx, learnerId, review.cardId)
    }
    return { cardId: review.cardId }
  })
}

const taken = refuse(409, 'taken', 'reviewId: this id belongs to another review.')

/** Replays the card's log and stores what it leaves; a card whose reviews were all taken back is New again. */
async function deriveMemory(tx: Transaction, learnerId: string, cardId: string): Promise<Memory | null> {
  const memory = replay(await listReviewsOfCard(tx, learnerId, cardId))
  const key = { learnerId_cardId: { learnerId, cardId } }
  if (memory === null) {
    await tx.cardState.deleteMany({ where: { learnerId, cardId } })
  } else {
    await tx.cardState.upsert({ where: key, create: { learnerId, cardId, ...memory }, update: memory })
  }
  return memory
}
