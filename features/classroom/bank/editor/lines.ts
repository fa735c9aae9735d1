/** Changes to the lines of a form, which are told apart by their ids. */

/** The lines with some of one of them changed. */
export function withChange<Line extends { id: string }>(
  lines: readonly Line[],
  id: string,
  change: Partial<Line>,
): Line[] {
  return lines.map((line) => (line.id === id ? { ...line, ...change } : line))
}

/** The lines without one of them. */
export function without<Line extends { id: string }>(lines: readonly Line[], id: string): Line[] {
  return lines.filter((line) => line.id !== id)
}

/** The lines with one of them moved up or down by one place; as they were where there is no such place. */
export function moved<Line extends { id: string }>(lines: readonly Line[], id: string, by: 1 | -1): Line[] {
  const from = lines.findIndex((line) => line.id === id)
  const [line, other] = [lines[from], lines[from + by]]
  if (line === undefined || other === undefined) return [...lines]
  return lines.map((each) => (each === line ? other : each === other ? line : each))
}
