import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueDatesOf, forecastOf } from './forecast.ts'

const now = new Date('2026-03-27T12:00:00Z')
const zone = 'Europe/Berlin'
const due = (...instants: string[]) =>
  forecastOf(
    instants.map((instant) => new Date(instant)),
    now,
    zone,
  )

describe('forecastOf', () => {
  it('shows the next thirty study days, today first, and none on most', () => {
    const days = due()
    expect(days).toHaveLength(30)
    expect([days[0]?.date, days[29]?.date]).toEqual(['2026-03-27', '2026-04-25'])
    expect(days.every(({ cards }) => cards === 0)).toBe(true)
  })

  it('counts what is overdue for today', () => {
    expect(due('2025-01-01T00:00Z', '2026-03-26T12:00Z', '2026-03-27T20:00Z')[0]?.cards).toBe(3)
  })

  it('begins a day at four by the learner’s clock, also on the day on which that clock is put forward', () => {
    // 03:59 and 04:00 in Berlin, before and after summer time has begun.
    const days = due('2026-03-28T02:59Z', '2026-03-28T03:00Z', '2026-03-29T01:59Z', '2026-03-29T02:00Z')
    expect(days.slice(0, 4).map(({ cards }) => cards)).toEqual([1, 2, 1, 0])
  })

  it('leaves out what falls due later', () => {
    expect(due('2026-04-26T01:59Z')[29]?.cards).toBe(1)
    expect(due('2026-04-26T02:00Z').some(({ cards }) => cards > 0)).toBe(false)
  })

  it('loses no card and counts none twice', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC')
    const instants = fc.date({ min: new Date('2026-02-01'), max: new Date('2026-04-20'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, fc.array(instants, { maxLength: 50 }), (timeZone, dueAts) => {
        const cards = forecastOf(dueAts, now, timeZone).reduce((sum, day) => sum + day.cards, 0)
        expect(cards).toBe(dueAts.length)
      }),
    )
  })
})

describe('dueDatesOf', () => {
  const dueAt = new Date('2026-03-28T12:00Z')
  const memories = new Map([['made-1.a', { dueAt }]])
  const standing = (given: { isSuspended?: boolean; buriedUntil?: Date }) =>
    dueDatesOf(memories, new Map([['made-1.a', { isSuspended: false, buriedUntil: null, ...given }]]))

  it('goes by when a card is due, if nothing was decided about it', () => {
    expect(dueDatesOf(memories, new Map())).toEqual([dueAt])
  })

  it('leaves out a suspended card, and lets a buried one wait until its burial ends', () => {
    const [before, after] = [new Date('2026-03-28T02:00Z'), new Date('2026-03-29T02:00Z')]
    expect(standing({ isSuspended: true })).toEqual([])
    expect(standing({ buriedUntil: before })).toEqual([dueAt])
    expect(standing({ buriedUntil: after })).toEqual([after])
  })
})
