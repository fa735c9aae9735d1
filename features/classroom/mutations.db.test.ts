import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { listMemberships } from '@/features/accounts/data.ts'
import { createAccount } from '@/features/accounts/mutations.ts'
import type { Actor } from '@/features/accounts/policy.ts'
import {
  classEditScope,
  classScope,
  joinScope,
  leaveScope,
  membersScope,
  newClassScope,
  ownAccountScope,
  rosterScope,
} from '@/features/accounts/scope.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import {
  findClassByCode,
  findJoinCode,
  listGroups,
  listOwnClasses,
  listOwnGroups,
  listRoster,
  listStaff,
} from './data.ts'
import {
  archiveClass,
  changeMember,
  createClass,
  deleteGroup,
  joinClass,
  keepGroup,
  leaveClass,
  renameClass,
  setJoinCode,
  takeUpClass,
} from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const code = '7KXMQ3TDF'

describeOnBothDatabases('classes', (open) => {
  let db: Database
  let classId: string
  let ada: string
  let ben: string
  beforeEach(async () => {
    db = open()
    ada = await makeAccount('Ada')
    ben = await makeAccount('Ben')
    classId = randomUUID()
    await make(ada, { id: classId, joinCode: code })
  })

  async function makeAccount(name: string): Promise<string> {
    const id = randomUUID()
    const account = {
      id,
      email: `${id}@school.example`,
      name,
      passwordHash: null,
      isEmailVerified: false,
      guestId: null,
      newLearner: { id: randomUUID(), timeZone: 'UTC' },
    }
    await inTransaction(db, (tx) => createAccount(tx, account, start))
    return id
  }
  async function actor(accountId: string): Promise<Actor> {
    return { kind: 'account', accountId, learnerId: 'l', memberships: await listMemberships(db, accountId) }
  }
  /** What the policy proves to somebody about a class, at this moment. */
  async function proved<Scope>(
    scope: (actor: Actor, asked: { id: string }) => Scope | null,
    accountId: string,
    id = classId,
  ): Promise<Scope> {
    return scope(await actor(accountId), { id }) as Scope
  }
  async function make(
    accountId: string,
    { id = randomUUID() as string, name = '10b', joinCode = randomUUID() as string } = {},
  ) {
    const made = { id, name, timeZone: 'Europe/Lisbon', joinCode }
    return createClass(db, await proved(newClassScope, accountId), made, start)
  }
  const join = async (accountId: string, by = code, at = start) =>
    joinClass(db, await proved(joinScope, accountId), by, at)
  const change = async (accountId: string, role: 'teacher' | 'assistant' | 'learner' | 'out', at = start) =>
    changeMember(
      db,
      await proved(membersScope, ada),
      role === 'out' ? { kind: 'out', accountId } : { kind: 'role', accountId, role },
      at,
    )
  const roster = async () =>
    (await listRoster(db, await proved(rosterScope, ada))).map(({ name, role }) => `${name}: ${role}`)
  const groups = async () => listGroups(db, await proved(rosterScope, ada))
  const own = async (accountId: string) => listOwnClasses(db, await proved(ownAccountScope, accountId))
  const codeOf = (result: Awaited<ReturnType<typeof join>>) => result?.refused.code ?? null

  it('are made once, however often they are sent, with their maker as the teacher', async () => {
    const id = randomUUID()
    const results = await Promise.all([1, 2, 3].map(() => make(ben, { id, joinCode: 'GGGGGGGGG' })))
    expect(results).toEqual([null, null, null])
    expect(await own(ben)).toEqual([
      { id, name: '10b', timeZone: 'Europe/Lisbon', archivedAt: null, role: 'teacher', learners: 0 },
    ])
    // Another's id makes nobody the teacher of it.
    expect(codeOf(await make(ada, { id }))).toBe('unknown-class')
    expect(await own(ada)).toHaveLength(1)
  })

  it('let people in by the code that holds, as learners, once', async () => {
    expect(codeOf(await join(ben, 'another'))).toBe('unknown-code')
    const scope = await proved(joinScope, ben)
    const results = await Promise.all([1, 2].map((minutes) => joinClass(db, scope, code, later(minutes))))
    expect(results).toEqual([null, null])
    expect(await roster()).toEqual(['Ada: teacher', 'Ben: learner'])
    // Whoever comes again by the same link keeps the role that they have got meanwhile.
    await change(ben, 'assistant')
    expect(await joinClass(db, scope, code, later(9))).toBeNull()
    expect(await roster()).toEqual(['Ada: teacher', 'Ben: assistant'])
  })

  it('open to nobody by a code that was replaced, or once they are closed', async () => {
    await setJoinCode(db, await proved(classEditScope, ada), 'YYYYYYYYY')
    expect(await findClassByCode(db, code)).toBeNull()
    expect(await findClassByCode(db, 'YYYYYYYYY')).toMatchObject({ id: classId, teachers: ['Ada'] })
    expect(codeOf(await join(ben))).toBe('unknown-code')
    await setJoinCode(db, await proved(classEditScope, ada), null)
    expect(codeOf(await join(ben, 'YYYYYYYYY'))).toBe('unknown-code')
    // Closed classes have no code alike.
    await make(ben, { joinCode: 'another' })
    const other = (await own(ben))[0]?.id ?? ''
    expect(await setJoinCode(db, await proved(classEditScope, ben, other), null)).toBeNull()
    expect(await findJoinCode(db, await proved(rosterScope, ben, other))).toBeNull()
  })

  it('keep a teacher, even if two put each other out at once', async () => {
    expect(codeOf(await change(ada, 'learner'))).toBe('last-teacher')
    expect(codeOf(await leaveClass(db, await proved(leaveScope, ada), start))).toBe('last-teacher')
    await join(ben)
    await change(ben, 'teacher')
    const [adas, bens] = [await proved(membersScope, ada), await proved(membersScope, ben)]
    const results = await Promise.all([
      changeMember(db, adas, { kind: 'out', accountId: ben }, later(1)),
      changeMember(db, bens, { kind: 'out', accountId: ada }, later(1)),
    ])
    expect(results.map(codeOf).sort()).toEqual(['last-teacher', null].sort())
    expect(await db.membership.count({ where: { classId, leftAt: null, role: 'teacher' } })).toBe(1)
  })

  it('are left, which keeps that one was there, and come back to as a learner', async () => {
    await join(ben)
    await change(ben, 'assistant')
    await keepGroup(db, await proved(classEditScope, ada), { id: 'g', name: 'North', accountIds: [ben] }, start)
    expect(await leaveClass(db, await proved(leaveScope, ben), later(5))).toBeNull()
    expect(await own(ben)).toEqual([])
    expect(await proved(classScope, ben)).toBeNull()
    expect(await groups()).toEqual([{ id: 'g', name: 'North', accountIds: [] }])
    expect(codeOf(await change(ben, 'learner'))).toBe('not-in-class')
    expect(await db.membership.count({ where: { accountId: ben, leftAt: later(5) } })).toBe(1)
    await join(ben, code, later(9))
    expect(await roster()).toEqual(['Ada: teacher', 'Ben: learner'])
    expect(await listOwnGroups(db, await proved(ownAccountScope, ben), await proved(classScope, ben))).toEqual([
      'North',
    ])
  })

  it('have groups of those who are in them, each name once', async () => {
    await join(ben)
    const scope = await proved(classEditScope, ada)
    const keep = (id: string, name: string, accountIds: string[]) =>
      keepGroup(db, scope, { id, name, accountIds }, start)
    expect(await Promise.all([1, 2].map(() => keep('g', 'North', [ben, ben])))).toEqual([null, null])
    expect(await groups()).toEqual([{ id: 'g', name: 'North', accountIds: [ben] }])
    expect(codeOf(await keep('h', 'North', []))).toBe('name-taken')
    expect(codeOf(await keep('h', 'South', [await makeAccount('Cleo')]))).toBe('not-in-class')
    expect(await keep('h', 'South', [ada, ben])).toBeNull()
    expect(await keep('g', 'East', [])).toBeNull()
    expect((await groups()).map(({ name, accountIds }) => [name, accountIds.length])).toEqual([
      ['East', 0],
      ['South', 2],
    ])
    // Another class's teacher reaches none of them.
    const other = randomUUID()
    await make(ben, { id: other })
    const bens = await proved(classEditScope, ben, other)
    expect(codeOf(await keepGroup(db, bens, { id: 'h', name: 'Mine', accountIds: [] }, start))).toBe('unknown-group')
    await deleteGroup(db, bens, 'h')
    expect(await groups()).toHaveLength(2)
    await deleteGroup(db, scope, 'h')
    expect((await groups()).map(({ name }) => name)).toEqual(['East'])
    expect(await roster()).toHaveLength(2)
  })

  it('are kept to be read once archived, take no changes, and can be taken up again', async () => {
    await join(ben)
    const scope = await proved(classEditScope, ada)
    await archiveClass(db, scope, later(1))
    await archiveClass(db, scope, later(2))
    expect((await own(ben))[0]?.archivedAt).toEqual(later(1))
    expect(await listStaff(db, await proved(classScope, ben))).toEqual([{ name: 'Ada', role: 'teacher' }])
    const refused = [
      await change(ben, 'teacher'),
      await setJoinCode(db, scope, 'YYYYYYYYY'),
      await renameClass(db, scope, { name: 'Other', timeZone: 'UTC' }),
      await keepGroup(db, scope, { id: 'g', name: 'North', accountIds: [] }, start),
      await deleteGroup(db, scope, 'g'),
    ]
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'archived'))
    expect(codeOf(await join(await makeAccount('Cleo')))).toBe('unknown-code')
    // Going is still everybody's own affair.
    expect(await leaveClass(db, await proved(leaveScope, ben), later(3))).toBeNull()
    await takeUpClass(db, scope)
    expect(await findJoinCode(db, await proved(rosterScope, ada))).toBeNull()
    expect(await renameClass(db, scope, { name: '11b', timeZone: 'UTC' })).toBeNull()
    expect(await own(ada)).toMatchObject([{ name: '11b', timeZone: 'UTC', archivedAt: null }])
  })
})
