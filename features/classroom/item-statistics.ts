import { mean, sampleCovariance, sampleStandardDeviation } from 'simple-statistics'
import { errorsFor95, shareInterval } from '@/lib/share-interval.ts'
import { type ChosenOption, distractorTable } from './distractor-table.ts'
import { areAlike, correlationInterval, type Figure, figureOf, undefinedBecause } from './figure.ts'
import { type ItemMark, type MarkedItem, type MarkMatrix, marksOf } from './mark-matrix.ts'

/**
 * How one item does among the others, by the formulas of Moodle's statistics report ("Quiz statistics calculations" in
 * the Moodle documentation for developers). Everything is in percent, marks in percent of their maximum.
 */
export interface ItemStatistics {
  item: MarkedItem
  /** In how many attempts the item counts. */
  attempts: number
  facilityIndex: Figure
  standardDeviation: Figure
  randomGuessScore: Figure
  discriminationIndex: Figure
  discriminativeEfficiency: Figure
  distractors: readonly ChosenOption[]
}

/**
 * With how many attempts a figure is given. The facility and discrimination indices come with an interval that tells
 * the rest; a standard deviation or an efficiency from fewer would move by a quarter with the next few learners.
 */
export const neededFor = {
  facilityIndex: 5,
  standardDeviation: 20,
  discriminationIndex: 10,
  discriminativeEfficiency: 20,
} as const

/** The statistics of every item, in the order of the matrix. */
export function itemStatistics(matrix: MarkMatrix): ItemStatistics[] {
  return matrix.items.map((item, index) => {
    const marks = marksOf(matrix, index)
    const compared = marks.flatMap(({ cell, restScore }) =>
      restScore === null ? [] : [{ mark: cell.mark, restScore }],
    )
    return {
      item,
      attempts: marks.length,
      facilityIndex: facilityIndex(item, marks),
      standardDeviation: standardDeviation(item, marks),
      randomGuessScore: item.randomGuessScore,
      discriminationIndex: discriminationIndex(compared),
      discriminativeEfficiency: discriminativeEfficiency(compared),
      distractors: distractorTable(item, marks),
    }
  })
}

/**
 * 100 · mean mark / maximum mark. The interval is Wilson's, which is made for marks of all or nothing, and rather too
 * wide than too narrow where some earn a part.
 */
function facilityIndex({ maximumMark }: MarkedItem, marks: readonly ItemMark[]): Figure {
  const n = marks.length
  return figureOf(n, neededFor.facilityIndex, () => {
    const share = Math.min(1, mean(marks.map(({ cell }) => cell.mark / maximumMark)))
    const { from, to } = shareInterval(share * n, n)
    return { kind: 'value', value: 100 * share, interval: { from: 100 * from, to: 100 * to }, n }
  })
}

/** 100 · √(Σ(mark − mean)² / (s − 1)) / maximum mark, with s attempts. */
function standardDeviation({ maximumMark }: MarkedItem, marks: readonly ItemMark[]): Figure {
  const n = marks.length
  return figureOf(n, neededFor.standardDeviation, () => {
    const value = 100 * sampleStandardDeviation(marks.map(({ cell }) => cell.mark / maximumMark))
    return { kind: 'value', value, interval: null, n }
  })
}

type Compared = readonly { mark: number; restScore: number }[]

/**
 * 100 · cov(item, rest) / √(var(item) · var(rest)): the correlation of the marks in the item with those in all others.
 * (It is not the difference between the top and the bottom 27 %.) The interval is Fisher's.
 */
function discriminationIndex(compared: Compared): Figure {
  return figureOf(compared.length, neededFor.discriminationIndex, () => {
    const [marks, rests] = columnsOf(compared)
    const why = sameness(marks, rests)
    if (why !== null) return undefinedBecause(why)
    const deviations = sampleStandardDeviation(marks) * sampleStandardDeviation(rests)
    // Rounding may bring a perfect correlation past 1.
    const correlation = Math.max(-1, Math.min(1, sampleCovariance(marks, rests) / deviations))
    const { from, to } = correlationInterval(correlation, compared.length, errorsFor95)
    return {
      kind: 'value',
      value: 100 * correlation,
      interval: { from: 100 * from, to: 100 * to },
      n: compared.length,
    }
  })
}

/**
 * 100 · cov(item, rest) / cov_max, where cov_max is the covariance of the same marks with both sorted: how much of what
 * these marks could have told apart, they did.
 */
function discriminativeEfficiency(compared: Compared): Figure {
  return figureOf(compared.length, neededFor.discriminativeEfficiency, () => {
    const [marks, rests] = columnsOf(compared)
    const why = sameness(marks, rests)
    if (why !== null) return undefinedBecause(why)
    const value = (100 * sampleCovariance(marks, rests)) / sampleCovariance(ascending(marks), ascending(rests))
    return { kind: 'value', value, interval: null, n: compared.length }
  })
}

function columnsOf(compared: Compared): [marks: number[], rests: number[]] {
  return [compared.map(({ mark }) => mark), compared.map(({ restScore }) => restScore)]
}

/** Why marks cannot be compared; null where they can. */
function sameness(marks: readonly number[], rests: readonly number[]): string | null {
  if (areAlike(marks)) return 'all earned the same here'
  return areAlike(rests) ? 'all earned the same in the rest' : null
}

function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b)
}
