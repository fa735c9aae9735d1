import { type Grade, graded, invalid, onlySlot, type Reveal, reasonsOf, textOf } from '../core.ts'
import type { MultipleResponseItem, MultipleResponseResponse } from './schema.ts'

/**
 * Each right option chosen earns an equal share, each wrong one takes the same share away, and the score
 * never falls below none: max(0, right - wrong) / keys. Choosing nothing is invalid.
 */
export function gradeMultipleResponse(item: MultipleResponseItem, { optionIds }: MultipleResponseResponse): Grade {
  const chosen = new Set(optionIds)
  if (chosen.size === 0) return invalid('nothing is chosen yet')
  const unknown = [...chosen].find((chosenId) => !item.options.some(({ id }) => id === chosenId))
  if (unknown !== undefined) return invalid(`this question has no option "${unknown}"`)
  const right = item.keys.filter((id) => chosen.has(id)).length
  const wrong = chosen.size - right
  return graded([{ slotId: onlySlot, credit: Math.max(0, right - wrong) / item.keys.length }])
}

export function revealMultipleResponse({ options, keys }: MultipleResponseItem): Reveal {
  const keyText = keys.map((id) => textOf(options, id)).join('; ')
  return { slots: [{ slotId: onlySlot, keyOptionIds: keys, keyText }], reasons: reasonsOf(onlySlot, options) }
}
