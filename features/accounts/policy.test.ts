import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type ClassRole,
  mayAdminister,
  mayAssign,
  mayChangeBankItem,
  mayCreateClass,
  mayEditClass,
  mayEditOwnLesson,
  mayGrade,
  mayJoinClass,
  mayKeepBank,
  mayLeaveClass,
  mayManageBankItem,
  mayManageMembers,
  mayManageOwnAccount,
  mayReadGradebook,
  mayReadOwnLesson,
  maySeeClass,
  maySeeRoster,
  mayShareWithClass,
  mayStudy,
  mayTakeAssignment,
  mayUseBankItem,
} from './policy.ts'

const asked = { id: 'class-1' }

function account(kind: 'account' | 'administrator', role?: ClassRole, classId = asked.id): Actor {
  return { kind, accountId: 'a', learnerId: 'l', memberships: role === undefined ? [] : [{ classId, role }] }
}

/** Somebody else's item, shared with the class. */
const shared = (how: 'use' | 'edit') => ({
  id: 'item-1',
  ownerAccountId: 'somebody else',
  shares: [{ classId: asked.id, mayEdit: how === 'edit' }],
})

/** Somebody else's lesson, shared with the class. */
const lesson = { id: 'lesson-1', ownerAccountId: 'somebody else', classIds: [asked.id] }

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
  ['study', mayStudy, Object.keys(actors).filter((name) => name !== 'nobody')],
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
  ['keep items of their own', mayKeepBank, Object.keys(actors).filter((name) => name !== 'nobody' && name !== 'guest')],
  ['share an item with it', (actor) => mayShareWithClass(actor, asked), ['teacher']],
  ['use an item that is shared with it', (actor) => mayUseBankItem(actor, shared('use')), ['teacher']],
  ['change an item that is shared with it', (actor) => mayChangeBankItem(actor, shared('use')), []],
  ['change one that its teachers may change', (actor) => mayChangeBankItem(actor, shared('edit')), ['teacher']],
  [
    'read a lesson that is shared with it',
    (actor) => mayReadOwnLesson(actor, lesson),
    ['learner', 'assistant', 'teacher', 'administrator who learns'],
  ],
  ['change a lesson that is shared with it', (actor) => mayEditOwnLesson(actor, lesson), []],
  ['take an assignment', (actor) => mayTakeAssignment(actor, asked), ['learner', 'administrator who learns']],
]

describe.each(table)('who may %s', (_, may, who) => {
  it.each(Object.keys(actors))('%s', (name) => {
    expect(may(actors[name] as Actor)).toBe(who.includes(name))
  })
})

it('lets the owner of an item do everything with it, and nobody manage what is nobody’s', () => {
  const own = { id: 'item-1', ownerAccountId: 'a', shares: [] }
  for (const may of [mayUseBankItem, mayChangeBankItem, mayManageBankItem]) {
    expect(may(account('account'), own)).toBe(true)
    expect(may(account('account', 'teacher'), { ...own, ownerAccountId: null })).toBe(false)
    expect(may({ kind: 'nobody' }, { ...own, ownerAccountId: null })).toBe(false)
  }
})

it('lets whoever has written a lesson read and change it, and nobody else while it is private', () => {
  const own = { id: 'lesson-1', ownerAccountId: 'a', classIds: [] }
  for (const may of [mayReadOwnLesson, mayEditOwnLesson]) {
    expect(may(account('account'), own)).toBe(true)
    expect(may(account('account', 'teacher'), { ...own, ownerAccountId: 'b' })).toBe(false)
    expect(may({ kind: 'nobody' }, own)).toBe(false)
  }
})
