import { z } from 'zod'
import type { Rules, Try } from './attempt.ts'

/** The tries at an item as they are kept with its answer, and what each took off: its score follows from these. */
export const keptTriesSchema = z.strictObject({
  penalty: z.number().min(0).max(1),
  tries: z
    .array(
      z.strictObject({
        response: z.json(),
        /** Points that the response earns by itself, of the points possible, from 0 to 1. */
        score: z.number().min(0).max(1),
        /** When it was given; ISO 8601. */
        triedAt: z.iso.datetime(),
      }),
    )
    .min(1),
})
export type KeptTries = z.infer<typeof keptTriesSchema>

/**
 * What each try earns, in order: score − penalty · number of tries before it that were not fully right, and never less
 * than 0.
 *
 * This is Moodle's adaptive behaviour (`qbehaviour_adaptive::adjusted_fraction`). A response that is not whole, or equal
 * to one that was tried, is no try.
 */
export function marksOfTries(scores: readonly number[], penalty: number): number[] {
  let missed = 0
  return scores.map((score) => {
    const mark = Math.max(0, score - penalty * missed)
    if (score < 1) missed += 1
    return mark
  })
}

/** What an item stands at: the most that one of its tries earns (`process_submit` of the same behaviour); 0 without any. */
export function markOfTries(scores: readonly number[], penalty: number): number {
  return Math.max(0, ...marksOfTries(scores, penalty))
}

/** Whether one of the tries was fully right. */
export function isRight(tries: readonly { score: number }[]): boolean {
  return tries.some(({ score }) => score === 1)
}

/** Tries as they are kept. */
export function keptTries(tries: readonly Try[], { penalty }: Pick<Rules, 'penalty'>): KeptTries {
  return {
    penalty,
    tries: tries.map(({ response, score, givenAt }) => ({ response, score, triedAt: givenAt.toISOString() })),
  }
}

/** What an answer tells of what was known: its first try, since whoever tries again has been told that it was not right. */
export function knownScore({ score, firstTryScore }: { score: number; firstTryScore: number | null }): number {
  return firstTryScore ?? score
}
