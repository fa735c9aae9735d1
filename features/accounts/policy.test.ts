import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type ClassRole,
  mayAdminister,
  mayAssign,
  mayCreateClass,
  mayEditClass,
  mayGrade,
  mayJoinClass,
  mayLeaveClass,
  mayManageMembers,
  mayManageOwnAccount,
  mayReadGradebook,
  maySeeClass,
  maySeeRoster,
  mayTakeAssignment,
} from './policy.ts'

const asked = { id: 'class-1' }

function account(kind: 'account' | 'administrator', role?: ClassRole, classId = asked.id): Actor {
  return { kind, accountId: 'a', learnerId: 'l', memberships: role === undefined ? [] : [{ classId, role }] }
}

const actors: Record<string, Actor> = {
  nobody: { kind: 'nobody' },
  guest: { kind: 'guest', learnerId: 'l' },
  stranger: account('account'),
  'teacher elsewhere': account('account', 'teacher', 'class-2'),
  learner: account('account', 'learner'),
  assistant: account('account', 'assistant'),
  teacher: account('account', 'teacher'),
  administrator: account('administrator'),
  'administrator who learns': account('administrator', 'learner'),
}

/** Who may; everybody else may not. */
const table: [name: string, may: (actor: Actor) => boolean, who: string[]][] = [
  ['administer', mayAdminister, ['administrator', 'administrator who learns']],
  [
    'manage their own account',
    mayManageOwnAccount,
    Object.keys(actors).filter((name) => name !== 'nobody' && name !== 'guest'),
  ],
  ['create a class', mayCreateClass, Object.keys(actors).filter((name) => name !== 'nobody' && name !== 'guest')],
  ['join the class', (actor) => mayJoinClass(actor, asked), ['stranger', 'teacher elsewhere', 'administrator']],
  [
    'see the class',
    (actor) => maySeeClass(actor, asked),
    ['learner', 'assistant', 'teacher', 'administrator', 'administrator who learns'],
  ],
  [
    'see who is in it',
    (actor) => maySeeRoster(actor, asked),
    ['assistant', 'teacher', 'administrator', 'administrator who learns'],
  ],
  [
    'leave the class',
    (actor) => mayLeaveClass(actor, asked),
    ['learner', 'assistant', 'teacher', 'administrator who learns'],
  ],
  ['edit the class', (actor) => mayEditClass(actor, asked), ['teacher']],
  [
    'manage its members',
    (actor) => mayManageMembers(actor, asked),
    ['teacher', 'administrator', 'administrator who learns'],
  ],
  ['assign', (actor) => mayAssign(actor, asked), ['teacher']],
  ['read its gradebook', (actor) => mayReadGradebook(actor, asked), ['teacher', 'assistant']],
  ['grade', (actor) => mayGrade(actor, asked), ['teacher', 'assistant']],
  ['take an assignment', (actor) => mayTakeAssignment(actor, asked), ['learner', 'administrator who learns']],
]

describe.each(table)('who may %s', (_, may, who) => {
  it.each(Object.keys(actors))('%s', (name) => {
    expect(may(actors[name] as Actor)).toBe(who.includes(name))
  })
})
