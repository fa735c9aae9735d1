import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardLog } from '@/features/study/data.ts'
import { type Rating, ratings } from '@/features/study/schedule.ts'
import { traceReviews } from './card-log.ts'
import { fewestToTell, trueRetention, withoutRepeats } from './true-retention.ts'

const dayMs = 86_400_000
const zone = 'Europe/Lisbon'
const now = new Date('2026-06-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs)
let made = 0

/** The log of a card of its own, by days before now. */
function log(...grades: [rating: Rating, daysAgo: number][]): CardLog {
  made += 1
  return {
    cardId: `made-${made}.a`,
    reviews: grades.map(([rating, days], index) => ({
      id: `${made}.${index}`,
      rating,
      reviewedAt: daysAgo(days),
      desiredRetention: 0.9,
      parameters: null,
      timeZone: zone,
    })),
    answers: [],
  }
}

function counts(logs: CardLog[], days: number | null = 30) {
  const period = trueRetention(logs, now, zone).find((each) => each.days === days)
  return {
    young: [period?.young.passed, period?.young.count],
    mature: [period?.mature.passed, period?.mature.count],
    all: [period?.all.passed, period?.all.count],
  }
}

describe('trueRetention', () => {
  it('lets Again fail and Hard, Good and Easy pass', () => {
    const logs = ratings.map((rating) => log([4, 12], [rating, 2]))
    expect(counts(logs).young).toEqual([3, 4])
  })

  it('counts no review of a card that is new or in its steps', () => {
    expect(counts([log([3, 2])]).all).toEqual([0, 0])
    expect(counts([log([1, 2], [3, 1])]).all).toEqual([0, 0])
    // The lapse counts, what follows in the relearning step does not, even on another day.
    expect(counts([log([4, 20], [1, 3], [3, 2])]).all).toEqual([0, 1])
  })

  it('counts only the first review of a card in a study day', () => {
    const early = 9 / 24
    expect(counts([log([4, 20], [3, 3 + early], [1, 3])]).all).toEqual([1, 1])
    // The first of the day is in its steps: the card was learned today, and the second tells no more.
    expect(counts([log([3, 3 + early], [3, 3 + early - 1 / 96], [1, 3])]).all).toEqual([0, 0])
    // Across four in the morning it is another study day.
    const [beforeFour, afterFour] = [(9.5 + 24) / 24, (8.5 + 24) / 24]
    expect(counts([log([4, 20], [3, beforeFour], [1, afterFour])]).all).toEqual([1, 2])
  })

  it('tells cards apart by the interval before the review, mature from 21 days', () => {
    // An Easy leads to some 8 days, an Easy after them to well over 21.
    const mature = log([4, 60], [4, 50], [1, 5])
    expect(counts([mature])).toEqual({ young: [0, 0], mature: [0, 1], all: [0, 1] })
    expect(counts([mature], 365)).toEqual({ young: [1, 1], mature: [0, 1], all: [1, 2] })
  })

  it('draws the line between an interval of 20 and one of 21 days', () => {
    // Intervals vary a little from card to card, so that among many each comes up.
    const logs = Array.from({ length: 300 }, (_, index) => log([4, 40], [2, 39 - (index % 20)], [3, 1]))
    const ofInterval = (days: number) => logs.filter((each) => traceReviews(each)[2]?.before?.intervalDays === days)
    expect(ofInterval(20).length).toBeGreaterThan(0)
    expect(ofInterval(21).length).toBeGreaterThan(0)
    expect(counts(ofInterval(20))).toMatchObject({
      young: [ofInterval(20).length, ofInterval(20).length],
      mature: [0, 0],
    })
    expect(counts(ofInterval(21))).toMatchObject({
      young: [0, 0],
      mature: [ofInterval(21).length, ofInterval(21).length],
    })
  })

  it('reaches thirty study days back, today included, or a year, or all the way', () => {
    const logs = [0, 29, 30, 364, 365].map((days) => log([4, days + 12], [3, days]))
    expect([30, 365, null].map((days) => counts(logs, days).all[1])).toEqual([2, 4, 5])
  })

  it('tells no share of fewer than twenty reviews, and from there on one with its interval', () => {
    const passed = Array.from({ length: fewestToTell - 2 }, () => log([4, 12], [3, 2]))
    const failed = log([4, 12], [1, 2])
    const [few] = trueRetention([...passed, failed], now, zone)
    expect(few?.young).toMatchObject({ count: 19, passed: 18, share: null })
    const [enough] = trueRetention([...passed, failed, log([4, 12], [1, 2])], now, zone)
    expect(enough?.young).toMatchObject({ count: 20, passed: 18, share: 0.9 })
    expect(enough?.young.interval.from).toBeCloseTo(0.699, 3)
    expect(enough?.young.interval.to).toBeCloseTo(0.972, 3)
    expect(enough?.mature.share).toBeNull()
  })

  it('counts at most one review of a card a day, each young or mature, and less in a shorter period', () => {
    const someLogs = fc.array(
      fc.array(fc.tuple(fc.constantFrom(...ratings, 4 as const), fc.integer({ min: 0, max: 24 * 500 })), {
        minLength: 1,
        maxLength: 12,
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(someLogs, (given) => {
        const logs = given.map((grades) =>
          log(
            ...grades
              .toSorted((a, b) => b[1] - a[1])
              .map(([rating, hours]) => [rating, hours / 24] as [Rating, number]),
          ),
        )
        const [month, year, ever] = trueRetention(logs, now, 'UTC')
        // At noon today's study day is eight hours old. A card's very first review never counts.
        const days = given.map((grades) => new Set(grades.map(([, hours]) => Math.floor((hours + 15) / 24))).size)
        expect(ever?.all.count).toBeLessThanOrEqual(days.reduce((sum, count) => sum + count, 0) - given.length)
        for (const { young, mature, all } of [month, year, ever].flatMap((period) => period ?? [])) {
          expect(young.count + mature.count).toBe(all.count)
          expect(young.passed + mature.passed).toBe(all.passed)
          expect(all.passed).toBeLessThanOrEqual(all.count)
        }
        expect(month?.all.count).toBeLessThanOrEqual(year?.all.count ?? 0)
        expect(year?.all.count).toBeLessThanOrEqual(ever?.all.count ?? 0)
      }),
    )
  })
})

describe('withoutRepeats', () => {
  const daysShown = (...logs: CardLog[]) => withoutRepeats(trueRetention(logs, now, zone)).map(({ days }) => days)

  it('keeps a period only if the next longer one holds more', () => {
    const [thisMonth, thisYear, before] = [2, 100, 400].map((days) => log([4, days + 12], [3, days])) as [
      CardLog,
      CardLog,
      CardLog,
    ]
    expect(daysShown(thisMonth)).toEqual([null])
    expect(daysShown(thisMonth, thisYear)).toEqual([30, null])
    expect(daysShown(thisMonth, thisYear, before)).toEqual([30, 365, null])
    expect(daysShown(thisMonth, before)).toEqual([365, null])
  })
})
