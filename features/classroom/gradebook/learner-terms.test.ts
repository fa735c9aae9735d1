import { expect, it } from 'vitest'
import { learnerTerms } from './learner-terms.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const assignment = { opensAt: null, dueAt: at(10), closesAt: at(12), settings: { timeLimitSeconds: null, attempts: 1 } }
const groupsOf = new Map([
  ['ada', ['north']],
  ['ben', ['north', 'south']],
])

it('gives everybody what all have, a group what it was given, and a learner their own before that', () => {
  const terms = learnerTerms(
    assignment,
    [
      { accountId: null, groupId: 'north', terms: { dueAt: at(11) } },
      { accountId: null, groupId: 'south', terms: { closesAt: at(20) } },
      { accountId: 'ada', groupId: null, terms: { dueAt: at(15), closesAt: null } },
    ],
    groupsOf,
  )
  expect(terms('cleo')).toMatchObject({ dueAt: at(10), closesAt: at(12) })
  expect(terms('ben')).toMatchObject({ dueAt: at(11), closesAt: at(20) })
  expect(terms('ada')).toMatchObject({ dueAt: at(15), closesAt: null })
})

it('gives everybody the same where there are no others', () => {
  expect(learnerTerms(assignment, [], groupsOf)('ada')).toMatchObject({ dueAt: at(10), closesAt: at(12) })
})
