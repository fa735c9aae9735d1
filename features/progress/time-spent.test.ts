import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byStudyDay, type StudyEvent } from './study-days.ts'
import { minutesText, timeSpent, totalMinutes } from './time-spent.ts'

const event = (instant: string, durationMs: number | null, kind: StudyEvent['kind'] = 'review'): StudyEvent => ({
  kind,
  at: new Date(instant),
  durationMs,
})

describe('timeSpent', () => {
  it('adds reviews and answers of a study day, with nothing for what was not timed', () => {
    const studied = byStudyDay(
      [
        event('2026-03-19T20:00Z', 30_000),
        event('2026-03-20T02:00Z', 60_000, 'answer'),
        event('2026-03-20T03:00Z', null, 'answer'),
        event('2026-03-20T09:00Z', 15_000),
      ],
      'UTC',
    )
    expect(timeSpent(studied, '2026-03-20', 3)).toEqual([
      { date: '2026-03-18', minutes: 0 },
      { date: '2026-03-19', minutes: 1.5 },
      { date: '2026-03-20', minutes: 0.25 },
    ])
  })

  it('gives all the time there was, over the days that something fell into, whatever the clocks did', () => {
    const events = fc.array(
      fc.record({
        kind: fc.constantFrom('review' as const, 'answer' as const),
        at: fc.date({ min: new Date('2026-10-20'), max: new Date('2026-10-30'), noInvalidDate: true }),
        durationMs: fc.option(fc.integer({ min: 0, max: 600_000 })),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(events, (given) => {
        const times = timeSpent(byStudyDay(given, 'Europe/Berlin'), '2026-10-30', 30)
        const expected = given.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0) / 60_000
        expect(totalMinutes(times)).toBeCloseTo(expected, 6)
      }),
    )
  })
})

describe('minutesText', () => {
  it('writes minutes as people say them', () => {
    expect([0, 0.2, 0.5, 35.4, 60, 80, 119.7].map(minutesText)).toEqual([
      '0 min',
      'under a minute',
      '1 min',
      '35 min',
      '1 h',
      '1 h 20 min',
      '2 h',
    ])
  })
})
