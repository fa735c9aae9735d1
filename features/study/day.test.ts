import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studyDay } from './day.ts'

const hour = 3_600_000

describe('studyDay', () => {
  it('begins at four in the morning by the learner’s clock', () => {
    const { startsAt, endsAt } = studyDay(new Date('2026-01-15T02:30:00Z'), 'Europe/Lisbon')
    expect(startsAt.toISOString()).toBe('2026-01-14T04:00:00.000Z')
    expect(endsAt.toISOString()).toBe('2026-01-15T04:00:00.000Z')
  })

  it('is 23 hours long when summer time begins and 25 when it ends', () => {
    const spring = studyDay(new Date('2026-03-28T20:00:00Z'), 'Europe/Berlin')
    expect(spring.endsAt.getTime() - spring.startsAt.getTime()).toBe(23 * hour)
    const autumn = studyDay(new Date('2026-10-24T20:00:00Z'), 'Europe/Berlin')
    expect(autumn.endsAt.getTime() - autumn.startsAt.getTime()).toBe(25 * hour)
  })

  it('neither loses nor repeats a day in any zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC')
    const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const day = studyDay(at, zone)
        expect(day.startsAt <= at && at < day.endsAt).toBe(true)
        expect(studyDay(day.endsAt, zone).startsAt).toEqual(day.endsAt)
        expect(studyDay(new Date(day.startsAt.getTime() - 1), zone).endsAt).toEqual(day.startsAt)
      }),
    )
  })
})
