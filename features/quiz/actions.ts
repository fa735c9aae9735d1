import 'server-only'
import { z } from 'zod'
import { noLearner } from '@/features/accounts/actions.ts'
import { currentLearner } from '@/features/accounts/loaders.ts'
import type { WorkScope } from '@/features/accounts/scope.ts'
import { catalog, findLesson } from '@/features/catalog/data.ts'
import { action, type Refusal, refuse, waitedMs } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { deedSchema, type Rules, type Verdict } from './attempt.ts'
import { findItem, findTest, formOfTest, items, itemsOfLesson } from './bank.ts'
import { listAnswers, listAttempts } from './data.ts'
import { drawForm } from './form.ts'
import type { Item } from './item.ts'
import { type AroundAttempts, type AttemptView, answerOutside, attemptView, type KeptAnswer } from './loaders.ts'
import { type AfterAnswers, recordAnswer, recordAttempt, recordEvent, recordFlag } from './mutations.ts'
import { findAnyItem, itemsForAttempt } from './own-items/loaders.ts'
import { lessonRules, type Plan, type PracticePlan, planSchema, practiceRules, testRules } from './plan.ts'
import { drawPractice, historyOf } from './practice.ts'
import { assignmentIdsOf, tellableAnswers } from './review-terms.ts'

const answerSchema = z.strictObject({
  answerId: z.uuid(),
  itemId: z.string().max(100),
  itemRevision: z.string().max(40),
  response: z.json(),
})

/** Grades one response to a check outside any attempt, keeps it, and returns the feedback. */
export const answerItem = (afterAnswers: AfterAnswers) =>
  action(answerSchema, async ({ answerId, itemId, itemRevision, response }): Promise<KeptAnswer | Refusal> => {
    const item = findItem(itemId)
    if (item === undefined) return refuse(404, 'unknown-item', `itemId: there is no question "${itemId}".`)
    const learner = await currentLearner()
    if (learner === null) return noLearner
    const incoming = { answerId, work: learner.work, item, itemRevision, response }
    const kept = await recordAnswer(database(), incoming, afterAnswers, now())
    return 'refused' in kept ? kept : answerOutside(item, kept)
  })

const beginSchema = z.strictObject({ attemptId: z.uuid(), plan: planSchema })

/** Begins an attempt by a plan and returns it. */
export const beginAttempt = (around: AroundAttempts) =>
  action(beginSchema, async ({ attemptId, plan }): Promise<AttemptView | Refusal> => {
    const learner = await currentLearner()
    if (learner === null) return noLearner
    const drawn = await draw(plan, attemptId, learner.work, around)
    if ('refused' in drawn) return drawn
    const at = now()
    const attempt = await recordAttempt(database(), { attemptId, work: learner.work, plan, ...drawn }, at)
    return 'refused' in attempt ? attempt : attemptView(attempt, at, new Map())
  })

/** The items and rules that a plan comes to. */
async function draw(
  plan: Plan,
  attemptId: string,
  work: WorkScope,
  around: AroundAttempts,
): Promise<{ items: readonly Item[]; rules: Rules } | Refusal> {
  switch (plan.kind) {
    case 'lesson':
      if (findLesson(plan.lessonId) === undefined) {
        return refuse(404, 'unknown-lesson', `plan.lessonId: there is no lesson "${plan.lessonId}".`)
      }
      return { items: drawForm(itemsOfLesson(plan.lessonId), attemptId), rules: lessonRules }
    case 'test': {
      const test = findTest(plan.testId)
      if (test === undefined) return refuse(404, 'unknown-test', `plan.testId: there is no test "${plan.testId}".`)
      if (plan.form > test.forms) {
        return refuse(404, 'unknown-form', `plan.form: expected a form from 1 to ${test.forms}, found ${plan.form}.`)
      }
      return { items: formOfTest(test, plan.form), rules: testRules(test) }
    }
    case 'practice':
      return drawPracticeFor(plan, attemptId, work, around)
    case 'assignment':
      // Its class decides who may begin it, and when.
      return refuse(422, 'assigned', 'plan.kind: what is assigned to a class is begun from there.')
  }
}

async function drawPracticeFor(
  plan: PracticePlan,
  attemptId: string,
  work: WorkScope,
  { findReviewTerms }: AroundAttempts,
): Promise<{ items: Item[]; rules: Rules } | Refusal> {
  const [db, at] = [database(), now()]
  const [answers, attempts] = await Promise.all([listAnswers(db, work), listAttempts(db, work)])
  const termsOf = await findReviewTerms(work, assignmentIdsOf(attempts), at)
  const history = historyOf(tellableAnswers(answers, attempts, at, termsOf), (id) => findItem(id)?.factIds ?? [])
  const drawn = drawPractice(items, catalog.topics, history, plan, attemptId)
  if (drawn.length > 0) return { items: drawn, rules: practiceRules(plan) }
  return refuse(
    422,
    'nothing-to-ask',
    plan.focus === 'wrong'
      ? 'Nothing of this has gone wrong so far, so there is nothing to ask. Choose other topics or kinds, or “A mix”.'
      : 'No question fits this choice. Choose more topics or kinds.',
  )
}

const eventSchema = z.strictObject({ eventId: z.uuid(), attemptId: z.uuid(), deed: deedSchema })

/** What the server says to an event: only what may have changed by it, since it is said after every answer. */
export interface EventAnswer {
  verdict: Verdict
  attempt: Omit<AttemptView, 'items' | 'answers' | 'left'>
  /** The graded answer to the item that was answered, now or before. */
  answer: KeptAnswer | null
}

/** Keeps what a learner did in an attempt, and returns the attempt as it stands then. */
export const keepEvent = (around: AroundAttempts) =>
  action(eventSchema, async ({ eventId, attemptId, deed }, request): Promise<EventAnswer | Refusal> => {
    const learner = await currentLearner()
    if (learner === null) return noLearner
    const incoming = { eventId, attemptId, work: learner.work, deed, waitedMs: waitedMs(request) }
    const at = now()
    const find = await itemsForAttempt(attemptId)
    const kept = await recordEvent(database(), incoming, find, around, at)
    if ('refused' in kept) return kept
    const termsOf = await around.findReviewTerms(learner.work, assignmentIdsOf([kept.attempt]), at)
    const { items: _, answers, left: __, ...attempt } = attemptView(kept.attempt, at, termsOf, find)
    const answer = deed.kind === 'answered' ? answers.find(({ itemId }) => itemId === deed.itemId) : undefined
    return { verdict: kept.verdict, attempt, answer: answer ?? null }
  })

const flagSchema = z.strictObject({
  flagId: z.uuid(),
  itemId: z.string().max(100),
  itemRevision: z.string().max(40),
  comment: z.string().trim().min(1).max(2000),
})

/** Keeps a learner's word that something is wrong with an item. */
export const flagItem = action(flagSchema, async ({ flagId, itemId, itemRevision, comment }) => {
  if ((await findAnyItem(itemId)) === undefined) {
    return refuse(404, 'unknown-item', `itemId: there is no question "${itemId}".`)
  }
  const learner = await currentLearner()
  if (learner === null) return noLearner
  return recordFlag(database(), { flagId, work: learner.work, itemId, itemRevision, comment }, now())
})
