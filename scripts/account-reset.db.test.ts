import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { type AccountRow, findAccountByEmail } from '@/features/accounts/data.ts'
import { createAccount } from '@/features/accounts/mutations.ts'
import { findToken } from '@/features/accounts/sign-in/data.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { runTyping } from '@/testing/script.ts'

const email = 'ada@school.example'

describeOnBothDatabases('npm run account:reset', (open, url) => {
  let db: Database
  beforeEach(async () => {
    db = open()
    const newLearner = { id: randomUUID(), timeZone: 'UTC' }
    const account = { id: randomUUID(), email, name: 'Ada', passwordHash: null, isEmailVerified: true }
    await inTransaction(db, (tx) => createAccount(tx, { ...account, guestId: null, newLearner }, new Date()))
    await db.account.update({ where: { id: account.id }, data: { totpSecret: 'sealed', totpConfirmedAt: new Date() } })
    await db.recoveryCode.create({ data: { hash: 'a print', accountId: account.id } })
  })
  const run = (...args: string[]) => runTyping('account-reset', args, { databaseUrl: url() })
  const ada = async () => (await findAccountByEmail(db, email)) as AccountRow
  const acts = async () => {
    const rows = await db.auditEvent.findMany({ orderBy: { act: 'asc' } })
    return rows.map(({ act, accountId, subject }) => ({ act, accountId, subject }))
  }

  it('prints a link that is good, and leaves the second step as it is', { timeout: 60_000 }, async () => {
    const { code, said } = await run('Ada@School.example')
    expect(code).toBe(0)
    const [, token = ''] = said.match(/\/reset#reset=([\w-]{43})\n/) ?? []
    const { id, learnerId, totpConfirmedAt } = await ada()
    expect((await findToken(db, 'reset', token, new Date()))?.account?.id).toBe(id)
    expect(totpConfirmedAt).not.toBeNull()
    expect(await acts()).toEqual([{ act: 'reset-link-made', accountId: null, subject: learnerId }])
  })

  it('ends two-step sign-in for whoever has lost app and codes, says so and notes it', {
    timeout: 60_000,
  }, async () => {
    const { code, said } = await run(email, '--end-two-steps')
    expect(code).toBe(0)
    expect(said).toContain('Two-step sign-in of Ada is off.')
    expect(said).toMatch(/\/reset#reset=/)
    expect(await ada()).toMatchObject({ totpSecret: null, totpConfirmedAt: null })
    expect(await db.recoveryCode.count()).toBe(0)
    expect((await acts()).map(({ act }) => act)).toEqual(['person-two-steps-ended', 'reset-link-made'])
    expect((await run('--end-two-steps', email)).said).toContain('without a second step already')
  })

  it('says in words what will not do, and changes nothing', { timeout: 60_000 }, async () => {
    for (const [args, words] of [
      [['ben@school.example', '--end-two-steps'], 'no account with the address "ben@school.example"'],
      [['--end-two-step', email], 'expects one address'],
      [[email, 'ben@school.example'], 'expects one address'],
    ] as const) {
      const { code, said } = await run(...args)
      expect(code).toBe(1)
      expect(said).toContain(words)
    }
    expect((await ada()).totpConfirmedAt).not.toBeNull()
    expect(await acts()).toEqual([])
  })
})
