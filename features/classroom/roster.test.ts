import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedRoster, type Member, problemWithChange, type RosterChange } from './roster.ts'

const ids = ['ada', 'ben', 'cleo', 'dan']
const anyId = fc.constantFrom(...ids, 'nobody')
const anyRole = fc.constantFrom('teacher', 'assistant', 'learner')
const anyChange: fc.Arbitrary<RosterChange> = fc.oneof(
  fc.record({ kind: fc.constant('role'), accountId: anyId, role: anyRole }),
  fc.record({ kind: fc.constant('out'), accountId: anyId }),
)
/** Whoever makes the class teaches it; others come as they come. */
const anyRoster: fc.Arbitrary<Member[]> = fc
  .tuple(...ids.slice(1).map((accountId) => fc.option(anyRole.map((role) => ({ accountId, role })))))
  .map((others) => [{ accountId: 'ada', role: 'teacher' }, ...others.filter((other) => other !== null)])

const teachers = (members: readonly Member[]) => members.filter(({ role }) => role === 'teacher').length

it('never leaves a class without a teacher, whatever is changed in whatever order', () => {
  fc.assert(
    fc.property(anyRoster, fc.array(anyChange, { maxLength: 20 }), (roster, changes) => {
      const end = changes.reduce(
        (members, change) => (problemWithChange(members, change) === null ? changedRoster(members, change) : members),
        roster,
      )
      expect(teachers(end)).toBeGreaterThan(0)
    }),
  )
})

it('refuses nothing else of whoever is in the class', () => {
  fc.assert(
    fc.property(anyRoster, anyChange, (roster, change) => {
      const isIn = roster.some(({ accountId }) => accountId === change.accountId)
      const problem = problemWithChange(roster, change)
      expect(problem === 'not-in-class').toBe(!isIn)
      if (isIn) expect(problem === 'last-teacher').toBe(teachers(changedRoster(roster, change)) === 0)
    }),
  )
})

it('lets a teacher go once there is another', () => {
  const alone: Member[] = [
    { accountId: 'ada', role: 'teacher' },
    { accountId: 'ben', role: 'assistant' },
  ]
  expect(problemWithChange(alone, { kind: 'out', accountId: 'ada' })).toBe('last-teacher')
  expect(problemWithChange(alone, { kind: 'role', accountId: 'ada', role: 'learner' })).toBe('last-teacher')
  const both = changedRoster(alone, { kind: 'role', accountId: 'ben', role: 'teacher' })
  expect(problemWithChange(both, { kind: 'out', accountId: 'ada' })).toBeNull()
})
