import { undefinedBecause } from '@/features/classroom/figure.ts'
import type { MarkedItem, MarkMatrix } from '@/features/classroom/mark-matrix.ts'

/** An item that can be right or wrong; with options, the first is the key. */
export function makeMarkedItem(
  id: string,
  given: { maximumMark?: number; options?: readonly string[] } = {},
): MarkedItem {
  const { maximumMark = 1, options = [] } = given
  return {
    id,
    maximumMark,
    randomGuessScore: options.length === 0 ? undefinedBecause('made up') : guessAmong(options.length),
    options: options.map((text, index) => ({ id: text, placeId: 'answer', text, isKey: index === 0 })),
  }
}

function guessAmong(ways: number) {
  return { kind: 'value', value: 100 / ways, interval: null, n: 0 } as const
}

/** The matrix of these marks, a row for each attempt; every item can earn as much as is given, else 1. */
export function makeMatrix(marks: readonly (readonly (number | null)[])[], maximumMark = 1): MarkMatrix {
  const items = (marks[0] ?? []).map((_, index) => makeMarkedItem(`made-${index + 1}`, { maximumMark }))
  return {
    items,
    attempts: marks.map((row) => row.map((mark) => (mark === null ? null : { mark, chosen: [] }))),
  }
}
