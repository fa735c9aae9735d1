import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { listActs } from '@/features/accounts/auditing/data.ts'
import { listMemberships } from '@/features/accounts/data.ts'
import { createAccount } from '@/features/accounts/mutations.ts'
import { type SiteScope, siteScope } from '@/features/accounts/scope.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { classesOnPage, listSiteClasses } from './data.ts'
import { giveTeacher } from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const site = siteScope({ kind: 'administrator', accountId: 'boss', learnerId: 'l', memberships: [] }) as SiteScope

describeOnBothDatabases('the classes of a site', (open) => {
  let db: Database
  let ada: string
  beforeEach(async () => {
    db = open()
    ada = await makeAccount('Ada')
  })

  async function makeAccount(name: string): Promise<string> {
    const id = randomUUID()
    const newLearner = { id: randomUUID(), timeZone: 'UTC' }
    const account = { id, email: `${name}@school.example`, name, passwordHash: null, isEmailVerified: false }
    await inTransaction(db, (tx) => createAccount(tx, { ...account, guestId: null, newLearner }, start))
    return id
  }
  async function makeClass(name: string, roles: Record<string, string> = {}, archivedAt: Date | null = null) {
    const places = Object.entries(roles).map(([accountId, role]) => ({ accountId, role, joinedAt: start }))
    const named = { id: name, name, timeZone: 'UTC', createdAt: start, archivedAt }
    await db.class.create({ data: { ...named, memberships: { create: places } } })
  }
  const list = async (search: string, page = 1) => {
    const { classes, total } = await listSiteClasses(db, site, { search, page })
    return { names: classes.map(({ name }) => name), total, classes }
  }
  const give = (classId: string, email: string) => giveTeacher(db, site, { classId, email }, start)

  it('are found by a part of their name, those first that nobody teaches', async () => {
    const ben = await makeAccount('Ben')
    await makeClass('History 10b', { [ada]: 'teacher', [ben]: 'learner' })
    await makeClass('Politics', { [ben]: 'learner' })
    await makeClass('Archived', {}, start)
    const all = await list('')
    expect(all).toMatchObject({ names: ['Politics', 'Archived', 'History 10b'], total: 3 })
    expect(all.classes[2]).toEqual({
      id: 'History 10b',
      name: 'History 10b',
      createdAt: start,
      archivedAt: null,
      teachers: ['Ada'],
      learners: 1,
    })
    expect((await list('HIST')).names).toEqual(['History 10b'])
    expect((await list('%')).total).toBe(0)
  })

  it('come a page at a time, each once', async () => {
    for (let number = 0; number < classesOnPage + 2; number += 1) await makeClass(`Class ${number}`)
    const [first, second] = [await list('', 1), await list('', 2)]
    expect(first.names).toHaveLength(classesOnPage)
    expect(new Set([...first.names, ...second.names]).size).toBe(classesOnPage + 2)
  })

  it('are given a teacher, whoever that is in it so far, and be it archived', async () => {
    const [ben, cleo] = [await makeAccount('Ben'), await makeAccount('Cleo')]
    await makeClass('History 10b', { [ben]: 'learner' })
    await makeClass('Archived', { [cleo]: 'learner' }, start)
    await db.membership.updateMany({ where: { accountId: cleo }, data: { leftAt: start } })
    expect(await give('History 10b', 'ADA@school.example')).toBeNull()
    expect(await give('History 10b', 'Ben@school.example')).toBeNull()
    expect(await give('Archived', 'Cleo@school.example')).toBeNull()
    const teaches = (classId: string) => [{ classId, role: 'teacher' }]
    expect(await listMemberships(db, ada)).toEqual(teaches('History 10b'))
    expect(await listMemberships(db, ben)).toEqual(teaches('History 10b'))
    expect(await listMemberships(db, cleo)).toEqual(teaches('Archived'))
    // Again changes nothing, and is noted no second time.
    expect(await give('History 10b', 'Ada@school.example')).toBeNull()
    const acts = await listActs(db, site, 10)
    expect(acts.map(({ act, doer, subject }) => [act.act, doer.accountId, subject]).sort()).toEqual([
      ['teacher-given', 'boss', 'Archived'],
      ['teacher-given', 'boss', 'History 10b'],
      ['teacher-given', 'boss', 'History 10b'],
    ])
  })

  it('are given nobody who is not there', async () => {
    await makeClass('History 10b')
    expect(await give('History 10b', 'nobody@school.example')).toMatchObject({ refused: { field: 'email' } })
    expect(await give('Nothing', 'Ada@school.example')).toMatchObject({ refused: { status: 404 } })
    expect(await listMemberships(db, ada)).toEqual([])
  })
})
