import 'server-only'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { currentActor, currentVisit } from '@/features/accounts/loaders.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import {
  type ClassScope,
  classEditScope,
  classScope,
  type GradebookScope,
  gradebookScope,
  gradingScope,
  type TakeScope,
  takeScope,
} from '@/features/accounts/scope.ts'
import { findItem } from '@/features/quiz/bank.ts'
import { toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import { settleAssigned } from '@/features/quiz/mutations.ts'
import { itemsByIds, itemsForAttempt } from '@/features/quiz/own-items/loaders.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findKnownWork, listWorkProgress } from '../assignments/data.ts'
import { aroundAttempts } from '../assignments/loaders.ts'
import { shelf } from '../assignments/shelf.ts'
import { workContentOn, workDone } from '../assignments/work-progress.ts'
import { findClass } from '../data.ts'
import { unknownClass } from '../mutations.ts'
import { momentText } from './class-time.ts'
import {
  findAssignment,
  findClassLearner,
  type ListWorkProgress,
  listAskedItems,
  listAttemptsToEnd,
  listItemDecisions,
  listNames,
  listOwnItemDecisions,
  readCell,
  readGradebook,
  readLog,
  readOwnGrades,
} from './data.ts'
import { type AttemptMarks, type AttemptToGrade, gradeOf, marksOf } from './grade.ts'
import { type Cell, countedShare, type GradeDecision, isReleased, totalOf } from './gradebook.ts'
import { type ItemDecisionKind, itemDecisionKinds } from './item-decision.ts'
import { type ItemDecisionPreview, previewItemDecision, unknownAssignment } from './mutations.ts'
import { type GradebookSheet, type Release, releaseOf, sheetOf } from './sheet.ts'

/** How far each learner of a class has come with lessons and cards. */
const progressIn =
  (scope: GradebookScope): ListWorkProgress =>
  async (db, assignment, accountIds) => {
    const progress = await listWorkProgress(db, scope, assignment)
    return accountIds.flatMap((accountId) => {
      const found = progress.get(accountId)
      return found === undefined ? [] : [{ accountId, ...found }]
    })
  }

/** How far one has come oneself. */
const ownProgress =
  (take: TakeScope): ListWorkProgress =>
  async (db, { work }) => {
    const content = workContentOn(work, shelf)
    if (content === null) return []
    return [{ accountId: take.accountId, ...workDone(content, await findKnownWork(db, take, { work })) }]
  }

/** The page around a gradebook, without any grade. */
export interface GradebookPage {
  classId: string
  name: string
  isArchived: boolean
  /** Whether one may change how totals are made. */
  canEdit: boolean
}

/** The page of a gradebook; nothing for whoever may not read it. */
export async function loadGradebookPage(classId: string): Promise<GradebookPage | null> {
  const actor = await currentActor()
  const [of, reading] = [classScope(actor, { id: classId }), gradebookScope(actor, { id: classId })]
  const found = of === null || reading === null ? null : await findClass(database(), of)
  if (found === null) return null
  const isArchived = found.archivedAt !== null
  return {
    classId,
    name: found.name,
    isArchived,
    canEdit: !isArchived && classEditScope(actor, { id: classId }) !== null,
  }
}

/** All grades of a class, attempts ended whose time is up; refused to whoever may not read them. */
export async function loadGradebook(classId: string): Promise<GradebookSheet | Refusal> {
  const scope = gradebookScope(await currentActor(), { id: classId })
  if (scope === null) return refusalFor(await currentActor())
  const [db, at] = [database(), now()]
  await endAttempts(scope, await listAttemptsToEnd(db, scope, at), at)
  return sheetOf(await readGradebook(db, scope, progressIn(scope), at), at)
}

/** Ends attempts whose time is up, which grades them. */
async function endAttempts(of: ClassScope | GradebookScope, attemptIds: readonly string[], at: Date): Promise<void> {
  for (const id of attemptIds) {
    await settleAssigned(database(), of, id, await itemsForAttempt(id), aroundAttempts, at)
  }
}

/** One cell of a gradebook, opened. */
export interface CellDetail {
  learner: string
  title: string
  cell: Cell
  /** By the class's clock; nothing where there is none for this learner. */
  due: string | null
  closes: string | null
  decision: GradeDecision | null
  /** In the order they were begun. */
  attempts: (AttemptMarks & {
    id: string
    status: AttemptToGrade['status']
    startedAt: string
    finishedAt: string | null
    /** Whether the grade is made of it. */
    counts: boolean
  })[]
}

/** One cell of a gradebook; refused to whoever may not read it. */
export async function loadCell(
  classId: string,
  assignmentId: string,
  accountId: string,
): Promise<CellDetail | Refusal> {
  const actor = await currentActor()
  const [of, scope] = [classScope(actor, { id: classId }), gradebookScope(actor, { id: classId })]
  if (of === null || scope === null) return refusalFor(actor)
  const [db, at] = [database(), now()]
  const [found, assignment, learner] = await Promise.all([
    findClass(db, of),
    findAssignment(db, scope, assignmentId),
    findClassLearner(db, scope, accountId),
  ])
  if (found === null || assignment === null || learner === null) return unknownAssignment
  const [{ cell, decision, terms }, log] = await Promise.all([
    readCell(db, scope, assignment, accountId, progressIn(scope), at),
    readLog(db, assignmentId, findItem, accountId),
  ])
  const attempts = log?.learners[0]?.attempts ?? []
  const by = { settings: assignment.settings, terms, decisions: log?.decisions ?? new Map() }
  const grade = gradeOf(attempts, by)
  const inClass = (instant: Date | null) => (instant === null ? null : momentText(instant, found.timeZone))
  return {
    learner: learner.name,
    title: assignment.title,
    cell,
    due: inClass(terms.dueAt),
    closes: inClass(terms.closesAt),
    decision,
    attempts: attempts.map((attempt) => ({
      ...marksOf(attempt, by),
      id: attempt.id,
      status: attempt.status,
      startedAt: momentText(attempt.startedAt, found.timeZone),
      finishedAt: inClass(attempt.finishedAt),
      counts: attempt.status === 'finished' && (grade?.attemptId ?? attempt.id) === attempt.id,
    })),
  }
}

/** An assignment as it is graded: its questions, what was decided about them, and who sees the grades. */
export interface GradedAssignment {
  classId: string
  className: string
  assignmentId: string
  title: string
  isArchived: boolean
  release: Release
  /** When they are or were released, by the class's clock. */
  releasedAt: string | null
  timeZone: string
  /** The hardest first. */
  questions: {
    itemId: string
    text: string
    asked: number
    meanPercent: number
    decision: { kind: ItemDecisionKind; reason: string; decidedAt: string } | null
    /** Whether it is still there, to be graded anew by. */
    isThere: boolean
  }[]
}

/** An assignment as it is graded; nothing for whoever may not. */
export async function loadGradedAssignment(classId: string, assignmentId: string): Promise<GradedAssignment | null> {
  const actor = await currentActor()
  const [of, scope] = [classScope(actor, { id: classId }), gradingScope(actor, { id: classId })]
  const reading = gradebookScope(actor, { id: classId })
  if (of === null || scope === null || reading === null) return null
  const db = database()
  const [found, assignment] = await Promise.all([findClass(db, of), findAssignment(db, scope, assignmentId)])
  if (found === null || assignment === null) return null
  const [asked, decisions] = await Promise.all([
    listAskedItems(db, reading, assignmentId),
    listItemDecisions(db, assignmentId),
  ])
  const find = await itemsByIds(asked.map(({ itemId }) => itemId))
  const decided = new Map(decisions.map((decision) => [decision.itemId, decision]))
  const { gradesReleasedAt } = assignment
  return {
    classId,
    className: found.name,
    assignmentId,
    title: assignment.title,
    isArchived: found.archivedAt !== null,
    release: releaseOf(assignment, now()),
    releasedAt: gradesReleasedAt === null ? null : momentText(gradesReleasedAt, found.timeZone),
    timeZone: found.timeZone,
    questions: asked
      .toSorted((a, b) => a.meanScore - b.meanScore || (a.itemId < b.itemId ? -1 : 1))
      .map(({ itemId, asked: times, meanScore }) => {
        const item = find(itemId)
        const decision = decided.get(itemId)
        return {
          itemId,
          text: item === undefined ? 'A question that is not asked any more' : questionText(toPublic(item)),
          asked: times,
          meanPercent: Math.round(100 * meanScore),
          decision:
            decision === undefined
              ? null
              : {
                  kind: decision.kind,
                  reason: decision.reason,
                  decidedAt: momentText(decision.decidedAt, found.timeZone),
                },
          isThere: item !== undefined,
        }
      }),
  }
}

/** Whose grade a decision about an item would move, by name. */
export interface NamedPreview {
  moves: (ItemDecisionPreview['moves'][number] & { name: string })[]
  seen: string
}

const unknownKind = refuse(400, 'malformed', `kind: expected ${itemDecisionKinds.join(', ')} or nothing.`)

/**
 * Whose grade a decision about an item would move; refused to whoever may not decide.
 *
 * @param asked the kind of decision; nothing for taking back the one before
 */
export async function loadPreview(
  classId: string,
  { assignmentId, itemId }: { assignmentId: string; itemId: string },
  asked: string | null,
): Promise<NamedPreview | Refusal> {
  const actor = await currentActor()
  const scope = gradingScope(actor, { id: classId })
  if (scope === null) return refusalFor(actor)
  const kind = itemDecisionKinds.find((known) => known === asked) ?? null
  if (kind === null && asked) return unknownKind
  const preview = await previewItemDecision(database(), scope, { assignmentId, itemId, kind }, findItem)
  if ('refused' in preview) return preview
  const names = await listNames(database(), scope)
  return {
    seen: preview.seen,
    moves: preview.moves
      .map((move) => ({ ...move, name: names.get(move.accountId) ?? 'Somebody who has left' }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}

/** One's own grades in a class, of what may be seen. */
export interface OwnGrades {
  classId: string
  name: string
  /** In percent, of what may be seen. */
  total: number | null
  dropLowest: number
  grades: {
    id: string
    title: string
    weight: number
    cell: Cell
    isDropped: boolean
    comment: string
    /** What was decided about questions that one was asked. */
    questions: ItemDecisionKind[]
  }[]
}

/** One's own grades in a class, attempts ended whose time is up; nothing for whoever does not learn in it. */
export async function loadOwnGrades(classId: string): Promise<OwnGrades | null> {
  const [visit, actor] = await Promise.all([currentVisit(), currentActor()])
  const asked = { id: classId }
  const [of, take] = [classScope(actor, asked), takeScope(actor, asked)]
  if (visit.kind !== 'signed-in' || of === null || take === null) return null
  const [db, at] = [database(), now()]
  await endAttempts(of, await listAttemptsToEnd(db, of, at, visit.learner.work), at)
  const [found, { dropLowest, columns, comments }, decisions] = await Promise.all([
    findClass(db, of),
    readOwnGrades(db, visit.scope, of, ownProgress(take), at),
    listOwnItemDecisions(db, visit.scope, of),
  ])
  if (found === null) return null
  // What is held back is nowhere in it, nor in the total.
  const seen = columns
    .filter(({ assignment }) => isReleased(assignment, at))
    .map(({ assignment, cellOf }) => ({ assignment, cell: cellOf(visit.account.id) }))
  const { percent, dropped } = totalOf(
    seen.map(({ assignment: { id, weight }, cell }) => ({ id, weight, share: countedShare(cell) })),
    dropLowest,
  )
  return {
    classId,
    name: found.name,
    total: percent,
    dropLowest,
    grades: seen.map(({ assignment: { id, title, weight }, cell }) => ({
      id,
      title,
      weight,
      cell,
      isDropped: dropped.includes(id),
      comment: comments.get(id) ?? '',
      questions: decisions.filter(({ assignmentId }) => assignmentId === id).map(({ kind }) => kind),
    })),
  }
}

/** Whoever has no account is told to sign in, and everybody else that there is no such class of theirs. */
function refusalFor(actor: Actor): Refusal {
  return 'accountId' in actor ? unknownClass : notSignedIn
}
