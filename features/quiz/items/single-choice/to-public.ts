import type { PublicSingleChoiceItem, SingleChoiceItem } from './schema.ts'

/** The item without key, reasons and explanation. Fields are named, so that a new one stays home by default. */
export function toPublicSingleChoice(item: SingleChoiceItem): PublicSingleChoiceItem {
  return {
    type: 'single-choice',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    options: item.options.map(({ id, text }) => ({ id, text })),
  }
}
