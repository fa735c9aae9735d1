import type { Cell } from './gradebook.ts'

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, useGrouping: false })

/** Points as a grade has them: whole where they are, else with up to two decimals. */
export function gradeText(points: number): string {
  return format.format(points)
}

/** The points of a cell as they are shown: what is not handed in by the close counts as zero, so it is shown as that. */
export function shownPoints({ points, isClosed, state }: Pick<Cell, 'points' | 'isClosed' | 'state'>): number | null {
  return points ?? (isClosed && state !== 'finished' ? 0 : null)
}

/** The figure in a cell: "8.5 / 10", or a dash where there is none. */
export function cellFigure(cell: Pick<Cell, 'points' | 'ofPoints' | 'isClosed' | 'state'>): string {
  const points = shownPoints(cell)
  return points === null ? '–' : `${gradeText(points)} / ${gradeText(cell.ofPoints)}`
}

/** How a cell stands, in words. */
export function cellWords({ state, isLate, isExcused, isSet, isClosed, hasComment }: Cell): string[] {
  return [
    ...(isExcused ? ['excused'] : []),
    ...(isSet ? ['set by hand'] : []),
    ...(state === 'finished' ? [] : [stateWords(state, isClosed)]),
    ...(isLate ? ['late'] : []),
    ...(hasComment ? ['comment'] : []),
  ]
}

function stateWords(state: Exclude<Cell['state'], 'finished'>, isClosed: boolean): string {
  switch (state) {
    case 'not-begun':
      return isClosed ? 'not handed in' : 'not begun'
    case 'in-progress':
      return 'begun'
    case 'abandoned':
      return 'time ran out'
  }
}

const percentFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A share in percent as it is written: "87.5 %", or a dash where nothing counts. */
export function percentText(percent: number | null): string {
  return percent === null ? '–' : `${percentFormat.format(percent)} %`
}
