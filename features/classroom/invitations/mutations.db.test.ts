import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createAccount } from '@/features/accounts/mutations.ts'
import type { ClassRole } from '@/features/accounts/policy.ts'
import { type MembersScope, membersScope, type OwnAccountScope, ownAccountScope } from '@/features/accounts/scope.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { listAddressesIn, listInvitations, listOwnInvitations } from './data.ts'
import type { ListedInvitation } from './invitation-list.ts'
import { answerInvitation, inviteAll, noteMailed, withdrawInvitation } from './mutations.ts'

const start = new Date('2026-03-02T12:00:00.123Z')
const later = (days: number) => new Date(start.getTime() + days * 86_400_000)
const classId = 'a class'

describeOnBothDatabases('invitations', (open) => {
  let db: Database
  let tess: MembersScope
  let ada: OwnAccountScope
  beforeEach(async () => {
    db = open()
    await db.class.create({
      data: {
        id: classId,
        name: 'Law 2',
        timeZone: 'UTC',
        createdAt: start,
        groups: { create: { id: 'red', name: 'Red', createdAt: start } },
      },
    })
    const teacher = await account('tess@school.org', 'Tess')
    await place(teacher, 'teacher')
    const memberships = [{ classId, role: 'teacher' as const }]
    tess = membersScope({ kind: 'account', ...teacher, memberships }, { id: classId }) as MembersScope
    ada = await account('ada@school.org', 'Ada')
  })

  async function account(email: string, name: string): Promise<OwnAccountScope> {
    const [id, learnerId] = [randomUUID(), randomUUID()]
    const made = {
      id,
      email,
      name,
      passwordHash: null,
      isEmailVerified: true,
      guestId: null,
      newLearner: { id: learnerId, timeZone: 'UTC' },
    }
    await inTransaction(db, (tx) => createAccount(tx, made, start))
    const actor = { kind: 'account', accountId: id, learnerId, memberships: [] } as const
    return ownAccountScope(actor) as OwnAccountScope
  }

  const place = ({ accountId }: OwnAccountScope, role: ClassRole) =>
    db.membership.create({ data: { classId, accountId, role, joinedAt: start } })

  const listed = (email: string, given: Partial<ListedInvitation> = {}): ListedInvitation => ({
    line: 1,
    email,
    name: '',
    role: 'learner',
    group: '',
    ...given,
  })
  const roleOf = async ({ accountId }: OwnAccountScope) =>
    (await db.membership.findFirst({ where: { classId, accountId, leftAt: null } }))?.role ?? null

  it('are kept once for each address that is not in the class, whatever its spelling', async () => {
    const list = [listed('Ada@School.org', { name: 'Ada B.' }), listed('tess@school.org')]
    expect(await inviteAll(db, tess, list, start)).toEqual({ invited: ['Ada@School.org'] })
    expect(await inviteAll(db, tess, list, start)).toEqual({ invited: [] })
    expect(await listInvitations(db, tess, start)).toMatchObject([
      { email: 'ada@school.org', name: 'Ada B.', group: '' },
    ])
    expect(await listAddressesIn(db, tess, ['tess@school.org', 'ada@school.org'])).toEqual(new Set(['tess@school.org']))
    await noteMailed(db, tess, 'ADA@school.org', later(1))
    expect((await listInvitations(db, tess, start))[0]?.mailedAt).toEqual(later(1))
  })

  it('let in whoever has the address, as what they are invited to be and into their group, once', async () => {
    await inviteAll(db, tess, [listed('ada@school.org', { role: 'assistant', group: 'Red' })], start)
    const [invitation, ...others] = await listOwnInvitations(db, ada, start)
    expect(others).toEqual([])
    expect(invitation).toMatchObject({ className: 'Law 2', teachers: ['Tess'], role: 'assistant' })
    const accepted = { id: invitation?.id ?? '', isAccepted: true }
    expect(await answerInvitation(db, ada, accepted, later(1))).toEqual({ classId })
    expect(await roleOf(ada)).toBe('assistant')
    expect(await db.groupMember.count({ where: { groupId: 'red', accountId: ada.accountId } })).toBe(1)
    expect(await answerInvitation(db, ada, accepted, later(1))).toMatchObject({ refused: { code: 'no-invitation' } })
    expect(await listInvitations(db, tess, start)).toEqual([])
  })

  it('are nobody else’s to see or to answer', async () => {
    await inviteAll(db, tess, [listed('ada@school.org')], start)
    const ben = await account('ben@school.org', 'Ben')
    const [invitation] = await listOwnInvitations(db, ada, start)
    expect(await listOwnInvitations(db, ben, start)).toEqual([])
    const accepted = { id: invitation?.id ?? '', isAccepted: true }
    expect(await answerInvitation(db, ben, accepted, start)).toMatchObject({ refused: { code: 'no-invitation' } })
    expect(await roleOf(ben)).toBeNull()
    await withdrawInvitation(db, { ...tess, classId: 'another' }, invitation?.id ?? '')
    expect(await listOwnInvitations(db, ada, start)).toHaveLength(1)
  })

  it('can be declined and taken back, and run out', async () => {
    await inviteAll(db, tess, [listed('ada@school.org')], start)
    const [first] = await listOwnInvitations(db, ada, start)
    expect(await answerInvitation(db, ada, { id: first?.id ?? '', isAccepted: false }, start)).toEqual({
      classId: null,
    })
    expect(await roleOf(ada)).toBeNull()

    await inviteAll(db, tess, [listed('ada@school.org')], start)
    const [second] = await listOwnInvitations(db, ada, start)
    await withdrawInvitation(db, tess, second?.id ?? '')
    expect(await listOwnInvitations(db, ada, start)).toEqual([])

    await inviteAll(db, tess, [listed('ada@school.org')], start)
    const [third] = await listOwnInvitations(db, ada, start)
    const accepted = { id: third?.id ?? '', isAccepted: true }
    expect(await answerInvitation(db, ada, accepted, later(60))).toMatchObject({ refused: { status: 404 } })
    expect(await inviteAll(db, tess, [listed('ada@school.org')], later(60))).toEqual({ invited: ['ada@school.org'] })
  })

  it('leave the role of whoever has joined by the code meanwhile', async () => {
    await inviteAll(db, tess, [listed('ada@school.org', { role: 'assistant' })], start)
    const [invitation] = await listOwnInvitations(db, ada, start)
    await place(ada, 'learner')
    expect(await listOwnInvitations(db, ada, start)).toEqual([])
    await answerInvitation(db, ada, { id: invitation?.id ?? '', isAccepted: true }, start)
    expect(await roleOf(ada)).toBe('learner')
  })

  it('change nothing where a group is not there, or the class is archived', async () => {
    const list = [listed('ben@school.org'), listed('ada@school.org', { line: 2, group: 'Blue' })]
    expect(await inviteAll(db, tess, list, start)).toMatchObject({
      refused: { code: 'unknown-group', message: expect.stringMatching(/^Line 2: there is no group “Blue”/) },
    })
    expect(await listInvitations(db, tess, start)).toEqual([])
    await inviteAll(db, tess, [listed('ada@school.org')], start)
    const [invitation] = await listOwnInvitations(db, ada, start)
    await db.class.update({ where: { id: classId }, data: { archivedAt: start } })
    expect(await listOwnInvitations(db, ada, start)).toEqual([])
    expect(await inviteAll(db, tess, [listed('ben@school.org')], start)).toMatchObject({
      refused: { code: 'archived' },
    })
    const accepted = { id: invitation?.id ?? '', isAccepted: true }
    expect(await answerInvitation(db, ada, accepted, start)).toMatchObject({ refused: { code: 'archived' } })
    expect(await roleOf(ada)).toBeNull()
    // Taken up again, the class still expects them.
    await db.class.update({ where: { id: classId }, data: { archivedAt: null } })
    expect(await answerInvitation(db, ada, accepted, start)).toEqual({ classId })
  })
})
