import type { Span } from '@/lib/share-interval.ts'

/** A statistic as far as its data carry it: too few of them give no number, and some data have none at all. */
export type Figure =
  | {
      kind: 'value'
      value: number
      /** Where it would lie with very many learners; null where its `needed` alone guards it. */
      interval: Span | null
      /** How many attempts, or how many of those who chose, it rests on. */
      n: number
    }
  | { kind: 'too-few'; n: number; needed: number }
  | { kind: 'undefined'; why: string }

/** A figure of n observations, reckoned only where there are as many as are needed. */
export function figureOf(n: number, needed: number, reckon: () => Figure): Figure {
  return n < needed ? { kind: 'too-few', n, needed } : reckon()
}

export function undefinedBecause(why: string): Figure {
  return { kind: 'undefined', why }
}

/**
 * Where a correlation would lie with very many observations: tanh(artanh r ± z / √(n − 3)), R. A. Fisher, "On the
 * probable error of a coefficient of correlation deduced from a small sample" (1921). Made for normal variables; marks
 * that are only right or wrong keep to it roughly.
 *
 * @param errors how many standard errors to either side: 1.96 for 95 %
 */
export function correlationInterval(correlation: number, n: number, errors: number): Span {
  const reach = errors / Math.sqrt(n - 3)
  const middle = Math.atanh(correlation)
  return { from: Math.tanh(middle - reach), to: Math.tanh(middle + reach) }
}

/** Whether numbers differ by no more than rounding. */
export function areAlike(numbers: readonly number[]): boolean {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most))
}
