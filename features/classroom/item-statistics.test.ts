import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMarkedItem, makeMatrix } from '@/testing/marks.ts'
import type { Figure } from './figure.ts'
import { type ItemStatistics, itemStatistics } from './item-statistics.ts'

const times = <T>(count: number, rows: readonly T[]): T[] => Array.from({ length: count }, () => rows).flat()

/** The values, to two decimals; null where there is none. */
const values = (of: readonly ItemStatistics[], name: keyof ItemStatistics) =>
  of.map((statistics) => {
    const figure = statistics[name] as Figure
    return figure.kind === 'value' ? Math.round(figure.value * 100) / 100 : null
  })

// Five learners each who know three, two, one and none of the items. Per learner of four, with means in brackets:
//   item 1: 1 1 1 0 (3/4), variance 3/16; the rest: 2 1 0 0 (3/4), variance 5/4 − 9/16 = 11/16; covariance 3/4 − 9/16 = 3/16
//   item 2: 1 1 0 0 (1/2), variance 1/4;  the rest: 2 1 1 0 (1), variance 1/2;                  covariance 3/4 − 1/2 = 1/4
//   item 3: 1 0 0 0 (1/4), variance 3/16; the rest: 2 2 1 0 (5/4), variance 9/4 − 25/16 = 11/16; covariance 1/2 − 5/16 = 3/16
const staircase = makeMatrix(
  times(5, [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
    [0, 0, 0],
  ]),
)

// The same but for item 3, which only those get right who know nothing else: 0 0 0 1 (1/4), the rest: 2 2 1 0 (5/4);
// covariance 0 − 5/16. Sorted, 0 0 0 1 beside 0 1 2 2, it would be 1/2 − 5/16 = 3/16.
const backwards = makeMatrix(
  times(5, [
    [1, 1, 0],
    [1, 1, 0],
    [1, 0, 0],
    [0, 0, 1],
  ]),
)

describe('itemStatistics', () => {
  it('gives facility and spread as reckoned by hand', () => {
    const statistics = itemStatistics(staircase)
    expect(values(statistics, 'facilityIndex')).toEqual([75, 50, 25])
    // √(3/16 · 20/19) and √(1/4 · 20/19)
    expect(values(statistics, 'standardDeviation')).toEqual([44.43, 51.3, 44.43])
  })

  it('gives discrimination and its efficiency as reckoned by hand', () => {
    // √((3/16) / (11/16)) = √(3/11), (1/4) / √(1/4 · 1/2) = √(1/2)
    const statistics = itemStatistics(staircase)
    expect(values(statistics, 'discriminationIndex')).toEqual([52.22, 70.71, 52.22])
    // Sorted they are as they were: whoever knows a harder item knows all easier ones.
    expect(values(statistics, 'discriminativeEfficiency')).toEqual([100, 100, 100])

    // −(5/16) / √(3/16 · 11/16) and −(5/16) / (3/16)
    const third = itemStatistics(backwards).slice(2)
    expect(values(third, 'discriminationIndex')).toEqual([-87.04])
    expect(values(third, 'discriminativeEfficiency')).toEqual([-166.67])
  })

  it('reckons marks in part by what can be earned', () => {
    // Of 4 each: 4 2 0 2, mean 2; beside 4 4 0 0, which is the rest. Covariance (16 + 8) / 4 − 4 = 2, variances 2 and 4.
    const [first] = itemStatistics(
      makeMatrix(
        times(5, [
          [4, 4],
          [2, 4],
          [0, 0],
          [2, 0],
        ]),
        4,
      ),
    )
    expect(first?.facilityIndex).toMatchObject({ value: 50 })
    expect(first?.discriminationIndex).toMatchObject({ value: expect.closeTo(100 * (2 / Math.sqrt(8)), 6) })
  })

  it('tells how sure it is: Wilson’s interval for the facility, Fisher’s for the discrimination', () => {
    const [, second] = itemStatistics(staircase)
    // 10 of 20: middle 1/2, reach 1.96 / (1 + 0.19207) · √(1/80 + 0.19207/80) = 0.20071
    expect(second?.facilityIndex).toMatchObject({
      interval: { from: expect.closeTo(29.93, 2), to: expect.closeTo(70.07, 2) },
    })
    // artanh 0.70711 = 0.88137, ± 1.95996 / √17 = 0.47536: tanh 0.40601 and tanh 1.35673
    expect(second?.discriminationIndex).toMatchObject({
      interval: { from: expect.closeTo(38.51, 1), to: expect.closeTo(87.56, 1) },
    })
  })

  it('says too few rather than give a number that would not last', () => {
    const [first] = itemStatistics(
      makeMatrix(
        times(1, [
          [1, 1],
          [1, 0],
          [0, 0],
          [0, 1],
        ]),
      ),
    )
    expect(first?.facilityIndex).toEqual({ kind: 'too-few', n: 4, needed: 5 })
    expect(first?.discriminationIndex).toEqual({ kind: 'too-few', n: 4, needed: 10 })
    expect(first?.standardDeviation).toEqual({ kind: 'too-few', n: 4, needed: 20 })
    expect(first?.discriminativeEfficiency).toEqual({ kind: 'too-few', n: 4, needed: 20 })
  })

  it('has no discrimination where all earned the same, here or in the rest', () => {
    const [same, other] = itemStatistics(
      makeMatrix(
        times(10, [
          [1, 1],
          [1, 0],
        ]),
      ),
    )
    expect(same?.discriminationIndex).toEqual({ kind: 'undefined', why: 'all earned the same here' })
    expect(other?.discriminationIndex).toEqual({ kind: 'undefined', why: 'all earned the same in the rest' })
    expect(other?.discriminativeEfficiency).toEqual({ kind: 'undefined', why: 'all earned the same in the rest' })
  })

  it('keeps parallel forms apart: each item is compared with what its own attempts had', () => {
    const formA = staircase.attempts.map((cells) => [...cells, null, null, null])
    const formB = backwards.attempts.map((cells) => [null, null, null, ...cells])
    const items = Array.from({ length: 6 }, (_, index) => makeMarkedItem(`made-${index + 1}`))
    const both = itemStatistics({ items, attempts: [...formA, ...formB] })
    const apart = [...itemStatistics(staircase), ...itemStatistics(backwards)]
    expect(both.map(({ item: _, ...figures }) => figures)).toEqual(apart.map(({ item: _, ...figures }) => figures))
  })
})

describe('the distractor table', () => {
  it('says how many chose an option and how they did in the rest, as counted by hand', () => {
    const first = makeMarkedItem('asked', { options: ['A', 'B', 'C'] })
    // Of 40: 20 chose the key A and have 3 of 4 in the rest, or 1 of 4, by turns; 12 chose B, with 4 or 2 of 4; 8 left it.
    const chose = (count: number, chosen: string[], rest: number[]) =>
      Array.from({ length: count }, (_, index) => [
        { mark: chosen.includes('A') ? 1 : 0, chosen },
        { mark: rest[index % 2] ?? 0, chosen: [] },
      ])
    const attempts = [...chose(20, ['A'], [3, 1]), ...chose(12, ['B'], [4, 2]), ...chose(8, [], [0, 0])]
    const [asked] = itemStatistics({ items: [first, makeMarkedItem('rest', { maximumMark: 4 })], attempts })
    const [a, b, c] = asked?.distractors ?? []

    expect(a).toMatchObject({ chosen: 20, share: { value: 50, n: 40 }, meanRestScore: { value: 50, n: 20 } })
    expect(b).toMatchObject({ chosen: 12, share: { value: 30, n: 40 }, meanRestScore: { value: 75, n: 12 } })
    // B less A: 75 − 50, ± 3 · √(12/11 · 25² / 12 + 20/19 · 25² / 20) = 3 · √(56.818 + 32.895) = 28.415
    expect(b?.aheadOfKey).toMatchObject({
      value: 25,
      interval: { from: expect.closeTo(-3.415, 2), to: expect.closeTo(53.415, 2) },
    })
    // All others: 20 with a mean of 50 and 8 with 0, 35.71
    expect(b?.aheadOfOthers).toMatchObject({ value: expect.closeTo(75 - 1000 / 28, 6) })
    expect(c).toMatchObject({ chosen: 0, share: { value: 0 }, meanRestScore: { kind: 'too-few', n: 0, needed: 10 } })
  })
})

const quarters = fc.integer({ min: 0, max: 4 })
const matrices = fc.tuple(fc.integer({ min: 20, max: 40 }), fc.integer({ min: 2, max: 6 })).chain(([attempts, items]) =>
  fc.array(fc.array(fc.option(quarters, { freq: 10 }), { minLength: items, maxLength: items }), {
    minLength: attempts,
    maxLength: attempts,
  }),
)

/** Every number of a report, with its limits. */
const numbers = (of: readonly ItemStatistics[]) =>
  of.flatMap(({ facilityIndex, standardDeviation, discriminationIndex, discriminativeEfficiency }) =>
    [facilityIndex, standardDeviation, discriminationIndex, discriminativeEfficiency].map((figure) =>
      figure.kind === 'value' ? [figure.value, figure.interval?.from ?? 0, figure.interval?.to ?? 0] : figure,
    ),
  )

describe('of any marks', () => {
  it('indices stay within their bounds, inside their intervals', () => {
    fc.assert(
      fc.property(matrices, (marks) => {
        for (const { facilityIndex, discriminationIndex, discriminativeEfficiency } of itemStatistics(
          makeMatrix(marks, 4),
        )) {
          for (const [figure, least] of [
            [facilityIndex, 0],
            [discriminationIndex, -100],
          ] as const) {
            if (figure.kind !== 'value' || figure.interval === null) continue
            expect(figure.value).toBeGreaterThanOrEqual(least)
            expect(figure.value).toBeLessThanOrEqual(100)
            expect(figure.interval.from).toBeLessThanOrEqual(figure.value + 1e-9)
            expect(figure.interval.to).toBeGreaterThanOrEqual(figure.value - 1e-9)
          }
          // What is not sorted cannot go together better than what is.
          if (discriminativeEfficiency.kind === 'value') expect(discriminativeEfficiency.value).toBeLessThan(100 + 1e-6)
        }
      }),
    )
  })

  it('the order of attempts changes nothing', () => {
    const shuffled = matrices.chain((marks) =>
      fc.tuple(fc.constant(marks), fc.shuffledSubarray(marks, { minLength: marks.length })),
    )
    fc.assert(
      fc.property(shuffled, ([marks, others]) => {
        expectAlike(numbers(itemStatistics(makeMatrix(others, 4))), numbers(itemStatistics(makeMatrix(marks, 4))))
      }),
    )
  })

  it('counting marks in other units changes nothing', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0.1, max: 50, noNaN: true }), (marks, unit) => {
        const scaled = marks.map((row) => row.map((mark) => (mark === null ? null : mark * unit)))
        expectAlike(
          numbers(itemStatistics(makeMatrix(scaled, 4 * unit))),
          numbers(itemStatistics(makeMatrix(marks, 4))),
        )
      }),
    )
  })

  it('turning right and wrong around in one item turns its discrimination around', () => {
    fc.assert(
      fc.property(matrices, (marks) => {
        const turned = marks.map(([first, ...rest]) => [first == null ? null : 4 - first, ...rest])
        const [one] = itemStatistics(makeMatrix(marks, 4))
        const [other] = itemStatistics(makeMatrix(turned, 4))
        if (one?.discriminationIndex.kind !== 'value') return
        expect(other?.discriminationIndex).toMatchObject({ value: expect.closeTo(-one.discriminationIndex.value, 6) })
      }),
    )
  })
})

function expectAlike(found: ReturnType<typeof numbers>, expected: ReturnType<typeof numbers>): void {
  expect(found).toEqual(
    expected.map((figure) => (Array.isArray(figure) ? figure.map((value) => expect.closeTo(value, 5)) : figure)),
  )
}
