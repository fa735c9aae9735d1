import type { GradebookScope } from '@/features/accounts/scope.ts'
import type { KnowledgeTrace } from '@/features/progress/fact-levels.ts'
import { readTries } from '@/features/quiz/data.ts'
import { type Plan, planSchema } from '@/features/quiz/plan.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import { type Database, sql } from '@/lib/database.ts'
import { settingsSchema } from '../assignments/settings.ts'
import { type OverrideTerms, overrideTermsSchema } from '../assignments/terms.ts'
import { workSchema } from '../assignments/work.ts'
import type { Flag } from '../flag-list.tsx'
import type { FinishedAttempt } from '../test-forms.ts'

/** Every finished attempt at a test, of all learners, the earliest first. */
export function listFinishedTestAttempts(db: Database): Promise<FinishedAttempt[]> {
  return finishedAttempts(db, { testId: { not: null } })
}

async function finishedAttempts(db: Database, which: Prisma.AttemptWhereInput): Promise<FinishedAttempt[]> {
  const where = { ...which, status: 'finished' }
  const attempts = await db.attempt.findMany({
    where,
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: {
      learnerId: true,
      plan: true,
      startedAt: true,
      items: { select: { itemId: true, itemRevision: true }, orderBy: { position: 'asc' } },
      answers: { select: { itemId: true, response: true, score: true, tries: true }, orderBy: { itemId: 'asc' } },
    },
  })
  const firstAnsweredAt = await firstAnswers(db, where)
  return attempts.flatMap(({ learnerId, plan, startedAt, items, answers }) => {
    const of = formOf(planSchema.parse(plan))
    if (of === null) return []
    const answerTo = new Map(
      // Of several tries the first tells what misled; the score is what all of them came to.
      answers.map(({ itemId, response, score, tries }) => [
        itemId,
        { score, response: readTries(tries)?.tries[0]?.response ?? response },
      ]),
    )
    const asked = items.map(({ itemId, itemRevision }) => ({
      itemId,
      itemRevision,
      answer: answerTo.get(itemId) ?? null,
      isAnsweredBefore: (firstAnsweredAt.get(learnerId)?.get(itemId) ?? startedAt) < startedAt,
    }))
    return [{ learnerId, ...of, items: asked }]
  })
}

/** The test, or what was assigned, and its form; nothing for what has none. */
function formOf(plan: Plan): { testId: string; form: number } | null {
  if (plan.kind === 'test') return { testId: plan.testId, form: plan.form }
  return plan.kind === 'assignment' ? { testId: plan.assignmentId, form: plan.form } : null
}

/** When each learner with such an attempt first answered each item, anywhere; by learner, then by item. */
async function firstAnswers(
  db: Database,
  attempt: Prisma.AttemptWhereInput,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Date>>> {
  const groups = await db.answer.groupBy({
    by: ['learnerId', 'itemId'],
    where: { learner: { attempts: { some: attempt } } },
    _min: { answeredAt: true },
    orderBy: [{ learnerId: 'asc' }, { itemId: 'asc' }],
  })
  const first = new Map<string, Map<string, Date>>()
  for (const { learnerId, itemId, _min } of groups) {
    if (_min.answeredAt === null) continue
    const ofLearner = first.get(learnerId) ?? new Map<string, Date>()
    first.set(learnerId, ofLearner.set(itemId, _min.answeredAt))
  }
  return first
}

/** An assigned quiz, as a page about it names it. */
export interface InsightHead {
  id: string
  classId: string
  title: string
  className: string
  /** Whether all are asked the same. */
  isOnlyForm: boolean
  /** Whether questions may be tried again. */
  isAdaptive: boolean
}

/** A quiz of the class; nothing where it has no such assignment, or the assignment is no quiz. */
export async function findInsightHead(
  db: Database,
  { classId }: GradebookScope,
  assignmentId: string,
): Promise<InsightHead | null> {
  const found = await db.assignment.findFirst({
    where: { id: assignmentId, classId },
    select: { id: true, classId: true, title: true, work: true, settings: true, class: { select: { name: true } } },
  })
  if (found === null) return null
  const { work: stored, settings, class: of, ...rest } = found
  const work = workSchema.parse(stored)
  if (work.kind !== 'quiz') return null
  return {
    ...rest,
    className: of.name,
    isOnlyForm: work.questions.kind === 'picked' || work.questions.forms === 1,
    isAdaptive: settingsSchema.parse(settings).behaviour === 'adaptive',
  }
}

/** What a class is called. */
export async function findClassName(db: Database, { classId }: GradebookScope): Promise<string | null> {
  return (await db.class.findUnique({ where: { id: classId }, select: { name: true } }))?.name ?? null
}

/** Every finished attempt of the class's learners at one of its assignments, the earliest first. */
export async function listAssignmentAttempts(
  db: Database,
  scope: GradebookScope,
  assignmentId: string,
): Promise<FinishedAttempt[]> {
  return finishedAttempts(db, {
    assignmentId,
    assignment: { classId: scope.classId },
    learner: learnersOf(scope),
  })
}

/** What a learner of the class found wrong with an item. */
export interface ClassFlag extends Flag {
  itemRevision: string
}

/** What learners of a class said of these items, the latest first. Who said it is left out. */
export function listClassFlags(db: Database, scope: GradebookScope, itemIds: readonly string[]): Promise<ClassFlag[]> {
  return db.itemFlag.findMany({
    where: { itemId: { in: [...itemIds] }, learner: learnersOf(scope) },
    orderBy: [{ flaggedAt: 'desc' }, { id: 'asc' }],
    select: { itemId: true, itemRevision: true, comment: true, flaggedAt: true },
  })
}

/** A learner of a class, with what tells how they are doing. */
export interface ClassLearner {
  accountId: string
  learnerId: string
  name: string
  groupIds: string[]
  lastStudiedAt: Date | null
  sure: { answers: number; wrong: number }
}

/** The learners who are in a class now, by name. */
export async function listClassLearners(db: Database, { classId }: GradebookScope): Promise<ClassLearner[]> {
  const memberships = await db.membership.findMany({
    where: { classId, role: 'learner', leftAt: null },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
    select: {
      accountId: true,
      account: { select: { name: true, learnerId: true } },
      groups: { orderBy: { groupId: 'asc' }, select: { groupId: true } },
    },
  })
  const where = { learner: { account: { memberships: { some: { classId, role: 'learner', leftAt: null } } } } }
  const orderBy = { learnerId: 'asc' } as const
  const [answers, reviews, sure, wrong] = await Promise.all([
    db.answer.groupBy({ by: ['learnerId'], where, _max: { answeredAt: true }, orderBy }),
    db.review.groupBy({ by: ['learnerId'], where, _max: { reviewedAt: true }, orderBy }),
    db.answer.groupBy({ by: ['learnerId'], where: { ...where, certainty: 3 }, _count: true, orderBy }),
    db.answer.groupBy({ by: ['learnerId'], where: { ...where, certainty: 3, score: 0 }, _count: true, orderBy }),
  ])
  const answeredAt = new Map(answers.map(({ learnerId, _max }) => [learnerId, _max.answeredAt]))
  const reviewedAt = new Map(reviews.map(({ learnerId, _max }) => [learnerId, _max.reviewedAt]))
  const sureOf = new Map(sure.map(({ learnerId, _count }) => [learnerId, _count]))
  const wrongOf = new Map(wrong.map(({ learnerId, _count }) => [learnerId, _count]))
  return memberships.map(({ accountId, account: { name, learnerId }, groups }) => {
    const [a, r] = [answeredAt.get(learnerId) ?? null, reviewedAt.get(learnerId) ?? null]
    return {
      accountId,
      learnerId,
      name,
      groupIds: groups.map(({ groupId }) => groupId),
      lastStudiedAt: a === null || (r !== null && r > a) ? r : a,
      sure: { answers: sureOf.get(learnerId) ?? 0, wrong: wrongOf.get(learnerId) ?? 0 },
    }
  })
}

/** What the cards and answers of each learner who is in a class tell; nothing is kept of who it is. */
export async function listClassKnowledge(db: Database, { classId }: GradebookScope): Promise<KnowledgeTrace[]> {
  const ofClass = sql`SELECT "Account"."learnerId" FROM "Membership"
    JOIN "Account" ON "Account"."id" = "Membership"."accountId"
    WHERE "classId" = ${classId} AND "role" = 'learner' AND "leftAt" IS NULL`
  const [learners, cards, answers] = await Promise.all([
    db.$queryRaw<{ learnerId: string }[]>`${ofClass} ORDER BY "learnerId"`,
    db.$queryRaw<{ learnerId: string; cardId: string; phase: number; intervalDays: number }[]>`
      SELECT "learnerId", "cardId", "phase", "intervalDays" FROM "CardState" WHERE "learnerId" IN (${ofClass})`,
    // What was known is told by the first of several tries.
    db.$queryRaw<{ learnerId: string; itemId: string; score: number }[]>`
      SELECT "learnerId", "itemId", "score" FROM (
        SELECT "learnerId", "itemId", COALESCE("firstTryScore", "score") AS "score",
          ROW_NUMBER() OVER (PARTITION BY "learnerId", "itemId" ORDER BY "answeredAt" DESC, "id" DESC) AS "rank"
        FROM "Answer" WHERE "learnerId" IN (${ofClass})
      ) AS "ranked" WHERE "rank" = 1`,
  ])
  const traces = new Map(
    learners.map(({ learnerId }) => [
      learnerId,
      { memories: [] as [string, { phase: number; intervalDays: number }][], latestScores: [] as [string, number][] },
    ]),
  )
  for (const { learnerId, cardId, phase, intervalDays } of cards) {
    traces.get(learnerId)?.memories.push([cardId, { phase, intervalDays }])
  }
  for (const { learnerId, itemId, score } of answers) traces.get(learnerId)?.latestScores.push([itemId, score])
  return [...traces.values()]
}

/** An assignment of a class with how its learners stand in it, the earliest due first. */
export interface AssignmentStanding {
  id: string
  title: string
  dueAt: Date | null
  overrides: { accountId: string | null; groupId: string | null; terms: OverrideTerms }[]
  /** By account id. */
  grades: Map<string, { share: number | null; isHandedIn: boolean }>
  excused: ReadonlySet<string>
}

/** How learners stand in the quizzes that are assigned to a class. */
export async function listAssignmentStandings(
  db: Database,
  { classId }: GradebookScope,
): Promise<AssignmentStanding[]> {
  const rows = await db.assignment.findMany({
    where: { classId, publishedAt: { not: null } },
    orderBy: [{ dueAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      work: true,
      dueAt: true,
      overrides: { orderBy: { id: 'asc' }, select: { accountId: true, groupId: true, terms: true } },
      grades: {
        where: { accountId: { not: null } },
        orderBy: { id: 'asc' },
        select: { accountId: true, points: true, ofPoints: true, handedInAt: true },
      },
      decisions: { orderBy: { accountId: 'asc' }, select: { accountId: true, points: true, isExcused: true } },
    },
  })
  return rows
    .filter(({ work }) => workSchema.parse(work).kind === 'quiz')
    .map(({ id, title, dueAt, overrides, grades, decisions }) => {
      const decided = new Map(decisions.map(({ accountId, points }) => [accountId, points]))
      return {
        id,
        title,
        dueAt,
        overrides: overrides.map(({ terms, ...of }) => ({ ...of, terms: overrideTermsSchema.parse(terms) })),
        grades: new Map(
          grades.map(({ accountId, points, ofPoints, handedInAt }) => {
            const counted = decided.get(accountId ?? '') ?? points
            const share = counted === null || ofPoints === 0 ? null : counted / ofPoints
            return [accountId ?? '', { share, isHandedIn: handedInAt !== null }]
          }),
        ),
        excused: new Set(decisions.flatMap(({ accountId, isExcused }) => (isExcused ? [accountId] : []))),
      }
    })
}

const learnersOf = ({ classId }: GradebookScope) =>
  ({ account: { memberships: { some: { classId, role: 'learner' } } } }) as const
