import { type Advice, itemAdvice, worstFirst } from '../item-advice.ts'
import { type ItemStatistics, itemStatistics } from '../item-statistics.ts'
import type { MarkMatrix } from '../mark-matrix.ts'
import type { FormMarks } from '../test-forms.ts'
import { type TestStatistics, testStatistics } from '../test-statistics.ts'

/** An item in a form of a test: how it does, how much it weighs, and what to look at. */
export interface ItemReport {
  statistics: ItemStatistics
  weights: TestStatistics['weights'][number] | null
  advice: Advice[]
}

/** One form of a test as whoever set it looks at it. */
export interface FormReport {
  testId: string
  form: number
  /** How many attempts it rests on. */
  attempts: number
  statistics: TestStatistics
  /** What each attempt with all of the items earned, in percent. */
  totals: number[]
  /** The worst first. */
  items: ItemReport[]
}

/** Everything that the marks of a form say. */
export function reportOf({ testId, form, matrix }: FormMarks): FormReport {
  const statistics = testStatistics(matrix)
  const items = itemStatistics(matrix).map(
    (ofItem, index): ItemReport => ({
      statistics: ofItem,
      weights: statistics.weights[index] ?? null,
      advice: itemAdvice(ofItem),
    }),
  )
  return {
    testId,
    form,
    attempts: matrix.attempts.length,
    statistics,
    totals: totalsOf(matrix),
    items: worstFirst(items),
  }
}

function totalsOf({ items, attempts }: MarkMatrix): number[] {
  const possible = items.reduce((sum, { maximumMark }) => sum + maximumMark, 0)
  return attempts.flatMap((cells) => {
    const marks = cells.flatMap((cell) => (cell === null ? [] : [cell.mark]))
    return marks.length === items.length ? [(100 * marks.reduce((sum, mark) => sum + mark, 0)) / possible] : []
  })
}

/** How many of these percentages lie in each tenth; 100 lies in the last. */
export function tenths(percentages: readonly number[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const percentage of percentages) {
    const index = Math.min(9, Math.floor(percentage / 10 + 1e-9))
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}
