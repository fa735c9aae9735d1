import { mean, sampleVariance } from 'simple-statistics'
import { errorsFor95, shareInterval } from '@/lib/share-interval.ts'
import { type Figure, figureOf, undefinedBecause } from './figure.ts'
import type { AnswerOption, ItemMark, MarkedItem } from './mark-matrix.ts'

/** A row of the distractor table: who chose an option. Rest scores are in percent. */
export interface ChosenOption {
  option: AnswerOption
  /** How many chose it. */
  chosen: number
  /** Of those who had the item, in percent; with Wilson's interval. */
  share: Figure
  /** How those who chose it did in the rest; with a normal interval of 95 %. */
  meanRestScore: Figure
  /** By how much they did better in the rest than those who chose a key there, and not this. */
  aheadOfKey: Figure
  /** By how much they did better in the rest than all who did not choose it. */
  aheadOfOthers: Figure
}

/** With how many a share is given, and with how many, on each side, mean rest scores are. */
const needed = { share: 5, mean: 10 } as const

/**
 * Three standard errors to either side of a difference, 99.7 %: a report shows the differences of a hundred options at
 * once, and with the usual 95 % a few of them would stand out by chance.
 */
const differenceErrors = 3

export function distractorTable({ options }: MarkedItem, marks: readonly ItemMark[]): ChosenOption[] {
  const restsOf = (isOne: (chosen: readonly string[]) => boolean) =>
    marks.flatMap(({ cell, restScore }) => (restScore !== null && isOne(cell.chosen) ? [restScore] : []))
  return options.map((option) => {
    const { id, placeId, isKey } = option
    const keys = options.filter((other) => other.isKey && other.placeId === placeId)
    const chosen = marks.filter(({ cell }) => cell.chosen.includes(id)).length
    const theirs = restsOf((ids) => ids.includes(id))
    const ofKey = restsOf((ids) => !ids.includes(id) && keys.some((key) => ids.includes(key.id)))
    const ofOthers = restsOf((ids) => !ids.includes(id))
    return {
      option,
      chosen,
      share: shareOf(chosen, marks.length),
      meanRestScore: meanOf(theirs),
      aheadOfKey: isKey ? undefinedBecause('this is a key') : difference(theirs, ofKey),
      aheadOfOthers: difference(theirs, ofOthers),
    }
  })
}

function shareOf(chosen: number, n: number): Figure {
  return figureOf(n, needed.share, () => {
    const { from, to } = shareInterval(chosen, n)
    return { kind: 'value', value: (100 * chosen) / n, interval: { from: 100 * from, to: 100 * to }, n }
  })
}

/** The mean, ± 1.96 · √(variance / n). */
function meanOf(rests: readonly number[]): Figure {
  const n = rests.length
  return figureOf(n, needed.mean, () => {
    const value = mean([...rests])
    const reach = errorsFor95 * Math.sqrt(sampleVariance([...rests]) / n)
    return { kind: 'value', value, interval: { from: value - reach, to: value + reach }, n }
  })
}

/**
 * The difference of two means, ± 3 · √(variance₁/n₁ + variance₂/n₂): B. L. Welch, "The significance of the difference
 * between two means when the population variances are unequal" (1938), with the normal quantile.
 */
function difference(ones: readonly number[], others: readonly number[]): Figure {
  const n = Math.min(ones.length, others.length)
  return figureOf(n, needed.mean, () => {
    const value = mean([...ones]) - mean([...others])
    const variances = [ones, others].map((rests) => sampleVariance([...rests]) / rests.length)
    const reach = differenceErrors * Math.sqrt(variances.reduce((sum, variance) => sum + variance, 0))
    return { kind: 'value', value, interval: { from: value - reach, to: value + reach }, n }
  })
}
