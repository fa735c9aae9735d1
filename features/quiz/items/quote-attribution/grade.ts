import type { Grade } from '../core.ts'
import type { QuoteAttributionItem, QuoteAttributionResponse } from './schema.ts'

/** Full score for the speaker whom the record quotes, none for another; a speaker not offered is invalid. */
export function gradeQuoteAttribution(item: QuoteAttributionItem, response: QuoteAttributionResponse): Grade {
  if (!item.options.some(({ id }) => id === response.speakerId)) {
    return { state: 'invalid', reason: `this question does not offer the speaker "${response.speakerId}"` }
  }
  return { state: 'graded', score: response.speakerId === item.key ? 1 : 0 }
}
