import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byStudyDay, dateAfter, daysBetween, mondayOf, studyDate } from './study-days.ts'

const hourMs = 3_600_000
const eventAt = (instant: string) => ({ at: new Date(instant) })
/** One event on every full hour from one instant until another. */
const hourly = (from: string, until: string) =>
  Array.from({ length: (Date.parse(until) - Date.parse(from)) / hourMs }, (_, hour) => ({
    at: new Date(Date.parse(from) + hour * hourMs),
  }))
const counts = (days: { date: string; events: unknown[] }[]) => days.map(({ date, events }) => [date, events.length])

describe('byStudyDay', () => {
  it('counts the small hours to the evening before, and begins anew at four by the learner’s clock', () => {
    const days = byStudyDay(
      ['2026-01-15T12:00Z', '2026-01-16T03:59:59Z', '2026-01-16T04:00Z'].map(eventAt),
      'Europe/Lisbon',
    )
    expect(counts(days)).toEqual([
      ['2026-01-15', 2],
      ['2026-01-16', 1],
    ])
  })

  it('puts the same instants on other days where clocks show another time', () => {
    const events = ['2026-01-15T12:00Z', '2026-01-15T17:00Z'].map(eventAt)
    expect(counts(byStudyDay(events, 'Pacific/Auckland'))).toEqual([
      ['2026-01-15', 1],
      ['2026-01-16', 1],
    ])
    expect(counts(byStudyDay(events, 'America/New_York'))).toEqual([['2026-01-15', 2]])
  })

  it('gives the day on which summer time begins its 23 hours, and neither loses nor repeats one', () => {
    const days = byStudyDay(hourly('2026-03-27T03:00Z', '2026-03-30T02:00Z'), 'Europe/Berlin')
    expect(counts(days)).toEqual([
      ['2026-03-27', 24],
      ['2026-03-28', 23],
      ['2026-03-29', 24],
    ])
  })

  it('gives the day on which summer time ends its 25 hours, and neither loses nor repeats one', () => {
    const days = byStudyDay(hourly('2026-10-23T02:00Z', '2026-10-26T03:00Z'), 'Europe/Berlin')
    expect(counts(days)).toEqual([
      ['2026-10-23', 24],
      ['2026-10-24', 25],
      ['2026-10-25', 24],
    ])
  })

  it('puts every event on exactly one day, the one it falls into, in whatever order they come', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC')
    const instants = fc.date({ min: new Date('2026-03-01'), max: new Date('2026-04-15'), noInvalidDate: true })
    const someEvents = fc.uniqueArray(instants, { maxLength: 60, selector: (at) => at.getTime() })
    fc.assert(
      fc.property(zones, someEvents, (zone, ats) => {
        const days = byStudyDay(
          ats.map((at) => ({ at })),
          zone,
        )
        const inOrder = ats.toSorted((a, b) => a.getTime() - b.getTime())
        expect(days.flatMap(({ events }) => events.map(({ at }) => at))).toEqual(inOrder)
        for (const { date, startsAt, endsAt, events } of days) {
          for (const { at } of events) {
            expect(startsAt <= at && at < endsAt).toBe(true)
            expect(studyDate(at, zone)).toBe(date)
          }
        }
        expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      }),
    )
  })

  it('gives days that follow each other dates that follow each other, in any zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu', 'UTC')
    const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, instants, (zone, at) => {
        const [day] = byStudyDay([{ at }], zone)
        expect(day).toBeDefined()
        expect(studyDate(day?.endsAt as Date, zone)).toBe(dateAfter(day?.date as string, 1))
      }),
    )
  })
})

describe('dates', () => {
  it('goes over the ends of months and years, forth and back', () => {
    expect(dateAfter('2027-12-31', 1)).toBe('2028-01-01')
    expect(dateAfter('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28)
    expect(daysBetween('2025-12-31', '2027-01-01')).toBe(366)
  })

  it('begins the week on Monday', () => {
    expect(mondayOf('2026-03-02')).toBe('2026-03-02')
    expect(mondayOf('2026-03-08')).toBe('2026-03-02')
    expect(mondayOf('2026-03-09')).toBe('2026-03-09')
  })
})
