import { type Grade, graded, invalid, onlySlot, type Reveal, reasonsOf, textOf } from '../core.ts'
import type { SingleChoiceItem, SingleChoiceResponse } from './schema.ts'

/** Full score for the key, none for another option; an option that the item does not have is invalid. */
export function gradeSingleChoice(item: SingleChoiceItem, { optionId }: SingleChoiceResponse): Grade {
  if (!item.options.some(({ id }) => id === optionId)) return invalid(`this question has no option "${optionId}"`)
  return graded([{ slotId: onlySlot, credit: optionId === item.key ? 1 : 0 }])
}

export function revealSingleChoice({ options, key }: SingleChoiceItem): Reveal {
  return {
    slots: [{ slotId: onlySlot, keyOptionIds: [key], keyText: textOf(options, key) }],
    reasons: reasonsOf(onlySlot, options),
  }
}
