import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { listMemberships } from '@/features/accounts/data.ts'
import { createAccount } from '@/features/accounts/mutations.ts'
import { deletePerson } from '@/features/accounts/own-data/mutations.ts'
import type { Actor, ClassRole } from '@/features/accounts/policy.ts'
import {
  type BankScope,
  bankScope,
  type ClassScope,
  classScope,
  newClassScope,
  type OwnLessonEditScope,
  ownLessonEditScope,
  ownLessonScope,
} from '@/features/accounts/scope.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { createClass } from '../mutations.ts'
import { findLessonAsked, findOwnLesson, listClassLessons, listOwnLessons } from './data.ts'
import { changeOwnLesson, createOwnLesson, deleteOwnLesson, shareOwnLesson } from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = new Date('2026-03-03T12:00:00.123Z')
const text = { title: 'Pillars', body: 'There are *three*.' }

describeOnBothDatabases('lessons of one’s own', (open) => {
  let db: Database
  let ada: Person
  let ben: Person
  let classId: string
  let id: string

  interface Person {
    accountId: string
    learnerId: string
  }
  beforeEach(async () => {
    db = open()
    ada = await makePerson('Ada')
    ben = await makePerson('Ben')
    classId = randomUUID()
    id = randomUUID()
    const scope = newClassScope(await actor(ada))
    if (scope === null) throw new Error('whoever is signed in may make a class')
    await createClass(db, scope, { id: classId, name: '10b', timeZone: 'UTC', joinCode: 'CODE' }, start)
    await createOwnLesson(db, await bank(ada), { id, ...text }, start)
  })

  async function makePerson(name: string): Promise<Person> {
    const [accountId, learnerId] = [randomUUID(), randomUUID()]
    const account = { id: accountId, email: `${accountId}@school.example`, name, passwordHash: null }
    const more = { isEmailVerified: false, guestId: null, newLearner: { id: learnerId, timeZone: 'UTC' } }
    await inTransaction(db, (tx) => createAccount(tx, { ...account, ...more }, start))
    return { accountId, learnerId }
  }
  async function actor({ accountId, learnerId }: Person): Promise<Actor> {
    return { kind: 'account', accountId, learnerId, memberships: await listMemberships(db, accountId) }
  }
  const bank = async (person: Person) => bankScope(await actor(person)) as BankScope
  async function edit(person: Person): Promise<OwnLessonEditScope | null> {
    const asked = await findLessonAsked(db, id)
    return asked === null ? null : ownLessonEditScope(await actor(person), asked)
  }
  const own = async () => (await edit(ada)) as OwnLessonEditScope
  async function readBy(person: Person): Promise<string | null> {
    const asked = await findLessonAsked(db, id)
    const scope = asked === null ? null : ownLessonScope(await actor(person), asked)
    return scope === null ? null : ((await findOwnLesson(db, scope))?.body ?? null)
  }
  const comesInAs = (role: ClassRole) =>
    db.membership.create({ data: { classId, accountId: ben.accountId, role, joinedAt: start } })

  it('is kept once, however often it is sent, and not under the id of somebody else’s', async () => {
    expect(await createOwnLesson(db, await bank(ada), { id, ...text }, later)).toEqual({ sequence: 1 })
    expect(await createOwnLesson(db, await bank(ben), { id, ...text }, later)).toMatchObject({
      refused: { status: 404 },
    })
    expect(await listOwnLessons(db, await bank(ada))).toEqual([{ id, title: 'Pillars', classes: [] }])
    expect(await listOwnLessons(db, await bank(ben))).toEqual([])
  })

  it('overwrites nothing that its author has not seen', async () => {
    const changed = { ...text, body: 'There are three.' }
    expect(await changeOwnLesson(db, await own(), { ...changed, basedOn: 1 }, later)).toEqual({ sequence: 2 })
    expect(await changeOwnLesson(db, await own(), { ...changed, basedOn: 1 }, later)).toEqual({ sequence: 2 })
    const other = { ...text, body: 'There are four.', basedOn: 1 }
    expect(await changeOwnLesson(db, await own(), other, later)).toMatchObject({ refused: { status: 409 } })
    expect(await readBy(ada)).toBe('There are three.')
  })

  it('is read by everybody in a class that it is shared with, and changed by nobody else', async () => {
    await comesInAs('learner')
    expect(await readBy(ben)).toBeNull()
    expect(await shareOwnLesson(db, await own(), [classId, classId])).toBeNull()
    expect(await readBy(ben)).toBe(text.body)
    expect(await edit(ben)).toBeNull()
    const scope = classScope(await actor(ben), { id: classId }) as ClassScope
    expect(await listClassLessons(db, scope)).toEqual([{ id, title: 'Pillars' }])
    await shareOwnLesson(db, await own(), [])
    expect(await readBy(ben)).toBeNull()
  })

  it('is shared with no class that its author does not teach', async () => {
    expect(await shareOwnLesson(db, await own(), [randomUUID()])).toMatchObject({ refused: { code: 'not-taught' } })
  })

  it('goes for good when it is deleted, and with its author’s account', async () => {
    await shareOwnLesson(db, await own(), [classId])
    await deleteOwnLesson(db, await own())
    expect(await db.ownLesson.count()).toBe(0)
    await createOwnLesson(db, await bank(ada), { id, ...text }, start)
    await shareOwnLesson(db, await own(), [classId])
    await deletePerson(db, { learnerId: ada.learnerId, email: null }, later)
    expect([await db.ownLesson.count(), await db.ownLessonShare.count()]).toEqual([0, 0])
  })
})
