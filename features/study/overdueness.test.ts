import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalBucketOf, intervalBuckets, overdueness } from './overdueness.ts'

describe('the buckets of intervals', () => {
  it('hold every interval there is, each no shorter than its bucket says and less than half again as long', () => {
    const daysOf = new Map(intervalBuckets.map(({ bucket, days }) => [bucket, days]))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36_500 }), (intervalDays) => {
        const days = daysOf.get(intervalBucketOf({ phase: 2, intervalDays })) ?? Number.NaN
        expect(intervalDays / days).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(intervalDays / days).toBeLessThan(Math.SQRT2 + 1e-9)
      }),
    )
  })

  it('keep cards in their steps apart', () => {
    for (const phase of [1, 3]) expect(intervalBucketOf({ phase, intervalDays: 0 })).toBe(0)
    expect(intervalBuckets.some(({ bucket }) => bucket === 0)).toBe(false)
  })
})

describe('overdueness', () => {
  it('is the time since a card fell due in lengths of its interval', () => {
    const now = new Date('2026-03-11T12:00:00Z')
    expect(overdueness({ dueAt: new Date('2026-03-01T12:00:00Z'), intervalDays: 5 }, now)).toBe(2)
    expect(overdueness({ dueAt: new Date('2026-03-12T12:00:00Z'), intervalDays: 4 }, now)).toBe(-0.25)
  })
})
