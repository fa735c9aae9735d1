import { beforeEach, expect, it } from 'vitest'
import { findAccountByEmail } from '@/features/accounts/data.ts'
import { isPassword } from '@/features/accounts/password-hash.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { runTyping } from '@/testing/script.ts'

describeOnBothDatabases('npm run admin:create', (open, url) => {
  let db: Database
  beforeEach(() => {
    db = open()
  })

  const run = (script: string, args: string[], typed: string) => runTyping(script, args, { databaseUrl: url(), typed })

  it('makes an administrator, once asked for everything or given the address', { timeout: 60_000 }, async () => {
    expect(await run('admin-create', [], 'Ada@School.example\nAda\nthree quiet words\n')).toMatchObject({ code: 0 })
    const ada = await findAccountByEmail(db, 'ada@school.example')
    expect(ada).toMatchObject({ name: 'Ada', isAdministrator: true })
    expect(await isPassword('three quiet words', ada?.passwordHash ?? null)).toBe(true)
    expect(await db.auditEvent.findMany({ select: { act: true, subject: true } })).toEqual([
      { act: 'administrator-made', subject: ada?.learnerId },
    ])

    const again = await run('admin-create', ['ada@school.example'], 'four other quiet words\n')
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('has a new password') })
    expect(await db.account.count()).toBe(1)
    const changed = await findAccountByEmail(db, 'ada@school.example')
    expect(await isPassword('four other quiet words', changed?.passwordHash ?? null)).toBe(true)
  })

  it('says in words what will not do, and makes nothing', { timeout: 60_000 }, async () => {
    for (const [args, typed, words] of [
      [['ada'], 'three quiet words\n', 'not an e-mail address'],
      [['ada@school.example'], 'short\n', 'at least 10'],
      [['ada@school.example'], '', 'Password is missing'],
    ] as const) {
      const { code, said } = await run('admin-create', [...args], typed)
      expect(code).toBe(1)
      expect(said).toContain(words)
    }
    expect(await db.account.count()).toBe(0)
  })

  it('leaves nobody to be made the first administrator by a link', { timeout: 60_000 }, async () => {
    expect((await run('first-administrator', [], '')).said).toMatch(/\/sign-up#administrator=[\w-]{43}\n$/)
    await run('admin-create', ['ada@school.example'], 'three quiet words\n')
    expect(await run('first-administrator', [], '')).toEqual({ code: 0, said: '' })
  })
})
