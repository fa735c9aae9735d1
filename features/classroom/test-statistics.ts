import {
  mean,
  sampleCovariance,
  sampleKurtosis,
  sampleSkewness,
  sampleStandardDeviation,
  sampleVariance,
} from 'simple-statistics'
import { areAlike, type Figure, figureOf, undefinedBecause } from './figure.ts'
import type { MarkMatrix } from './mark-matrix.ts'

/**
 * How a test does as a whole, by the formulas of Moodle's statistics report ("Quiz statistics calculations" in the
 * Moodle documentation for developers), from the attempts in which every item counts. Everything but skewness and
 * kurtosis is in percent, marks in percent of the maximum.
 */
export interface TestStatistics {
  /** In how many attempts every item counts. */
  wholeAttempts: number
  mean: Figure
  standardDeviation: Figure
  skewness: Figure
  kurtosis: Figure
  coefficientOfInternalConsistency: Figure
  errorRatio: Figure
  standardError: Figure
  /** In the order of the items. */
  weights: readonly { intendedWeight: number; effectiveWeight: Figure }[]
}

/** With how many whole attempts figures of the test are given; none of them comes with an interval. */
const needed = { mean: 5, spread: 20, weight: 20, shape: 30, consistency: 30 } as const

const allTheSame = undefinedBecause('all earned the same in total')

export function testStatistics({ items, attempts }: MarkMatrix): TestStatistics {
  const rows = attempts.flatMap((cells) => {
    const marks = cells.flatMap((cell) => (cell === null ? [] : [cell.mark]))
    return marks.length === items.length ? [marks] : []
  })
  const columns = items.map((_, index) => rows.map((marks) => marks[index] ?? 0))
  const maximum = sumOf(items.map(({ maximumMark }) => maximumMark))
  const totals = rows.map((marks) => (100 * sumOf(marks)) / maximum)
  const n = rows.length
  const given = (least: number, reckon: () => number): Figure =>
    figureOf(n, least, () => ({ kind: 'value', value: reckon(), interval: null, n }))
  const spread = (least: number, reckon: () => number): Figure =>
    areAlike(totals) && n >= least ? allTheSame : given(least, reckon)
  // Shares of the maximum, so that their variances add up to those of the totals.
  const shares = columns.map((marks) => marks.map((mark) => (100 * mark) / maximum))
  const consistency =
    items.length < 2 ? undefinedBecause('one item alone agrees with nothing') : spread(needed.consistency, alpha)

  /** 100 · p/(p − 1) · (1 − Σ var(item) / k₂), with p items and k₂ the variance of the totals: L. J. Cronbach (1951). */
  function alpha(): number {
    const within = sumOf(shares.map((share) => sampleVariance(share)))
    return ((100 * items.length) / (items.length - 1)) * (1 - within / sampleVariance(totals))
  }

  /** 100 · √(1 − consistency / 100): how much of the spread is chance. */
  const errorRatioOf = (value: number) => 100 * Math.sqrt(Math.max(0, 1 - value / 100))

  return {
    wholeAttempts: n,
    mean: given(needed.mean, () => mean(totals)),
    standardDeviation: given(needed.spread, () => sampleStandardDeviation(totals)),
    // k₃ / k₂^1.5 and k₄ / k₂², of the unbiased k-statistics of R. A. Fisher (1929), which the library reckons.
    skewness: spread(needed.shape, () => sampleSkewness(totals)),
    kurtosis: spread(needed.shape, () => sampleKurtosis(totals)),
    coefficientOfInternalConsistency: consistency,
    errorRatio: derived(consistency, errorRatioOf),
    // Error ratio · standard deviation / 100.
    standardError: derived(consistency, (value) => (errorRatioOf(value) * sampleStandardDeviation(totals)) / 100),
    weights: weightsOf(
      items.map(({ maximumMark }) => (100 * maximumMark) / maximum),
      shares.map((share) => covariance(share, totals)),
      n,
    ),
  }
}

function covariance(one: readonly number[], other: readonly number[]): number {
  return areAlike(one) || areAlike(other) ? 0 : sampleCovariance([...one], [...other])
}

/**
 * Intended: the maximum mark in percent of the test's. Effective: 100 · √cov(item, total) / Σ √cov(item, total), what
 * the item did to the differences between totals. An item whose covariance is negative has no effective weight, and
 * the others are weighed without it.
 */
function weightsOf(intended: readonly number[], covariances: readonly number[], n: number) {
  const whole = sumOf(covariances.map((value) => Math.sqrt(Math.max(0, value))))
  return intended.map((intendedWeight, index) => ({
    intendedWeight,
    effectiveWeight: figureOf(n, needed.weight, () => {
      const own = covariances[index] ?? 0
      if (own < 0) return undefinedBecause('its covariance with the total is negative')
      if (whole === 0) return allTheSame
      return { kind: 'value', value: (100 * Math.sqrt(own)) / whole, interval: null, n }
    }),
  }))
}

/** A figure that follows from another. */
function derived(figure: Figure, follow: (value: number) => number): Figure {
  return figure.kind === 'value' ? { ...figure, value: follow(figure.value) } : figure
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
