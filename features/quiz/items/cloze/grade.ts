import { type Grade, graded, invalid, type Reveal, reasonsOf, type SlotGrade, textOf } from '../core.ts'
import { gradeTyped, normaliseTyped } from '../typed-answer.ts'
import type { ClozeGap, ClozeItem, ClozeResponse } from './schema.ts'

/** Each gap filled rightly earns an equal share. A gap left open makes the response invalid. */
export function gradeCloze(item: ClozeItem, { gaps }: ClozeResponse): Grade {
  const slots: SlotGrade[] = []
  for (const gap of item.gaps) {
    const given = Object.hasOwn(gaps, gap.id) ? (gaps[gap.id] ?? '') : ''
    if (given.trim() === '' || (gap.kind === 'typed' && normaliseTyped(given) === '')) {
      return invalid('a gap is still open')
    }
    if (gap.kind === 'chosen' && !gap.options.some(({ id }) => id === given)) {
      return invalid(`this gap has no option "${given}"`)
    }
    slots.push(gradeGap(gap, given))
  }
  return graded(slots)
}

function gradeGap(gap: ClozeGap, given: string): SlotGrade {
  return gap.kind === 'typed' ? gradeTyped(gap.id, given, gap) : { slotId: gap.id, credit: given === gap.key ? 1 : 0 }
}

export function revealCloze({ gaps }: ClozeItem): Reveal {
  return {
    slots: gaps.map((gap) =>
      gap.kind === 'chosen'
        ? { slotId: gap.id, keyOptionIds: [gap.key], keyText: textOf(gap.options, gap.key) }
        : { slotId: gap.id, keyOptionIds: [], keyText: gap.accepted[0] ?? '' },
    ),
    reasons: gaps.flatMap((gap) =>
      gap.kind === 'chosen'
        ? reasonsOf(gap.id, gap.options)
        : gap.misreadings.map(({ text, because, cites }) => ({
            slotId: gap.id,
            optionId: normaliseTyped(text),
            because,
            locators: cites,
          })),
    ),
  }
}
