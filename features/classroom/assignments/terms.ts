import { z } from 'zod'
import type { Rules } from '@/features/quiz/attempt.ts'
import type { Settings } from './settings.ts'

/** When, how long and how often somebody may take an assignment. */
export interface Terms {
  opensAt: Date | null
  /** What is handed in later is late. */
  dueAt: Date | null
  /** Nothing is taken from then on. */
  closesAt: Date | null
  timeLimitSeconds: number | null
  /** 0 for as many as they like. */
  attempts: number
  /** How much of the time limit is extra, given to this learner. */
  extraSeconds: number
}

const instant = z.iso.datetime().transform((iso) => new Date(iso))

/** What an override changes: what it does not name stays as it is, and a time that is null is taken away. */
export const overrideTermsSchema = z.strictObject({
  opensAt: instant.nullable().optional(),
  dueAt: instant.nullable().optional(),
  closesAt: instant.nullable().optional(),
  attempts: z.int().min(0).max(100).optional(),
  /** Added to the time limit, and to the close so that it can be used. */
  extraMinutes: z
    .int()
    .min(1)
    .max(7 * 1440)
    .optional(),
})
export type OverrideTerms = z.infer<typeof overrideTermsSchema>

/** What all of the class have. */
export function commonTerms(
  { opensAt, dueAt, closesAt }: Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'>,
  { timeLimitSeconds, attempts }: Pick<Settings, 'timeLimitSeconds' | 'attempts'>,
): Terms {
  return { opensAt, dueAt, closesAt, timeLimitSeconds, attempts, extraSeconds: 0 }
}

/**
 * The terms of one learner. As in Moodle, what is set for the learner goes before what is set for a group, and of several
 * groups each term is the most generous.
 *
 * @param ofGroups those of every group that the learner is in
 * @param own that of the learner
 */
export function termsFor(common: Terms, ofGroups: readonly OverrideTerms[], own: OverrideTerms | null): Terms {
  const changed: OverrideTerms = { ...ofGroups.reduce(moreGenerous, {}), ...own }
  const { opensAt = common.opensAt, dueAt = common.dueAt, closesAt = common.closesAt } = changed
  const { attempts = common.attempts, extraMinutes = 0 } = changed
  const { timeLimitSeconds } = common
  const extraSeconds = extraMinutes * 60
  return {
    opensAt,
    dueAt,
    closesAt: closesAt === null ? null : new Date(closesAt.getTime() + extraSeconds * 1000),
    timeLimitSeconds: timeLimitSeconds === null ? null : timeLimitSeconds + extraSeconds,
    attempts,
    extraSeconds,
  }
}

/** Other terms that somebody was given. */
export interface GivenTerms {
  assignmentId: string
  terms: OverrideTerms
  /** Whether they are a group's. */
  isGroups: boolean
  /** Whose they are: one learner's, or all of the group's. */
  learnerIds: readonly string[]
}

/** The terms of one learner, out of all that were given to anybody. */
export function termsOfLearner(
  assignment: Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'> & { id: string; settings: Settings },
  given: readonly GivenTerms[],
  learnerId: string,
): Terms {
  const theirs = given.filter(
    ({ assignmentId, learnerIds }) => assignmentId === assignment.id && learnerIds.includes(learnerId),
  )
  const own = theirs.find(({ isGroups }) => !isGroups)?.terms ?? null
  const ofGroups = theirs.filter(({ isGroups }) => isGroups).map(({ terms }) => terms)
  return termsFor(commonTerms(assignment, assignment.settings), ofGroups, own)
}

/** The rules of an attempt that goes on when terms change: they may give it more time, and never less. */
export function withMoreTime(
  rules: Rules,
  { timeLimitSeconds, closesAt }: Pick<Terms, 'timeLimitSeconds' | 'closesAt'>,
): Rules {
  const limit = rules.timeLimitSeconds
  const close = rules.closesAt
  return {
    ...rules,
    timeLimitSeconds: limit === null || timeLimitSeconds === null ? null : Math.max(limit, timeLimitSeconds),
    closesAt:
      close === null || closesAt === null
        ? null
        : closesAt.getTime() > Date.parse(close)
          ? closesAt.toISOString()
          : close,
  }
}

function moreGenerous(one: OverrideTerms, other: OverrideTerms): OverrideTerms {
  const joined: OverrideTerms = { ...one, ...other }
  const latest = (a: Date | null, b: Date | null) => (a === null || b === null ? null : a > b ? a : b)
  const earliest = (a: Date | null, b: Date | null) => (a === null || b === null ? null : a < b ? a : b)
  if (one.opensAt !== undefined && other.opensAt !== undefined) joined.opensAt = earliest(one.opensAt, other.opensAt)
  if (one.dueAt !== undefined && other.dueAt !== undefined) joined.dueAt = latest(one.dueAt, other.dueAt)
  if (one.closesAt !== undefined && other.closesAt !== undefined) joined.closesAt = latest(one.closesAt, other.closesAt)
  if (one.attempts !== undefined && other.attempts !== undefined) {
    joined.attempts = one.attempts === 0 || other.attempts === 0 ? 0 : Math.max(one.attempts, other.attempts)
  }
  if (one.extraMinutes !== undefined && other.extraMinutes !== undefined) {
    joined.extraMinutes = Math.max(one.extraMinutes, other.extraMinutes)
  }
  return joined
}

/** Whether something handed in at an instant is late, and what that takes off, from 0 to 1. */
export function lateness(
  { dueAt }: Pick<Terms, 'dueAt'>,
  { latePercentPerDay, latePercentAtMost }: Pick<Settings, 'latePercentPerDay' | 'latePercentAtMost'>,
  handedInAt: Date,
): { isLate: boolean; takenOff: number } {
  if (dueAt === null || handedInAt <= dueAt) return { isLate: false, takenOff: 0 }
  const daysBegun = Math.ceil((handedInAt.getTime() - dueAt.getTime()) / 86_400_000)
  return { isLate: true, takenOff: Math.min(latePercentAtMost, daysBegun * latePercentPerDay) / 100 }
}
