import { type Cell, cellStates } from './gradebook.ts'

/**
 * A cell as it travels, since a gradebook has many thousands: its marks as bits, then its points and the points possible
 * where they are not those of the assignment.
 */
export type PackedCell =
  | number
  | [marks: number, points: number | null]
  | [marks: number, points: number | null, of: number]

const bits = { isLate: 4, isExcused: 8, isSet: 16, hasComment: 32, isClosed: 64 } as const
const flags = Object.keys(bits) as (keyof typeof bits)[]
/** The two lowest bits are the state. */
const stateMask = 3

/** Makes a cell small. Points keep four decimals. */
export function packCell(cell: Cell, ofPoints: number): PackedCell {
  const marks = flags.reduce((sum, flag) => sum + (cell[flag] ? bits[flag] : 0), cellStates.indexOf(cell.state))
  const points = cell.points === null ? null : Math.round(cell.points * 1e4) / 1e4
  if (cell.ofPoints !== ofPoints) return [marks, points, cell.ofPoints]
  return points === null ? marks : [marks, points]
}

/** The cell that was made small. */
export function unpackCell(packed: PackedCell, ofPoints: number): Cell {
  const [marks, points = null, of = ofPoints] = typeof packed === 'number' ? [packed] : packed
  const has = (flag: keyof typeof bits) => (marks & bits[flag]) !== 0
  return {
    state: cellStates[marks & stateMask] ?? 'not-begun',
    points,
    ofPoints: of,
    isLate: has('isLate'),
    isExcused: has('isExcused'),
    isSet: has('isSet'),
    hasComment: has('hasComment'),
    isClosed: has('isClosed'),
  }
}
