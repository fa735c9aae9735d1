import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/database.ts'
import { tableOf } from '@/lib/table.ts'
import { readDataModel } from '@/scripts/data-model.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { fillEveryTable, filledId } from '@/testing/fill.ts'
import { workOf } from '@/testing/work.ts'
import { listActs } from '../auditing/data.ts'
import { recordAct } from '../auditing/mutations.ts'
import { demoLearnerId } from '../identity.ts'
import { holdings, type Person } from '../privacy.ts'
import { type SiteScope, siteScope } from '../scope.ts'
import { countHeld, findPerson, readHeld } from './data.ts'
import { deletePerson, sweep } from './mutations.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const site = siteScope({ kind: 'administrator', accountId: 'a', learnerId: 'l', memberships: [] }) as SiteScope
const ada = filledId('Learner', 1)
const ben = filledId('Learner', 2)

/** Every row of every table, as text. */
async function everything(db: Database): Promise<string[]> {
  const rows: string[] = []
  for (const { name, key } of readDataModel()) {
    const orderBy = key.map((column) => ({ [column]: 'asc' }))
    for (const row of await tableOf(db, name).findMany({ where: {}, orderBy })) rows.push(JSON.stringify([name, row]))
  }
  return rows
}

describeOnBothDatabases('what is held on somebody', (open) => {
  let person: Person
  async function fill() {
    await fillEveryTable(open(), [1, 2])
    // Somebody is invited by their address, which is all that leads to them.
    person = await findPerson(open(), workOf(ada))
    await open().invitation.updateMany({
      where: { id: filledId('Invitation', 1) },
      data: { email: person.email ?? 'nobody' },
    })
    await recordAct(open(), { act: 'exported', rows: 3 }, { learnerId: ada }, now)
    await recordAct(open(), { act: 'role-changed', to: 'teacher' }, { learnerId: ben }, now, ada)
    await recordAct(open(), { act: 'exported', rows: 4 }, { learnerId: ben }, now)
  }

  it('is found in every table that declares it, and nobody else’s with it', async () => {
    await fill()
    const held = await readHeld(open(), person)
    for (const { holding, rows } of held) {
      expect(rows, holding.model).toHaveLength(1)
      // Each row has all that is declared of it.
      const told = Object.keys(holding.columns).filter((column) => !holding.secret?.includes(column))
      for (const row of rows) expect(Object.keys(row).sort()).toEqual(told.sort())
    }
    expect(held).toHaveLength(holdings.filter(({ rowsOf }) => rowsOf !== null).length)
    const counts = await countHeld(open(), person)
    expect(counts.map(({ count }) => count)).toEqual(held.map(({ rows }) => rows.length))
  })

  it('is nowhere any more once it is deleted, and what is held on others is as it was', async () => {
    await fill()
    const before = await everything(open())
    const mentions = (rows: string[], id: string) => rows.filter((row) => row.includes(`"${id}"`))
    expect(mentions(before, ada).length).toBeGreaterThan(5)

    const deletion = await deletePerson(open(), person, now)
    const after = await everything(open())
    expect(mentions(after, ada)).toEqual([])
    // Classes and what belongs to them are not one learner's. Of grades the number stays, without the name, and so do
    // questions that are shared.
    const staying =
      /^\["(RateLimit|AuditEvent|Class|Group|Assignment|ItemDecision|GradeCell|BankItem|BankItemVersion|BankItemShare|AssignedBankItem)"/
    expect(after.filter((row) => / 1["\s]/.test(row) && !staying.test(row))).toEqual([])
    const withoutAda = mentions(before, ben).map((row) => row.replace(`"${ada}"`, 'null'))
    expect(mentions(after, ben)).toEqual(withoutAda)

    const removed = holdings.filter(({ onDeletion: { kind } }) => kind === 'removed' || kind === 'sought')
    expect(deletion).toEqual({ kind: 'deleted', rows: removed.length })
    expect((await listActs(open(), site, 10)).find(({ act }) => act.act === 'deleted')).toMatchObject({
      act: { act: 'deleted', rows: removed.length },
      doer: {},
      subject: null,
    })
    expect(await deletePerson(open(), person, now)).toEqual({ kind: 'deleted', rows: 0 })
  })

  describe('who teaches', () => {
    const person = async (id: string, places: { classId: string; role: string; leftAt?: Date }[] = []) => {
      await open().learner.create({ data: { id, timeZone: 'UTC' } })
      const named = { email: `${id}@school.example`, emailShown: `${id}@school.example`, name: id }
      await open().account.create({ data: { id: `account of ${id}`, learnerId: id, ...named, createdAt: now } })
      const memberships = places.map((place) => ({ ...place, accountId: `account of ${id}`, joinedAt: now }))
      await open().membership.createMany({ data: memberships })
    }
    const makeClass = (id: string, given: { archivedAt?: Date } = {}) =>
      open().class.create({
        data: { id, name: `Class ${id}`, timeZone: 'UTC', joinCode: id, createdAt: now, ...given },
      })

    it('is not deleted where a class would be left without a teacher, and is told which', async () => {
      await makeClass('alone')
      await makeClass('archived', { archivedAt: now })
      await makeClass('together')
      await makeClass('left by all')
      const teaches = (classId: string) => ({ classId, role: 'teacher' })
      await person('ada', [teaches('alone'), teaches('archived'), teaches('together'), teaches('left by all')])
      await person('ben', [teaches('together'), { classId: 'alone', role: 'assistant' }])
      await person('cleo', [
        { classId: 'archived', role: 'learner' },
        { classId: 'left by all', role: 'learner', leftAt: now },
      ])
      const before = await everything(open())
      expect(await deletePerson(open(), { learnerId: 'ada', email: null }, now)).toEqual({
        kind: 'teaches-alone',
        classes: [
          { name: 'Class alone', isArchived: false },
          { name: 'Class archived', isArchived: true },
        ],
      })
      expect(await everything(open())).toEqual(before)
      // Whoever does not teach it, or not alone, is nobody whom it waits for.
      expect(await deletePerson(open(), { learnerId: 'cleo', email: null }, now)).toMatchObject({ kind: 'deleted' })
      await open().membership.updateMany({ where: { classId: 'alone' }, data: { role: 'teacher' } })
      expect(await deletePerson(open(), { learnerId: 'ada', email: null }, now)).toMatchObject({ kind: 'deleted' })
    })

    it('leaves no class open that nobody is in', async () => {
      await makeClass('empty')
      await makeClass('of others')
      await person('ada', [{ classId: 'empty', role: 'teacher' }])
      await person('ben', [{ classId: 'of others', role: 'teacher' }])
      await deletePerson(open(), { learnerId: 'ada', email: null }, now)
      expect(await open().class.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
        { id: 'empty', archivedAt: now, joinCode: null },
        { id: 'of others', archivedAt: null, joinCode: 'of others' },
      ])
    })
  })

  it('is swept after long without anything done, unless it is the demo’s', async () => {
    const db = open()
    const long = new Date('2024-04-01T12:00:00.000Z')
    const lately = new Date('2024-06-01T12:00:00.000Z')
    const learner = (id: string, createdAt: Date) => db.learner.create({ data: { id, timeZone: 'UTC', createdAt } })
    const attempt = (learnerId: string, id: string) =>
      db.attempt.create({ data: { id, learnerId, plan: {}, rules: {}, startedAt: long } })
    const item = { itemId: 'i', itemRevision: 'r' }
    for (const id of ['idle', 'answering', 'reviewing', 'flagging', 'testing', demoLearnerId]) await learner(id, long)
    await learner('new', lately)
    await attempt('idle', 'old attempt')
    await attempt('testing', 'long test')
    await db.attemptEvent.create({
      data: {
        id: 'e',
        attemptId: 'long test',
        sequence: 1,
        kind: 'marked',
        detail: {},
        givenAt: lately,
        receivedAt: lately,
      },
    })
    await db.answer.create({
      data: { id: 'a', learnerId: 'answering', ...item, response: {}, score: 1, answeredAt: lately },
    })
    await db.review.create({
      data: {
        id: 'r',
        learnerId: 'reviewing',
        cardId: 'c',
        cardRevision: 'r',
        rating: 3,
        durationMs: 1,
        reviewedAt: lately,
      },
    })
    await db.itemFlag.create({
      data: { id: 'f', learnerId: 'flagging', ...item, comment: 'wrong', flaggedAt: lately },
    })
    const remaining = async () => (await db.learner.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)

    expect(await sweep(db, 'off', now)).toEqual({ guests: 0, limits: 0, links: 0, sessions: 0 })
    expect(await remaining()).toHaveLength(7)
    expect(await sweep(db, 24, now)).toMatchObject({ guests: 1 })
    expect(await remaining()).toEqual(['answering', demoLearnerId, 'flagging', 'new', 'reviewing', 'testing'])
    expect(await db.attempt.count({ where: { id: 'old attempt' } })).toBe(0)
    const [act] = await listActs(db, site, 1)
    expect(act?.act).toEqual({ act: 'guests-swept', learners: 1, months: 24 })
  })

  it('is swept of links that are too old, and of sessions that no browser has the cookie of', async () => {
    const db = open()
    await fillEveryTable(db, [1])
    const day = 24 * 60 * 60 * 1000
    const before = (days: number) => new Date(now.getTime() - days * day)
    const link = { kind: 'sign-up', email: 'ada@school.example', createdAt: before(1) }
    await db.oneTimeToken.deleteMany()
    await db.oneTimeToken.create({ data: { hash: 'old', ...link, expiresAt: now } })
    await db.oneTimeToken.create({ data: { hash: 'good', ...link, expiresAt: new Date(now.getTime() + 1) } })
    const { accountId } = await db.session.findFirstOrThrow()
    const session = {
      accountId,
      browser: 'Firefox',
      generationAt: before(900),
      createdAt: before(900),
      lastSeenAt: now,
    }
    await db.session.deleteMany()
    const ends = {
      revoked: [before(401), now],
      expired: [null, before(401)],
      lately: [before(399), now],
      open: [null, now],
    }
    for (const [id, [revokedAt, expiresAt]] of Object.entries(ends)) {
      await db.session.create({ data: { id, ...session, revokedAt: revokedAt ?? null, expiresAt: expiresAt ?? now } })
    }
    expect(await sweep(db, 'off', now)).toMatchObject({ links: 1, sessions: 2 })
    expect((await db.oneTimeToken.findMany()).map(({ hash }) => hash)).toEqual(['good'])
    expect((await db.session.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(['lately', 'open'])
  })

  it('is swept whole where many have gone', async () => {
    const createdAt = new Date('2020-01-01T00:00:00.000Z')
    const ids = Array.from({ length: 120 }, (_, index) => `guest ${index}`)
    await open().learner.createMany({ data: ids.map((id) => ({ id, timeZone: 'UTC', createdAt })) })
    expect((await sweep(open(), 24, now)).guests).toBe(120)
  })
})
