import type { PublicTrueFalseItem, TrueFalseItem } from './schema.ts'

/** The item without key, reasons and explanation, from named fields. */
export function toPublicTrueFalse(item: TrueFalseItem): PublicTrueFalseItem {
  return {
    type: 'true-false',
    id: item.id,
    revision: item.revision,
    assertion: item.assertion,
    called: item.called,
    verdicts: [...item.verdicts],
  }
}

/** Verdicts keep their order: it is what everybody expects, and tells nothing. */
export function shuffleTrueFalse(item: PublicTrueFalseItem): PublicTrueFalseItem {
  return item
}
