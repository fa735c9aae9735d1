import { z } from 'zod'
import type { Rules } from '@/features/quiz/attempt.ts'
import { penalties, usualPenalty } from '@/features/quiz/penalties.ts'
import { reviewOptionsSchema } from '@/features/quiz/review-options.ts'

/** What an assigned quiz is taken under, for all of the class alike. The names are Moodle's. */
export const settingsSchema = z
  .strictObject({
    /** How many attempts each learner has; 0 for as many as they like. */
    attempts: z.int().min(0).max(100),
    /** How long to wait after one attempt has ended before the next begins. */
    delaySeconds: z
      .int()
      .min(0)
      .max(30 * 86_400),
    /** Which of several attempts counts. */
    gradeMethod: z.enum(['highest', 'average', 'first', 'last']),
    timeLimitSeconds: z
      .int()
      .min(60, 'a minute or more')
      .max(7 * 86_400)
      .nullable(),
    whenTimeIsUp: z.enum(['submit', 'grace', 'abandon']),
    graceSeconds: z.int().min(0).max(86_400),
    behaviour: z.enum(['immediate-feedback', 'deferred-feedback', 'adaptive']),
    /** What each try that was not fully right takes off, where a question may be tried again. */
    penalty: z.literal(penalties).default(usualPenalty),
    withCertainty: z.boolean(),
    itemsPerPage: z.int().min(1).max(200),
    navigation: z.enum(['free', 'sequential']),
    /** Whether each attempt has the questions in an order of its own. */
    shufflesItems: z.boolean(),
    review: reviewOptionsSchema,
    /** What each day begun after the due time takes off, in percent of the points possible; 0 for nothing. */
    latePercentPerDay: z.int().min(0).max(100),
    /** No more than this is taken off. */
    latePercentAtMost: z.int().min(0).max(100),
  })
  .refine(({ whenTimeIsUp, graceSeconds }) => (whenTimeIsUp === 'grace') === graceSeconds > 0, {
    path: ['graceSeconds'],
    message: 'more than 0 where there is a grace period, and 0 where there is none',
  })
  .refine(({ whenTimeIsUp, timeLimitSeconds }) => timeLimitSeconds !== null || whenTimeIsUp === 'submit', {
    path: ['whenTimeIsUp'],
    message: '“hand in what is there” where there is no time limit',
  })
  .refine(({ behaviour, withCertainty }) => behaviour !== 'adaptive' || !withCertainty, {
    path: ['withCertainty'],
    message: 'off where a question may be tried again',
  })
export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** What a new assignment starts from: one attempt, explained when it is handed in, the key once nobody can begin any more. */
export const usualSettings: Settings = {
  attempts: 1,
  delaySeconds: 0,
  gradeMethod: 'highest',
  timeLimitSeconds: null,
  whenTimeIsUp: 'submit',
  graceSeconds: 0,
  behaviour: 'deferred-feedback',
  penalty: usualPenalty,
  withCertainty: false,
  itemsPerPage: 5,
  navigation: 'free',
  shufflesItems: true,
  review: {
    during: ['attempt'],
    'immediately-after': ['attempt', 'correctness', 'marks', 'overall-feedback'],
    'later-while-open': ['attempt', 'correctness', 'marks', 'overall-feedback'],
    'after-close': [
      'attempt',
      'correctness',
      'marks',
      'specific-feedback',
      'general-feedback',
      'right-answer',
      'overall-feedback',
    ],
  },
  latePercentPerDay: 0,
  latePercentAtMost: 100,
}

/** The rules of one attempt, given the learner's own time limit and close. */
export function rulesUnder(
  settings: Settings,
  { timeLimitSeconds, closesAt }: { timeLimitSeconds: number | null; closesAt: Date | null },
): Rules {
  const { behaviour, penalty, withCertainty, itemsPerPage, navigation, whenTimeIsUp, graceSeconds, review } = settings
  return {
    behaviour,
    penalty: behaviour === 'adaptive' ? penalty : 0,
    withCertainty,
    itemsPerPage,
    navigation,
    timeLimitSeconds,
    closesAt: closesAt?.toISOString() ?? null,
    whenTimeIsUp,
    graceSeconds,
    review,
  }
}
