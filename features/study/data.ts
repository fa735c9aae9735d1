import type { Database, Transaction } from '@/lib/database.ts'
import type { Memory, Rating } from './schedule.ts'

/** What a learner remembers of each card seen, by card id. */
export async function listMemories(db: Database, learnerId: string): Promise<Map<string, Memory>> {
  const rows = await db.cardState.findMany({ where: { learnerId }, orderBy: { cardId: 'asc' } })
  return new Map(rows.map(({ learnerId: _, cardId, ...memory }) => [cardId, memory]))
}

/** The log of one card without what was taken back, the oldest first. */
export async function listReviewsOfCard(
  db: Database | Transaction,
  learnerId: string,
  cardId: string,
): Promise<{ id: string; rating: Rating; reviewedAt: Date }[]> {
  const rows = await db.review.findMany({
    where: { learnerId, cardId, undone: null },
    orderBy: [{ reviewedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, rating: true, reviewedAt: true },
  })
  return rows.map((row) => ({ ...row, rating: row.rating as Rating }))
}

/** How many cards were seen for the first time since an instant, and how many reviews went to others. */
export async function countReviewsSince(
  db: Database,
  learnerId: string,
  since: Date,
): Promise<{ newCards: number; reviews: number }> {
  const recent = await db.review.findMany({
    where: { learnerId, undone: null, reviewedAt: { gte: since } },
    select: { cardId: true },
    orderBy: { reviewedAt: 'asc' },
  })
  const cardIds = [...new Set(recent.map(({ cardId }) => cardId))]
  const seenBefore = await db.review.findMany({
    where: { learnerId, undone: null, cardId: { in: cardIds }, reviewedAt: { lt: since } },
    select: { cardId: true },
    distinct: ['cardId'],
    orderBy: { cardId: 'asc' },
  })
  const old = new Set(seenBefore.map(({ cardId }) => cardId))
  return {
    newCards: cardIds.length - old.size,
    reviews: recent.filter(({ cardId }) => old.has(cardId)).length,
  }
}
