import { shownPoints } from './cell-words.ts'
import type { Cell } from './gradebook.ts'
import { unpackCell } from './packed-cell.ts'
import type { GradebookSheet } from './sheet.ts'

/** A learner's row of a gradebook. */
export type SheetRow = GradebookSheet['learners'][number]

/** By what rows are ordered: the name, the total, or an assignment by its place. */
export type SortKey = 'name' | 'total' | number
export interface Sorting {
  by: SortKey
  isDescending: boolean
}

/** Which rows are shown: in a group by its place, and whose name holds some text. */
export interface Filter {
  group: number | null
  name: string
}

/** One cell of a row. */
export function cellAt({ assignments }: GradebookSheet, row: SheetRow, place: number): Cell {
  return unpackCell(row.cells[place] ?? 0, assignments[place]?.ofPoints ?? 0)
}

/** The rows that pass a filter, in order. Whoever has no number comes last either way; equals stay by name. */
export function rowsInOrder(sheet: GradebookSheet, { group, name }: Filter, { by, isDescending }: Sorting): SheetRow[] {
  const wanted = folded(name.trim())
  const rows = sheet.learners.filter(
    (row) => (group === null || row.groups.includes(group)) && folded(row.name).includes(wanted),
  )
  if (by === 'name') return isDescending ? rows.reverse() : rows
  const numbers = new Map(rows.map((row) => [row.id, by === 'total' ? row.total : shareAt(sheet, row, by)]))
  return rows.sort((a, b) => {
    const [one, other] = [numbers.get(a.id) ?? null, numbers.get(b.id) ?? null]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return isDescending ? other - one : one - other
  })
}

function shareAt(sheet: GradebookSheet, row: SheetRow, place: number): number | null {
  const cell = cellAt(sheet, row, place)
  const points = shownPoints(cell)
  return points === null || cell.ofPoints === 0 ? null : points / cell.ofPoints
}

/** How the order changes when a header is pressed: numbers begin with the highest, names with A. */
export function sortedAnew(before: Sorting, by: SortKey): Sorting {
  return { by, isDescending: before.by === by ? !before.isDescending : by !== 'name' }
}

/** Case and accents aside. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB')
}
