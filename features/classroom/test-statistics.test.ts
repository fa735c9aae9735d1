import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMarkedItem, makeMatrix } from '@/testing/marks.ts'
import { testStatistics } from './test-statistics.ts'

const times = <T>(count: number, rows: readonly T[]): T[] => Array.from({ length: count }, () => rows).flat()

// Ten learners each who know three, two, one and none of the items. Per learner of four:
//   items: variances 3/16, 1/4, 3/16, in all 5/8; totals 3 2 1 0 (3/2), variance 5/4
//   covariances with the total: 6/4 − 9/8 = 3/8, 5/4 − 3/4 = 1/2, 3/4 − 3/8 = 3/8
const staircase = makeMatrix(
  times(10, [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
  ]),
)
const near = (value: number) => ({ kind: 'value', value: expect.closeTo(value, 3) })

describe('testStatistics', () => {
  it('gives mean, spread and consistency as reckoned by hand', () => {
    const statistics = testStatistics(staircase)
    expect(statistics.wholeAttempts).toBe(40)
    expect(statistics.mean).toMatchObject(near(50))
    // √(5/4 · 40/39) of 3
    expect(statistics.standardDeviation).toMatchObject(near(37.743))
    // 3/2 · (1 − (5/8) / (5/4))
    expect(statistics.coefficientOfInternalConsistency).toMatchObject(near(75))
    // √(1 − 0.75), and half the standard deviation
    expect(statistics.errorRatio).toMatchObject(near(50))
    expect(statistics.standardError).toMatchObject(near(18.871))
  })

  it('gives the shape of the totals by unbiased k-statistics', () => {
    // Even on both sides. Fourth moment (2 · 1.5⁴ + 2 · 0.5⁴) / 4 = 2.5625, over 1.25² less 3: g₂ = −1.36;
    // k₄ / k₂² = 39 / (38 · 37) · (41 · −1.36 + 6)
    expect(testStatistics(staircase).skewness).toMatchObject(near(0))
    expect(testStatistics(staircase).kurtosis).toMatchObject(near(-1.38))
    // One of four has all: g₁ = (1 − 2/4) / √(3/16) = 1.1547; k₃ / k₂^1.5 = √(40 · 39) / 38 · g₁
    const few = makeMatrix(
      times(10, [
        [1, 1],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    )
    expect(testStatistics(few).skewness).toMatchObject(near(1.2002))
  })

  it('weighs items by what they can earn, and by what they did to the totals', () => {
    const { weights } = testStatistics(staircase)
    // √(3/8) = 0.61237 and √(1/2) = 0.70711, of 1.93185
    expect(weights.map(({ effectiveWeight }) => effectiveWeight)).toMatchObject([
      near(31.699),
      near(36.603),
      near(31.699),
    ])
    expect(weights.map(({ intendedWeight }) => intendedWeight)).toEqual([100 / 3, 100 / 3, 100 / 3])
    const unequal = { items: [makeMarkedItem('a', { maximumMark: 3 }), makeMarkedItem('b')], attempts: [] }
    expect(testStatistics(unequal).weights.map(({ intendedWeight }) => intendedWeight)).toEqual([75, 25])
  })

  it('gives no effective weight where the covariance with the total is negative', () => {
    // Totals 2 2 1 1 (3/2). Covariances 5/4 − 9/8 = 1/8, 1 − 3/4 = 1/4, 1/4 − 3/8 = −1/8; √: 0.35355 and 0.5 of 0.85355
    const { weights } = testStatistics(
      makeMatrix(
        times(10, [
          [1, 1, 0],
          [1, 1, 0],
          [1, 0, 0],
          [0, 0, 1],
        ]),
      ),
    )
    expect(weights.map(({ effectiveWeight }) => effectiveWeight)).toMatchObject([
      near(41.421),
      near(58.579),
      { kind: 'undefined', why: 'its covariance with the total is negative' },
    ])
  })

  it('counts attempts only in which every item counts, and says too few', () => {
    const statistics = testStatistics(
      makeMatrix([
        ...times(2, [
          [1, 1],
          [0, 1],
        ]),
        [1, null],
        [null, 0],
      ]),
    )
    expect(statistics.wholeAttempts).toBe(4)
    expect(statistics.mean).toEqual({ kind: 'too-few', n: 4, needed: 5 })
    expect(statistics.coefficientOfInternalConsistency).toEqual({ kind: 'too-few', n: 4, needed: 30 })
    expect(statistics.standardError).toEqual({ kind: 'too-few', n: 4, needed: 30 })
    expect(statistics.weights[0]?.effectiveWeight).toEqual({ kind: 'too-few', n: 4, needed: 20 })
  })

  it('has no consistency of a single item, nor where all earned the same', () => {
    expect(testStatistics(makeMatrix(times(20, [[1], [0]]))).coefficientOfInternalConsistency).toEqual({
      kind: 'undefined',
      why: 'one item alone agrees with nothing',
    })
    const all = testStatistics(
      makeMatrix(
        times(20, [
          [1, 0],
          [0, 1],
        ]),
      ),
    )
    for (const figure of [all.skewness, all.kurtosis, all.coefficientOfInternalConsistency, all.standardError]) {
      expect(figure).toEqual({ kind: 'undefined', why: 'all earned the same in total' })
    }
    expect(all.standardDeviation).toMatchObject(near(0))
  })
})

const columns = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 30, maxLength: 40 })

describe('of any marks', () => {
  it('items that agree in everything are wholly consistent, without error', () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 2, max: 6 }), (marks, items) => {
        fc.pre(new Set(marks).size > 1)
        const statistics = testStatistics(
          makeMatrix(
            marks.map((mark) => Array<number>(items).fill(mark)),
            4,
          ),
        )
        expect(statistics.coefficientOfInternalConsistency).toMatchObject(near(100))
        expect(statistics.errorRatio).toMatchObject({ value: expect.closeTo(0, 4) })
        expect(statistics.standardError).toMatchObject({ value: expect.closeTo(0, 4) })
      }),
    )
  })

  it('the weights of a test add up to the whole, and other units change nothing', () => {
    const matrices = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), {
      minLength: 30,
      maxLength: 40,
    })
    fc.assert(
      fc.property(matrices, fc.integer({ min: 2, max: 9 }), (marks, unit) => {
        const statistics = testStatistics(makeMatrix(marks, 4))
        const effective = statistics.weights.flatMap(({ effectiveWeight: figure }) =>
          figure.kind === 'value' ? [figure.value] : [],
        )
        const whole = effective.reduce((sum, weight) => sum + weight, 0)
        if (effective.length > 0) expect(whole).toBeCloseTo(100, 6)
        const scaled = testStatistics(
          makeMatrix(
            marks.map((row) => row.map((mark) => mark * unit)),
            4 * unit,
          ),
        )
        expect(rounded(scaled)).toEqual(rounded(statistics))
      }),
    )
  })
})

/** With its numbers as they would be printed, since units change how they are rounded. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'number' ? Math.round(part * 1e4) + 0 : part))
}
