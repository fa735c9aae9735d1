import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { type AccountRow, findAccount, findAccountByEmail, findGuest, listIdentities } from './data.ts'
import { demoLearnerId } from './identity.ts'
import { changeEmail, createAccount, createLearner, linkIdentity, type NewAccount } from './mutations.ts'
import { type OwnAccountScope, ownAccountScope } from './scope.ts'
import { findSession, listSessions } from './sessions/data.ts'
import { createSession, keepSession, revokeOtherSessions, revokeSession } from './sessions/mutations.ts'
import {
  changePassword,
  createAdministratorToken,
  createToken,
  resetPassword,
  signUp,
  takeSignInLink,
  verifyEmail,
} from './sign-in/mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const day = 24 * 60

function newAccount(given: Partial<NewAccount> = {}): NewAccount {
  return {
    id: randomUUID(),
    email: 'Ada@School.example',
    name: 'Ada',
    passwordHash: 'a hash',
    isEmailVerified: false,
    guestId: null,
    newLearner: { id: randomUUID(), timeZone: 'Europe/Lisbon' },
    ...given,
  }
}

function scopeOf({ id, learnerId }: { id: string; learnerId: string }): OwnAccountScope {
  return ownAccountScope({ kind: 'account', accountId: id, learnerId, memberships: [] }) as OwnAccountScope
}

describeOnBothDatabases('accounts', (open) => {
  let db: Database
  beforeEach(() => {
    db = open()
  })

  async function make(given: Partial<NewAccount> = {}): Promise<AccountRow> {
    const account = newAccount(given)
    await inTransaction(db, (tx) => createAccount(tx, account, start))
    return (await findAccount(db, account.id)) as AccountRow
  }
  async function openSession(accountId: string, at = start): Promise<string> {
    const id = randomUUID()
    await createSession(db, { id, accountId, browser: 'Firefox on Linux' }, at)
    return id
  }
  const isRevoked = async (id: string) => (await findSession(db, id))?.revokedAt !== null

  it('take over a guest’s learner as it is, who is no guest from then on', async () => {
    const guestId = randomUUID()
    await createLearner(db, { id: guestId, timeZone: 'Asia/Tokyo' }, start)
    const account = await make({ guestId })
    expect(account.learnerId).toBe(guestId)
    expect(await findGuest(db, guestId)).toBeNull()
    expect(await db.learner.count()).toBe(1)
  })

  it('begin with a learner of their own where there is no guest to take over', async () => {
    await createLearner(db, { id: demoLearnerId, timeZone: 'UTC' }, start)
    const taken = await make({ email: 'first@school.example' })
    const guests = [null, 'gone', demoLearnerId, taken.learnerId]
    for (const [index, guestId] of guests.entries()) {
      const account = newAccount({ guestId, email: `learner-${index}@school.example` })
      expect(await signUp(db, account, null, start)).toBe('made')
      expect((await findAccount(db, account.id))?.learnerId).toBe(account.newLearner.id)
    }
  })

  it('are one for each address, however it is spelt and however many ask at once', async () => {
    const spellings = ['ada@school.example', 'ADA@school.example', ' Ada@School.Example ', 'aDa@sChool.eXample']
    const results = await Promise.allSettled(
      spellings.map((email) => signUp(db, newAccount({ email, id: randomUUID() }), null, start)),
    )
    const made = results.filter((result) => result.status === 'fulfilled' && result.value === 'made')
    expect(made).toHaveLength(1)
    expect(await db.account.count()).toBe(1)
    // Whoever came too late has left no learner behind.
    expect(await db.learner.count()).toBe(1)
    expect((await findAccountByEmail(db, 'Ada@SCHOOL.example'))?.name).toBe('Ada')
  })

  it('change their address to one that is free, which is then to be confirmed', async () => {
    const account = await make({ isEmailVerified: true })
    await make({ email: 'grace@school.example' })
    expect(await changeEmail(db, scopeOf(account), 'Grace@school.example')).toBe(false)
    expect(await changeEmail(db, scopeOf(account), 'ADA@school.example')).toBe(true)
    expect((await findAccount(db, account.id))?.emailVerifiedAt).not.toBeNull()
    expect(await changeEmail(db, scopeOf(account), 'lovelace@school.example')).toBe(true)
    expect(await findAccount(db, account.id)).toMatchObject({ email: 'lovelace@school.example', emailVerifiedAt: null })
  })

  it('list their sessions and end them one by one or all but one, and nobody else’s', async () => {
    const [ada, grace] = [await make(), await make({ email: 'grace@school.example' })]
    const [phone, laptop, library] = [await openSession(ada.id), await openSession(ada.id), await openSession(ada.id)]
    const graces = await openSession(grace.id)
    await revokeSession(db, scopeOf(grace), phone, later(1))
    expect(await isRevoked(phone)).toBe(false)
    await revokeSession(db, scopeOf(ada), phone, later(1))
    expect(await isRevoked(phone)).toBe(true)
    expect(new Set((await listSessions(db, scopeOf(ada), later(2))).map(({ id }) => id))).toEqual(
      new Set([laptop, library]),
    )
    await revokeOtherSessions(db, ada.id, laptop, later(2))
    expect((await listSessions(db, scopeOf(ada), later(3))).map(({ id }) => id)).toEqual([laptop])
    expect(await isRevoked(graces)).toBe(false)
    expect(await listSessions(db, scopeOf(ada), later(91 * day))).toEqual([])
  })

  it('make the cookie of a session anew each day, and end the session when an old one comes back', async () => {
    const sessionId = await openSession((await make()).id)
    const first = { sessionId, generation: 0, issuedAt: start }
    expect(await keepSession(db, first, later(10))).toBeNull()
    const second = await keepSession(db, first, later(day + 1))
    expect(second).toMatchObject({ sessionId, generation: 1 })
    // The answer with the new one was lost: the old one is good still.
    expect(await keepSession(db, first, later(day + 5))).toMatchObject({ generation: 1 })
    await keepSession(db, second as typeof first, later(day + 6))
    expect(await isRevoked(sessionId)).toBe(false)
    // Somebody else has the old one, long after.
    expect(await keepSession(db, first, later(day + 60))).toBeNull()
    expect(await isRevoked(sessionId)).toBe(true)
    expect(await keepSession(db, second as typeof first, later(day + 61))).toBeNull()
  })

  it('stay signed in as long as they come back within 90 days', async () => {
    const sessionId = await openSession((await make()).id)
    let token = { sessionId, generation: 0, issuedAt: start }
    for (let days = 60; days <= 300; days += 60) {
      token = (await keepSession(db, token, later(days * day))) ?? token
    }
    expect((await findSession(db, sessionId))?.expiresAt).toEqual(later(390 * day))
  })

  it('let a link in once, in time, and only for what it is', async () => {
    const account = await make({ isEmailVerified: true })
    const given = { kind: 'sign-in', email: account.email, accountId: account.id } as const
    const token = await createToken(db, given, start)
    expect(await resetPassword(db, token, 'another hash', later(1))).toBeNull()
    expect(await takeSignInLink(db, `${token}x`, later(1))).toBeNull()
    const taken = await Promise.all([1, 2, 3].map(() => takeSignInLink(db, token, later(1))))
    expect(taken.filter((found) => found !== null)).toHaveLength(1)
    const late = await createToken(db, given, start)
    expect(await takeSignInLink(db, late, later(15))).toBeNull()
    const stored = await db.oneTimeToken.findMany({ orderBy: { hash: 'asc' } })
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  it('end every session and every other link with a new password', async () => {
    const account = await make({ isEmailVerified: true })
    const sessions = [await openSession(account.id), await openSession(account.id)]
    const token = await createToken(db, { kind: 'reset', email: account.email, accountId: account.id }, start)
    const other = await createToken(db, { kind: 'sign-in', email: account.email, accountId: account.id }, start)
    expect(await resetPassword(db, token, 'another hash', later(1))).toMatchObject({ id: account.id })
    expect(await Promise.all(sessions.map(isRevoked))).toEqual([true, true])
    expect(await takeSignInLink(db, other, later(2))).toBeNull()
    expect(await resetPassword(db, token, 'a third hash', later(2))).toBeNull()
    expect((await findAccount(db, account.id))?.passwordHash).toBe('another hash')

    const kept = await openSession(account.id)
    const ended = await openSession(account.id)
    await changePassword(db, scopeOf(account), 'a fourth hash', kept, later(3))
    expect([await isRevoked(kept), await isRevoked(ended)]).toEqual([false, true])
  })

  it('lose what a stranger may have set up when an address is proved for the first time', async () => {
    const account = await make()
    await inTransaction(db, (tx) =>
      linkIdentity(tx, account.id, { provider: 'github', subject: '7', label: 'stranger' }, start),
    )
    await db.account.update({ where: { id: account.id }, data: { totpSecret: 'sealed', totpConfirmedAt: start } })
    const token = await createToken(db, { kind: 'reset', email: account.email, accountId: account.id }, start)
    await resetPassword(db, token, 'another hash', later(1))
    expect(await findAccount(db, account.id)).toMatchObject({
      emailVerifiedAt: later(1),
      totpSecret: null,
      totpConfirmedAt: null,
    })
    expect(await listIdentities(db, scopeOf(account))).toEqual([])
  })

  it('are confirmed only by whoever is signed in, for the address that the link went to', async () => {
    const [ada, grace] = [await make(), await make({ email: 'grace@school.example' })]
    const token = await createToken(db, { kind: 'verify', email: ada.email, accountId: ada.id }, start)
    expect(await verifyEmail(db, scopeOf(grace), token, later(1))).toBe(false)
    await changeEmail(db, scopeOf(ada), 'lovelace@school.example')
    expect(await verifyEmail(db, scopeOf(ada), token, later(1))).toBe(false)
    const next = await createToken(db, { kind: 'verify', email: 'Lovelace@school.example', accountId: ada.id }, start)
    expect(await verifyEmail(db, scopeOf(ada), next, later(1))).toBe(true)
    expect((await findAccount(db, ada.id))?.emailVerifiedAt).toEqual(later(1))

    const taken = await createToken(db, { kind: 'verify', email: grace.email, accountId: ada.id }, start)
    expect(await verifyEmail(db, scopeOf(ada), taken, later(2))).toBe(false)
    const free = await createToken(db, { kind: 'verify', email: 'Countess@School.example', accountId: ada.id }, start)
    expect(await verifyEmail(db, scopeOf(ada), free, later(2))).toBe(true)
    expect(await findAccount(db, ada.id)).toMatchObject({
      email: 'countess@school.example',
      emailShown: 'Countess@School.example',
      emailVerifiedAt: later(2),
    })
  })

  it('are made by a link for its own address only', async () => {
    const token = await createToken(db, { kind: 'sign-up', email: 'Ada@School.example', accountId: null }, start)
    const link = { kind: 'sign-up', token } as const
    expect(await signUp(db, newAccount({ email: 'eve@school.example' }), link, later(1))).toBe('bad-link')
    expect(await signUp(db, newAccount(), link, later(1))).toBe('made')
    expect(await signUp(db, newAccount({ id: randomUUID() }), link, later(1))).toBe('bad-link')
  })

  it('make one first administrator by the printed link, of which only the latest is good', async () => {
    const old = await createAdministratorToken(db, start)
    const token = await createAdministratorToken(db, start)
    expect(await signUp(db, newAccount(), { kind: 'administrator', token: old }, later(1))).toBe('bad-link')
    const [first, second] = [newAccount(), newAccount({ email: 'eve@school.example' })]
    const results = await Promise.all(
      [first, second].map((account) => signUp(db, account, { kind: 'administrator', token }, later(1))),
    )
    expect(results.sort()).toEqual(['bad-link', 'made'])
    const administrator = await db.account.findFirst({ where: { isAdministrator: true } })
    expect(await db.account.count({ where: { isAdministrator: true } })).toBe(1)
    expect(await db.auditEvent.findMany({ select: { act: true, subject: true } })).toEqual([
      { act: 'administrator-made', subject: administrator?.learnerId },
    ])
  })
})
