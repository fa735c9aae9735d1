import { expect, it } from 'vitest'
import { inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { type SiteScope, siteScope } from '../scope.ts'
import { findPlace, lastTime, listActs } from './data.ts'
import { recordAct } from './mutations.ts'

const site = siteScope({ kind: 'administrator', accountId: 'a', learnerId: 'l', memberships: [] }) as SiteScope
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute))

describeOnBothDatabases('the log of sensitive acts', (open) => {
  it('is read newest first, a page at a time, with who did what to whom', async () => {
    const db = open()
    await recordAct(db, { act: 'backup-made', rows: 12 }, {}, at(1))
    await recordAct(db, { act: 'exported', rows: 3 }, { learnerId: 'ada' }, at(2))
    await recordAct(db, { act: 'role-changed', to: 'teacher' }, { accountId: 'boss' }, at(2), 'ben')
    await recordAct(db, { act: 'sign-in-failed' }, { accountId: 'ada' }, at(3))
    const newest = await listActs(db, site, 2)
    expect(newest[0]).toMatchObject({ act: { act: 'sign-in-failed' }, doer: { accountId: 'ada' }, subject: null })
    const rest = await listActs(db, site, 10, newest.at(-1))
    const [, second] = [...newest, ...rest]
    expect([...newest, ...rest].map(({ act }) => act.act).sort()).toEqual([
      'backup-made',
      'exported',
      'role-changed',
      'sign-in-failed',
    ])
    expect(second?.at).toEqual(at(2))
    expect(rest.at(-1)).toMatchObject({ act: { act: 'backup-made', rows: 12 }, doer: {} })
    expect([...newest, ...rest].find(({ act }) => act.act === 'role-changed')?.subject).toBe('ben')
    expect(await findPlace(db, site, newest[0]?.id ?? '')).toEqual({ id: newest[0]?.id, at: at(3) })
    expect(await findPlace(db, site, 'nothing')).toBeNull()
  })

  it('tells when something was last done', async () => {
    await recordAct(open(), { act: 'backup-made', rows: 12 }, {}, at(2))
    await recordAct(open(), { act: 'backup-made', rows: 12 }, {}, at(1))
    await recordAct(open(), { act: 'exported', rows: 3 }, {}, at(3))
    expect(await lastTime(open(), site, 'backup-made')).toEqual(at(2))
    expect(await lastTime(open(), site, 'mail-tried')).toBeNull()
  })

  it('has nothing of an act that did not happen', async () => {
    const failing = inTransaction(open(), async (tx) => {
      await recordAct(tx, { act: 'deleted', rows: 1 }, {}, at(1))
      throw new Error('it did not')
    })
    await expect(failing).rejects.toThrow('it did not')
    expect(await listActs(open(), site, 10)).toEqual([])
  })
})
