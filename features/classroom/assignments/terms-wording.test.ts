import { describe, expect, it } from 'vitest'
import { usualSettings } from './settings.ts'
import { commonTerms, termsFor } from './terms.ts'
import { differenceInWords, durationText, overrideInWords, questionsText, termsInWords } from './terms-wording.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const settings = { ...usualSettings, timeLimitSeconds: 1800 }
const terms = commonTerms({ opensAt: null, dueAt: noon, closesAt: noon }, settings)
const said = (...given: Parameters<typeof termsInWords>) => termsInWords(...given).join(' ')

describe('the terms of a quiz in words', () => {
  it('say how long there is, and how much of it is extra for this learner', () => {
    expect(said(settings, terms, 12)).toContain('You have 30 minutes. The clock starts')
    const extra = termsFor(terms, [], { extraMinutes: 15 })
    expect(said(settings, extra, 12)).toContain('You have 45 minutes, 15 minutes of them extra for you.')
    expect(said(usualSettings, commonTerms(terms, usualSettings), 12)).toContain('There is no time limit.')
  })

  it('say how many attempts there are, and which counts', () => {
    expect(said(settings, terms, 12)).toContain('You have one attempt.')
    expect(said({ ...settings, gradeMethod: 'last' }, { ...terms, attempts: 3 }, 12)).toContain(
      'You have 3 attempts; the last counts.',
    )
    expect(said({ ...settings, delaySeconds: 86_400 }, { ...terms, attempts: 0 }, 12)).toContain('you wait 1 day')
  })

  it('say what a wrong try costs, where questions may be tried again', () => {
    const adaptive = { ...settings, behaviour: 'adaptive' as const }
    expect(said(adaptive, terms, 12)).toContain('takes 33.33 % of the points off')
    expect(said(adaptive, terms, 12)).toContain('is graded as a try then.')
    expect(said(adaptive, terms, 12)).not.toContain('You may change an answer until you hand in.')
    expect(said({ ...adaptive, penalty: 0 }, terms, 12)).toContain('A try that is not right costs nothing.')
  })

  it('say what becomes of what comes late, only where something does', () => {
    const late = { ...settings, latePercentPerDay: 10, latePercentAtMost: 50 }
    expect(said(late, terms, 12)).toContain('loses 10 % of the points for each day begun, and at most 50 %.')
    expect(said(late, { ...terms, dueAt: null }, 12)).not.toContain('handed in late')
  })
})

describe('other terms in words', () => {
  const differing = (given: Parameters<typeof termsFor>[2]) =>
    differenceInWords(termsFor(terms, [], given), terms, 'Europe/Lisbon')

  it('tell a learner what is theirs alone, and nothing where all is as for everybody', () => {
    expect(differing({ dueAt: new Date('2026-03-03T12:00:00Z'), attempts: 0 })).toBe(
      'For you: it is due on Tuesday 3 March 2026, 12:00 and you may try as often as you like.',
    )
    expect(differing(null)).toBeNull()
    expect(differing({ dueAt: noon })).toBeNull()
  })

  it('tell a learner which times are taken away', () => {
    expect(differing({ dueAt: null, closesAt: null })).toBe('For you: it has no due time and it does not close.')
    const opening = { ...terms, opensAt: noon }
    expect(differenceInWords(termsFor(opening, [], { opensAt: null }), opening, 'Europe/Lisbon')).toBe(
      'For you: it is open already.',
    )
  })

  it('tell those who teach what was changed, also where it comes to the same', () => {
    expect(overrideInWords({ opensAt: null, dueAt: null, closesAt: noon, extraMinutes: 15 }, 'Europe/Lisbon')).toEqual([
      'Open at once',
      'No due time',
      'Closes Monday 2 March 2026, 12:00',
      '15 minutes more',
    ])
  })
})

it('counts and measures in words', () => {
  expect(questionsText(1)).toBe('1 question')
  expect(durationText(5400)).toBe('1 hour and 30 minutes')
})
