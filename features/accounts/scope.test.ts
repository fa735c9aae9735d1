import { expect, it } from 'vitest'
import type { Actor } from './policy.ts'
import {
  assignScope,
  classEditScope,
  classScope,
  gradebookScope,
  gradingScope,
  joinScope,
  leaveScope,
  membersScope,
  newClassScope,
  ownAccountScope,
  ownWorkScope,
  rosterScope,
  siteScope,
  takeScope,
} from './scope.ts'

const guest: Actor = { kind: 'guest', learnerId: 'l' }
const teacher: Actor = {
  kind: 'account',
  accountId: 'a',
  learnerId: 'l',
  memberships: [{ classId: 'c', role: 'teacher' }],
}
const learner: Actor = {
  kind: 'account',
  accountId: 'd',
  learnerId: 'n',
  memberships: [{ classId: 'c', role: 'learner' }],
}
const administrator: Actor = { kind: 'administrator', accountId: 'b', learnerId: 'm', memberships: [] }

it('proves nothing for whoever may not', () => {
  expect(ownWorkScope({ kind: 'nobody' })).toBeNull()
  expect(ownAccountScope(guest)).toBeNull()
  expect(siteScope(guest)).toBeNull()
  expect(siteScope(teacher)).toBeNull()
  expect(gradebookScope(guest, { id: 'c' })).toBeNull()
  expect(gradebookScope(teacher, { id: 'd' })).toBeNull()
  expect(gradebookScope(administrator, { id: 'c' })).toBeNull()
  expect(gradingScope(guest, { id: 'c' })).toBeNull()
  expect(gradingScope(teacher, { id: 'd' })).toBeNull()
  expect(gradingScope(administrator, { id: 'c' })).toBeNull()
  expect(newClassScope(guest)).toBeNull()
  expect(joinScope(guest, { id: 'c' })).toBeNull()
  expect(joinScope(teacher, { id: 'c' })).toBeNull()
  expect(leaveScope(administrator, { id: 'c' })).toBeNull()
  expect(classEditScope(administrator, { id: 'c' })).toBeNull()
  for (const scope of [assignScope, gradingScope]) {
    expect(scope(learner, { id: 'c' })).toBeNull()
    expect(scope(administrator, { id: 'c' })).toBeNull()
  }
  expect(takeScope(teacher, { id: 'c' })).toBeNull()
  expect(takeScope(administrator, { id: 'c' })).toBeNull()
  for (const scope of [
    classScope,
    rosterScope,
    membersScope,
    classEditScope,
    leaveScope,
    assignScope,
    gradingScope,
    takeScope,
  ]) {
    expect(scope(guest, { id: 'c' })).toBeNull()
    expect(scope(teacher, { id: 'd' })).toBeNull()
  }
})

it('names what is proved', () => {
  expect(ownAccountScope(teacher)).toEqual({ accountId: 'a', learnerId: 'l' })
  expect(siteScope(administrator)).toEqual({ accountId: 'b', learnerId: 'm' })
  expect(gradebookScope(teacher, { id: 'c' })).toEqual({ classId: 'c' })
  expect(ownWorkScope(guest)).toEqual({ learnerId: 'l' })
  expect(ownWorkScope(learner)).toEqual({ learnerId: 'n' })
  expect(gradingScope(teacher, { id: 'c' })).toEqual({
    classId: 'c',
    accountId: 'a',
    learnerId: 'l',
    work: { learnerId: 'l' },
  })
  expect(newClassScope(teacher)).toEqual({ accountId: 'a' })
  expect(joinScope(teacher, { id: 'd' })).toEqual({ classId: 'd', accountId: 'a' })
  expect(leaveScope(teacher, { id: 'c' })).toEqual({ classId: 'c', accountId: 'a' })
  expect(takeScope(learner, { id: 'c' })).toEqual({ classId: 'c', accountId: 'd', work: { learnerId: 'n' } })
  expect(assignScope(teacher, { id: 'c' })).toEqual({
    classId: 'c',
    bank: { accountId: 'a', taughtClassIds: ['c'] },
  })
  for (const scope of [classScope, rosterScope, membersScope, classEditScope]) {
    expect(scope(teacher, { id: 'c' })).toEqual({ classId: 'c' })
  }
})
