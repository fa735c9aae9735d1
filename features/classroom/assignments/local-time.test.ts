import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldText, instantOf, relativeText, shiftedBy, timeText } from './local-time.ts'

const zone = 'Europe/Lisbon'

describe('a typed time', () => {
  it('is read by the class’s clock', () => {
    const winter = { kind: 'instant', instant: new Date('2026-03-02T09:00:00Z') }
    expect(instantOf('2026-03-02T09:00', zone)).toEqual(winter)
    const summer = { kind: 'instant', instant: new Date('2026-07-02T08:00:00Z') }
    expect(instantOf('2026-07-02T09:00', zone)).toEqual(summer)
  })

  it('is told apart where the clocks are put forward over it', () => {
    expect(instantOf('2026-03-29T01:30', zone)).toEqual({ kind: 'skipped', instead: '02:30' })
    expect(instantOf('2026-03-29T02:00', zone)).toMatchObject({ kind: 'instant' })
  })

  it('is the later of two where they are put back', () => {
    const later = { kind: 'instant', instant: new Date('2026-10-25T01:30:00Z') }
    expect(instantOf('2026-10-25T01:30', zone)).toEqual(later)
  })

  it('is malformed where it is none', () => {
    for (const typed of ['', 'tomorrow', '2026-02-30T10:00']) {
      expect(instantOf(typed, zone)).toEqual({ kind: 'malformed' })
    }
  })

  it('comes back as it was typed', () => {
    const minutes = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        minutes,
        fc.constantFrom(zone, 'UTC', 'America/St_Johns', 'Australia/Lord_Howe'),
        (date, timeZone) => {
          const typed = fieldText(date, timeZone)
          const read = instantOf(typed, timeZone)
          expect(read.kind === 'instant' && fieldText(read.instant, timeZone)).toBe(typed)
        },
      ),
    )
  })
})

it('is said in words, and how far off it is', () => {
  const at = new Date('2026-03-02T09:00:00Z')
  expect(timeText(at, 'America/New_York')).toBe('Monday 2 March 2026, 04:00')
  expect(relativeText(new Date('2026-03-05T10:00:00Z'), at)).toBe('in 3 days')
  expect(relativeText(new Date('2026-03-04T08:59:00Z'), at)).toBe('in 2 days')
  expect(relativeText(new Date('2026-03-02T07:00:00Z'), at)).toBe('2 hours ago')
})

it('is the same time of day so many days later, over a change of the clocks and in another zone', () => {
  const before = new Date('2026-03-27T09:00:00Z')
  expect(shiftedBy(7, before, zone, zone)).toEqual(new Date('2026-04-03T08:00:00Z'))
  expect(shiftedBy(0, before, zone, 'America/New_York')).toEqual(new Date('2026-03-27T13:00:00Z'))
  expect(shiftedBy(7, null, zone, zone)).toBeNull()
})
