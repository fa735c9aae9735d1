import 'server-only'
import { currentActor } from '@/features/accounts/loaders.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import {
  assignScope,
  classScope,
  gradebookScope,
  gradingScope,
  ownAccountScope,
  rosterScope,
  type TakeScope,
  takeScope,
} from '@/features/accounts/scope.ts'
import { findItem } from '@/features/quiz/bank.ts'
import type { AttemptEntry } from '@/features/quiz/data.ts'
import { listAttemptsAt } from '@/features/quiz/data.ts'
import type { AroundAttempts } from '@/features/quiz/loaders.ts'
import { pointsText } from '@/features/quiz/outcome.ts'
import { type ReviewTerms, shownParts } from '@/features/quiz/review-terms.ts'
import { rememberAnswers } from '@/features/study/actions.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { type ClassRow, findClass, listGroups, listOwnClasses, listRoster } from '../data.ts'
import { refreshGrade } from '../gradebook/mutations.ts'
import {
  type AssignmentRow,
  countBegun,
  findAssignment,
  findBankFor,
  findKnownWork,
  listAssignedAttempts,
  listAssignments,
  listAssignmentsOfAttempts,
  listGivenTerms,
  listOverrides,
  listPublishedAssignments,
} from './data.ts'
import type { TypedChange, TypedTerms } from './draft.ts'
import { pickedIn } from './editing/loaders.ts'
import { fieldText, relativeText, timeText } from './local-time.ts'
import { formCount, problemWithWork, questionCount } from './questions.ts'
import { shelf } from './shelf.ts'
import { byUrgency, isToDo, type Standing, standingOf } from './standing.ts'
import { commonTerms, type Terms, termsOfLearner } from './terms.ts'
import { differenceInWords, overrideInWords, questionsText, termsInWords } from './terms-wording.ts'
import type { Work } from './work.ts'
import { progressText, type WorkPart, workContentOn, workDone, workParts } from './work-progress.ts'

/** What attempts bring about beyond themselves, and what of them may be shown: composed here, since all of it is known here. */
export const aroundAttempts: AroundAttempts = {
  afterAnswers: rememberAnswers,
  afterSettled: (tx, { assignmentId, work }) => refreshGrade(tx, assignmentId, work, findItem),
  findReviewTerms: async (work, assignmentIds, at) => {
    if (assignmentIds.length === 0) return new Map()
    const [assignments, given] = await Promise.all([
      listAssignmentsOfAttempts(database(), assignmentIds),
      listGivenTerms(database(), assignmentIds, work),
    ])
    return new Map(
      assignments.map((assignment) => [
        assignment.id,
        reviewTermsOf(assignment, termsOfLearner(assignment, given, work.learnerId), at),
      ]),
    )
  },
}

function reviewTermsOf(assignment: AssignmentRow, { closesAt }: Terms, at: Date): ReviewTerms {
  const { review } = assignment.settings
  return { review, closesAt, isHeld: areGradesHeld(assignment, at), href: hrefOf(assignment) }
}

function areGradesHeld({ holdsGrades, gradesReleasedAt }: AssignmentRow, at: Date): boolean {
  return holdsGrades && (gradesReleasedAt === null || gradesReleasedAt > at)
}

/** A time, as the class's clock has it and as far as it is off. */
export interface ShownTime {
  text: string
  relative: string
}

/** When something opens, is due and closes. */
export interface ShownTimes {
  opens: ShownTime | null
  due: ShownTime | null
  closes: ShownTime | null
  /** By whose clock. */
  timeZone: string
}

/** An assignment in a list, for whoever works on it. */
export interface OwnListed {
  id: string
  href: string
  title: string
  className: string
  kind: Work['kind']
  standing: Standing
  times: ShownTimes
  /** How far they are with lessons or cards; nothing for a quiz. */
  progress: string | null
}

/** An assignment in a list, for those who teach. */
export interface TaughtListed {
  id: string
  href: string
  title: string
  kind: Work['kind']
  state: 'draft' | 'ahead' | 'open' | 'closed'
  times: ShownTimes
  /** How many have begun; nothing where it is no quiz. */
  begun: number | null
}

/** What a class is assigned. */
export type AssignmentList =
  | { kind: 'learner'; assignments: OwnListed[] }
  | { kind: 'taught'; classId: string; assignments: TaughtListed[]; canAssign: boolean }

/** What a class is assigned, as whoever asks may see it; nothing for those who neither teach nor learn in it. */
export async function loadAssignmentList(classId: string): Promise<AssignmentList | null> {
  const actor = await currentActor()
  const [scope, taught, take] = [classScope, gradebookScope, takeScope].map((prove) =>
    prove(actor, { id: classId }),
  ) as [ReturnType<typeof classScope>, ReturnType<typeof gradebookScope>, ReturnType<typeof takeScope>]
  const found = scope === null ? null : await findClass(database(), scope)
  if (found === null) return null
  if (take !== null) return { kind: 'learner', assignments: await ownList(take, found) }
  if (taught === null) return null
  const at = now()
  const [assignments, begun] = await Promise.all([listAssignments(database(), taught), countBegun(database(), taught)])
  return {
    kind: 'taught',
    classId,
    canAssign: found.archivedAt === null && assignScope(actor, { id: classId }) !== null,
    assignments: assignments.map((assignment) => ({
      id: assignment.id,
      href: hrefOf(assignment),
      title: assignment.title,
      kind: assignment.work.kind,
      state: stateOf(assignment, at),
      times: shownTimes(assignment, found.timeZone, at),
      begun: assignment.work.kind === 'quiz' ? (begun.get(assignment.id) ?? 0) : null,
    })),
  }
}

/** What whoever asks has to do in all of their classes, what is urgent first. */
export async function loadDue(): Promise<{ due: OwnListed[] }> {
  const actor = await currentActor()
  const own = ownAccountScope(actor)
  if (own === null) return { due: [] }
  const classes = await listOwnClasses(database(), own)
  const lists = await Promise.all(
    classes.map(async (found) => {
      const take = takeScope(actor, found)
      return take === null || found.archivedAt !== null ? [] : ownListed(take, found)
    }),
  )
  return { due: byUrgency(lists.flat().filter(({ standing }) => isToDo(standing))).map(withoutTerms) }
}

async function ownList(take: TakeScope, found: ClassRow): Promise<OwnListed[]> {
  return byUrgency(await ownListed(take, found)).map(withoutTerms)
}

function withoutTerms({ terms: _, ...listed }: OwnListed & { terms: Terms }): OwnListed {
  return listed
}

async function ownListed(take: TakeScope, { name, timeZone }: ClassRow): Promise<(OwnListed & { terms: Terms })[]> {
  const at = now()
  const db = database()
  const assignments = await listPublishedAssignments(db, take)
  const ids = assignments.map(({ id }) => id)
  const [given, attempts] = await Promise.all([
    listGivenTerms(db, ids, take.work),
    listAssignedAttempts(db, take.work, ids),
  ])
  return Promise.all(
    assignments.map(async (assignment) => {
      const terms = termsOfLearner(assignment, given, take.work.learnerId)
      const own = attempts.filter(({ assignmentId }) => assignmentId === assignment.id)
      const progress = await progressOf(take, assignment)
      const standing = standingOf(terms, doneBy(own, progress), at)
      return {
        id: assignment.id,
        href: hrefOf(assignment),
        title: assignment.title,
        className: name,
        kind: assignment.work.kind,
        standing,
        times: shownTimes(terms, timeZone, at),
        progress: progress?.text ?? null,
        terms,
      }
    }),
  )
}

function doneBy(
  attempts: readonly { status: string }[],
  progress: Awaited<ReturnType<typeof progressOf>>,
): { isDone: boolean; isBegun: boolean } {
  if (progress !== null) return { isDone: progress.done === progress.of, isBegun: false }
  const isBegun = attempts.some(({ status }) => status === 'in-progress')
  return { isDone: attempts.length > 0 && !isBegun, isBegun }
}

async function progressOf(
  take: TakeScope,
  { work }: AssignmentRow,
): Promise<{ done: number; of: number; text: string; parts: WorkPart[] } | null> {
  const content = workContentOn(work, shelf)
  if (content === null) return null
  const known = await findKnownWork(database(), take, { work })
  const counts = workDone(content, known)
  return { ...counts, text: progressText(content.kind, counts), parts: workParts(work, known, shelf) }
}

/** An attempt of a learner's own, with what may be told of it. */
export interface OwnAttempt {
  href: string
  isOpen: boolean
  text: string
}

/** An assignment, for whoever works on it. */
export interface OwnAssignment {
  kind: 'learner'
  id: string
  class: { id: string; name: string }
  title: string
  instructions: string
  workKind: Work['kind']
  standing: Standing
  times: ShownTimes
  /** What was given to this learner alone, in a sentence. */
  extra: string | null
  /** Under which terms a quiz is taken. */
  terms: string[]
  /** How far they are with lessons or cards; nothing for a quiz. */
  progress: { done: number; of: number; text: string; parts: WorkPart[] } | null
  attempts: OwnAttempt[]
  /** Nothing where there are as many as one likes. */
  attemptsLeft: number | null
  /** Whether an attempt can be begun, or gone on with; else why not. */
  begin: { kind: 'begin'; asksPassword: boolean } | { kind: 'go-on'; href: string } | { kind: 'no'; why: string } | null
  isHeld: boolean
}

/** An assignment, for those who teach. */
export interface TaughtAssignment {
  kind: 'taught'
  id: string
  class: { id: string; name: string; timeZone: string }
  title: string
  instructions: string
  workKind: Work['kind']
  state: TaughtListed['state']
  times: ShownTimes
  /** What it asks, in sentences. */
  work: string[]
  /** What a learner reads about it. */
  terms: string[]
  /** What only those who teach need to know. */
  facts: { name: string; value: string }[]
  parts: WorkPart[]
  /** Why it cannot be taken any more, such as questions that are gone. */
  problem: string | null
  begun: number
  /** Which questions have a newer version than the one that is picked, in a sentence, for those who assign. */
  newerInWords: string | null
  overrides: {
    id: string
    whom: { accountId: string } | { groupId: string }
    name: string
    terms: string[]
    typed: ShownOverride
    reason: string
  }[]
  learners: { accountId: string; name: string }[]
  groups: { id: string; name: string }[]
  /** The classes it can be copied to. */
  otherClasses: { id: string; name: string; timeZone: string }[]
  canAssign: boolean
  canGrade: boolean
}

/** Other terms, as the form for them holds them. */
export interface ShownOverride extends Pick<TypedTerms, 'opensAt' | 'dueAt' | 'closesAt'> {
  attempts: number | null
  extraMinutes: number | null
}

/** An assignment; nothing for whoever may not see it. */
export async function loadAssignment(classId: string, id: string): Promise<OwnAssignment | TaughtAssignment | null> {
  const actor = await currentActor()
  const asked = { id: classId }
  const scope = classScope(actor, asked)
  const found = scope === null ? null : await findClass(database(), scope)
  if (scope === null || found === null) return null
  const take = takeScope(actor, asked)
  const assignment = await findAssignment(database(), scope, id)
  if (assignment === null) return null
  if (take !== null) return assignment.publishedAt === null ? null : ownAssignment(take, found, assignment)
  return gradebookScope(actor, asked) === null ? null : taughtAssignment(actor, found, assignment)
}

async function ownAssignment(take: TakeScope, found: ClassRow, assignment: AssignmentRow): Promise<OwnAssignment> {
  const at = now()
  const db = database()
  const { work, settings } = assignment
  const [given, attempts, progress] = await Promise.all([
    listGivenTerms(db, [assignment.id], take.work),
    listAttemptsAt(db, take.work, assignment.id),
    progressOf(take, assignment),
  ])
  const terms = termsOfLearner(assignment, given, take.work.learnerId)
  const standing = standingOf(terms, doneBy(attempts, progress), at)
  const review = new Map([[assignment.id, reviewTermsOf(assignment, terms, at)]])
  const isQuiz = work.kind === 'quiz'
  return {
    kind: 'learner',
    id: assignment.id,
    class: { id: found.id, name: found.name },
    title: assignment.title,
    instructions: assignment.instructions,
    workKind: work.kind,
    standing,
    times: shownTimes(terms, found.timeZone, at),
    extra: differenceInWords(terms, commonTerms(assignment, settings), found.timeZone),
    terms: isQuiz ? termsInWords(settings, terms, questionCount(work.questions)) : [],
    progress,
    attempts: attempts.map((attempt) =>
      ownAttempt(attempt, shownParts(attempt, attempt.finishedAt, at, review), found.timeZone),
    ),
    attemptsLeft: terms.attempts === 0 ? null : Math.max(0, terms.attempts - attempts.length),
    begin: isQuiz ? beginOf(terms, attempts, assignment, found, at) : null,
    isHeld: areGradesHeld(assignment, at),
  }
}

function beginOf(
  terms: Terms,
  attempts: readonly AttemptEntry[],
  { settings, password }: AssignmentRow,
  { timeZone, archivedAt }: ClassRow,
  at: Date,
): OwnAssignment['begin'] {
  const open = attempts.find(({ status }) => status === 'in-progress')
  if (open !== undefined) return { kind: 'go-on', href: `/attempts/${open.id}` }
  const no = (why: string) => ({ kind: 'no', why }) as const
  if (archivedAt !== null) return no('The class is archived, so nothing new can be begun in it.')
  if (terms.opensAt !== null && at < terms.opensAt) return no(`You can begin ${relativeText(terms.opensAt, at)}.`)
  if (terms.closesAt !== null && at >= terms.closesAt) return no('It is closed.')
  if (terms.attempts > 0 && attempts.length >= terms.attempts) {
    return no(terms.attempts === 1 ? 'You have taken it.' : 'You have used all of your attempts.')
  }
  const endedAt = attempts.at(-1)?.finishedAt ?? null
  const nextAt = endedAt === null ? at : new Date(endedAt.getTime() + settings.delaySeconds * 1000)
  if (at < nextAt) return no(`The next attempt can begin ${relativeText(nextAt, at)} (${timeText(nextAt, timeZone)}).`)
  return { kind: 'begin', asksPassword: password !== null }
}

function ownAttempt(
  { id, status, startedAt, answers, items: asked }: AttemptEntry,
  parts: ReadonlySet<string>,
  timeZone: string,
): OwnAttempt {
  if (status === 'in-progress') return { href: `/attempts/${id}`, isOpen: true, text: 'Begun, and not handed in yet' }
  const earned = answers.reduce((sum, { score }) => sum + score, 0)
  const told =
    status === 'abandoned'
      ? 'Not handed in'
      : parts.has('marks')
        ? `${pointsText(earned)} of ${asked.length} ${asked.length === 1 ? 'point' : 'points'}`
        : 'Handed in'
  return { href: `/results/${id}`, isOpen: false, text: `${told}, begun ${timeText(startedAt, timeZone)}` }
}

async function taughtAssignment(
  actor: Actor,
  found: ClassRow,
  assignment: AssignmentRow,
): Promise<TaughtAssignment | null> {
  const asked = { id: found.id }
  const [taught, roster, own] = [gradebookScope(actor, asked), rosterScope(actor, asked), ownAccountScope(actor)]
  if (taught === null || roster === null || own === null) return null
  const at = now()
  const db = database()
  const [overrides, begun, members, groups, classes, bank] = await Promise.all([
    listOverrides(db, taught, assignment.id),
    countBegun(db, taught),
    listRoster(db, roster),
    listGroups(db, roster),
    listOwnClasses(db, own),
    findBankFor(db, assignment.work),
  ])
  const { work, settings } = assignment
  const { id, name, timeZone } = found
  const assign = found.archivedAt === null ? assignScope(actor, asked) : null
  const count = begun.get(assignment.id) ?? 0
  return {
    kind: 'taught',
    id: assignment.id,
    class: { id, name, timeZone },
    title: assignment.title,
    instructions: assignment.instructions,
    workKind: work.kind,
    state: stateOf(assignment, at),
    times: shownTimes(assignment, timeZone, at),
    work: workInWords(work),
    terms:
      work.kind === 'quiz'
        ? termsInWords(settings, commonTerms(assignment, settings), questionCount(work.questions))
        : [],
    facts: factsOf(assignment, at),
    parts: workParts(work, new Set(), shelf),
    problem: problemWithWork(work, bank, knows)?.message ?? null,
    begun: count,
    newerInWords: assign === null ? null : (await pickedIn(assign, assignment, count > 0)).newerInWords,
    overrides: overrides.map(({ accountId, groupId, terms, ...row }) => ({
      ...row,
      whom: accountId === null ? { groupId: groupId ?? '' } : { accountId },
      terms: overrideInWords(terms, timeZone),
      typed: {
        opensAt: typedChange(terms.opensAt, timeZone),
        dueAt: typedChange(terms.dueAt, timeZone),
        closesAt: typedChange(terms.closesAt, timeZone),
        attempts: terms.attempts ?? null,
        extraMinutes: terms.extraMinutes ?? null,
      },
    })),
    learners: members.flatMap(({ accountId, name: who, role }) =>
      role === 'learner' ? [{ accountId, name: who }] : [],
    ),
    groups: groups.map(({ id: groupId, name: called }) => ({ id: groupId, name: called })),
    otherClasses: classes.flatMap((other) =>
      other.role === 'teacher' && other.archivedAt === null && other.id !== id
        ? [{ id: other.id, name: other.name, timeZone: other.timeZone }]
        : [],
    ),
    canAssign: assign !== null,
    canGrade: found.archivedAt === null && gradingScope(actor, asked) !== null,
  }
}

function typedChange(instant: Date | null | undefined, timeZone: string): TypedChange {
  if (instant === undefined) return { kind: 'as-for-all' }
  return instant === null ? { kind: 'none' } : { kind: 'at', time: fieldText(instant, timeZone) }
}

function workInWords(work: Work): string[] {
  switch (work.kind) {
    case 'lessons':
      return ['Lessons to read. One is read when all of its checks are answered.']
    case 'cards':
      return ['Cards to learn. One is learned when it has left its learning steps.']
    case 'quiz': {
      const { questions } = work
      const count = questionsText(questionCount(questions))
      if (questions.kind === 'picked') return [`${count}, which you picked.`]
      const forms = formCount(questions)
      return [
        forms === 1
          ? `${count}, drawn by a blueprint: the same for all.`
          : `${count} in ${forms} parallel forms, dealt out in turn.`,
      ]
    }
  }
}

function factsOf(assignment: AssignmentRow, at: Date): TaughtAssignment['facts'] {
  const { password, weight, holdsGrades } = assignment
  return [
    ...(password === null ? [] : [{ name: 'Password', value: password }]),
    { name: 'Weight', value: weight === 0 ? '0: it is only practice' : String(weight) },
    ...(holdsGrades
      ? [{ name: 'Grades', value: areGradesHeld(assignment, at) ? 'held until you release them' : 'released' }]
      : []),
  ]
}

/** Where the assignment of a class is. */
export function hrefOf({ classId, id }: Pick<AssignmentRow, 'classId' | 'id'>): string {
  return `/classes/${classId}/assignments/${id}`
}

/** What can be assigned, as far as the catalog knows it. */
export const knows = {
  lesson: (id: string) => shelf.lesson(id) !== undefined,
  topic: (id: string) => shelf.topicTitle(id) !== undefined,
}

function stateOf({ publishedAt, opensAt, closesAt }: AssignmentRow, at: Date): TaughtListed['state'] {
  if (publishedAt === null) return 'draft'
  if (closesAt !== null && at >= closesAt) return 'closed'
  return opensAt !== null && at < opensAt ? 'ahead' : 'open'
}

function shownTimes(
  { opensAt, dueAt, closesAt }: Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'>,
  timeZone: string,
  at: Date,
): ShownTimes {
  const shown = (instant: Date | null) =>
    instant === null ? null : { text: timeText(instant, timeZone), relative: relativeText(instant, at) }
  return { opens: shown(opensAt), due: shown(dueAt), closes: shown(closesAt), timeZone }
}
