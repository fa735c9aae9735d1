import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesUnder, usualSettings } from './settings.ts'
import { commonTerms, lateness, type OverrideTerms, termsFor, termsOfLearner, withMoreTime } from './terms.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const common = commonTerms(
  { opensAt: noon, dueAt: hoursLater(24), closesAt: hoursLater(48) },
  { timeLimitSeconds: 1800, attempts: 1 },
)

describe('termsFor', () => {
  it('leaves what no override names as all of the class have it', () => {
    expect(termsFor(common, [], null)).toEqual(common)
    expect(termsFor(common, [], { attempts: 3 })).toEqual({ ...common, attempts: 3 })
  })

  it('puts extra time on the limit, and on the close so that it can be used', () => {
    expect(termsFor(common, [], { extraMinutes: 30 })).toEqual({
      ...common,
      timeLimitSeconds: 3600,
      extraSeconds: 1800,
      closesAt: hoursLater(48.5),
    })
    expect(termsFor({ ...common, timeLimitSeconds: null, closesAt: null }, [], { extraMinutes: 30 })).toMatchObject({
      timeLimitSeconds: null,
      closesAt: null,
    })
  })

  it('lets a learner’s own override go before those of groups, term by term', () => {
    const group: OverrideTerms = { dueAt: hoursLater(72), attempts: 5 }
    expect(termsFor(common, [group], { attempts: 2 })).toMatchObject({ dueAt: hoursLater(72), attempts: 2 })
  })

  it('lets an override take a time away', () => {
    expect(termsFor(common, [], { closesAt: null }).closesAt).toBeNull()
  })

  it('takes of several groups the most generous of each term', () => {
    const one: OverrideTerms = { opensAt: hoursLater(1), dueAt: hoursLater(30), closesAt: null, attempts: 2 }
    const other: OverrideTerms = { opensAt: hoursLater(2), dueAt: hoursLater(40), closesAt: noon, attempts: 0 }
    const expected = { opensAt: hoursLater(1), dueAt: hoursLater(40), closesAt: null, attempts: 0 }
    expect(termsFor(common, [one, other], null)).toMatchObject(expected)
    expect(termsFor(common, [other, one], null)).toMatchObject(expected)
  })
})

describe('lateness', () => {
  const policy = { latePercentPerDay: 10, latePercentAtMost: 25 }

  it('is none up to the due time, and where nothing is due', () => {
    expect(lateness(common, policy, hoursLater(24))).toEqual({ isLate: false, takenOff: 0 })
    expect(lateness({ dueAt: null }, policy, hoursLater(1000))).toEqual({ isLate: false, takenOff: 0 })
  })

  it('takes off for each day begun, up to the most', () => {
    expect(lateness(common, policy, hoursLater(24.01))).toEqual({ isLate: true, takenOff: 0.1 })
    expect(lateness(common, policy, hoursLater(49))).toEqual({ isLate: true, takenOff: 0.2 })
    expect(lateness(common, policy, hoursLater(500))).toEqual({ isLate: true, takenOff: 0.25 })
  })

  it('never takes off more the earlier something is handed in', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(100), (a, b, latePercentPerDay) => {
        const off = (hours: number) => lateness(common, { ...policy, latePercentPerDay }, hoursLater(hours)).takenOff
        expect(off(Math.min(a, b))).toBeLessThanOrEqual(off(Math.max(a, b)))
      }),
    )
  })
})

describe('termsOfLearner', () => {
  const assignment = { id: 'a', opensAt: noon, dueAt: null, closesAt: hoursLater(48), settings: usualSettings }
  const given = [
    { assignmentId: 'a', terms: { attempts: 2 }, isGroups: true, learnerIds: ['ada', 'ben'] },
    { assignmentId: 'a', terms: { attempts: 3 }, isGroups: false, learnerIds: ['ada'] },
    { assignmentId: 'b', terms: { attempts: 9 }, isGroups: false, learnerIds: ['ada', 'cleo'] },
  ]

  it('takes only what was given to the learner or a group of theirs, for this assignment', () => {
    const attempts = (learnerId: string) => termsOfLearner(assignment, given, learnerId).attempts
    expect(['ada', 'ben', 'cleo'].map(attempts)).toEqual([3, 2, 1])
  })
})

describe('the rules of an attempt that goes on', () => {
  const rules = rulesUnder({ ...usualSettings }, { timeLimitSeconds: 600, closesAt: noon })

  it('take more time and a later close', () => {
    const more = { timeLimitSeconds: 900, closesAt: hoursLater(1) }
    expect(withMoreTime(rules, more)).toEqual({ ...rules, ...more, closesAt: hoursLater(1).toISOString() })
    expect(withMoreTime(rules, { timeLimitSeconds: null, closesAt: null })).toMatchObject({
      timeLimitSeconds: null,
      closesAt: null,
    })
  })

  it('never take less', () => {
    expect(withMoreTime(rules, { timeLimitSeconds: 60, closesAt: hoursLater(-1) })).toEqual(rules)
    const endless = { ...rules, timeLimitSeconds: null, closesAt: null }
    expect(withMoreTime(endless, { timeLimitSeconds: 60, closesAt: noon })).toEqual(endless)
  })
})
