import type { Figure } from '../figure.ts'

/** A number as it is read: "62", "−8", "1.24". */
export function numberText(value: number, digits = 0): string {
  const text = value.toFixed(digits)
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−')
}

/** A figure in a word or two: its number, or why there is none. */
export function figureText(figure: Figure, digits = 0): string {
  switch (figure.kind) {
    case 'value':
      return numberText(figure.value, digits)
    case 'too-few':
      return 'too few'
    case 'undefined':
      return '–'
  }
}

/** What stands behind a figure, in words: its interval, how many it needs, or why it has no value. */
export function figureNote(figure: Figure, digits = 0): string {
  switch (figure.kind) {
    case 'value': {
      const { interval } = figure
      return interval === null ? '' : `${numberText(interval.from, digits)} to ${numberText(interval.to, digits)}`
    }
    case 'too-few':
      return `${figure.n} of ${figure.needed}`
    case 'undefined':
      return figure.why
  }
}
