import type { Certainty } from '@/features/quiz/certainty.ts'
import type { Memory, Rating } from './schedule.ts'

/** An answer to an item that rests on the fact of a card. */
export interface AnsweredFact {
  /** Points earned of the points possible, from 0 to 1. */
  score: number
  /** Nothing where it was not asked. */
  certainty: Certainty | null
  answeredAt: Date
  /** Whether the item rests on this fact alone, so that a wrong answer tells which one was not known. */
  isAboutOneFact: boolean
}

/** Sooner than this after the card was last seen or strengthened, a right answer says little about the weeks to come. */
const spacingMs = 24 * 60 * 60_000
const phaseOfReview = 2
const again: Rating = 1
const good: Rating = 3

/**
 * What an answer means for a card of its fact: the grade that it stands for in the card's log, or nothing.
 *
 * Only a card that has left its steps is touched, so that no card is learned, or learned anew, by answering items.
 * Wrong is Again, however sure the learner was. Right is Good, unless it was guessed or comes too soon. Partly right
 * is nothing, since a part tells nothing certain about one fact.
 */
export function ratingFromAnswer(
  memory: Pick<Memory, 'phase' | 'lastReviewedAt'> | null,
  { score, certainty, answeredAt, isAboutOneFact }: AnsweredFact,
): Rating | null {
  if (memory?.phase !== phaseOfReview) return null
  if (score === 0) return isAboutOneFact ? again : null
  const isSpaced = answeredAt.getTime() - memory.lastReviewedAt.getTime() >= spacingMs
  return score === 1 && certainty !== 1 && isSpaced ? good : null
}
