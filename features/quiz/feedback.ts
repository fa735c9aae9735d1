import type { Citation } from '@/features/catalog/citation.ts'
import type { Item } from './item.ts'
import { reveal } from './item.ts'

/** What a learner gets for an answer: how it fared, why, and where that stands. */
export interface Feedback {
  /** Points earned of the points possible, from 0 to 1. */
  score: number
  keyOptionIds: string[]
  reasons: { optionId: string; because: string; citations: Citation[] }[]
  explanation: string
  citations: Citation[]
  /** The passage of the lesson that teaches it. */
  lesson: { href: string; title: string } | null
}

/** Completes the reveal of an item with citations and the way back to the lesson. */
export function feedbackFor(
  item: Item,
  score: number,
  lookup: { citation: (locator: string) => Citation; lesson: (factId: string) => Feedback['lesson'] },
): Feedback {
  const { keyOptionIds, reasons } = reveal(item)
  return {
    score,
    keyOptionIds,
    reasons: reasons.map(({ optionId, because, locators }) => ({
      optionId,
      because,
      citations: locators.map(lookup.citation),
    })),
    explanation: item.explanation,
    citations: item.locators.map(lookup.citation),
    lesson: lookup.lesson(item.factIds[0] ?? ''),
  }
}
