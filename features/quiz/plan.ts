import { z } from 'zod'
import type { Rules } from './attempt.ts'
import { itemTypeSchema } from './item.ts'
import { usualPenalty } from './penalties.ts'
import type { TestDefinition } from './test-definition.ts'

/** What practice asks first. */
export const practiceFocuses = ['mixed', 'wrong', 'unseen'] as const

export const practicePlanSchema = z.strictObject({
  kind: z.literal('practice'),
  focus: z.enum(practiceFocuses),
  /** Empty means any, here and below. */
  topicIds: z.array(z.string().max(100)).max(100),
  kinds: z.array(itemTypeSchema).max(20),
  /** The facts to ask about: what went wrong in another attempt. */
  factIds: z.array(z.string().max(100)).max(200),
  length: z.int().min(1).max(50),
  behaviour: z.enum(['immediate-feedback', 'deferred-feedback', 'adaptive']),
  withCertainty: z.boolean(),
})
export type PracticePlan = z.infer<typeof practicePlanSchema>

/** What an attempt was asked to be. Which items it holds follows from the plan, its id and, in practice, what is known. */
export const planSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lesson'), lessonId: z.string().max(100) }),
  practicePlanSchema,
  /** A test in one of its parallel forms, counted from one. */
  z.strictObject({ kind: z.literal('test'), testId: z.string().max(100), form: z.int().positive() }),
  /** What was assigned to a class under this title, in one of its parallel forms. */
  z.strictObject({
    kind: z.literal('assignment'),
    assignmentId: z.string().max(100),
    title: z.string().max(200),
    form: z.int().positive(),
    /** Set where a teacher tries it out as a learner would take it. */
    isPreview: z.boolean().optional(),
  }),
])
export type Plan = z.infer<typeof planSchema>

/** The rules of a lesson's quiz. */
export const lessonRules: Rules = {
  behaviour: 'immediate-feedback',
  penalty: 0,
  withCertainty: false,
  itemsPerPage: 1,
  navigation: 'free',
  timeLimitSeconds: null,
  closesAt: null,
  whenTimeIsUp: 'submit',
  graceSeconds: 0,
  review: null,
}

export function practiceRules({ behaviour, withCertainty }: PracticePlan): Rules {
  return behaviour === 'adaptive'
    ? { ...lessonRules, behaviour, penalty: usualPenalty }
    : { ...lessonRules, behaviour, withCertainty, itemsPerPage: behaviour === 'immediate-feedback' ? 1 : 5 }
}

export function testRules({
  withCertainty,
  itemsPerPage,
  navigation,
  minutes,
  whenTimeIsUp,
  graceSeconds,
  review,
}: TestDefinition): Rules {
  return {
    behaviour: 'deferred-feedback',
    penalty: 0,
    withCertainty,
    itemsPerPage,
    navigation,
    timeLimitSeconds: minutes === null ? null : minutes * 60,
    closesAt: null,
    whenTimeIsUp,
    graceSeconds,
    review: review ?? null,
  }
}
