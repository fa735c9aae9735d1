import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInterval } from './interval.ts'
import { preview, type Rating, ratings, replay, review } from './schedule.ts'

const start = new Date('2026-03-02T09:00:00Z')
const minutes = (count: number) => count * 60_000
const days = (count: number) => count * 86_400_000
const plus = (date: Date, ms: number) => new Date(date.getTime() + ms)

/** Gaps in minutes and grades of a card's life. */
const histories = fc.array(
  fc.record({ gapMinutes: fc.integer({ min: 0, max: 60 * 24 * 90 }), rating: fc.constantFrom(...ratings) }),
  { maxLength: 30 },
)

function logOf(history: readonly { gapMinutes: number; rating: Rating }[]) {
  let at = start
  return history.map(({ gapMinutes, rating }) => {
    at = plus(at, minutes(gapMinutes))
    return { rating, reviewedAt: at }
  })
}

describe('review', () => {
  it('takes a new card through the steps of one and ten minutes into days, as Anki does', () => {
    const first = review(null, 3, start)
    expect(formatInterval(start, first.dueAt)).toBe('10m')
    expect(first.phase).toBe(1)
    const second = review(first, 3, first.dueAt)
    expect(second.phase).toBe(2)
    expect(second.intervalDays).toBeGreaterThanOrEqual(1)
  })

  it('shows Again in a minute and Good in ten for a new card, and grades in rising order', () => {
    const intervals = preview(null, start).map(({ dueAt }) => dueAt.getTime() - start.getTime())
    expect(intervals[0]).toBe(minutes(1))
    expect(intervals[2]).toBe(minutes(10))
    expect([...intervals].sort((a, b) => a - b)).toEqual(intervals)
  })

  it('sends a forgotten card into relearning and counts the lapse', () => {
    const known = replay([
      { rating: 4, reviewedAt: start },
      { rating: 3, reviewedAt: plus(start, days(20)) },
    ])
    const lapsed = review(known, 1, plus(start, days(60)))
    expect(lapsed).toMatchObject({ phase: 3, lapses: 1 })
    expect(lapsed.stability).toBeLessThan(known?.stability ?? 0)
  })
})

describe('replay', () => {
  it('gives the same memory from the whole log as step by step', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history)
        const stepwise = log.reduce<ReturnType<typeof replay>>(
          (memory, { rating, reviewedAt }) => review(memory, rating, reviewedAt),
          null,
        )
        expect(replay(log)).toEqual(stepwise)
      }),
    )
  })

  it('is never due before the last review, and keeps its quantities in range', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const memory = replay(logOf(history))
        if (memory === null) {
          expect(history).toEqual([])
          return
        }
        expect(memory.dueAt.getTime()).toBeGreaterThan(memory.lastReviewedAt.getTime())
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
        expect(memory.stability).toBeGreaterThan(0)
        expect(memory.intervalDays).toBeLessThanOrEqual(36_500)
      }),
    )
  })
})

describe('formatInterval', () => {
  it.each([
    [minutes(0.4), '<1m'],
    [minutes(10), '10m'],
    [minutes(180), '3h'],
    [days(4), '4d'],
    [days(46), '1.5mo'],
    [days(800), '2.2y'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatInterval(start, plus(start, ms))).toBe(text)
  })
})
