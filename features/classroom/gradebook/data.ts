import type { ClassScope, GradebookScope, GradingScope, OwnAccountScope, WorkScope } from '@/features/accounts/scope.ts'
import { beginAttempt, passTime, rulesSchema } from '@/features/quiz/attempt.ts'
import type { Item } from '@/features/quiz/item.ts'
import { findBankItemsAt } from '@/features/quiz/own-items/data.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import { type Settings, settingsSchema } from '../assignments/settings.ts'
import { type OverrideTerms, overrideTermsSchema, type Terms } from '../assignments/terms.ts'
import { type Work, workSchema } from '../assignments/work.ts'
import type { AttemptToGrade, Grade } from './grade.ts'
import {
  type Cell,
  type CellState,
  cellOf,
  type Earned,
  earnedByProgress,
  type GradeDecision,
  type WorkProgress,
} from './gradebook.ts'
import type { ItemDecision, ItemDecisionKind } from './item-decision.ts'
import { learnerTerms, type OverrideRow } from './learner-terms.ts'
import { pointsOfWork } from './work-points.ts'

/** How far accounts have come with an assignment of lessons or cards. */
export type ListWorkProgress = (
  db: Database,
  assignment: { id: string; work: Work },
  accountIds: readonly string[],
) => Promise<WorkProgress[]>

/** Looks an item of the catalog up. */
export type FindItem = (itemId: string) => Item | undefined

/** An assignment that the class sees. */
export interface AssignmentRow {
  id: string
  title: string
  work: Work
  settings: Settings
  opensAt: Date | null
  dueAt: Date | null
  closesAt: Date | null
  weight: number
  holdsGrades: boolean
  gradesReleasedAt: Date | null
}

/** An assignment with every learner's cell. */
export interface GradebookColumn {
  assignment: AssignmentRow
  /** The points possible where none has begun. */
  ofPoints: number
  cellOf: (accountId: string) => Cell
  termsOf: (accountId: string) => Terms
  /** What accounts earned that are deleted since. */
  ofDeleted: Earned[]
}

/** All grades of a class. */
export interface Gradebook {
  dropLowest: number
  /** Those who learn in it now, by name. */
  learners: { accountId: string; name: string; groupIds: readonly string[] }[]
  groups: { id: string; name: string }[]
  columns: GradebookColumn[]
}

const ofAssignment = {
  id: true,
  title: true,
  work: true,
  settings: true,
  opensAt: true,
  dueAt: true,
  closesAt: true,
  weight: true,
  holdsGrades: true,
  gradesReleasedAt: true,
} satisfies Prisma.AssignmentSelect

const ofDecision = { points: true, isExcused: true, comment: true } satisfies Prisma.GradeDecisionSelect
const ofCell = { state: true, points: true, ofPoints: true, isLate: true } satisfies Prisma.GradeCellSelect
const learnsNow = { role: 'learner', leftAt: null } as const

/** The gradebook of a class. */
export async function readGradebook(
  db: Database,
  { classId }: GradebookScope,
  listProgress: ListWorkProgress,
  now: Date,
): Promise<Gradebook> {
  const [dropLowest, assignments, groups, members, memberships] = await Promise.all([
    findDropLowest(db, classId),
    listAssignments(db, classId, now),
    db.group.findMany({
      where: { classId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
    listGroupMembers(db, classId),
    db.membership.findMany({
      where: { classId, ...learnsNow },
      orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
      select: { accountId: true, account: { select: { name: true } } },
    }),
  ])
  const learners = memberships.map(({ accountId, account }) => ({
    accountId,
    name: account.name,
    groupIds: members.get(accountId) ?? [],
  }))
  const accountIds = learners.map(({ accountId }) => accountId)
  return {
    dropLowest,
    learners,
    groups,
    columns: await columnsOf(db, assignments, members, accountIds, listProgress, now),
  }
}

/** One learner's cell of an assignment, with what was decided about it. */
export async function readCell(
  db: Database,
  { classId }: GradebookScope,
  assignment: AssignmentRow,
  accountId: string,
  listProgress: ListWorkProgress,
  now: Date,
): Promise<{ cell: Cell; terms: Terms; decision: GradeDecision | null }> {
  const [groupsOf, decision] = await Promise.all([
    listGroupMembers(db, classId, accountId),
    db.gradeDecision.findUnique({
      where: { assignmentId_accountId: { assignmentId: assignment.id, accountId } },
      select: ofDecision,
    }),
  ])
  const [column] = await columnsOf(db, [assignment], groupsOf, [accountId], listProgress, now, accountId)
  if (column === undefined) throw new Error('an assignment has a column')
  return { cell: column.cellOf(accountId), terms: column.termsOf(accountId), decision }
}

/** One's own grades in a class, of what is assigned there. */
export async function readOwnGrades(
  db: Database,
  { accountId }: OwnAccountScope,
  { classId }: ClassScope,
  listProgress: ListWorkProgress,
  now: Date,
): Promise<{ dropLowest: number; columns: GradebookColumn[]; comments: ReadonlyMap<string, string> }> {
  const [dropLowest, assignments, members, comments] = await Promise.all([
    findDropLowest(db, classId),
    listAssignments(db, classId, now),
    listGroupMembers(db, classId, accountId),
    db.gradeDecision.findMany({
      where: { accountId, comment: { not: '' }, assignment: { classId } },
      orderBy: { assignmentId: 'asc' },
      select: { assignmentId: true, comment: true },
    }),
  ])
  return {
    dropLowest,
    columns: await columnsOf(db, assignments, members, [accountId], listProgress, now, accountId),
    comments: new Map(comments.map(({ assignmentId, comment }) => [assignmentId, comment])),
  }
}

/** Of the questions that somebody was asked in what they handed in, which were decided on, and how. */
export async function listOwnItemDecisions(
  db: Database,
  { accountId }: OwnAccountScope,
  { classId }: ClassScope,
): Promise<{ assignmentId: string; kind: ItemDecisionKind }[]> {
  const decisions = await db.itemDecision.findMany({
    where: { assignment: { classId } },
    orderBy: [{ assignmentId: 'asc' }, { itemId: 'asc' }],
    select: { assignmentId: true, itemId: true, kind: true },
  })
  if (decisions.length === 0) return []
  const asked = await db.attemptItem.findMany({
    where: {
      itemId: { in: decisions.map(({ itemId }) => itemId) },
      attempt: {
        learner: { account: { id: accountId } },
        status: 'finished',
        assignmentId: { in: decisions.map(({ assignmentId }) => assignmentId) },
      },
    },
    orderBy: [{ attemptId: 'asc' }, { position: 'asc' }],
    select: { itemId: true, attempt: { select: { assignmentId: true } } },
  })
  const wasAsked = new Set(asked.map(({ itemId, attempt }) => `${attempt.assignmentId} ${itemId}`))
  return decisions
    .filter(({ assignmentId, itemId }) => wasAsked.has(`${assignmentId} ${itemId}`))
    .map(({ assignmentId, kind }) => ({ assignmentId, kind: kind as ItemDecisionKind }))
}

/** What is assigned in a class, the first first. */
async function listAssignments(db: Database, classId: string, now: Date): Promise<AssignmentRow[]> {
  const rows = await db.assignment.findMany({
    where: { classId, publishedAt: { lte: now } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: ofAssignment,
  })
  return rows.map(assignmentRow)
}

/** One of a class's assignments; nothing for another's. */
export async function findAssignment(
  db: Database | Transaction,
  { classId }: GradebookScope | GradingScope,
  id: string,
): Promise<AssignmentRow | null> {
  const row = await db.assignment.findFirst({
    where: { id, classId, publishedAt: { not: null } },
    select: ofAssignment,
  })
  return row === null ? null : assignmentRow(row)
}

/** What the database holds as JSON has passed its schema on the way in, and has to pass it on the way out. */
function assignmentRow({
  work,
  settings,
  ...row
}: Prisma.AssignmentGetPayload<{ select: typeof ofAssignment }>): AssignmentRow {
  return { ...row, work: workSchema.parse(work), settings: settingsSchema.parse(settings) }
}

async function findDropLowest(db: Database, classId: string): Promise<number> {
  return (await db.class.findUnique({ where: { id: classId }, select: { dropLowest: true } }))?.dropLowest ?? 0
}

/** The groups of each account in a class. */
async function listGroupMembers(
  db: Database | Transaction,
  classId: string,
  accountId?: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.groupMember.findMany({
    where: { classId, ...(accountId !== undefined && { accountId }) },
    orderBy: [{ accountId: 'asc' }, { groupId: 'asc' }],
    select: { accountId: true, groupId: true },
  })
  return grouped(
    rows,
    ({ accountId: of }) => of,
    ({ groupId }) => groupId,
  )
}

async function columnsOf(
  db: Database,
  assignments: readonly AssignmentRow[],
  groupsOf: ReadonlyMap<string, readonly string[]>,
  accountIds: readonly string[],
  listProgress: ListWorkProgress,
  now: Date,
  onlyAccountId?: string,
): Promise<GradebookColumn[]> {
  const whose = {
    assignmentId: { in: assignments.map(({ id }) => id) },
    ...(onlyAccountId !== undefined && { accountId: onlyAccountId }),
  }
  const [cells, decisions, overrides, progress] = await Promise.all([
    db.gradeCell.findMany({
      where: whose,
      orderBy: [{ assignmentId: 'asc' }, { accountId: 'asc' }],
      select: { assignmentId: true, accountId: true, ...ofCell },
    }),
    db.gradeDecision.findMany({
      where: whose,
      orderBy: [{ assignmentId: 'asc' }, { accountId: 'asc' }],
      select: { assignmentId: true, accountId: true, ...ofDecision },
    }),
    listOverrides(db, whose.assignmentId.in),
    Promise.all(
      assignments.map((assignment) =>
        assignment.work.kind === 'quiz' ? [] : listProgress(db, assignment, accountIds),
      ),
    ),
  ])
  const cellsOf = grouped(cells, byAssignment, (cell) => cell)
  const decisionsOf = grouped(decisions, byAssignment, (decision) => decision)
  const overridesOf = grouped(overrides, byAssignment, (override) => override)
  return assignments.map((assignment, index) => {
    const { id, work } = assignment
    const ofPoints = pointsOfWork(work) || (progress[index]?.[0]?.of ?? 0)
    const notBegun: Earned = { state: 'not-begun', points: null, ofPoints, isLate: false }
    const earned = new Map<string, Earned>(
      progress[index]?.map(({ accountId, ...so }) => [accountId, earnedByProgress(so)]),
    )
    const ofDeleted: Earned[] = []
    for (const { accountId, ...cell } of cellsOf.get(id) ?? []) {
      if (accountId === null) ofDeleted.push(earnedOf(cell))
      else earned.set(accountId, earnedOf(cell))
    }
    const decided = new Map(decisionsOf.get(id)?.map((decision) => [decision.accountId, decision]))
    const termsOf = learnerTerms(assignment, overridesOf.get(id) ?? [], groupsOf)
    return {
      assignment,
      ofPoints,
      ofDeleted,
      termsOf,
      cellOf: (accountId) =>
        cellOf(
          earned.get(accountId) ?? notBegun,
          decided.get(accountId) ?? null,
          isOver(termsOf(accountId).closesAt, now),
        ),
    }
  })
}

/** Whether nothing can be handed in any more. */
function isOver(closesAt: Date | null, now: Date): boolean {
  return closesAt !== null && closesAt <= now
}

function earnedOf({ state, points, ofPoints, isLate }: Omit<Earned, 'state'> & { state: string }): Earned {
  return { state: state as CellState, points, ofPoints, isLate }
}

async function listOverrides(
  db: Database | Transaction,
  assignmentIds: readonly string[],
): Promise<(OverrideRow & { assignmentId: string })[]> {
  const rows = await db.assignmentOverride.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    orderBy: [{ assignmentId: 'asc' }, { id: 'asc' }],
    select: { assignmentId: true, accountId: true, groupId: true, terms: true },
  })
  return rows.map(({ terms, ...row }) => ({ ...row, terms: readTerms(terms) }))
}

function readTerms(terms: unknown): OverrideTerms {
  return overrideTermsSchema.parse(terms)
}

/** What the grades of an assignment rest on. */
export interface AssignmentLog {
  settings: Settings
  /** By item id. */
  decisions: ReadonlyMap<string, ItemDecision>
  /** Those who have begun it, by account. */
  learners: { accountId: string; terms: Terms; attempts: AttemptToGrade[] }[]
}

/**
 * What the grades of an assignment rest on, for all who learn in the class or did before they left. What a teacher tries
 * out for themselves is not among it.
 *
 * @param accountId whose alone is read, where it is one
 */
export async function readLog(
  tx: Transaction,
  assignmentId: string,
  findItem: FindItem,
  accountId?: string,
): Promise<AssignmentLog | null> {
  const assignment = await tx.assignment.findUnique({
    where: { id: assignmentId },
    select: { classId: true, ...ofAssignment },
  })
  if (assignment === null) return null
  const { classId, ...row } = assignment
  const [attempts, decisions, overrides, groupsOf] = [
    await tx.attempt.findMany({
      where: {
        assignmentId,
        learner: {
          account: {
            ...(accountId !== undefined && { id: accountId }),
            memberships: { some: { classId, role: 'learner' } },
          },
        },
      },
      orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        startedAt: true,
        status: true,
        finishedAt: true,
        learner: { select: { account: { select: { id: true } } } },
        items: { select: { itemId: true }, orderBy: { position: 'asc' } },
        answers: { select: { itemId: true, response: true, score: true }, orderBy: { itemId: 'asc' } },
      },
    }),
    await listItemDecisions(tx, assignmentId),
    await listOverrides(tx, [assignmentId]),
    await listGroupMembers(tx, classId, accountId),
  ]
  const regradedBy = await findBankItemsAt(
    tx,
    decisions.map(({ itemId, itemRevision }) => ({ itemId, revision: itemRevision ?? '' })),
  )
  const { settings, ...rest } = assignmentRow(row)
  const terms = learnerTerms({ ...rest, settings }, overrides, groupsOf)
  const byAccount = grouped(
    attempts,
    ({ learner }) => learner.account?.id ?? '',
    ({ learner: _, items, answers, status, ...attempt }): AttemptToGrade => {
      const answerTo = new Map(answers.map(({ itemId, ...answer }) => [itemId, answer]))
      return {
        ...attempt,
        status: status as AttemptToGrade['status'],
        asked: items.map(({ itemId }) => ({ itemId, answer: answerTo.get(itemId) ?? null })),
      }
    },
  )
  return {
    settings,
    decisions: new Map(
      decisions.map(({ itemId, kind }) => [itemId, itemDecision(kind, regradedBy.get(itemId) ?? findItem(itemId))]),
    ),
    learners: [...byAccount].map(([id, own]) => ({ accountId: id, terms: terms(id), attempts: own })),
  }
}

/** A decision about an item, with what it is graded by where it is graded anew. */
export function itemDecision(kind: ItemDecisionKind, item: Item | undefined): ItemDecision {
  return kind === 'regraded' ? { kind, item } : { kind }
}

/** What was decided about the items of an assignment. */
export async function listItemDecisions(
  db: Database | Transaction,
  assignmentId: string,
): Promise<{ itemId: string; kind: ItemDecisionKind; itemRevision: string | null; reason: string; decidedAt: Date }[]> {
  const rows = await db.itemDecision.findMany({
    where: { assignmentId },
    orderBy: { itemId: 'asc' },
    select: { itemId: true, kind: true, itemRevision: true, reason: true, decidedAt: true },
  })
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as ItemDecisionKind }))
}

/** The grades of an assignment as they are stored, by account; those of deleted accounts are not among them. */
export async function listGrades(
  tx: Transaction,
  assignmentId: string,
  accountId?: string,
): Promise<Map<string, Grade>> {
  const rows = await tx.gradeCell.findMany({
    where: { assignmentId, accountId: accountId ?? { not: null } },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, attempts: true, attemptId: true, handedInAt: true, ...ofCell },
  })
  return new Map(
    rows.map(({ accountId: of, state, ...grade }) => [of ?? '', { ...grade, state: state as Grade['state'] }]),
  )
}

/** What was decided about the grades of an assignment, by account. */
export async function listGradeDecisions(tx: Transaction, assignmentId: string): Promise<Map<string, GradeDecision>> {
  const rows = await tx.gradeDecision.findMany({
    where: { assignmentId },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, ...ofDecision },
  })
  return new Map(rows.map(({ accountId, ...decision }) => [accountId, decision]))
}

/** Somebody who learns in a class now; nothing for anybody else. */
export async function findClassLearner(
  db: Database | Transaction,
  { classId }: GradebookScope | GradingScope,
  accountId: string,
): Promise<{ name: string; learnerId: string } | null> {
  const found = await db.membership.findFirst({
    where: { classId, accountId, ...learnsNow },
    select: { account: { select: { name: true, learnerId: true } } },
  })
  return found?.account ?? null
}

/** What everybody is called who is or was in a class, by account. */
export async function listNames(db: Database, { classId }: GradingScope): Promise<ReadonlyMap<string, string>> {
  const rows = await db.membership.findMany({
    where: { classId },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, account: { select: { name: true } } },
  })
  return new Map(rows.map(({ accountId, account }) => [accountId, account.name]))
}

/** The questions of an assignment that were asked in what was handed in: how often, and what they earned in the mean. */
export async function listAskedItems(
  db: Database,
  { classId }: GradebookScope,
  assignmentId: string,
): Promise<{ itemId: string; asked: number; meanScore: number }[]> {
  const attempt = { assignmentId, assignment: { classId }, status: 'finished' }
  const [asked, earned] = await Promise.all([
    db.attemptItem.groupBy({ by: ['itemId'], where: { attempt }, _count: true, orderBy: { itemId: 'asc' } }),
    db.answer.groupBy({ by: ['itemId'], where: { attempt }, _sum: { score: true }, orderBy: { itemId: 'asc' } }),
  ])
  const sums = new Map(earned.map(({ itemId, _sum }) => [itemId, _sum.score ?? 0]))
  return asked.map(({ itemId, _count }) => ({ itemId, asked: _count, meanScore: (sums.get(itemId) ?? 0) / _count }))
}

/**
 * The ids of the attempts of a class that the log has not ended and the clock has.
 *
 * @param work whose alone, where it is one
 */
export async function listAttemptsToEnd(
  db: Database,
  { classId }: GradebookScope | ClassScope,
  now: Date,
  work?: WorkScope,
): Promise<string[]> {
  const assignments = await db.assignment.findMany({ where: { classId }, select: { id: true }, orderBy: { id: 'asc' } })
  const open = await db.attempt.findMany({
    where: {
      assignmentId: { in: assignments.map(({ id }) => id) },
      status: 'in-progress',
      ...(work !== undefined && { learnerId: work.learnerId }),
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, startedAt: true, rules: true },
  })
  return open.flatMap(({ id, startedAt, rules }) => {
    const { status } = passTime(beginAttempt(rulesSchema.parse(rules), [], startedAt), now)
    return status === 'in-progress' || status === 'overdue' ? [] : [id]
  })
}

const byAssignment = ({ assignmentId }: { assignmentId: string }) => assignmentId

function grouped<Row, Kept>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  keep: (row: Row) => Kept,
): Map<string, Kept[]> {
  const groups = new Map<string, Kept[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [keep(row)])
    else group.push(keep(row))
  }
  return groups
}
