import { randomUUID } from 'node:crypto'
import { recordAct } from '@/features/accounts/auditing/mutations.ts'
import type { GradingScope, WorkScope } from '@/features/accounts/scope.ts'
import type { Item } from '@/features/quiz/item.ts'
import { findNewestBankItem } from '@/features/quiz/own-items/data.ts'
import { type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import { shortHash } from '@/lib/random.ts'
import { whileOpen } from '../mutations.ts'
import {
  type AssignmentLog,
  type FindItem,
  findAssignment,
  findClassLearner,
  itemDecision,
  listGradeDecisions,
  listGrades,
  readLog,
} from './data.ts'
import { type Grade, gradeOf } from './grade.ts'
import type { GradeDecision } from './gradebook.ts'
import type { ItemDecision, ItemDecisionKind } from './item-decision.ts'
import { type Move, movesOf } from './moves.ts'
import { pointsOfWork } from './work-points.ts'

/**
 * Derives one learner's grade in an assignment from the log and stores it. To be called in the transaction that begins or
 * ends an attempt, once its answers and its status are written. Doing it again changes nothing. Whoever is not a learner
 * of the class, such as a teacher who tries it out, has no grade.
 */
export async function refreshGrade(
  tx: Transaction,
  assignmentId: string,
  { learnerId }: WorkScope,
  findItem: FindItem,
): Promise<void> {
  const account = await tx.account.findUnique({ where: { learnerId }, select: { id: true } })
  if (account === null) return
  const log = await readLog(tx, assignmentId, findItem, account.id)
  if (log === null) return
  await storeGrades(tx, assignmentId, await listGrades(tx, assignmentId, account.id), gradesBy(log, log.decisions))
}

/** A grade that is stored otherwise than the log has it. */
export interface GradeDifference {
  accountId: string
  stored: Grade | null
  derived: Grade | null
}

/** Derives every grade of an assignment from the log, and says which are stored otherwise; stores them if asked to. */
export function rebuildGrades(
  db: Database,
  assignmentId: string,
  findItem: FindItem,
  isWriting: boolean,
): Promise<GradeDifference[]> {
  return inTransaction(db, async (tx) => {
    const log = await readLog(tx, assignmentId, findItem)
    if (log === null) return []
    const [stored, derived] = [await listGrades(tx, assignmentId), gradesBy(log, log.decisions)]
    return isWriting ? storeGrades(tx, assignmentId, stored, derived) : differences(stored, derived)
  })
}

/** The grade of everybody who has begun an assignment, under these decisions about its items. */
function gradesBy(
  { settings, learners }: AssignmentLog,
  decisions: ReadonlyMap<string, ItemDecision>,
): Map<string, Grade> {
  return new Map(
    learners.flatMap(({ accountId, terms, attempts }) => {
      const grade = gradeOf(attempts, { settings, terms, decisions })
      return grade === null ? [] : [[accountId, grade]]
    }),
  )
}

function differences(stored: ReadonlyMap<string, Grade>, derived: ReadonlyMap<string, Grade>): GradeDifference[] {
  return [...new Set([...stored.keys(), ...derived.keys()])]
    .map((accountId) => ({
      accountId,
      stored: stored.get(accountId) ?? null,
      derived: derived.get(accountId) ?? null,
    }))
    .filter(({ stored: one, derived: other }) => !isSameGrade(one, other))
}

function isSameGrade(one: Grade | null, other: Grade | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.state === other.state &&
    one.points === other.points &&
    one.ofPoints === other.ofPoints &&
    one.isLate === other.isLate &&
    one.attempts === other.attempts &&
    one.attemptId === other.attemptId &&
    one.handedInAt?.getTime() === other.handedInAt?.getTime()
  )
}

/** Brings the stored grades in line, touching only those that differ, and returns these. */
async function storeGrades(
  tx: Transaction,
  assignmentId: string,
  stored: ReadonlyMap<string, Grade>,
  derived: ReadonlyMap<string, Grade>,
): Promise<GradeDifference[]> {
  const differing = differences(stored, derived)
  for (const { accountId, derived: grade } of differing) {
    const key = { assignmentId_accountId: { assignmentId, accountId } }
    if (grade === null) await tx.gradeCell.delete({ where: key })
    else if (stored.has(accountId)) await tx.gradeCell.update({ where: key, data: grade })
    else await tx.gradeCell.create({ data: { id: randomUUID(), assignmentId, accountId, ...grade } })
  }
  return differing
}

/** Keeps what a teacher decides about somebody's grade; where that is nothing at all, an earlier decision is taken back. */
export function decideGrade(
  db: Database,
  scope: GradingScope,
  { assignmentId, accountId, ...decision }: GradeDecision & { assignmentId: string; accountId: string },
  now: Date,
): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, scope.classId, async () => {
      const assignment = await findAssignment(tx, scope, assignmentId)
      if (assignment === null) return unknownAssignment
      const learner = await findClassLearner(tx, scope, accountId)
      if (learner === null) return notALearner
      const earned = await tx.gradeCell.findFirst({ where: { assignmentId, accountId }, select: { ofPoints: true } })
      const ofPoints = earned?.ofPoints ?? pointsOfWork(assignment.work)
      // What cards are worth, only progress tells.
      const isTooMuch = assignment.work.kind !== 'cards' && (decision.points ?? 0) > ofPoints
      if (isTooMuch) return refuseField('points', 'too-many-points', `Points: expected from 0 to ${ofPoints}.`)
      const key = { assignmentId_accountId: { assignmentId, accountId } }
      const { points, isExcused, comment } = decision
      if (points === null && !isExcused && comment === '') {
        const { count } = await tx.gradeDecision.deleteMany({ where: { assignmentId, accountId } })
        if (count > 0)
          await recordAct(tx, { act: 'grade-decision-taken-back', assignmentId }, scope, now, learner.learnerId)
        return null
      }
      await tx.gradeDecision.upsert({
        where: key,
        create: { assignmentId, accountId, ...decision, decidedAt: now },
        update: { ...decision, decidedAt: now },
      })
      await recordAct(tx, { act: 'grade-decided', assignmentId, points, isExcused }, scope, now, learner.learnerId)
      return null
    }),
  )
}

/** When learners see what they earned: nothing holds it back until it is released. */
export function setRelease(
  db: Database,
  scope: GradingScope,
  { assignmentId, releasedAt }: { assignmentId: string; releasedAt: Date | null },
  now: Date,
): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, scope.classId, async () => {
      if ((await findAssignment(tx, scope, assignmentId)) === null) return unknownAssignment
      await tx.assignment.update({
        where: { id: assignmentId },
        data: { holdsGrades: true, gradesReleasedAt: releasedAt },
      })
      const act =
        releasedAt === null
          ? ({ act: 'grades-held', assignmentId } as const)
          : ({ act: 'grades-released', assignmentId, from: releasedAt.toISOString() } as const)
      await recordAct(tx, act, scope, now, scope.classId)
      return null
    }),
  )
}

/** A decision about an item as somebody means to make it; no kind takes back what was decided. */
export interface IntendedItemDecision {
  assignmentId: string
  itemId: string
  kind: ItemDecisionKind | null
}

/** Whose grade a decision about an item moves, with what stands for exactly these moves. */
export interface ItemDecisionPreview {
  moves: Move[]
  /** To be sent back with the decision, which is refused where others would move by now. */
  seen: string
}

/** Whose grade a decision about an item would move, before it is made. */
export function previewItemDecision(
  db: Database,
  scope: GradingScope,
  intended: IntendedItemDecision,
  findItem: FindItem,
): Promise<ItemDecisionPreview | Refusal> {
  return inTransaction(db, async (tx) => {
    const foreseen = await foresee(tx, scope, intended, findItem)
    return 'refused' in foreseen ? foreseen : { moves: foreseen.moves, seen: seenOf(foreseen.moves) }
  })
}

/** Decides about an item of an assignment, or takes that back, and grades everybody who was asked it anew. */
export function decideItem(
  db: Database,
  scope: GradingScope,
  { seen, reason, ...intended }: IntendedItemDecision & { reason: string; seen: string },
  findItem: FindItem,
  now: Date,
): Promise<Refusal | null> {
  const { assignmentId, itemId, kind } = intended
  return inTransaction(db, (tx) =>
    whileOpen(tx, scope.classId, async () => {
      const foreseen = await foresee(tx, scope, intended, findItem)
      if ('refused' in foreseen) return foreseen
      const { moves, stored, derived, item } = foreseen
      if (seenOf(moves) !== seen) return movedMeanwhile
      if (kind === null) {
        await tx.itemDecision.deleteMany({ where: { assignmentId, itemId } })
      } else {
        const itemRevision = kind === 'regraded' ? (item?.revision ?? null) : null
        const decided = { kind, itemRevision, reason, decidedAt: now }
        await tx.itemDecision.upsert({
          where: { assignmentId_itemId: { assignmentId, itemId } },
          create: { assignmentId, itemId, ...decided },
          update: decided,
        })
      }
      await storeGrades(tx, assignmentId, stored, derived)
      const gradesMoved = moves.length
      const act =
        kind === null
          ? ({ act: 'item-decision-taken-back', assignmentId, gradesMoved } as const)
          : ({ act: 'item-decided', assignmentId, kind, gradesMoved } as const)
      await recordAct(tx, act, scope, now, itemId)
      return null
    }),
  )
}

/** What every grade is and would be, and by which item, should it be graded anew: of a bank by the newest version. */
async function foresee(
  tx: Transaction,
  scope: GradingScope,
  { assignmentId, itemId, kind }: IntendedItemDecision,
  findItem: FindItem,
): Promise<
  { moves: Move[]; stored: Map<string, Grade>; derived: Map<string, Grade>; item: Item | undefined } | Refusal
> {
  if ((await findAssignment(tx, scope, assignmentId)) === null) return unknownAssignment
  const log = await readLog(tx, assignmentId, findItem)
  const isAsked = log?.learners.some(({ attempts }) =>
    attempts.some(({ asked }) => asked.some((item) => item.itemId === itemId)),
  )
  if (log === null || !isAsked) return notAsked
  const item = (await findNewestBankItem(tx, itemId)) ?? findItem(itemId)
  if (kind === 'regraded' && item === undefined) return itemGone
  const decisions = new Map(log.decisions)
  if (kind === null) decisions.delete(itemId)
  else decisions.set(itemId, itemDecision(kind, item))
  const [stored, derived] = [await listGrades(tx, assignmentId), gradesBy(log, decisions)]
  return { moves: movesOf(stored, derived, await listGradeDecisions(tx, assignmentId)), stored, derived, item }
}

function seenOf(moves: readonly Move[]): string {
  return shortHash(JSON.stringify(moves))
}

export const unknownAssignment = refuse(404, 'unknown-assignment', 'There is no such assignment in this class.')
const notALearner = refuse(
  409,
  'not-a-learner',
  'They do not learn in this class any more. Load the page anew to see who does.',
)
const notAsked = refuse(404, 'not-asked', 'itemId: nobody was asked this question in this assignment.')
const itemGone = refuse(
  409,
  'item-gone',
  'This question is not asked any more, so there is nothing to grade it anew by. Give full marks or leave it out.',
)
const movedMeanwhile = refuse(
  409,
  'moved-meanwhile',
  'Grades have changed since you looked, so others would move now. Look again at whose grade moves.',
)
