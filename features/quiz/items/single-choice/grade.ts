import type { Grade } from '../core.ts'
import type { SingleChoiceItem, SingleChoiceResponse } from './schema.ts'

/** Full score for the key, none for any other option; an option the item does not have is invalid. */
export function gradeSingleChoice(item: SingleChoiceItem, response: SingleChoiceResponse): Grade {
  if (!item.options.some(({ id }) => id === response.optionId)) {
    return { state: 'invalid', reason: `this question has no option "${response.optionId}"` }
  }
  return { state: 'graded', score: response.optionId === item.key ? 1 : 0 }
}
