import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { beforeEach, expect, it } from 'vitest'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { countRecoveryCodes, findAccount } from '../data.ts'
import { createAccount } from '../mutations.ts'
import { type OwnAccountScope, ownAccountScope } from '../scope.ts'
import { seal } from '../seal.ts'
import {
  beginTwoSteps,
  confirmTwoSteps,
  endTwoSteps,
  replaceRecoveryCodes,
  takeCode,
  totpPurpose,
} from './mutations.ts'
import { newRecoveryCodes, recoveryCodePrint } from './recovery-code.ts'
import { newTotpSecret } from './totp.ts'

const secret = 'a secret that is long enough to be one'
const start = new Date('2026-03-02T12:00:00.123Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describeOnBothDatabases('two-step sign-in', (open) => {
  let db: Database
  let scope: OwnAccountScope
  const shared = newTotpSecret()
  const codes = newRecoveryCodes()
  const prints = codes.map((code) => recoveryCodePrint(code, secret))
  /** What the app shows. */
  const codeAt = (at: Date) => new TOTP({ secret: shared }).generate({ timestamp: at.getTime() })
  const take = (code: string, at: Date) => takeCode(db, scope.accountId, code, secret, at)

  beforeEach(async () => {
    db = open()
    const [id, learnerId] = [randomUUID(), randomUUID()]
    const newLearner = { id: learnerId, timeZone: 'UTC' }
    const account = { id, email: 'ada@school.example', name: 'Ada', passwordHash: null, isEmailVerified: true }
    await inTransaction(db, (tx) => createAccount(tx, { ...account, guestId: null, newLearner }, start))
    scope = ownAccountScope({ kind: 'account', accountId: id, learnerId, memberships: [] }) as OwnAccountScope
    await beginTwoSteps(db, scope, seal(shared, totpPurpose, secret))
  })
  const confirm = () => confirmTwoSteps(db, scope, { code: codeAt(start), prints, secret }, start)

  it('is asked for once a code has shown that the app has the key, and not before', async () => {
    expect(await take(codeAt(start), start)).toBeNull()
    expect(await confirmTwoSteps(db, scope, { code: '000000', prints, secret }, start)).toBe(false)
    expect((await findAccount(db, scope.accountId))?.totpConfirmedAt).toBeNull()
    expect(await confirm()).toBe(true)
    expect(await findAccount(db, scope.accountId)).toMatchObject({ totpConfirmedAt: start })
    expect(await countRecoveryCodes(db, scope)).toBe(10)
  })

  it('keeps the key where the database alone does not show it', async () => {
    expect(JSON.stringify(await findAccount(db, scope.accountId))).not.toContain(shared)
  })

  it('takes no code twice, not even at once, and not the one that confirmed it', async () => {
    await confirm()
    expect(await take(codeAt(start), later(1))).toBeNull()
    const next = codeAt(later(60))
    const taken = await Promise.all([1, 2, 3].map(() => take(next, later(60))))
    expect(taken.filter((how) => how === 'app')).toHaveLength(1)
    expect(await take(codeAt(later(30)), later(60))).toBeNull()
  })

  it('takes each recovery code once, however it is typed', async () => {
    await confirm()
    const [code = ''] = codes
    const taken = await Promise.all([1, 2, 3].map(() => take(code.toUpperCase().replace('-', ' '), later(1))))
    expect(taken.filter((how) => how === 'recovery')).toHaveLength(1)
    expect(await countRecoveryCodes(db, scope)).toBe(9)
    const fresh = newRecoveryCodes()
    await replaceRecoveryCodes(
      db,
      scope,
      fresh.map((each) => recoveryCodePrint(each, secret)),
    )
    expect(await take(codes[1] ?? '', later(2))).toBeNull()
    expect(await take(fresh[0] ?? '', later(2))).toBe('recovery')
  })

  it('can be turned off, with all that belonged to it', async () => {
    await confirm()
    await endTwoSteps(db, scope)
    expect(await findAccount(db, scope.accountId)).toMatchObject({ totpSecret: null, totpConfirmedAt: null })
    expect(await countRecoveryCodes(db, scope)).toBe(0)
    expect(await take(codes[0] ?? '', later(1))).toBeNull()
  })

  it('does not change its key while it is on', async () => {
    await confirm()
    await beginTwoSteps(db, scope, seal(newTotpSecret(), totpPurpose, secret))
    expect(await take(codeAt(later(60)), later(60))).toBe('app')
  })
})
