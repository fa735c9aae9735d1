import { publicOptions, shuffledOptions } from '../core.ts'
import type { MultipleResponseItem, PublicMultipleResponseItem } from './schema.ts'

/** The item without keys, reasons and explanation, from named fields. */
export function toPublicMultipleResponse(item: MultipleResponseItem): PublicMultipleResponseItem {
  return {
    type: 'multiple-response',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    options: publicOptions(item.options),
  }
}

export function shuffleMultipleResponse(item: PublicMultipleResponseItem, seed: string): PublicMultipleResponseItem {
  return { ...item, options: shuffledOptions(item.options, seed) }
}
