import { type Grade, graded, invalid, onlySlot, type Reveal } from '../core.ts'
import { gradeTyped, normaliseTyped } from '../typed-answer.ts'
import type { ShortAnswerItem, ShortAnswerResponse } from './schema.ts'

/** Full score for an accepted answer, also if it is close; an answer without a letter or digit is invalid. */
export function gradeShortAnswer(item: ShortAnswerItem, { text }: ShortAnswerResponse): Grade {
  if (normaliseTyped(text) === '') return invalid('nothing is typed yet')
  return graded([gradeTyped(onlySlot, text, item)])
}

export function revealShortAnswer({ accepted, misreadings }: ShortAnswerItem): Reveal {
  return {
    slots: [{ slotId: onlySlot, keyOptionIds: [], keyText: accepted[0] ?? '' }],
    reasons: misreadings.map(({ text, because, cites }) => ({
      slotId: onlySlot,
      optionId: normaliseTyped(text),
      because,
      locators: cites,
    })),
  }
}
