import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database, Transaction } from '@/lib/database.ts'

/** One graded response, as the log has it. */
export interface AnswerRow {
  id: string
  itemId: string
  itemRevision: string
  attemptId: string | null
  response: unknown
  score: number
  answeredAt: Date
}

/** An attempt with its items in order and the answers given so far. */
export interface AttemptRow {
  id: string
  lessonId: string
  startedAt: Date
  finishedAt: Date | null
  items: { itemId: string; itemRevision: string }[]
  answers: AnswerRow[]
}

const answerFields = {
  id: true,
  itemId: true,
  itemRevision: true,
  attemptId: true,
  response: true,
  score: true,
  answeredAt: true,
} satisfies Prisma.AnswerSelect

const attemptFields = {
  id: true,
  lessonId: true,
  startedAt: true,
  finishedAt: true,
  items: { select: { itemId: true, itemRevision: true }, orderBy: { position: 'asc' } },
  answers: { select: answerFields, orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.AttemptSelect

/** An attempt of this learner; another's is as good as none. */
export function findAttempt(
  db: Database | Transaction,
  learnerId: string,
  attemptId: string,
): Promise<AttemptRow | null> {
  return db.attempt.findFirst({ where: { id: attemptId, learnerId }, select: attemptFields })
}

/** The attempt at a lesson's quiz that the learner has begun and not finished, the latest if there are several. */
export function findOpenAttempt(db: Database, learnerId: string, lessonId: string): Promise<AttemptRow | null> {
  return db.attempt.findFirst({
    where: { learnerId, lessonId, finishedAt: null },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    select: attemptFields,
  })
}

/** All attempts of a learner, the latest first. */
export function listAttempts(db: Database, learnerId: string): Promise<AttemptRow[]> {
  return db.attempt.findMany({
    where: { learnerId },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    select: attemptFields,
  })
}

/** All answers of a learner to any of these items, the oldest first; to all items if none are named. */
export function listAnswers(db: Database, learnerId: string, itemIds?: readonly string[]): Promise<AnswerRow[]> {
  return db.answer.findMany({
    where: { learnerId, ...(itemIds === undefined ? {} : { itemId: { in: [...itemIds] } }) },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    select: answerFields,
  })
}
