import type { GradingScope, TakeScope } from '@/features/accounts/scope.ts'
import type { Item } from '@/features/quiz/item.ts'
import { type AfterSettled, storeAttempt } from '@/features/quiz/mutations.ts'
import { type Plan, planSchema } from '@/features/quiz/plan.ts'
import { type Refusal, refuse, refuseField, refuseForNow } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import { orderBySeed } from '@/lib/random.ts'
import { whileOpen } from '../../mutations.ts'
import { type AssignmentRow, findAssignment, listAssignedAttempts, listGivenTerms } from '../data.ts'
import { relativeText, timeText } from '../local-time.ts'
import { unknownAssignment } from '../mutations.ts'
import { formCount } from '../questions.ts'
import { rulesUnder } from '../settings.ts'
import { commonTerms, type Terms, termsOfLearner } from '../terms.ts'
import type { Questions } from '../work.ts'
import { dealtForm } from './dealing.ts'
import { isPassword } from './password.ts'

/** An attempt that somebody wants to begin. */
export interface AskedAttempt {
  /** Made by the client, so that beginning twice begins once. */
  attemptId: string
  assignmentId: string
  /** Nothing where none was typed. */
  password: string | null
}

/** The items of a form, counted from one. */
export type ItemsOfForm = (tx: Transaction, questions: Questions, form: number) => Promise<readonly Item[]>

/**
 * Begins a learner's attempt at an assigned quiz by the terms that they have at this moment, or goes on with the one that
 * they have begun.
 */
export async function beginAssigned(
  db: Database,
  scope: TakeScope,
  asked: AskedAttempt,
  itemsOf: ItemsOfForm,
  afterSettled: AfterSettled,
  now: Date,
): Promise<{ attemptId: string } | Refusal> {
  const { attemptId, assignmentId } = asked
  const { classId, accountId, work } = scope
  const { learnerId } = work
  try {
    return await inTransaction(db, (tx) =>
      whileOpen(tx, classId, async () => {
        const earlier = await tx.attempt.findUnique({ where: { id: attemptId } })
        if (earlier !== null) {
          return earlier.learnerId === learnerId && earlier.assignmentId === assignmentId ? { attemptId } : taken
        }
        const place = { classId, accountId, role: 'learner', leftAt: null }
        if ((await tx.membership.count({ where: place })) === 0) return unknownAssignment
        const assignment = await findAssignment(tx, scope, assignmentId)
        if (assignment === null || assignment.publishedAt === null) return unknownAssignment
        if (assignment.work.kind !== 'quiz') return noQuiz
        const attempts = await listAssignedAttempts(tx, work, [assignmentId])
        const begun = attempts.find(({ status }) => status === 'in-progress')
        if (begun !== undefined) return { attemptId: begun.id }

        const terms = termsOfLearner(assignment, await listGivenTerms(tx, [assignmentId], work), learnerId)
        const { timeZone } = await tx.class.findUniqueOrThrow({ where: { id: classId }, select: { timeZone: true } })
        const refusal =
          refusalByTerms(terms, timeZone, now) ??
          refusalByAttempts(terms, attempts, assignment.settings.delaySeconds, now) ??
          refusalByPassword(asked.password, assignment.password)
        if (refusal !== null) return refusal

        const { questions } = assignment.work
        const othersBegun = await tx.attempt.findMany({
          where: { assignmentId, learnerId: { not: learnerId } },
          distinct: ['learnerId'],
          orderBy: { learnerId: 'asc' },
          select: { learnerId: true },
        })
        const form = dealtForm(formCount(questions), formsOf(attempts), othersBegun.length)
        const items = asItStands(assignment, await itemsOf(tx, questions, form), attemptId)
        if (items.length === 0) return nothingToAsk
        const plan: Plan = { kind: 'assignment', assignmentId, title: assignment.title, form }
        const rules = rulesUnder(assignment.settings, terms)
        await storeAttempt(tx, { attemptId, work, plan, rules, items, assignmentId }, now)
        await afterSettled(tx, { attemptId, assignmentId, work }, now)
        return { attemptId }
      }),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same attempt came in twice at once.
    return beginAssigned(db, scope, asked, itemsOf, afterSettled, now)
  }
}

/**
 * Begins an attempt for somebody who teaches, to see what a learner sees, be it published or open or not. It counts for
 * nothing. Each shows the form after the one before.
 */
export async function beginPreview(
  db: Database,
  scope: GradingScope,
  { attemptId, assignmentId }: Omit<AskedAttempt, 'password'>,
  itemsOf: ItemsOfForm,
  now: Date,
): Promise<{ attemptId: string } | Refusal> {
  const { work } = scope
  const { learnerId } = work
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.attempt.findUnique({ where: { id: attemptId }, select: { learnerId: true } })
      if (earlier !== null) return earlier.learnerId === learnerId ? { attemptId } : taken
      const assignment = await findAssignment(tx, scope, assignmentId)
      if (assignment === null) return unknownAssignment
      if (assignment.work.kind !== 'quiz') return noQuiz
      const rows = await tx.attempt.findMany({
        where: { learnerId, assignmentId: null, testId: null, lessonId: null },
        orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
        select: { plan: true },
      })
      const previews = rows
        .map(({ plan }) => ({ plan: planSchema.parse(plan) }))
        .filter(({ plan }) => plan.kind === 'assignment' && plan.assignmentId === assignmentId)
      const { questions } = assignment.work
      const form = dealtForm(formCount(questions), formsOf(previews), 0)
      const items = asItStands(assignment, await itemsOf(tx, questions, form), attemptId)
      if (items.length === 0) return nothingToAsk
      const plan: Plan = { kind: 'assignment', assignmentId, title: assignment.title, form, isPreview: true }
      const { timeLimitSeconds, closesAt } = commonTerms(assignment, assignment.settings)
      const rules = rulesUnder(assignment.settings, {
        timeLimitSeconds,
        closesAt: closesAt !== null && closesAt > now ? closesAt : null,
      })
      await storeAttempt(tx, { attemptId, work, plan, rules, items }, now)
      return { attemptId }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return beginPreview(db, scope, { attemptId, assignmentId }, itemsOf, now)
  }
}

function refusalByTerms({ opensAt, closesAt }: Terms, timeZone: string, now: Date): Refusal | null {
  if (opensAt !== null && now < opensAt) {
    const when = `${timeText(opensAt, timeZone)} (${timeZone}), ${relativeText(opensAt, now)}`
    return refuse(409, 'not-open', `This opens for you on ${when}. Come back then.`)
  }
  if (closesAt !== null && now >= closesAt) {
    const when = `${timeText(closesAt, timeZone)} (${timeZone})`
    return refuse(409, 'closed', `This closed for you on ${when}. Ask your teacher if you still need to take it.`)
  }
  return null
}

function refusalByAttempts(
  { attempts: allowed }: Terms,
  attempts: readonly { finishedAt: Date | null }[],
  delaySeconds: number,
  now: Date,
): Refusal | null {
  if (allowed > 0 && attempts.length >= allowed) {
    const had = allowed === 1 ? 'the one attempt that you have' : `all ${allowed} attempts that you have`
    return refuse(409, 'no-attempts-left', `You have used ${had}. Ask your teacher if you need another.`)
  }
  const endedAt = attempts.at(-1)?.finishedAt
  if (endedAt === null || endedAt === undefined) return null
  const nextAt = new Date(endedAt.getTime() + delaySeconds * 1000)
  if (now >= nextAt) return null
  const seconds = Math.ceil((nextAt.getTime() - now.getTime()) / 1000)
  return refuseForNow('too-soon', `The next attempt can begin ${relativeText(nextAt, now)}.`, seconds)
}

function refusalByPassword(typed: string | null, password: string | null): Refusal | null {
  if (password === null) return null
  if (typed === null) {
    return refuseField('password', 'password-needed', 'This needs a password, which your teacher tells the class.')
  }
  if (isPassword(typed, password)) return null
  return refuseField('password', 'wrong-password', 'That is not the password. Ask your teacher how it is written.')
}

function formsOf(attempts: readonly { plan: Plan }[]): number[] {
  return attempts.flatMap(({ plan }) => (plan.kind === 'assignment' ? [plan.form] : []))
}

/** The items in their order, or in one of the attempt's own. */
function asItStands({ settings }: AssignmentRow, items: readonly Item[], attemptId: string): readonly Item[] {
  return settings.shufflesItems ? orderBySeed(items, attemptId, ({ id }) => id) : items
}

const noQuiz = refuse(422, 'no-quiz', 'assignmentId: this is no quiz. Its lessons or cards are on its page.')
const taken = refuse(409, 'taken', 'This could not be begun under its id. Reload the page.')
const nothingToAsk = refuse(
  409,
  'nothing-to-ask',
  'The bank does not hold the questions of this quiz any more. Your teacher has to choose others.',
)
