import 'server-only'
import { currentActor } from '@/features/accounts/loaders.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import {
  type AssignScope,
  assignScope,
  classScope,
  gradebookScope,
  gradingScope,
  ownAccountScope,
  rosterScope,
  type TakeScope,
  takeScope,
} from '@/features/accounts/scope.ts'
import { catalog } from '@/features/catalog/data.ts'
import { bank as askedBank, findItem } from '@/features/quiz/bank.ts'
import { type AskedItem, askedItems } from '@/features/quiz/blueprint.ts'
import type { AttemptEntry } from '@/features/quiz/data.ts'
import { listAttemptsAt } from '@/features/quiz/data.ts'
import type { Difficulty } from '@/features/quiz/difficulty.ts'
import { type Item, type ItemType, type PublicItem, shuffledFor, toPublic } from '@/features/quiz/item.ts'
import { itemTypeNames, questionText } from '@/features/quiz/item-wording.ts'
import { type AroundAttempts, answerOutside, type KeptAnswer } from '@/features/quiz/loaders.ts'
import { pointsText } from '@/features/quiz/outcome.ts'
import { findAnyItem } from '@/features/quiz/own-items/loaders.ts'
import { readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { type ReviewTerms, shownParts } from '@/features/quiz/review-terms.ts'
import { rememberAnswers } from '@/features/study/actions.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { listBankItems, listBankItemsAmong, listUsableAmong } from '../bank/data.ts'
import { type ClassRow, findClass, listGroups, listOwnClasses, listRoster } from '../data.ts'
import { listItemDecisions } from '../gradebook/data.ts'
import { refreshGrade } from '../gradebook/mutations.ts'
import { unknownClass } from '../mutations.ts'
import {
  type AssignmentRow,
  countBegun,
  findAssignment,
  findBankFor,
  findKnownWork,
  isPickedIn,
  listAssignedAttempts,
  listAssignments,
  listAssignmentsOfAttempts,
  listGivenTerms,
  listOverrides,
  listPublishedAssignments,
} from './data.ts'
import type { Draft, TypedChange, TypedTerms } from './draft.ts'
import { fieldText, relativeText, timeText } from './local-time.ts'
import { newerInWords, newerVersions } from './newer-versions.ts'
import { foundQuestions, type ListedQuestion } from './question-search.ts'
import { formCount, pickedIds, problemWithWork, questionCount } from './questions.ts'
import { type Settings, usualSettings } from './settings.ts'
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

/** A question as learners see it, with its key. */
export interface QuestionPreview {
  item: PublicItem
  answer: KeptAnswer
}

/** The form for an assignment. */
export interface AssignmentEditor {
  class: { id: string; name: string; timeZone: string }
  /** Nothing for a new one. */
  id: string | null
  draft: Draft
  /** The questions that are picked already. */
  picked: ListedQuestion[]
  /** The newest version of what is picked in an older one, by the id that is picked. */
  newer: Readonly<Record<string, ListedQuestion>>
  /** Which these are, in a sentence; nothing where there are none. */
  newerInWords: string | null
  /** Whether learners have begun, so that what they are asked stays. */
  isBegun: boolean
  topics: { id: string; title: string }[]
  lessons: { id: string; title: string }[]
  kinds: { id: ItemType; title: string }[]
  usualSettings: Settings
}

/** The form for a new assignment, or for one that is there; nothing for whoever may not assign. */
export async function loadEditor(classId: string, id: string | null): Promise<AssignmentEditor | null> {
  const actor = await currentActor()
  const asked = { id: classId }
  const [scope, assign, taught] = [classScope(actor, asked), assignScope(actor, asked), gradebookScope(actor, asked)]
  if (scope === null || assign === null || taught === null) return null
  const found = await findClass(database(), scope)
  if (found === null || found.archivedAt !== null) return null
  const assignment = id === null ? null : await findAssignment(database(), assign, id)
  if (id !== null && assignment === null) return null
  const begun = id === null ? 0 : ((await countBegun(database(), taught)).get(id) ?? 0)
  const { timeZone } = found
  return {
    class: { id: found.id, name: found.name, timeZone },
    id,
    draft: assignment === null ? newDraft : draftOf(assignment, timeZone),
    ...(assignment === null ? nothingPicked : await pickedIn(assign, assignment, begun > 0)),
    isBegun: begun > 0,
    topics: catalog.topics.map((topic) => ({ id: topic.id, title: topic.title })),
    lessons: catalog.lessons.map((lesson) => ({ id: lesson.id, title: lesson.title })),
    kinds: (Object.keys(itemTypeNames) as ItemType[]).map((kind) => ({ id: kind, title: itemTypeNames[kind] })),
    usualSettings,
  }
}

const newDraft: Draft = {
  title: '',
  instructions: '',
  work: { kind: 'quiz', questions: { kind: 'picked', itemIds: [] } },
  settings: usualSettings,
  opensAt: '',
  dueAt: '',
  closesAt: '',
  password: '',
  weight: 1,
  holdsGrades: false,
}

function draftOf(assignment: AssignmentRow, timeZone: string): Draft {
  const { title, instructions, work, settings, password, weight, holdsGrades } = assignment
  const [opensAt, dueAt, closesAt] = [assignment.opensAt, assignment.dueAt, assignment.closesAt].map((instant) =>
    fieldText(instant, timeZone),
  ) as [string, string, string]
  return {
    title,
    instructions,
    work,
    settings,
    opensAt,
    dueAt,
    closesAt,
    password: password ?? '',
    weight,
    holdsGrades,
  }
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

const topicTitles = new Map(catalog.topics.map(({ id, title }) => [id, title]))

/** Every question of the catalog that can be picked. */
const listed = askedBank.map((asked) => listedQuestion(asked, asked.difficulty))

function listedQuestion(
  { item, topics }: Pick<AskedItem, 'item' | 'topics'>,
  difficulty: Difficulty | null,
): ListedQuestion {
  return {
    id: item.id,
    text: questionText(toPublic(item)),
    kind: item.type,
    difficulty,
    topicIds: [...topics],
    topics: item.topics.flatMap((id) => topicTitles.get(id) ?? []),
    isOfBank: readOwnItemId(item.id) !== null,
  }
}

const nothingPicked: Pick<AssignmentEditor, 'picked' | 'newer' | 'newerInWords'> = {
  picked: [],
  newer: {},
  newerInWords: null,
}

/** The questions that are picked already, also those that were taken out of a bank since, with what is newer of them. */
async function pickedIn(
  { bank }: AssignScope,
  { id, work }: AssignmentRow,
  isBegun: boolean,
): Promise<typeof nothingPicked> {
  const [{ findItem: find }, rows, decisions] = await Promise.all([
    findBankFor(database(), work),
    listBankItemsAmong(database(), bank, pickedIds(work)),
    listItemDecisions(database(), id),
  ])
  const difficulties = new Map(rows.map((row) => [row.id, row.difficulty]))
  const listedAs = (items: readonly Item[]) =>
    askedItems(items, catalog).map((asked) => {
      const own = readOwnItemId(asked.item.id)
      return listedQuestion(asked, own === null ? asked.difficulty : (difficulties.get(own.bankItemId) ?? null))
    })
  const newer = newerVersions(
    pickedIds(work),
    rows.map(({ item }) => item),
  )
  // What was voided, or graded anew by this very version, is dealt with.
  const isDecided = (itemId: string) =>
    decisions.some(
      (one) => one.itemId === itemId && (one.kind !== 'regraded' || one.itemRevision === newer.get(itemId)?.revision),
    )
  const outdated = [...newer.keys()].filter((itemId) => !isDecided(itemId))
  return {
    picked: listedAs(pickedIds(work).flatMap((itemId) => find(itemId) ?? [])),
    newer: Object.fromEntries(
      [...newer].flatMap(([itemId, item]) => listedAs([item]).map((listed) => [itemId, listed])),
    ),
    newerInWords: newerInWords(pickedIds(work), outdated, isBegun),
  }
}

/** The questions of one's own bank, and those shared with the class, as they read now. */
async function listOfBanks({ classId, bank }: AssignScope): Promise<ListedQuestion[]> {
  const rows = (await listBankItems(database(), bank)).filter(
    ({ owner, shares }) => owner?.accountId === bank.accountId || shares.some((share) => share.classId === classId),
  )
  const difficulties = new Map(rows.map(({ item, difficulty }) => [item.id, difficulty]))
  const items = rows.map(({ item }) => item)
  return askedItems(items, catalog).map((asked) => listedQuestion(asked, difficulties.get(asked.item.id) ?? null))
}

/** How many questions a search shows; whoever wants others narrows it. */
const mostFound = 30

/** Questions to pick from, those of banks first, for those who assign in a class. */
export async function loadQuestions(
  asked: URLSearchParams,
): Promise<{ found: ListedQuestion[]; count: number } | Refusal> {
  const scope = await assignScopeOf(asked)
  if (scope === null) return unknownClass
  const value = (name: string) => asked.get(name) || null
  const search = {
    text: value('search') ?? '',
    topic: value('topic'),
    kind: value('kind'),
    difficulty: value('difficulty'),
  }
  const ofBanks = await listOfBanks(scope)
  const found = foundQuestions(value('from') === 'bank' ? ofBanks : [...ofBanks, ...listed], search)
  return { found: found.slice(0, mostFound), count: found.length }
}

/** A question with its key, for those who assign in a class. */
export async function loadQuestion(id: string, asked: URLSearchParams): Promise<QuestionPreview | Refusal> {
  const scope = await assignScopeOf(asked)
  if (scope === null) return unknownClass
  const item = await findPickable(scope, id)
  if (item === undefined) return refuse(404, 'unknown-item', `There is no question "${id}".`)
  const key = {
    id: 'key',
    itemId: id,
    itemRevision: item.revision,
    attemptId: null,
    response: keyResponse(item),
    score: 1,
    certainty: null,
    durationMs: null,
    answeredAt: now(),
  }
  return { item: shuffledFor(toPublic(item), 'preview'), answer: answerOutside(item, key) }
}

/** An item of the catalog, of a bank that one may use, or one that the class is assigned already. */
async function findPickable(scope: AssignScope, id: string): Promise<Item | undefined> {
  if (readOwnItemId(id) === null) return findItem(id)
  const isUsable = (await listUsableAmong(database(), scope.bank, [id])).has(id)
  return isUsable || (await isPickedIn(database(), scope, id)) ? findAnyItem(id) : undefined
}

async function assignScopeOf(asked: URLSearchParams) {
  return assignScope(await currentActor(), { id: asked.get('class') ?? '' })
}
