import { publicOptions, shuffledOptions } from '../core.ts'
import type { ClozeItem, PublicClozeItem } from './schema.ts'

/** The item without keys, what is accepted, reasons and explanation, from named fields. */
export function toPublicCloze(item: ClozeItem): PublicClozeItem {
  return {
    type: 'cloze',
    id: item.id,
    revision: item.revision,
    stem: item.stem,
    pieces: [...item.pieces],
    gaps: item.gaps.map((gap) =>
      gap.kind === 'chosen'
        ? { kind: 'chosen', id: gap.id, options: publicOptions(gap.options) }
        : { kind: 'typed', id: gap.id },
    ),
  }
}

export function shuffleCloze(item: PublicClozeItem, seed: string): PublicClozeItem {
  return {
    ...item,
    gaps: item.gaps.map((gap) =>
      gap.kind === 'chosen' ? { ...gap, options: shuffledOptions(gap.options, `${seed}\n${gap.id}`) } : gap,
    ),
  }
}
