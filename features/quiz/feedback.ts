import type { Citation } from '@/features/catalog/citation.ts'
import { gradeResponse, type Item, reveal } from './item.ts'

/** What a learner gets for an answer: how it fared, why, and where that stands. */
export interface Feedback {
  /** Points earned of the points possible, from 0 to 1. */
  score: number
  /** Whether the right answer is told; where it is not, `slots` has it only where the answer was right. */
  isKeyShown: boolean
  slots: SlotFeedback[]
  reasons: { slotId: string; optionId: string; because: string; citations: Citation[] }[]
  /** Nothing where it is kept back. */
  explanation: string | null
  citations: Citation[]
  /** The passage of the lesson that teaches it. */
  lesson: { href: string; title: string } | null
  /** The fact it rests on, if it is one alone and may be told. */
  factId: string | null
}

/** One answer place: how it fared, and what is right there. */
export interface SlotFeedback {
  slotId: string
  /** Points earned of the points possible here, from 0 to 1. */
  credit: number
  /** Accepted although it is not quite spelt as it should be. */
  isClose: boolean
  /** The reason that applies to a typed answer, by its option id; none if the answer is no known mistake. */
  misreadingId: string | null
  keyOptionIds: string[]
  keyText: string
}

/** Completes the reveal of an item with how each slot fared, citations and the way back to the lesson. */
export function feedbackFor(
  item: Item,
  response: unknown,
  score: number,
  lookup: { citation: (locator: string) => Citation; lesson: (factId: string) => Feedback['lesson'] },
): Feedback {
  const { slots, reasons } = reveal(item)
  // The stored score stands. An answer to an earlier wording may no longer fit the item: then no slot earns.
  const grade = gradeResponse(item, response)
  const fared = new Map(grade.state === 'graded' ? grade.slots.map((slot) => [slot.slotId, slot]) : [])
  return {
    score,
    isKeyShown: true,
    slots: slots.map((slot) => ({
      ...slot,
      credit: fared.get(slot.slotId)?.credit ?? 0,
      isClose: fared.get(slot.slotId)?.isClose ?? false,
      misreadingId: fared.get(slot.slotId)?.misreadingId ?? null,
    })),
    reasons: reasons.map(({ slotId, optionId, because, locators }) => ({
      slotId,
      optionId,
      because,
      citations: locators.map(lookup.citation),
    })),
    explanation: item.explanation,
    citations: item.locators.map(lookup.citation),
    lesson: lookup.lesson(item.factIds[0] ?? ''),
    factId: item.factIds.length === 1 ? (item.factIds[0] ?? null) : null,
  }
}
