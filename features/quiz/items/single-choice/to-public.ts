import { publicOptions, shuffledOptions } from '../core.ts'
import type { PublicSingleChoiceItem, SingleChoiceItem } from './schema.ts'

/** The item without key, reasons and explanation. Fields are named, so that a new one stays home by default. */
export function toPublicSingleChoice(item: SingleChoiceItem): PublicSingleChoiceItem {
  return {
    type: 'single-choice',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    options: publicOptions(item.options),
  }
}

export function shuffleSingleChoice(item: PublicSingleChoiceItem, seed: string): PublicSingleChoiceItem {
  return { ...item, options: shuffledOptions(item.options, seed) }
}
