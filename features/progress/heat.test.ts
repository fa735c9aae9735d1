import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heatOf, heatWeeks } from './heat.ts'
import { byStudyDay, dateAfter, mondayOf, type StudyEvent } from './study-days.ts'

const event = (kind: StudyEvent['kind'], instant: string): StudyEvent => ({
  kind,
  at: new Date(instant),
  durationMs: null,
})

describe('heatOf', () => {
  it('takes the steps that the key names', () => {
    expect([0, 1, 9, 10, 24, 25, 49, 50, 999].map(heatOf)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4])
  })
})

describe('heatWeeks', () => {
  it('begins every week on Monday and ends with today', () => {
    // 2026-03-04 is a Wednesday.
    const weeks = heatWeeks([], '2026-03-04', 3)
    expect(weeks.map((week) => [week[0]?.date, week.length])).toEqual([
      ['2026-02-16', 7],
      ['2026-02-23', 7],
      ['2026-03-02', 3],
    ])
    expect(weeks.at(-1)?.at(-1)?.date).toBe('2026-03-04')
  })

  it('counts reviews and answers of each day apart', () => {
    const studied = byStudyDay(
      [
        event('review', '2026-03-03T12:00Z'),
        event('answer', '2026-03-04T03:00Z'),
        event('review', '2026-03-04T09:00Z'),
      ],
      'UTC',
    )
    expect(heatWeeks(studied, '2026-03-04', 1)).toEqual([
      [
        { date: '2026-03-02', reviews: 0, answers: 0 },
        { date: '2026-03-03', reviews: 1, answers: 1 },
        { date: '2026-03-04', reviews: 1, answers: 0 },
      ],
    ])
  })

  it('shows every day of its weeks once, in order, whatever day today is', () => {
    const dates = fc.integer({ min: 0, max: 1500 }).map((days) => dateAfter('2025-01-01', days))
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (today, weeks) => {
        const shown = heatWeeks([], today, weeks).flatMap((week) => week.map(({ date }) => date))
        const first = dateAfter(mondayOf(today), -7 * (weeks - 1))
        expect(shown).toEqual(shown.map((_, index) => dateAfter(first, index)))
        expect(shown.at(-1)).toBe(today)
      }),
    )
  })
})
