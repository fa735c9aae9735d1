import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Database, inTransaction } from '@/lib/database.ts'
import { dialectOf } from '@/lib/database-url.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { lastTime, listActs } from '../auditing/data.ts'
import { recordAct } from '../auditing/mutations.ts'
import { type AccountRow, findAccount } from '../data.ts'
import { createAccount, makeAdministrator } from '../mutations.ts'
import { type SiteScope, siteScope } from '../scope.ts'
import { createSession } from '../sessions/mutations.ts'
import { countRows, findPerson, listPeople, nameThose, peopleOnPage, ping, readDatabaseHealth } from './data.ts'
import { deleteAccount, endTwoStepsOf, setAdministrator, signPersonOut } from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

describeOnBothDatabases('administration', (open, url) => {
  let db: Database
  let boss: AccountRow
  let site: SiteScope
  beforeEach(async () => {
    db = open()
    boss = await make('Boss')
    await inTransaction(db, (tx) => makeAdministrator(tx, boss.id))
    site = scopeOf(boss)
  })

  async function make(name: string, email = `${name}@school.example`): Promise<AccountRow> {
    const id = randomUUID()
    const newLearner = { id: randomUUID(), timeZone: 'UTC' }
    const account = { id, email, name, passwordHash: null, isEmailVerified: false, guestId: null, newLearner }
    await inTransaction(db, (tx) => createAccount(tx, account, start))
    return (await findAccount(db, id)) as AccountRow
  }
  const scopeOf = ({ id, learnerId }: AccountRow) =>
    siteScope({ kind: 'administrator', accountId: id, learnerId, memberships: [] }) as SiteScope
  const openSession = async ({ id: accountId }: AccountRow, at = start) => {
    const id = randomUUID()
    await createSession(db, { id, accountId, browser: 'Firefox on Linux' }, at)
    return id
  }
  const acts = async () =>
    (await listActs(db, site, 10)).map(({ act, doer, subject }) => ({ act: act.act, by: doer.accountId, subject }))
  const search = async (text: string, page = 1) => {
    const { people, total } = await listPeople(db, site, { search: text, page }, start)
    return { names: people.map(({ name }) => name), total }
  }

  describe('finds people', () => {
    it('by a part of their name or address, however it is spelt', async () => {
      await make('Ada Lovelace', 'ada@school.example')
      await make('Élodie Ägide', 'elodie@elsewhere.example')
      expect(await search('lovelace')).toEqual({ names: ['Ada Lovelace'], total: 1 })
      expect(await search('ADA')).toEqual({ names: ['Ada Lovelace'], total: 1 })
      expect(await search('Elsewhere.Example')).toEqual({ names: ['Élodie Ägide'], total: 1 })
      expect(await search('Élodie')).toEqual({ names: ['Élodie Ägide'], total: 1 })
      expect(await search('')).toEqual({ names: ['Ada Lovelace', 'Boss', 'Élodie Ägide'], total: 3 })
      expect(await search('nobody')).toEqual({ names: [], total: 0 })
    })

    it('and takes signs that mean something to the database for themselves', async () => {
      await make('100% Ada_B', 'odd_one@school.example')
      for (const text of ['100%', 'ada_b', 'odd_one']) expect((await search(text)).names).toEqual(['100% Ada_B'])
      for (const text of ['%', '_']) expect((await search(text)).total).toBe(1)
      for (const text of ['\\', "'", '"; DROP TABLE "Account"; --']) expect((await search(text)).total).toBe(0)
    })

    it('a page at a time, each once', async () => {
      for (let number = 10; number < 10 + peopleOnPage; number += 1) await make(`Learner ${number}`, `l${number}@x.org`)
      const [first, second, third] = [await search('', 1), await search('', 2), await search('', 3)]
      expect(first.names).toHaveLength(peopleOnPage)
      expect(second.names).toHaveLength(1)
      expect(third.names).toEqual([])
      expect(new Set([...first.names, ...second.names]).size).toBe(first.total)
    })

    it('with what tells whether an account is used', async () => {
      const ada = await make('Ada')
      await openSession(ada, later(1))
      await signPersonOut(db, site, ada.id, '', later(2))
      await openSession(ada, later(3))
      await db.class.create({
        data: {
          id: 'c',
          name: 'History 10b',
          timeZone: 'UTC',
          createdAt: start,
          memberships: { create: { accountId: ada.id, role: 'learner', joinedAt: start } },
        },
      })
      expect(await findPerson(db, site, ada.id, later(4))).toEqual({
        id: ada.id,
        learnerId: ada.learnerId,
        name: 'Ada',
        email: 'Ada@school.example',
        createdAt: start,
        lastSeenAt: later(3),
        browsers: 1,
        classes: 1,
        isEmailVerified: false,
        hasTwoSteps: false,
        isAdministrator: false,
      })
      expect(await findPerson(db, site, 'nobody', start)).toBeNull()
      expect(await findPerson(db, site, boss.id, start)).toMatchObject({ lastSeenAt: null, isAdministrator: true })
    })
  })

  it('signs somebody out everywhere, and whoever does it not of the browser they sit at', async () => {
    const ada = await make('Ada')
    const [own, other, hers] = [await openSession(boss), await openSession(boss), await openSession(ada)]
    expect(await signPersonOut(db, site, ada.id, own, later(1))).toBeNull()
    expect(await signPersonOut(db, site, boss.id, own, later(2))).toBeNull()
    const revoked = await db.session.findMany({ where: { revokedAt: { not: null } }, select: { id: true } })
    expect(revoked.map(({ id }) => id).sort()).toEqual([other, hers].sort())
    expect(await acts()).toEqual([
      { act: 'person-signed-out', by: boss.id, subject: boss.learnerId },
      { act: 'person-signed-out', by: boss.id, subject: ada.learnerId },
    ])
  })

  it('turns off the second step of somebody who has one', async () => {
    const ada = await make('Ada')
    expect(await endTwoStepsOf(db, site, ada.id, start)).toMatchObject({ refused: { code: 'not-on' } })
    await db.account.update({ where: { id: ada.id }, data: { totpSecret: 'sealed', totpConfirmedAt: start } })
    await db.recoveryCode.create({ data: { hash: 'a print', accountId: ada.id } })
    expect(await endTwoStepsOf(db, site, ada.id, start)).toBeNull()
    expect(await findAccount(db, ada.id)).toMatchObject({ totpSecret: null, totpConfirmedAt: null })
    expect(await db.recoveryCode.count()).toBe(0)
    expect(await acts()).toEqual([{ act: 'person-two-steps-ended', by: boss.id, subject: ada.learnerId }])
  })

  it('makes administrators and ends that, but never for oneself', async () => {
    const ada = await make('Ada')
    expect(await setAdministrator(db, site, boss.id, false, start)).toMatchObject({ refused: { code: 'oneself' } })
    expect(await setAdministrator(db, site, ada.id, true, start)).toBeNull()
    expect(await setAdministrator(db, site, ada.id, true, start)).toMatchObject({ refused: { code: 'is-one' } })
    expect(await setAdministrator(db, scopeOf(ada), boss.id, false, later(1))).toBeNull()
    expect(await setAdministrator(db, scopeOf(ada), boss.id, false, start)).toMatchObject({
      refused: { code: 'is-none' },
    })
    expect(await acts()).toEqual([
      { act: 'administrator-unmade', by: ada.id, subject: boss.learnerId },
      { act: 'administrator-made', by: boss.id, subject: ada.learnerId },
    ])
  })

  it('leaves an administrator when two end it for each other at once, and obeys nobody who is none any more', async () => {
    const ada = await make('Ada')
    await setAdministrator(db, site, ada.id, true, start)
    const results = await Promise.all([
      setAdministrator(db, site, ada.id, false, start),
      setAdministrator(db, scopeOf(ada), boss.id, false, start),
    ])
    expect(results.filter((problem) => problem === null)).toHaveLength(1)
    expect(results.find((problem) => problem !== null)).toMatchObject({ refused: { status: 404 } })
    expect(await db.account.count({ where: { isAdministrator: true } })).toBe(1)
  })

  it('leaves an administrator when two delete each other at once', async () => {
    const ada = await make('Ada')
    await setAdministrator(db, site, ada.id, true, start)
    const results = await Promise.all([
      deleteAccount(db, site, ada.id, start),
      deleteAccount(db, scopeOf(ada), boss.id, start),
    ])
    expect(results.filter((problem) => problem === null)).toHaveLength(1)
    expect(await db.account.count({ where: { isAdministrator: true } })).toBe(1)
  })

  it('deletes somebody else, unless a class would be left without a teacher', async () => {
    const [ada, ben] = [await make('Ada'), await make('Ben')]
    const place = { joinedAt: start }
    await db.class.create({
      data: {
        id: 'c',
        name: 'History 10b',
        timeZone: 'UTC',
        createdAt: start,
        memberships: {
          create: [
            { ...place, accountId: ada.id, role: 'teacher' },
            { ...place, accountId: ben.id, role: 'learner' },
          ],
        },
      },
    })
    expect(await deleteAccount(db, site, boss.id, start)).toMatchObject({ refused: { code: 'oneself' } })
    expect(await deleteAccount(db, site, 'nobody', start)).toMatchObject({ refused: { status: 404 } })
    const refusal = await deleteAccount(db, site, ada.id, start)
    expect(refusal?.refused.message).toMatch(/^Ada is the only teacher of “History 10b”/)
    expect(await findAccount(db, ada.id)).not.toBeNull()
    expect(await deleteAccount(db, site, ben.id, start)).toBeNull()
    expect(await db.learner.count({ where: { id: ben.learnerId } })).toBe(0)
    expect(await acts()).toEqual([{ act: 'person-deleted', by: boss.id, subject: null }])
  })

  it('names those in the log who are still there', async () => {
    const [ada, ben] = [await make('Ada'), await make('Ben')]
    await signPersonOut(db, site, ada.id, '', later(1))
    await signPersonOut(db, site, ben.id, '', later(2))
    await recordAct(db, { act: 'exported', rows: 3 }, { learnerId: ada.learnerId }, later(3))
    await deleteAccount(db, site, ben.id, later(4))
    const { accounts, people } = await nameThose(db, site, await listActs(db, site, 10))
    expect(accounts.get(boss.id)).toBe('Boss')
    expect(people.get(ada.learnerId)).toEqual({ accountId: ada.id, name: 'Ada' })
    expect(people.has(ben.learnerId)).toBe(false)
    expect((await acts()).filter(({ subject }) => subject === ben.learnerId)).toEqual([])
  })

  it('knows how the database is', async () => {
    await ping(db, site)
    const health = await readDatabaseHealth(db, site, dialectOf(url()) ?? 'sqlite')
    expect(health.migrations).toEqual([...health.migrations].sort())
    expect(health.migrations.length).toBeGreaterThan(1)
    expect(health.unfinished).toEqual([])
    expect(health.bytes).toBeGreaterThan(100_000)
    await db.$executeRawUnsafe(
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${health.migrations.at(-1)}'`,
    )
    expect((await readDatabaseHealth(db, site, dialectOf(url()) ?? 'sqlite')).unfinished).toEqual([
      health.migrations.at(-1),
    ])
    expect(await lastTime(db, site, 'backup-made')).toBeNull()
    expect(await countRows(db, site, start)).toContainEqual({ title: 'Accounts', count: 1 })
  })
})
