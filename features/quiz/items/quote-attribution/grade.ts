import { type Grade, graded, invalid, onlySlot, type Reveal, reasonsOf } from '../core.ts'
import type { QuoteAttributionItem, QuoteAttributionResponse } from './schema.ts'

/** Full score for the speaker whom the record quotes, none for another; a speaker not offered is invalid. */
export function gradeQuoteAttribution(item: QuoteAttributionItem, { speakerId }: QuoteAttributionResponse): Grade {
  if (!item.options.some(({ id }) => id === speakerId)) {
    return invalid(`this question does not offer the speaker "${speakerId}"`)
  }
  return graded([{ slotId: onlySlot, credit: speakerId === item.key ? 1 : 0 }])
}

export function revealQuoteAttribution({ options, key }: QuoteAttributionItem): Reveal {
  const keyText = options.find(({ id }) => id === key)?.name ?? ''
  return { slots: [{ slotId: onlySlot, keyOptionIds: [key], keyText }], reasons: reasonsOf(onlySlot, options) }
}
