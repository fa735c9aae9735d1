import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareInterval } from './share-interval.ts'

describe('shareInterval', () => {
  it('gives the limits that are published for Wilson’s method', () => {
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
    for (const [passed, count, from, to] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = shareInterval(passed, count)
      expect(interval.from).toBeCloseTo(from, 4)
      expect(interval.to).toBeCloseTo(to, 4)
    }
  })

  it('says nothing without a try', () => {
    expect(shareInterval(0, 0)).toEqual({ from: 0, to: 1 })
  })

  it('holds the share, stays between 0 and 1, narrows with more of the same, and is wider for more confidence', () => {
    const results = fc
      .integer({ min: 1, max: 2000 })
      .chain((count) => fc.tuple(fc.nat({ max: count }), fc.constant(count)))
    fc.assert(
      fc.property(results, ([passed, count]) => {
        const { from, to } = shareInterval(passed, count)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(1)
        expect(passed / count).toBeGreaterThanOrEqual(from - 1e-12)
        expect(passed / count).toBeLessThanOrEqual(to + 1e-12)
        const more = shareInterval(4 * passed, 4 * count)
        expect(more.to - more.from).toBeLessThan(to - from)
        const surer = shareInterval(passed, count, 3)
        expect(surer.to - surer.from).toBeGreaterThan(to - from)
      }),
    )
  })
})
