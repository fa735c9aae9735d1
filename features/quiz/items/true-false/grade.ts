import { type Grade, graded, invalid, onlySlot, type Reveal } from '../core.ts'
import type { TrueFalseItem, TrueFalseResponse } from './schema.ts'
import { verdictText } from './wording.ts'

/** Full score for the key, none for another verdict; a verdict that is not offered is invalid. */
export function gradeTrueFalse(item: TrueFalseItem, { verdict }: TrueFalseResponse): Grade {
  if (!item.verdicts.includes(verdict)) return invalid(`this question does not offer "${verdict}"`)
  return graded([{ slotId: onlySlot, credit: verdict === item.key ? 1 : 0 }])
}

export function revealTrueFalse(item: TrueFalseItem): Reveal {
  return {
    slots: [{ slotId: onlySlot, keyOptionIds: [item.key], keyText: verdictText(item.key, item) }],
    reasons: item.misreadings.map(({ verdict, because, cites }) => ({
      slotId: onlySlot,
      optionId: verdict,
      because,
      locators: cites,
    })),
  }
}
