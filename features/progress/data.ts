import type { WorkScope } from '@/features/accounts/scope.ts'
import type { Certainty } from '@/features/quiz/certainty.ts'
import { type ReviewRow, reviewColumns, reviewRows } from '@/features/study/data.ts'
import type { Database } from '@/lib/database.ts'

/** One review, with how long it took. */
export type LoggedReview = ReviewRow & { cardId: string; durationMs: number }

/** One answer, without what was answered. */
export interface LoggedAnswer {
  id: string
  itemId: string
  attemptId: string | null
  score: number
  certainty: Certainty | null
  durationMs: number | null
  answeredAt: Date
  /** Whether it may move the memory of cards: it does not as a check in a lesson, nor where its attempt was taken back. */
  tellsOnMemory: boolean
}

/** Every review of a learner without those taken back, the oldest first. */
export async function listReviews(db: Database, work: WorkScope): Promise<LoggedReview[]> {
  const { learnerId } = work
  const rows = await db.review.findMany({
    where: { learnerId, undone: null },
    orderBy: [{ reviewedAt: 'asc' }, { id: 'asc' }],
    select: { cardId: true, durationMs: true, ...reviewColumns },
  })
  return reviewRows(db, work, rows)
}

/** Every answer of a learner, the oldest first. */
export async function listTimedAnswers(db: Database, { learnerId }: WorkScope): Promise<LoggedAnswer[]> {
  const rows = await db.answer.findMany({
    where: { learnerId },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      itemId: true,
      attemptId: true,
      score: true,
      certainty: true,
      durationMs: true,
      answeredAt: true,
      attempt: { select: { memoryTakenBackAt: true } },
    },
  })
  return rows.map(({ attempt, certainty, ...row }) => ({
    ...row,
    certainty: certainty as Certainty | null,
    tellsOnMemory: attempt !== null && attempt.memoryTakenBackAt === null,
  }))
}
