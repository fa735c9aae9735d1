import { z } from 'zod'
import { topicIdSchema } from '@/features/catalog/schema.ts'
import { difficultySchema } from '@/features/quiz/difficulty.ts'
import { itemTypeSchema } from '@/features/quiz/item.ts'

/** What an assignment asks of a class. */

const lessonId = z.string().max(100)

/** So many items of these topics, kinds and difficulty. */
const cellSchema = z.strictObject({
  topics: z.array(topicIdSchema).max(100),
  kinds: z.array(itemTypeSchema).max(20),
  difficulty: difficultySchema.optional(),
  count: z.int().min(1, '1 or more').max(100, 'at most 100'),
})

export const questionsSchema = z.discriminatedUnion('kind', [
  /** These, in this order unless they are shuffled. */
  z.strictObject({
    kind: z.literal('picked'),
    itemIds: z
      .array(z.string().max(100))
      .min(1, 'at least one question')
      .max(200, 'at most 200 questions')
      .refine((ids) => new Set(ids).size === ids.length, 'no question twice'),
  }),
  /** Drawn by a blueprint: the same for all with one form, else parallel forms that are dealt out in turn. */
  z.strictObject({
    kind: z.literal('blueprint'),
    cells: z.array(cellSchema).min(1, 'at least one row').max(50, 'at most 50 rows'),
    forms: z.int().min(1, 'from 1 to 9').max(9, 'from 1 to 9'),
    /** The same seed draws the same forms. */
    seed: z.string().min(1).max(100),
  }),
])
export type Questions = z.infer<typeof questionsSchema>

export const workSchema = z.discriminatedUnion('kind', [
  /** Each is read when all of its checks have been answered. */
  z.strictObject({ kind: z.literal('lessons'), lessonIds: z.array(lessonId).min(1, 'at least one lesson').max(50) }),
  /** The cards of these lessons and topics: each is learned when it is in review, out of its steps. */
  z.strictObject({
    kind: z.literal('cards'),
    lessonIds: z.array(lessonId).max(50),
    topicIds: z.array(topicIdSchema).max(50),
  }),
  z.strictObject({ kind: z.literal('quiz'), questions: questionsSchema }),
])
export type Work = z.infer<typeof workSchema>
