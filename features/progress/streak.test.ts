import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { streakOf, streakText } from './streak.ts'
import { dateAfter } from './study-days.ts'

const today = '2026-03-20'
/** Dates from today backwards: S for a day with study, - for one without, today last. */
const studied = (pattern: string) =>
  [...pattern].flatMap((sign, index) => (sign === 'S' ? [dateAfter(today, index - pattern.length + 1)] : []))
const streak = (pattern: string) => streakOf(studied(pattern), today)

describe('streakOf', () => {
  it('counts days that follow each other up to today', () => {
    expect(streak('SSS')).toEqual({ days: 3, forgiven: 0 })
    expect(streak('S')).toEqual({ days: 1, forgiven: 0 })
    expect(streak('')).toEqual({ days: 0, forgiven: 0 })
  })

  it('is not broken by a today that has seen no study yet', () => {
    expect(streak('SSS-')).toEqual({ days: 3, forgiven: 0 })
  })

  it('goes on over one missed day, which is not counted, however often', () => {
    expect(streak('SSS-SS')).toEqual({ days: 5, forgiven: 1 })
    expect(streak('S-S-S')).toEqual({ days: 3, forgiven: 2 })
  })

  it('ends with two missed days in a row', () => {
    expect(streak('SSS--SS')).toEqual({ days: 2, forgiven: 0 })
    expect(streak('SSS---')).toEqual({ days: 0, forgiven: 0 })
  })

  it('can still go on today when only yesterday was missed', () => {
    expect(streak('SSS--')).toEqual({ days: 3, forgiven: 1 })
    expect(streak('SSS-S')).toEqual({ days: 4, forgiven: 1 })
  })

  it('goes over the end of a month as over any other night', () => {
    expect(streakOf(['2026-02-27', '2026-02-28', '2026-03-01'], '2026-03-01')).toEqual({ days: 3, forgiven: 0 })
  })

  it('survives a date after today, as of somebody who has travelled west', () => {
    expect(streakOf(['2026-03-19', '2026-03-20', '2026-03-21'], today)).toEqual({ days: 3, forgiven: 0 })
  })

  it('is the longest stretch up to today in which nothing is missed twice in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (days) => {
        const pattern = days.map((isStudied) => (isStudied ? 'S' : '-')).join('')
        // Today without study is no missed day yet.
        const past = pattern.endsWith('-') ? pattern.slice(0, -1) : pattern
        const stretch = past.slice(past.lastIndexOf('--') === -1 ? 0 : past.lastIndexOf('--') + 2)
        expect(streak(pattern).days).toBe([...stretch].filter((sign) => sign === 'S').length)
      }),
    )
  })

  it('only gains by one more day of study', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), fc.nat({ max: 39 }), (days, which) => {
        const pattern = days.map((isStudied) => (isStudied ? 'S' : '-')).join('')
        const index = which % pattern.length
        const more = `${pattern.slice(0, index)}S${pattern.slice(index + 1)}`
        expect(streak(more).days).toBeGreaterThanOrEqual(streak(pattern).days)
      }),
    )
  })
})

describe('streakText', () => {
  it('says how long it is and that a missed day is forgiven', () => {
    expect(streakText({ days: 6, forgiven: 0 })).toEqual({
      figure: '6 days in a row',
      note: 'A missed day is forgiven.',
    })
    expect(streakText({ days: 1, forgiven: 0 }).figure).toBe('1 day')
    expect(streakText({ days: 3, forgiven: 1 }).note).toBe('A missed day is forgiven, as one was.')
  })

  it('blames nobody for having none', () => {
    expect(streakText({ days: 0, forgiven: 0 })).toEqual({
      figure: 'None now',
      note: 'One begins with any card or question.',
    })
  })
})
