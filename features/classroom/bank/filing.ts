import { z } from 'zod'
import { difficultySchema } from '@/features/quiz/difficulty.ts'

const longestName = 60
const mostTags = 12

const nameSchema = z
  .string()
  .transform(plainName)
  .refine((name) => name.length <= longestName, `at most ${longestName} characters`)

/** Where an item is filed in its owner's bank. */
export const filingSchema = z.strictObject({
  /** Empty for none. */
  folder: nameSchema,
  tags: z
    .array(nameSchema)
    .transform(sortedTags)
    .refine((tags) => tags.length <= mostTags, `at most ${mostTags} tags`),
  difficulty: difficultySchema.nullable(),
})
export type Filing = z.infer<typeof filingSchema>

/** A name on one line, its blanks made even. */
export function plainName(text: string): string {
  return text
    .replace(/[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Each tag once, in alphabetical order; two that differ only in case are one. */
function sortedTags(tags: readonly string[]): string[] {
  const named = new Map(tags.filter((tag) => tag !== '').map((tag) => [tag.toLowerCase(), tag]))
  return [...named.values()].sort((a, b) => a.localeCompare(b, 'en'))
}
