/** A place in a grid, both counted from zero. */
export interface Place {
  row: number
  column: number
}

/** Where a key leads in a grid; nothing for a key that leads nowhere. As the ARIA practices for grids have it. */
export function placeAfter(
  { key, hasControl }: { key: string; hasControl: boolean },
  { row, column }: Place,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place | null {
  const at = (toRow: number, toColumn: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  })
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column)
    case 'ArrowDown':
      return at(row + 1, column)
    case 'ArrowLeft':
      return at(row, column - 1)
    case 'ArrowRight':
      return at(row, column + 1)
    case 'PageUp':
      return at(row - page, column)
    case 'PageDown':
      return at(row + page, column)
    case 'Home':
      return at(hasControl ? 0 : row, 0)
    case 'End':
      return at(hasControl ? rows - 1 : row, columns - 1)
    default:
      return null
  }
}
