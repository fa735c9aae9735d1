import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnOf } from './returning.ts'

const today = new Date('2026-03-30T03:00:00Z')
const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000)

describe('returnOf', () => {
  it('lets the first day after two weeks away start with twenty, and doubles with each day of study', () => {
    expect(returnOf([daysAgo(40), daysAgo(15)], today, 200)).toEqual({ awayDays: 14, reviewLimit: 20 })
    expect(returnOf([daysAgo(40), daysAgo(2)], today, 200)).toEqual({ awayDays: 37, reviewLimit: 40 })
    expect(returnOf([daysAgo(40), daysAgo(3), daysAgo(1)], today, 200)).toEqual({ awayDays: 36, reviewLimit: 80 })
  })

  it('lets everybody else be, and whoever has worked back up to the usual limit', () => {
    expect(returnOf([], today, 200)).toBeNull()
    expect(returnOf([daysAgo(14)], today, 200)).toBeNull()
    const back = [40, 4, 3, 2, 1].map(daysAgo)
    expect(returnOf(back, today, 200)).toBeNull()
    expect(returnOf([daysAgo(40)], today, 20)).toBeNull()
  })

  it('counts a day that summer time has shortened as a day', () => {
    const anHourShort = new Date(daysAgo(15).getTime() + 3_600_000)
    expect(returnOf([anHourShort], today, 200)?.awayDays).toBe(14)
  })

  it('never allows more than the usual, nor less than twenty', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 9999 }),
        (days, usual) => {
          const found = returnOf(days.sort((a, b) => b - a).map(daysAgo), today, usual)
          if (found === null) return
          expect(found.reviewLimit).toBeGreaterThanOrEqual(20)
          expect(found.reviewLimit).toBeLessThan(usual)
          expect(found.awayDays).toBeGreaterThanOrEqual(14)
        },
      ),
    )
  })
})
