import type { CardLog } from './data.ts'
import { type Memory, replay } from './schedule.ts'

/**
 * The memory that a card's log leaves. Its interval is the one that held when the card was last reviewed: a retention
 * that the learner desires since then, or parameters that were fitted since, move no card before its next review.
 */
export function memoryOf({ cardId, reviews, answers }: CardLog): Memory | null {
  const last = reviews.at(-1)
  return replay(reviews, answers, {
    seed: cardId,
    ...(last === undefined ? {} : { desiredRetention: last.desiredRetention }),
    ...(last?.parameters ? { parameters: last.parameters } : {}),
  })
}

/**
 * The memory of a card with the stability and the difficulty that its next review takes it to have, where the parameters
 * have changed since its last one. It falls due when it did.
 */
export function memoryUnder(
  memory: Memory,
  { reviews, answers }: CardLog,
  parameters: readonly number[] | null,
): Memory {
  const { stability, difficulty } = replay(reviews, answers, parameters === null ? {} : { parameters }) ?? memory
  return { ...memory, stability, difficulty }
}
