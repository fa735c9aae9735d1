import type { Figure } from '@/features/classroom/figure.ts'

const widths = [44, 5, 18, 7, 13, 20, 13, 8, 13]

/** The columns of one line of the table. */
export function columns(texts: readonly string[]): string {
  return texts
    .map((text, index) => text.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd()
}

/** A figure with its interval, "62 (48 to 74)"; "too few (7)" of what it needs, or a dash where the data have none. */
export function figureText(figure: Figure, digits = 0): string {
  switch (figure.kind) {
    case 'value': {
      const { value, interval } = figure
      const shown = value.toFixed(digits)
      return interval === null ? shown : `${shown} (${interval.from.toFixed(digits)} to ${interval.to.toFixed(digits)})`
    }
    case 'too-few':
      return `too few (${figure.n})`
    case 'undefined':
      return '–'
  }
}
