import type { AssignScope, GradebookScope, GradingScope, TakeScope, WorkScope } from '@/features/accounts/scope.ts'
import type { AttemptStatus } from '@/features/quiz/attempt.ts'
import { findBankItems } from '@/features/quiz/own-items/data.ts'
import { type Plan, planSchema } from '@/features/quiz/plan.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import type { AssignmentContent } from './draft.ts'
import { type Bank, pickedIds } from './questions.ts'
import { settingsSchema } from './settings.ts'
import { bank, shelf } from './shelf.ts'
import { type GivenTerms, type OverrideTerms, overrideTermsSchema } from './terms.ts'
import { type Questions, type Work, workSchema } from './work.ts'
import { type KnownWork, lessonsRead, type WorkContent, workContentOn } from './work-progress.ts'

/** What a class is assigned. */
export interface AssignmentRow extends AssignmentContent {
  id: string
  classId: string
  createdAt: Date
  /** Nothing while it is being prepared. */
  publishedAt: Date | null
  /** When what was earned is released, where that is held; it may lie ahead. */
  gradesReleasedAt: Date | null
}

/** Other terms for one learner or one group, as those who teach see them. */
export interface OverrideRow {
  id: string
  accountId: string | null
  groupId: string | null
  /** Of the learner or the group. */
  name: string
  terms: OverrideTerms
  reason: string
}

/** An attempt at an assignment, as far as it decides what comes next. */
export interface AssignedAttempt {
  id: string
  assignmentId: string
  plan: Plan
  status: AttemptStatus
  startedAt: Date
  finishedAt: Date | null
}

const inClass = { leftAt: null } as const

/** All that a class is assigned, the latest first, be it published or not. */
export async function listAssignments(
  db: Database | Transaction,
  { classId }: GradebookScope | GradingScope,
): Promise<AssignmentRow[]> {
  return assignments(db, { classId })
}

/** What a class has been given to do, the latest first. */
export async function listPublishedAssignments(
  db: Database | Transaction,
  { classId }: TakeScope,
): Promise<AssignmentRow[]> {
  return assignments(db, { classId, publishedAt: { not: null } })
}

/** An assignment of a class, be it published or not. */
export async function findAssignment(
  db: Database | Transaction,
  { classId }: { readonly classId: string },
  id: string,
): Promise<AssignmentRow | null> {
  return (await assignments(db, { id, classId }))[0] ?? null
}

/** Where the questions of this come from: the catalog, and the banks from which some were picked. */
export async function findBankFor(db: Database | Transaction, asked: Work | Questions): Promise<Bank> {
  const own = await findBankItems(db, pickedIds(asked))
  return { ...bank, findItem: (id) => own.get(id) ?? bank.findItem(id) }
}

/** Whether a class is assigned something that this item was picked for. */
export async function isPickedIn(db: Database, { classId }: AssignScope, itemId: string): Promise<boolean> {
  return (await assignments(db, { classId })).some(({ work }) => pickedIds(work).includes(itemId))
}

/** Assignments by their ids, for whoever has an attempt at each. */
export function listAssignmentsOfAttempts(db: Database, ids: readonly string[]): Promise<AssignmentRow[]> {
  return assignments(db, { id: { in: [...ids] } })
}

async function assignments(db: Database | Transaction, where: Prisma.AssignmentWhereInput): Promise<AssignmentRow[]> {
  const rows = await db.assignment.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  // What the database holds as JSON has passed its schema on the way in, and has to pass it on the way out.
  return rows.map(({ work, settings, ...row }) => ({
    ...row,
    work: workSchema.parse(work),
    settings: settingsSchema.parse(settings),
  }))
}

/** The other terms of an assignment, those of groups first, by name. */
export async function listOverrides(
  db: Database,
  { classId }: GradebookScope | GradingScope,
  assignmentId: string,
): Promise<OverrideRow[]> {
  const rows = await db.assignmentOverride.findMany({
    where: { assignmentId, assignment: { classId } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      accountId: true,
      groupId: true,
      terms: true,
      reason: true,
      account: { select: { name: true } },
      group: { select: { name: true } },
    },
  })
  return rows
    .map(({ account, group, terms, ...row }) => ({
      ...row,
      name: account?.name ?? group?.name ?? '',
      terms: overrideTermsSchema.parse(terms),
    }))
    .sort((a, b) => Number(a.groupId === null) - Number(b.groupId === null) || a.name.localeCompare(b.name))
}

/** Other terms that were given for any of these assignments: to anybody, or to one learner and their groups. */
export async function listGivenTerms(
  db: Database | Transaction,
  assignmentIds: readonly string[],
  work?: WorkScope,
): Promise<GivenTerms[]> {
  const account = work === undefined ? undefined : { learnerId: work.learnerId }
  const inGroup = { membership: { ...inClass, ...(account === undefined ? {} : { account }) } }
  const theirs: Prisma.AssignmentOverrideWhereInput =
    account === undefined ? {} : { OR: [{ account }, { group: { members: { some: inGroup } } }] }
  const rows = await db.assignmentOverride.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, ...theirs },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      assignmentId: true,
      terms: true,
      account: { select: { learnerId: true } },
      group: {
        select: {
          members: {
            where: inGroup,
            orderBy: { accountId: 'asc' },
            select: { membership: { select: { account: { select: { learnerId: true } } } } },
          },
        },
      },
    },
  })
  return rows.map(({ assignmentId, terms, account, group }) => ({
    assignmentId,
    terms: overrideTermsSchema.parse(terms),
    isGroups: group !== null,
    learnerIds:
      account === null
        ? (group?.members ?? []).map(({ membership }) => membership.account.learnerId)
        : [account.learnerId],
  }))
}

/** A learner's own attempts at assignments, the earliest first. Those of a teacher who tries one out are none. */
export async function listAssignedAttempts(
  db: Database | Transaction,
  { learnerId }: WorkScope,
  assignmentIds: readonly string[],
): Promise<AssignedAttempt[]> {
  const rows = await db.attempt.findMany({
    where: { learnerId, assignmentId: { in: [...assignmentIds] } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, assignmentId: true, plan: true, status: true, startedAt: true, finishedAt: true },
  })
  return rows.flatMap(({ assignmentId, plan, status, ...row }) =>
    assignmentId === null
      ? []
      : [{ ...row, assignmentId, plan: planSchema.parse(plan), status: status as AttemptStatus }],
  )
}

/** How many have begun each assignment of a class, by its id; one that nobody has begun is absent. */
export async function countBegun(
  db: Database,
  { classId }: GradebookScope | GradingScope,
): Promise<ReadonlyMap<string, number>> {
  const groups = await db.attempt.groupBy({
    by: ['assignmentId', 'learnerId'],
    where: { assignment: { classId } },
    orderBy: [{ assignmentId: 'asc' }, { learnerId: 'asc' }],
  })
  const counts = new Map<string, number>()
  for (const { assignmentId } of groups) {
    if (assignmentId !== null) counts.set(assignmentId, (counts.get(assignmentId) ?? 0) + 1)
  }
  return counts
}

/** How far somebody is with lessons or cards. */
export interface WorkProgress {
  done: number
  of: number
}

/** How far each learner of a class is with what they were given to read or to learn, by account id; of a quiz nothing. */
export async function listWorkProgress(
  db: Database,
  { classId }: GradebookScope | GradingScope,
  { work }: Pick<AssignmentRow, 'work'>,
): Promise<ReadonlyMap<string, WorkProgress>> {
  const content = workContentOn(work, shelf)
  if (content === null) return new Map()
  const learners = await db.membership.findMany({
    where: { classId, ...inClass, role: 'learner' },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, account: { select: { learnerId: true } } },
  })
  const inIt = { account: { memberships: { some: { classId, ...inClass, role: 'learner' } } } }
  const done = await countDone(db, inIt, content)
  const of = content.kind === 'lessons' ? content.lessons.length : content.cardIds.length
  return new Map(learners.map(({ accountId, account }) => [accountId, { done: done.get(account.learnerId) ?? 0, of }]))
}

/** What one learner has answered of the checks, or learned of the cards. */
export async function findKnownWork(
  db: Database,
  { work: { learnerId } }: TakeScope,
  { work }: Pick<AssignmentRow, 'work'>,
): Promise<KnownWork> {
  const content = workContentOn(work, shelf)
  if (content === null) return new Set()
  if (content.kind === 'lessons') {
    const itemIds = content.lessons.flatMap(({ checkItemIds }) => checkItemIds)
    const rows = await db.answer.groupBy({
      by: ['itemId'],
      where: { learnerId, itemId: { in: itemIds } },
      orderBy: { itemId: 'asc' },
    })
    return new Set(rows.map(({ itemId }) => itemId))
  }
  const rows = await db.cardState.findMany({
    where: { learnerId, phase: phaseOfReview, cardId: { in: [...content.cardIds] } },
    orderBy: { cardId: 'asc' },
    select: { cardId: true },
  })
  return new Set(rows.map(({ cardId }) => cardId))
}

/** A card is learned once it has left its steps. */
const phaseOfReview = 2

/** How many lessons are read, or cards learned, by learner id. */
async function countDone(
  db: Database,
  learner: Prisma.LearnerWhereInput,
  content: WorkContent,
): Promise<ReadonlyMap<string, number>> {
  if (content.kind === 'cards') {
    const groups = await db.cardState.groupBy({
      by: ['learnerId'],
      where: { learner, phase: phaseOfReview, cardId: { in: [...content.cardIds] } },
      _count: { cardId: true },
      orderBy: { learnerId: 'asc' },
    })
    return new Map(groups.map(({ learnerId, _count }) => [learnerId, _count.cardId]))
  }
  const groups = await db.answer.groupBy({
    by: ['learnerId', 'itemId'],
    where: { learner, itemId: { in: content.lessons.flatMap(({ checkItemIds }) => checkItemIds) } },
    orderBy: [{ learnerId: 'asc' }, { itemId: 'asc' }],
  })
  const answered = new Map<string, Set<string>>()
  for (const { learnerId, itemId } of groups) {
    answered.set(learnerId, (answered.get(learnerId) ?? new Set()).add(itemId))
  }
  return new Map([...answered].map(([learnerId, known]) => [learnerId, lessonsRead(content.lessons, known).length]))
}
