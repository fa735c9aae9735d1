import 'server-only'
import { randomUUID } from 'node:crypto'
import { currentLearner } from '@/features/accounts/loaders.ts'
import type { WorkScope } from '@/features/accounts/scope.ts'
import { type Citation, citationOf } from '@/features/catalog/citation.ts'
import { catalog, findLesson, lessonOfFact } from '@/features/catalog/data.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import type { AttemptState, AttemptStatus, Rules } from './attempt.ts'
import { attemptTitle } from './attempt-title.ts'
import { findItem, findTest, items, itemsOfLesson } from './bank.ts'
import type { Certainty } from './certainty.ts'
import {
  type AnswerRow,
  type AttemptRow,
  findOpenAttempt,
  listAnswers,
  listAttempts,
  listOpenAttemptIds,
} from './data.ts'
import { type Feedback, feedbackFor } from './feedback.ts'
import { drawForm } from './form.ts'
import { type Item, type PublicItem, shuffledFor, toPublic } from './item.ts'
import { type AttemptHooks, type FindItem, settleAttempt, stateOf } from './mutations.ts'
import { itemsForAttempt } from './own-items/loaders.ts'
import { lessonRules, type Plan } from './plan.ts'
import { historyOf, practiceCounts } from './practice.ts'
import { feedbackShown, partsShown, type ReviewPart } from './review-options.ts'
import { assignmentIdsOf, type ReviewTermsOf, shownParts, tellableAnswers } from './review-terms.ts'

/** What the rest of the app has to do with attempts, composed where all of it is known. */
export interface AroundAttempts extends AttemptHooks {
  /** By which terms the learner may look at attempts at these assignments now. */
  findReviewTerms: (work: WorkScope, assignmentIds: readonly string[], at: Date) => Promise<ReviewTermsOf>
}

/** An answer that has been graded, with what of it may be shown now. */
export interface KeptAnswer {
  answerId: string
  itemId: string
  response: unknown
  certainty: Certainty | null
  durationMs: number | null
  /** Points earned of the points possible, from 0 to 1; nothing where marks are kept back. */
  score: number | null
  /** Nothing where right and wrong are kept back. */
  feedback: Feedback | null
}

/** The response that stands so far where feedback comes at the end. */
export interface GivenResponse {
  itemId: string
  /** The event that gave it, or took it back. */
  eventId: string
  /** Nothing where it was taken back. */
  response: unknown
  certainty: Certainty | null
}

/** An item that nothing counts for when the attempt has ended. */
export interface LeftOpen {
  itemId: string
  /** What stood there and was not whole. */
  response: unknown
  /** What would have been right, where that may be told. */
  feedback: Feedback | null
}

/** A quiz as the learner goes through it: the key of an item travels only with its graded answer. */
export interface AttemptView {
  attemptId: string
  plan: Plan
  title: string
  /** Where it was assigned; nothing where it was not, or that is gone. */
  assignedHref: string | null
  rules: Omit<Rules, 'review'>
  status: AttemptStatus
  /** Whether anything of it is stored: a lesson's quiz is begun with its first answer. */
  isBegun: boolean
  items: PublicItem[]
  given: GivenResponse[]
  marked: string[]
  /** What those who teach have told whoever takes it, the latest last. */
  told: { id: string; text: string }[]
  page: number
  answers: KeptAnswer[]
  /** Once it has ended. */
  left: LeftOpen[]
  /** What may be shown now. */
  shown: ReviewPart[]
  /** ISO 8601, by the server's clock. */
  startedAt: string
  endedAt: string | null
  /** From the moment this was made, however wrong the learner's clock is; nothing without a time limit. */
  remainingMs: number | null
}

/** The learner's unfinished attempt at a lesson's quiz, else a new form, of which nothing is stored yet. */
export async function loadLessonAttempt(lessonId: string): Promise<AttemptView | Refusal> {
  if (findLesson(lessonId) === undefined) return refuse(404, 'unknown-lesson', `There is no lesson "${lessonId}".`)
  const at = now()
  const learner = await currentLearner()
  const open = learner === null ? null : await findOpenAttempt(database(), learner.work, lessonId)
  // An item that is no longer in the catalog cannot be finished; such an attempt rests and a new one begins.
  if (open?.items.every(({ itemId }) => findItem(itemId) !== undefined)) return attemptView(open, at, new Map())
  const id = randomUUID()
  const drawn = drawForm(itemsOfLesson(lessonId), id)
  const unbegun: AttemptRow = {
    id,
    plan: { kind: 'lesson', lessonId },
    rules: lessonRules,
    assignmentId: null,
    startedAt: at,
    status: 'in-progress',
    finishedAt: null,
    items: drawn.map((item) => ({ itemId: item.id, itemRevision: item.revision })),
    events: [],
    answers: [],
  }
  return { ...attemptView(unbegun, at, new Map()), isBegun: false }
}

/** One of the learner's attempts, ended if its time is up; nothing for an unknown or another's. */
export async function loadOwnAttempt(attemptId: string, around: AroundAttempts): Promise<AttemptView | null> {
  const learner = await currentLearner()
  if (learner === null) return null
  const at = now()
  const find = await itemsForAttempt(attemptId)
  const row = await settleAttempt(database(), learner.work, attemptId, find, around, at)
  if (row === null) return null
  return attemptView(row, at, await around.findReviewTerms(learner.work, assignmentIdsOf([row]), at), find)
}

/** One of the learner's attempts with the items that it asks, keys and all: for the page of its result. */
export async function loadResult(
  attemptId: string,
  around: AroundAttempts,
): Promise<{ attempt: AttemptView; asked: Item[] } | null> {
  const attempt = await loadOwnAttempt(attemptId, around)
  if (attempt === null) return null
  const find = await itemsForAttempt(attemptId)
  return { attempt, asked: attempt.items.flatMap(({ id }) => find(id) ?? []) }
}

/** The same, for a page that can say that there is none. */
export async function loadAttempt(attemptId: string, around: AroundAttempts): Promise<AttemptView | Refusal> {
  const view = await loadOwnAttempt(attemptId, around)
  return view ?? refuse(404, 'unknown-attempt', 'There is no such quiz in this browser. It may belong to another one.')
}

/** The learner's latest answers to the checks of a lesson. */
export async function loadLessonAnswers(lessonId: string): Promise<{ answers: KeptAnswer[] } | Refusal> {
  const lesson = findLesson(lessonId)
  if (lesson === undefined) return refuse(404, 'unknown-lesson', `There is no lesson "${lessonId}".`)
  const learner = await currentLearner()
  if (learner === null) return { answers: [] }
  const rows = await listAnswers(database(), learner.work, lesson.checkItemIds)
  const latest = new Map(rows.filter(({ attemptId }) => attemptId === null).map((row) => [row.itemId, row]))
  return {
    answers: [...latest.values()].flatMap((row) => {
      const item = findItem(row.itemId)
      return item === undefined ? [] : [answerOutside(item, row)]
    }),
  }
}

/** An attempt as a list shows it. */
export interface AttemptSummary {
  attemptId: string
  title: string
  /** The test it is an attempt at. */
  testId: string | null
  href: string
  status: AttemptStatus
  startedAt: string
  endedAt: string | null
  answered: number
  of: number
  /** Points earned; nothing while it is open, and where marks are kept back. */
  points: number | null
}

/** What a learner finds on the page of quizzes. */
export interface QuizHome {
  /** How many questions each focus has. */
  counts: { mixed: number; wrong: number; unseen: number }
  open: AttemptSummary[]
  ended: AttemptSummary[]
  /** By test id: which forms have been begun. */
  tests: Record<string, { takenForms: number[] }>
}

/** How the learner stands with quizzes, open attempts ended where their time is up. */
export async function loadQuizHome(around: AroundAttempts): Promise<QuizHome> {
  const learner = await currentLearner()
  const db = database()
  const at = now()
  if (learner === null) {
    return { counts: { mixed: items.length, wrong: 0, unseen: items.length }, open: [], ended: [], tests: {} }
  }
  for (const id of await listOpenAttemptIds(db, learner.work)) {
    await settleAttempt(db, learner.work, id, await itemsForAttempt(id), around, at)
  }
  const [answers, attempts] = await Promise.all([listAnswers(db, learner.work), listAttempts(db, learner.work)])
  const termsOf = await around.findReviewTerms(learner.work, assignmentIdsOf(attempts), at)
  const history = historyOf(tellableAnswers(answers, attempts, at, termsOf), (id) => findItem(id)?.factIds ?? [])
  const listed = attempts.map((attempt): AttemptSummary => {
    const { id, plan, status, startedAt, finishedAt } = attempt
    const isOpen = status === 'in-progress' || status === 'overdue'
    const shown = shownParts(attempt, finishedAt, at, termsOf)
    return {
      attemptId: id,
      title: titleOf(plan),
      testId: plan.kind === 'test' ? plan.testId : null,
      href: isOpen ? hrefOf({ id, plan }) : `/results/${id}`,
      status,
      startedAt: startedAt.toISOString(),
      endedAt: finishedAt?.toISOString() ?? null,
      answered: attempt.answers.length,
      of: attempt.items.length,
      points:
        status === 'finished' && shown.has('marks') ? attempt.answers.reduce((sum, { score }) => sum + score, 0) : null,
    }
  })
  const tests: QuizHome['tests'] = {}
  for (const { plan } of attempts) {
    if (plan.kind !== 'test') continue
    const taken = tests[plan.testId]?.takenForms ?? []
    tests[plan.testId] = { takenForms: [...new Set([...taken, plan.form])].sort() }
  }
  return {
    counts: practiceCounts(items, history),
    open: listed.filter(({ status }) => status === 'in-progress' || status === 'overdue'),
    ended: listed.filter(({ status }) => status === 'finished' || status === 'abandoned').slice(0, 20),
    tests,
  }
}

/** A stored answer outside any attempt, with its feedback. */
export function answerOutside(item: Item, row: AnswerRow): KeptAnswer {
  return keptAnswer(item, row, partsShown(null, 'during'))
}

/** A stored attempt with what of it may be shown at an instant. */
export function attemptView(row: AttemptRow, at: Date, termsOf: ReviewTermsOf, find: FindItem = findItem): AttemptView {
  const state = stateOf(row, at)
  const parts = shownParts(row, state.endedAt, at, termsOf)
  const { review: _, ...rules } = row.rules
  return {
    attemptId: row.id,
    plan: row.plan,
    title: titleOf(row.plan),
    assignedHref: row.plan.kind === 'assignment' ? (termsOf.get(row.plan.assignmentId)?.href ?? null) : null,
    rules,
    status: state.status,
    isBegun: true,
    items: row.items.flatMap(({ itemId }) => {
      const item = find(itemId)
      return item === undefined ? [] : [shuffledFor(toPublic(item), row.id)]
    }),
    given: [...state.latest].map(([itemId, { eventId }]) => {
      const { response = null, certainty = null } = state.responses.get(itemId) ?? {}
      return { itemId, eventId, response, certainty }
    }),
    marked: [...state.marked],
    told: [...state.told],
    page: state.page,
    answers: row.answers.flatMap((answer) => {
      const item = find(answer.itemId)
      return item === undefined ? [] : [keptAnswer(item, answer, parts)]
    }),
    left: state.endedAt === null ? [] : row.items.flatMap(({ itemId }) => leftOpen(find(itemId), row, state, parts)),
    shown: [...parts],
    startedAt: row.startedAt.toISOString(),
    endedAt: state.endedAt?.toISOString() ?? null,
    remainingMs: state.deadlineAt === null ? null : Math.max(0, state.deadlineAt.getTime() - at.getTime()),
  }
}

function keptAnswer(item: Item, row: AnswerRow, parts: ReadonlySet<ReviewPart>): KeptAnswer {
  const { id: answerId, itemId, response, score, certainty, durationMs } = row
  const feedback = wholeFeedback(item, response, score)
  return {
    answerId,
    itemId,
    response,
    certainty,
    durationMs,
    score: parts.has('marks') ? score : null,
    feedback: feedbackShown(feedback, response, parts),
  }
}

function leftOpen(
  item: Item | undefined,
  { answers }: AttemptRow,
  { responses }: AttemptState,
  parts: ReadonlySet<ReviewPart>,
): LeftOpen[] {
  if (item === undefined || answers.some(({ itemId }) => itemId === item.id)) return []
  const response = responses.get(item.id)?.response ?? null
  const isKeyShown = parts.has('right-answer')
  const feedback = isKeyShown ? wholeFeedback(item, response, 0) : null
  return [{ itemId: item.id, response, feedback: feedback && feedbackShown(feedback, response, parts) }]
}

/** All that can be told of an answer, with its places in the record. */
export function wholeFeedback(item: Item, response: unknown, score: number): Feedback {
  return feedbackFor(item, response, score, { citation, lesson: lessonLink })
}

/** What an attempt is called. */
export function titleOf(plan: Plan): string {
  return attemptTitle(plan, {
    lesson: (id) => findLesson(id)?.title ?? id,
    test: (id) => findTest(id)?.title ?? id,
  })
}

/** Where an attempt goes on. */
export function hrefOf({ id, plan }: { id: string; plan: Plan }): string {
  return plan.kind === 'lesson' ? `/quiz/${plan.lessonId}` : `/attempts/${id}`
}

/** Where a sentence stands. */
export function citation(locator: string): Citation {
  return citationOf(catalog, locator)
}

/** The lesson that teaches a fact, at that passage. */
export function lessonLink(factId: string): Feedback['lesson'] {
  const lesson = lessonOfFact(factId)
  return lesson === undefined ? null : { href: `/learn/${lesson.id}#${factId}`, title: lesson.title }
}
