import { z } from 'zod'
import { topicIdSchema } from '@/features/catalog/schema.ts'
import { difficultySchema } from './difficulty.ts'
import { itemTypeSchema } from './item.ts'
import { type ReviewOptions, reviewMoments, reviewParts } from './review-options.ts'

/** What content/tests.yaml may say. */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
const text = z.string().trim().min(1)

/** A `BlueprintCell`. */
const cellSchema = z.strictObject({
  topics: z.array(topicIdSchema).optional(),
  kinds: z.array(itemTypeSchema).optional(),
  difficulty: difficultySchema.optional(),
  count: z.int().positive('1 or more'),
})

const endedMoments = z.enum(reviewMoments).exclude(['during'])
const keptBackParts = z.enum(reviewParts).exclude(['attempt'])

/** The questions themselves always show. An author decides what shows with them, and when, once the test has ended. */
const reviewSchema = z.record(endedMoments, z.array(keptBackParts)).transform((review): ReviewOptions => {
  const attempt = 'attempt' as const
  return {
    during: [attempt],
    'immediately-after': [attempt, ...review['immediately-after']],
    'later-while-open': [attempt, ...review['later-while-open']],
    'after-close': [attempt, ...review['after-close']],
  }
})

export const testDefinitionSchema = z
  .strictObject({
    id: slug,
    title: text.regex(/[^.]$/, 'a title without a full stop'),
    /** One or two sentences to the learner: what is asked about. */
    description: text.regex(/[.?!]$/, 'whole sentences, ending in a full stop'),
    blueprint: z.array(cellSchema).min(1),
    /** Parallel forms: alike by the blueprint, without an item in common. */
    forms: z.int().min(2, 'from 2 to 9').max(9, 'from 2 to 9'),
    /** Null means as long as one likes. */
    minutes: z.int().positive('1 or more').nullable(),
    itemsPerPage: z.int().positive('1 or more'),
    navigation: z.enum(['free', 'sequential']),
    whenTimeIsUp: z.enum(['submit', 'grace', 'abandon']),
    graceSeconds: z.int().nonnegative().default(0),
    withCertainty: z.boolean().default(false),
    /** What is shown at which moment once the test has ended; absent means everything at every moment. */
    review: reviewSchema.optional(),
  })
  .refine(({ whenTimeIsUp, graceSeconds }) => (whenTimeIsUp === 'grace') === graceSeconds > 0, {
    path: ['graceSeconds'],
    message: 'more than 0 with "whenTimeIsUp: grace", and 0 without',
  })
  .refine(({ whenTimeIsUp, minutes }) => minutes !== null || whenTimeIsUp === 'submit', {
    path: ['whenTimeIsUp'],
    message: '"submit" where there is no time limit',
  })

export const testFileSchema = testDefinitionSchema.array()

/** A test as a teacher defines it once: what every form of it asks, and under which rules. */
export type TestDefinition = z.infer<typeof testDefinitionSchema>

/** How many items each form holds. */
export function formSize({ blueprint }: Pick<TestDefinition, 'blueprint'>): number {
  return blueprint.reduce((sum, { count }) => sum + count, 0)
}
