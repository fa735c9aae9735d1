import { orderBySeed } from '@/lib/random.ts'
import type { PublicQuoteAttributionItem, QuoteAttributionItem } from './schema.ts'

/** The item without key, reasons and explanation, from named fields. */
export function toPublicQuoteAttribution(item: QuoteAttributionItem): PublicQuoteAttributionItem {
  return {
    type: 'quote-attribution',
    id: item.id,
    revision: item.revision,
    words: item.words,
    about: item.about,
    options: item.options.map(({ id, name, office }) => ({ id, name, office })),
  }
}

export function shuffleQuoteAttribution(item: PublicQuoteAttributionItem, seed: string): PublicQuoteAttributionItem {
  return { ...item, options: orderBySeed(item.options, seed, ({ id }) => id) }
}
