import { type Grade, graded, invalid, type Reveal, textOf } from '../core.ts'
import type { MatchingItem, MatchingResponse } from './schema.ts'

/** Each prompt with its right choice earns an equal share. A prompt without a choice makes the response invalid. */
export function gradeMatching(item: MatchingItem, { pairs }: MatchingResponse): Grade {
  const open = item.prompts.find(({ id }) => !Object.hasOwn(pairs, id))
  if (open !== undefined) return invalid(`“${open.text}” has no match yet`)
  const unknown = item.prompts.find((prompt) => !item.choices.some(({ id }) => id === pairs[prompt.id]))
  if (unknown !== undefined) return invalid(`this question has no choice "${pairs[unknown.id]}"`)
  return graded(item.prompts.map(({ id }) => ({ slotId: id, credit: pairs[id] === item.key[id] ? 1 : 0 })))
}

export function revealMatching({ prompts, choices, key }: MatchingItem): Reveal {
  return {
    slots: prompts.map(({ id }) => ({
      slotId: id,
      keyOptionIds: [key[id] ?? ''],
      keyText: textOf(choices, key[id]),
    })),
    reasons: prompts.flatMap(({ id, because, cites }) =>
      choices
        .filter((choice) => choice.id !== key[id])
        .map((choice) => ({ slotId: id, optionId: choice.id, because, locators: cites })),
    ),
  }
}
