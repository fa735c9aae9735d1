import type { GradebookScope, GradingScope, WorkScope } from '@/features/accounts/scope.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import { type AttemptEvent, type AttemptStatus, loggedDeedSchema, type Rules, rulesSchema } from './attempt.ts'
import type { Certainty } from './certainty.ts'
import { type Plan, planSchema } from './plan.ts'

/** One graded response, as the log has it. */
export interface AnswerRow {
  id: string
  itemId: string
  itemRevision: string
  attemptId: string | null
  response: unknown
  score: number
  certainty: Certainty | null
  durationMs: number | null
  answeredAt: Date
}

/** An attempt with its items in order, its log, and the graded answers. */
export interface AttemptRow {
  id: string
  plan: Plan
  rules: Rules
  /** Nothing where it was not assigned, where it is only a preview, or where the assignment is gone. */
  assignmentId: string | null
  startedAt: Date
  status: AttemptStatus
  finishedAt: Date | null
  items: { itemId: string; itemRevision: string }[]
  events: AttemptEvent[]
  answers: AnswerRow[]
}

/** An attempt as a list shows it. */
export type AttemptEntry = Omit<AttemptRow, 'events'>

const answerFields = {
  id: true,
  itemId: true,
  itemRevision: true,
  attemptId: true,
  response: true,
  score: true,
  certainty: true,
  durationMs: true,
  answeredAt: true,
} satisfies Prisma.AnswerSelect

const entryFields = {
  id: true,
  plan: true,
  rules: true,
  assignmentId: true,
  startedAt: true,
  status: true,
  finishedAt: true,
  items: { select: { itemId: true, itemRevision: true }, orderBy: { position: 'asc' } },
  answers: { select: answerFields, orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.AttemptSelect

const attemptFields = {
  ...entryFields,
  events: {
    select: { id: true, kind: true, detail: true, givenAt: true, receivedAt: true },
    orderBy: { sequence: 'asc' },
  },
} satisfies Prisma.AttemptSelect

type StoredEntry = Prisma.AttemptGetPayload<{ select: typeof entryFields }>
type StoredAttempt = Prisma.AttemptGetPayload<{ select: typeof attemptFields }>

/** An attempt of this learner; another's is as good as none. */
export async function findAttempt(
  db: Database | Transaction,
  { learnerId }: WorkScope,
  attemptId: string,
): Promise<AttemptRow | null> {
  const stored = await db.attempt.findFirst({ where: { id: attemptId, learnerId }, select: attemptFields })
  return stored === null ? null : attemptRow(stored)
}

/** The attempt at a lesson's quiz that the learner has begun and not finished, the latest if there are several. */
export async function findOpenAttempt(
  db: Database,
  { learnerId }: WorkScope,
  lessonId: string,
): Promise<AttemptRow | null> {
  const stored = await db.attempt.findFirst({
    where: { learnerId, lessonId, status: 'in-progress' },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    select: attemptFields,
  })
  return stored === null ? null : attemptRow(stored)
}

/** The ids of the learner's attempts that the log has not ended, though the clock may have. */
export async function listOpenAttemptIds(db: Database, { learnerId }: WorkScope): Promise<string[]> {
  const open = await db.attempt.findMany({
    where: { learnerId, status: 'in-progress' },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  })
  return open.map(({ id }) => id)
}

/** All attempts of a learner, the latest first. */
export async function listAttempts(db: Database, { learnerId }: WorkScope): Promise<AttemptEntry[]> {
  const stored = await db.attempt.findMany({
    where: { learnerId },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
    select: entryFields,
  })
  return stored.map(attemptEntry)
}

/** A learner's attempts at an assignment, the earliest first. */
export async function listAttemptsAt(
  db: Database,
  { learnerId }: WorkScope,
  assignmentId: string,
): Promise<AttemptEntry[]> {
  const stored = await db.attempt.findMany({
    where: { learnerId, assignmentId },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: entryFields,
  })
  return stored.map(attemptEntry)
}

/** The latest attempt of each of these learners at an assignment, by learner id; one who has begun none is absent. */
export async function listLatestAttempts(
  db: Database,
  { classId }: GradebookScope | GradingScope,
  assignmentId: string,
  learnerIds: readonly string[],
): Promise<ReadonlyMap<string, AttemptRow>> {
  const stored = await db.attempt.findMany({
    where: { assignmentId, assignment: { classId }, learnerId: { in: [...learnerIds] } },
    distinct: ['learnerId'],
    orderBy: [{ learnerId: 'asc' }, { startedAt: 'desc' }, { id: 'desc' }],
    select: { learnerId: true, ...attemptFields },
  })
  return new Map(stored.map(({ learnerId, ...attempt }) => [learnerId, attemptRow(attempt)]))
}

/** All answers of a learner to any of these items, the oldest first; to all items if none are named. */
export async function listAnswers(
  db: Database,
  { learnerId }: WorkScope,
  itemIds?: readonly string[],
): Promise<AnswerRow[]> {
  const stored = await db.answer.findMany({
    where: { learnerId, ...(itemIds === undefined ? {} : { itemId: { in: [...itemIds] } }) },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    select: answerFields,
  })
  return stored.map(answerRow)
}

/** Which of these items the learner has answered. */
export async function listAnsweredAmong(
  db: Database,
  { learnerId }: WorkScope,
  itemIds: readonly string[],
): Promise<Set<string>> {
  const groups = await db.answer.groupBy({
    by: ['itemId'],
    where: { learnerId, itemId: { in: [...itemIds] } },
    orderBy: { itemId: 'asc' },
  })
  return new Set(groups.map(({ itemId }) => itemId))
}

/** What learners found wrong with items, the latest first. */
export function listFlags(
  db: Database,
): Promise<{ itemId: string; itemRevision: string; comment: string; flaggedAt: Date }[]> {
  return db.itemFlag.findMany({
    orderBy: [{ flaggedAt: 'desc' }, { id: 'asc' }],
    select: { itemId: true, itemRevision: true, comment: true, flaggedAt: true },
  })
}

/** What the database holds as JSON has passed its schema on the way in, and has to pass it on the way out. */
function attemptEntry({ plan, rules, status, answers, ...rest }: StoredEntry): AttemptEntry {
  return {
    ...rest,
    plan: planSchema.parse(plan),
    rules: rulesSchema.parse(rules),
    status: status as AttemptStatus,
    answers: answers.map(answerRow),
  }
}

function attemptRow({ events, ...entry }: StoredAttempt): AttemptRow {
  return {
    ...attemptEntry(entry),
    events: events.map(({ kind, detail, ...event }) => ({
      ...event,
      deed: loggedDeedSchema.parse({ kind, ...(detail as object) }),
    })),
  }
}

export function answerRow({
  certainty,
  ...rest
}: Omit<AnswerRow, 'certainty'> & { certainty: number | null }): AnswerRow {
  return { ...rest, certainty: certainty as Certainty | null }
}
