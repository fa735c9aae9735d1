import { describe, expect, it } from 'vitest'
import { type AssignmentSign, type LearnerSigns, mayNeedHelp } from './needs-help.ts'

const now = new Date('2026-03-30T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const handedIn = (share: number): AssignmentSign => ({
  title: 'A quiz',
  dueAt: daysAgo(3),
  share,
  isHandedIn: true,
  isExcused: false,
})
const missing = (title: string, given: Partial<AssignmentSign> = {}): AssignmentSign => ({
  title,
  dueAt: daysAgo(1),
  share: null,
  isHandedIn: false,
  isExcused: false,
  ...given,
})
const learner = (name: string, given: Partial<LearnerSigns> = {}): LearnerSigns => ({
  accountId: name,
  name,
  lastStudiedAt: daysAgo(1),
  assignments: [],
  sure: { answers: 0, wrong: 0 },
  ...given,
})
const reasonsOf = (given: Partial<LearnerSigns>) => mayNeedHelp([learner('Ada', given)], now)[0]?.reasons ?? []

describe('mayNeedHelp', () => {
  it('leaves out whoever gives no sign of it', () => {
    expect(mayNeedHelp([learner('Ada', { assignments: [handedIn(0.9), handedIn(0.4)] })], now)).toEqual([])
  })

  it('names what is due and not handed in, but not what is excused, or due later', () => {
    expect(reasonsOf({ assignments: [missing('First')] })).toEqual(['Has not handed in “First”.'])
    expect(reasonsOf({ assignments: [missing('First'), missing('Second')] })).toEqual([
      'Has not handed in 2 assignments, “First” the first.',
    ])
    expect(reasonsOf({ assignments: [missing('First', { isExcused: true })] })).toEqual([])
    expect(reasonsOf({ assignments: [missing('First', { dueAt: daysAgo(-1) })] })).toEqual([])
    expect(reasonsOf({ assignments: [missing('First', { dueAt: null })] })).toEqual([])
  })

  it('names less than half in both of the last two, and not in one', () => {
    expect(reasonsOf({ assignments: [handedIn(0.9), handedIn(0.4), handedIn(0.25)] })).toEqual([
      'Earned 40 % and 25 % in the last 2 that were handed in.',
    ])
    expect(reasonsOf({ assignments: [handedIn(0.25), handedIn(0.5)] })).toEqual([])
    expect(reasonsOf({ assignments: [handedIn(0.25)] })).toEqual([])
  })

  it('names two weeks without studying, and never having begun', () => {
    expect(reasonsOf({ lastStudiedAt: daysAgo(13.9) })).toEqual([])
    expect(reasonsOf({ lastStudiedAt: daysAgo(14) })).toEqual(['Has not studied for 14 days.'])
    expect(reasonsOf({ lastStudiedAt: null })).toEqual(['Has not begun.'])
  })

  it('names being sure and wrong, with five sure answers or more', () => {
    expect(reasonsOf({ sure: { answers: 4, wrong: 4 } })).toEqual([])
    expect(reasonsOf({ sure: { answers: 6, wrong: 2 } })).toEqual([])
    expect(reasonsOf({ sure: { answers: 6, wrong: 3 } })).toEqual(['Was sure of 6 answers, and 3 of them were wrong.'])
  })

  it('puts those with most reasons first, then goes by name', () => {
    const list = [
      learner('Cleo', { lastStudiedAt: null }),
      learner('Ben', { lastStudiedAt: null }),
      learner('Dan', { lastStudiedAt: null, assignments: [missing('First')] }),
    ]
    expect(mayNeedHelp(list, now).map(({ name }) => name)).toEqual(['Dan', 'Ben', 'Cleo'])
  })
})
