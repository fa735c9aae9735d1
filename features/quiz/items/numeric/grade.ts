import { type Grade, graded, onlySlot, type Reveal } from '../core.ts'
import type { NumericItem, NumericResponse } from './schema.ts'
import { numberText } from './wording.ts'

/** Full score for a number within the tolerance, none for another. */
export function gradeNumeric(item: NumericItem, { value }: NumericResponse): Grade {
  const isRight = Math.abs(value - item.key) <= item.tolerance
  const isKnown = !isRight && item.misreadings.some((misreading) => misreading.value === value)
  return graded([{ slotId: onlySlot, credit: isRight ? 1 : 0, ...(isKnown ? { misreadingId: String(value) } : {}) }])
}

export function revealNumeric({ key, precision, misreadings }: NumericItem): Reveal {
  return {
    slots: [
      {
        slotId: onlySlot,
        keyOptionIds: [],
        keyText: precision === 'at-least' ? `over ${numberText(key)}` : numberText(key),
      },
    ],
    reasons: misreadings.map(({ value, because, cites }) => ({
      slotId: onlySlot,
      optionId: String(value),
      because,
      locators: cites,
    })),
  }
}
