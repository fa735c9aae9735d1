import { type Grade, graded, invalid, type Reveal, textOf } from '../core.ts'
import type { CategorisingItem, CategorisingResponse } from './schema.ts'

/** Each entry in its right category earns an equal share. An entry without a place makes the response invalid. */
export function gradeCategorising(item: CategorisingItem, { places }: CategorisingResponse): Grade {
  const open = item.entries.find(({ id }) => !Object.hasOwn(places, id))
  if (open !== undefined) return invalid(`“${open.text}” has no place yet`)
  const unknown = item.entries.find((entry) => !item.categories.some(({ id }) => id === places[entry.id]))
  if (unknown !== undefined) return invalid(`this question has no category "${places[unknown.id]}"`)
  return graded(item.entries.map(({ id }) => ({ slotId: id, credit: places[id] === item.key[id] ? 1 : 0 })))
}

export function revealCategorising({ entries, categories, key }: CategorisingItem): Reveal {
  return {
    slots: entries.map(({ id }) => ({
      slotId: id,
      keyOptionIds: [key[id] ?? ''],
      keyText: textOf(categories, key[id]),
    })),
    reasons: entries.flatMap(({ id, because, cites }) =>
      categories
        .filter((category) => category.id !== key[id])
        .map((category) => ({ slotId: id, optionId: category.id, because, locators: cites })),
    ),
  }
}
