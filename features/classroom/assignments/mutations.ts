import { isDeepStrictEqual } from 'node:util'
import { type AssignScope, derivedWorkScope, type GradingScope } from '@/features/accounts/scope.ts'
import { findAttempt } from '@/features/quiz/data.ts'
import { type AfterSettled, stateOf } from '@/features/quiz/mutations.ts'
import { readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import { type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import { listUsableAmong } from '../bank/data.ts'
import { notInClass, unknownGroup, whileOpen } from '../mutations.ts'
import { type AssignmentRow, findAssignment, listGivenTerms } from './data.ts'
import { type AssignmentContent, problemWithTimes } from './draft.ts'
import { shiftedBy } from './local-time.ts'
import { pickedIds, questionsAt } from './questions.ts'
import { commonTerms, type OverrideTerms, termsFor, termsOfLearner, withMoreTime } from './terms.ts'
import type { Work } from './work.ts'

/** Makes an assignment that the class does not see yet. Making the same twice makes it once. */
export async function makeAssignment(
  db: Database,
  scope: AssignScope,
  id: string,
  content: AssignmentContent,
  now: Date,
): Promise<Refusal | null> {
  const { classId } = scope
  try {
    return await inTransaction(db, (tx) =>
      whileOpen(tx, classId, async () => {
        const earlier = await tx.assignment.findUnique({ where: { id }, select: { classId: true } })
        if (earlier !== null) return earlier.classId === classId ? null : unknownAssignment
        const refusal = await refusalByBanks(tx, scope, content.work)
        if (refusal !== null) return refusal
        const bankItems = { create: bankItemsOf(content.work) }
        await tx.assignment.create({ data: { id, classId, createdAt: now, ...stored(content), bankItems } })
        return null
      }),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same assignment came in twice at once.
    return makeAssignment(db, scope, id, content, now)
  }
}

/**
 * Changes an assignment. Once learners have begun, what they are asked stays as it is; more time reaches those who are at
 * it, and less does not.
 */
export function changeAssignment(
  db: Database,
  scope: AssignScope,
  id: string,
  content: AssignmentContent,
  afterSettled: AfterSettled,
  now: Date,
): Promise<Refusal | null> {
  return change(db, scope, id, async (tx, assignment) => {
    if (!isDeepStrictEqual(assignment.work, content.work) && (await hasBegun(tx, id))) return workIsFixed
    const refusal = await refusalByBanks(tx, scope, content.work, pickedIds(assignment.work))
    if (refusal !== null) return refusal
    const bankItems = { deleteMany: {}, create: bankItemsOf(content.work) }
    await tx.assignment.update({ where: { id }, data: { ...stored(content), bankItems } })
    await termsChanged(tx, { ...assignment, ...content }, afterSettled, now)
    return null
  })
}

/** Lets the class see an assignment. */
export function publishAssignment(db: Database, scope: AssignScope, id: string, now: Date): Promise<Refusal | null> {
  return change(db, scope, id, async (tx) => {
    await tx.assignment.updateMany({ where: { id, publishedAt: null }, data: { publishedAt: now } })
    return null
  })
}

/** Takes an assignment back from the class, which nobody may have begun. */
export function unpublishAssignment(db: Database, scope: AssignScope, id: string): Promise<Refusal | null> {
  return change(db, scope, id, async (tx) => {
    if (await hasBegun(tx, id)) return begunSoClose('taken back')
    await tx.assignment.update({ where: { id }, data: { publishedAt: null } })
    return null
  })
}

/** Deletes an assignment, which nobody may have begun. Deleting it twice changes nothing. */
export function deleteAssignment(db: Database, { classId }: AssignScope, id: string): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      if (await hasBegun(tx, id)) return begunSoClose('deleted')
      await tx.assignment.deleteMany({ where: { id, classId } })
      return null
    }),
  )
}

/** Closes an assignment: nobody begins it any more. Whoever is at it has the time that they were given. */
export function closeAssignment(
  db: Database,
  scope: AssignScope,
  id: string,
  afterSettled: AfterSettled,
  now: Date,
): Promise<Refusal | null> {
  return change(db, scope, id, async (tx, assignment) => {
    const { opensAt, dueAt, closesAt } = assignment
    if (closesAt !== null && closesAt <= now) return null
    const times = {
      opensAt: opensAt !== null && opensAt >= now ? null : opensAt,
      dueAt: dueAt !== null && dueAt > now ? now : dueAt,
      closesAt: now,
    }
    await tx.assignment.update({ where: { id }, data: times })
    await termsChanged(tx, { ...assignment, ...times }, afterSettled, now)
    return null
  })
}

/**
 * Copies an assignment to another class, unpublished and without the terms that somebody was given.
 *
 * @param days how much later it is to fall, by the time of day of each class; nothing for no times
 */
export async function copyAssignment(
  db: Database,
  from: AssignScope,
  to: AssignScope,
  copied: { id: string; copyId: string; days: number | null },
  now: Date,
): Promise<Refusal | null> {
  const { id, copyId, days } = copied
  const found = await findAssignment(db, from, id)
  if (found === null) return unknownAssignment
  const [fromClass, toClass] = await Promise.all(
    [from, to].map(({ classId }) => db.class.findUniqueOrThrow({ where: { id: classId }, select: { timeZone: true } })),
  )
  const shifted = (instant: Date | null) =>
    days === null || fromClass === undefined || toClass === undefined
      ? null
      : shiftedBy(days, instant, fromClass.timeZone, toClass.timeZone)
  const { title, instructions, work, settings, password, weight, holdsGrades } = found
  const content = {
    title,
    instructions,
    work,
    settings,
    password,
    weight,
    holdsGrades,
    opensAt: shifted(found.opensAt),
    dueAt: shifted(found.dueAt),
    closesAt: shifted(found.closesAt),
  }
  return makeAssignment(db, to, copyId, content, now)
}

/** Other terms for a learner or a group, as they are kept. */
export interface KeptOverride {
  id: string
  assignmentId: string
  whom: { accountId: string } | { groupId: string }
  terms: OverrideTerms
  reason: string
}

/** Gives a learner or a group other terms, or changes them. Keeping the same twice changes nothing. */
export async function keepOverride(
  db: Database,
  scope: GradingScope,
  kept: KeptOverride,
  afterSettled: AfterSettled,
  now: Date,
): Promise<Refusal | null> {
  const { id, assignmentId, whom, terms, reason } = kept
  try {
    return await change(db, scope, assignmentId, async (tx, assignment) => {
      const earlier = await tx.assignmentOverride.findUnique({ where: { id }, select: { assignmentId: true } })
      if (earlier !== null && earlier.assignmentId !== assignmentId) return unknownOverride
      const other = await tx.assignmentOverride.count({ where: { assignmentId, ...whom, id: { not: id } } })
      if (other > 0) return alreadyGiven
      if (!(await isInClass(tx, scope, whom))) return 'accountId' in whom ? notInClass : unknownGroup
      const problem = problemWithTimes(termsFor(commonTerms(assignment, assignment.settings), [], terms))
      if (problem !== null) return refuseField(problem.field, 'times', problem.message)
      const values = { accountId: null, groupId: null, ...whom, terms: json(terms), reason }
      await tx.assignmentOverride.upsert({
        where: { id },
        create: { id, assignmentId, createdAt: now, ...values },
        update: values,
      })
      await termsChanged(tx, assignment, afterSettled, now)
      return null
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same came in twice at once, or two for the same learner.
    return keepOverride(db, scope, kept, afterSettled, now)
  }
}

/** Takes other terms back. More time that somebody has begun with stays theirs. */
export function deleteOverride(
  db: Database,
  scope: GradingScope,
  { assignmentId, id }: { assignmentId: string; id: string },
  afterSettled: AfterSettled,
  now: Date,
): Promise<Refusal | null> {
  return change(db, scope, assignmentId, async (tx, assignment) => {
    await tx.assignmentOverride.deleteMany({ where: { id, assignmentId } })
    await termsChanged(tx, assignment, afterSettled, now)
    return null
  })
}

/**
 * Whoever picks questions of banks must be one who may use them. What an assignment asks already stays, whoever changes
 * the rest of it and whatever has become of the question.
 */
async function refusalByBanks(
  tx: Transaction,
  { bank }: AssignScope,
  work: Work,
  before: readonly string[] = [],
): Promise<Refusal | null> {
  const itemIds = pickedIds(work)
  const added = itemIds.filter((id) => readOwnItemId(id) !== null && !before.includes(id))
  const usable = await listUsableAmong(tx, bank, added)
  const refused = added.filter((id) => !usable.has(id))
  if (refused.length === 0) return null
  const which = questionsAt(itemIds, refused)
  const message =
    refused.length === 1
      ? `${which} is in no bank that you may use, or is there no more. Take it out.`
      : `${which} are in no bank that you may use, or are there no more. Take them out.`
  return refuseField('work.questions', 'unusable-questions', message)
}

/** Which items of banks a work asks. */
function bankItemsOf(work: Work): { bankItemId: string }[] {
  const ids = pickedIds(work).flatMap((itemId) => readOwnItemId(itemId)?.bankItemId ?? [])
  return [...new Set(ids)].map((bankItemId) => ({ bankItemId }))
}

/** Changes an assignment of a class that is not archived. */
function change(
  db: Database,
  scope: AssignScope | GradingScope,
  id: string,
  work: (tx: Transaction, assignment: AssignmentRow) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, scope.classId, async () => {
      const assignment = await findAssignment(tx, scope, id)
      return assignment === null ? unknownAssignment : work(tx, assignment)
    }),
  )
}

/** Whether a learner has begun it, or anything hangs on it that they would lose. */
async function hasBegun(tx: Transaction, assignmentId: string): Promise<boolean> {
  const where = { assignmentId }
  const counts = [
    await tx.attempt.count({ where }),
    await tx.gradeCell.count({ where }),
    await tx.gradeDecision.count({ where }),
  ]
  return counts.some((count) => count > 0)
}

/** Lets other terms reach those who have begun: more time for those who are at it, and what is derived for all. */
async function termsChanged(
  tx: Transaction,
  assignment: AssignmentRow,
  afterSettled: AfterSettled,
  now: Date,
): Promise<void> {
  const { id: assignmentId } = assignment
  const given = await listGivenTerms(tx, [assignmentId])
  const attempts = await tx.attempt.findMany({
    where: { assignmentId },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, learnerId: true, status: true },
  })
  const latest = new Map<string, string>()
  for (const { id, learnerId, status } of attempts) {
    latest.set(learnerId, id)
    if (status !== 'in-progress') continue
    const attempt = await findAttempt(tx, derivedWorkScope({ learnerId }), id)
    if (attempt === null) continue
    // Whose time was up has ended, though nobody has looked; a teacher may have given them more.
    const { status: byClock } = stateOf(attempt, now)
    if (byClock !== 'in-progress' && byClock !== 'overdue') continue
    const { rules } = attempt
    const more = withMoreTime(rules, termsOfLearner(assignment, given, learnerId))
    if (!isDeepStrictEqual(more, rules)) await tx.attempt.update({ where: { id }, data: { rules: json(more) } })
  }
  for (const [learnerId, attemptId] of latest) {
    await afterSettled(tx, { attemptId, assignmentId, work: derivedWorkScope({ learnerId }) }, now)
  }
}

async function isInClass(tx: Transaction, { classId }: GradingScope, whom: KeptOverride['whom']): Promise<boolean> {
  return 'accountId' in whom
    ? (await tx.membership.count({ where: { classId, ...whom, role: 'learner', leftAt: null } })) > 0
    : (await tx.group.count({ where: { id: whom.groupId, classId } })) > 0
}

function stored({ work, settings, ...content }: AssignmentContent) {
  return { ...content, work: json(work), settings: json(settings) }
}

/** What has passed its schema, as plain JSON: times become text. */
function json(value: unknown): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value))
}

/** The answer about an assignment that is not there, or not for whoever asks. */
export const unknownAssignment = refuse(404, 'unknown-assignment', 'There is no such assignment in a class of yours.')
const unknownOverride = refuse(404, 'unknown-override', 'id: there are no such terms for this assignment.')
const workIsFixed = refuse(
  409,
  'begun',
  'Learners have begun, so what they are asked stays as it is. Times and settings may change. To ask something else, copy it and change the copy.',
)
const alreadyGiven = refuse(409, 'already-given', 'They have terms of their own already. Change those instead.')

function begunSoClose(what: string): Refusal {
  return refuse(409, 'begun', `Learners have begun, so it cannot be ${what} any more. You can close it instead.`)
}
