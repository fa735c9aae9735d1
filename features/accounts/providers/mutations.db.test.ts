import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { findAccountByIdentity } from '../data.ts'
import { createLearner } from '../mutations.ts'
import { arrive } from './mutations.ts'
import type { Voucher } from './provider.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const ada: Voucher = {
  provider: 'oidc',
  subject: 'ada',
  email: 'Ada@School.example',
  isEmailVerified: true,
  name: 'Ada',
}

describeOnBothDatabases('whoever comes back from a provider', (open) => {
  let db: Database
  beforeEach(() => {
    db = open()
  })
  const browser = (given: { signedInId?: string; guestId?: string } = {}) => ({
    signedInId: null,
    guestId: null,
    newAccountId: randomUUID(),
    newLearner: { id: randomUUID(), timeZone: 'UTC' },
    ...given,
  })

  it('gets an account with the guest’s progress, and comes back to it under any address', async () => {
    const guestId = randomUUID()
    await createLearner(db, { id: guestId, timeZone: 'UTC' }, start)
    const first = await arrive(db, ada, browser({ guestId }), start)
    expect(first).toMatchObject({ kind: 'make-account', account: { learnerId: guestId, passwordHash: null } })
    const again = await arrive(db, { ...ada, email: 'countess@school.example' }, browser(), start)
    expect(again).toMatchObject({ kind: 'sign-in', account: { learnerId: guestId, email: 'ada@school.example' } })
    expect(await db.account.count()).toBe(1)
  })

  it('is linked by an address only where both sides have verified it', async () => {
    await arrive(db, { ...ada, provider: 'google', subject: 'g' }, browser(), start)
    expect(await arrive(db, { ...ada, isEmailVerified: false }, browser(), start)).toEqual({ kind: 'sign-in-first' })
    expect(await findAccountByIdentity(db, 'oidc', 'ada')).toBeNull()
    expect(await arrive(db, ada, browser(), start)).toMatchObject({ kind: 'link-and-sign-in' })

    const grace: Voucher = {
      ...ada,
      provider: 'github',
      subject: '1',
      email: 'grace@school.example',
      isEmailVerified: false,
    }
    await arrive(db, grace, browser(), start)
    const owner = { ...grace, provider: 'oidc', subject: 'grace', isEmailVerified: true } as const
    expect(await arrive(db, owner, browser(), start)).toEqual({ kind: 'sign-in-first' })
    expect(await db.account.count()).toBe(2)
  })

  it('is linked to the account that is signed in, and to one only', async () => {
    const first = await arrive(db, ada, browser(), start)
    const second = await arrive(db, { ...ada, subject: 'other', email: 'other@school.example' }, browser(), start)
    if (!('account' in first) || !('account' in second)) throw new Error('Two accounts were to be made.')
    const github: Voucher = { ...ada, provider: 'github', subject: '7', email: null }
    expect(await arrive(db, github, browser({ signedInId: first.account.id }), start)).toMatchObject({ kind: 'link' })
    expect(await arrive(db, github, browser({ signedInId: second.account.id }), start)).toEqual({
      kind: 'linked-elsewhere',
    })
    expect((await findAccountByIdentity(db, 'github', '7'))?.id).toBe(first.account.id)
  })
})
