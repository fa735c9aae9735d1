import type { Figure } from './figure.ts'

/** What may be chosen in an item. */
export interface AnswerOption {
  /** Unique within the item. */
  id: string
  /** The place of the item that it stands in; most items have one. */
  placeId: string
  text: string
  isKey: boolean
}

/** A column: an item as it was asked. */
export interface MarkedItem {
  id: string
  maximumMark: number
  /** What a guesser earns on average, in percent of the maximum mark. */
  randomGuessScore: Figure
  /** Empty where nothing is chosen: numbers, short answers, what is put in order or in place. */
  options: readonly AnswerOption[]
}

/** What one attempt has earned in one item, from 0 to its maximum mark, and what was chosen. */
export interface Cell {
  mark: number
  chosen: readonly string[]
}

/**
 * The marks of attempts at one test: a row for each attempt, a cell for each item in the order of the items. Null where
 * an item was not in the attempt, as with parallel forms, or is not to count there, as where it had been met before.
 */
export interface MarkMatrix {
  items: readonly MarkedItem[]
  attempts: readonly (readonly (Cell | null)[])[]
}

/** An attempt that had an item: what it earned there, and in the rest of what it had. */
export interface ItemMark {
  cell: Cell
  /** Marks of all other items in percent of their maximum; null where there was no other. */
  restScore: number | null
}

/** How the attempts that had an item did in it. */
export function marksOf({ items, attempts }: MarkMatrix, index: number): ItemMark[] {
  return attempts.flatMap((cells) => {
    const cell = cells[index] ?? null
    return cell === null ? [] : [{ cell, restScore: restScore(items, cells, index) }]
  })
}

/**
 * The rest of an attempt: 100 · its marks without the item / their maximum. Moodle takes the sum of marks; where every
 * attempt has the same items that gives the same indices, and where they differ only shares can be compared.
 */
function restScore(items: readonly MarkedItem[], cells: readonly (Cell | null)[], without: number): number | null {
  let [earned, possible] = [0, 0]
  for (const [index, item] of items.entries()) {
    const cell = cells[index] ?? null
    if (cell === null || index === without) continue
    earned += cell.mark
    possible += item.maximumMark
  }
  return possible === 0 ? null : (100 * earned) / possible
}
