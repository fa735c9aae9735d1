import type { NumericItem, PublicNumericItem } from './schema.ts'

/** The item without key, reasons and explanation, from named fields. */
export function toPublicNumeric(item: NumericItem): PublicNumericItem {
  return {
    type: 'numeric',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    counts: item.counts,
    precision: item.precision,
  }
}

/** There is nothing to shuffle. */
export function shuffleNumeric(item: PublicNumericItem): PublicNumericItem {
  return item
}
