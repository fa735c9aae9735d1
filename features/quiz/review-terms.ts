import type { Rules } from './attempt.ts'
import type { Plan } from './plan.ts'
import { momentOf, partsShown, type ReviewOptions, type ReviewPart } from './review-options.ts'

/** By what an attempt that was assigned may be looked at: as the class has it now, not as it was when it began. */
export interface ReviewTerms {
  review: ReviewOptions
  /** The learner's own close. */
  closesAt: Date | null
  /** Whether what was earned waits for the teacher to release it. */
  isHeld: boolean
  /** Where the assignment is. */
  href: string
}

/** By the id of the assignment; one that is gone is absent. */
export type ReviewTermsOf = ReadonlyMap<string, ReviewTerms>

/** What may be shown of an attempt at an instant. */
export function shownParts(
  { plan, rules }: { plan: Plan; rules: Pick<Rules, 'behaviour' | 'review'> },
  endedAt: Date | null,
  at: Date,
  termsOf: ReviewTermsOf,
): ReadonlySet<ReviewPart> {
  if (plan.kind !== 'assignment') return partsShown(rules.review, momentOf(endedAt, null, at))
  const terms = termsOf.get(plan.assignmentId)
  // Nobody is left to say that more may be shown.
  if (terms === undefined || terms.isHeld) return new Set(['attempt'])
  // Who may try again has to be told how each try fared; what more is told is as the class has it.
  if (endedAt === null && rules.behaviour === 'adaptive') {
    return new Set(['attempt', 'correctness', 'marks', ...partsShown(terms.review, 'during')])
  }
  // Where each answer is explained as it is given, that is what the class is to see.
  if (endedAt === null && rules.behaviour === 'immediate-feedback') return partsShown(null, 'during')
  return partsShown(terms.review, momentOf(endedAt, terms.closesAt, at))
}

/** The ids of the assignments among attempts. */
export function assignmentIdsOf(attempts: readonly { plan: Plan }[]): string[] {
  return [...new Set(attempts.flatMap(({ plan }) => (plan.kind === 'assignment' ? [plan.assignmentId] : [])))]
}

/** Answers without those of which it may not be told whether they are right. */
export function tellableAnswers<Answer extends { attemptId: string | null }>(
  answers: readonly Answer[],
  attempts: readonly { id: string; plan: Plan; rules: Rules; finishedAt: Date | null }[],
  at: Date,
  termsOf: ReviewTermsOf,
): Answer[] {
  const keptBack = new Set(
    attempts
      .filter((attempt) => !shownParts(attempt, attempt.finishedAt, at, termsOf).has('correctness'))
      .map(({ id }) => id),
  )
  return answers.filter(({ attemptId }) => attemptId === null || !keptBack.has(attemptId))
}
