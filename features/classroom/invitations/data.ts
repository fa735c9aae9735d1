import type { MembersScope, OwnAccountScope } from '@/features/accounts/scope.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import type { ListedInvitation } from './invitation-list.ts'

/** An invitation that has not been answered. */
export interface InvitationRow {
  id: string
  email: string
  name: string
  role: ListedInvitation['role']
  group: string
  invitedAt: Date
  mailedAt: Date | null
}

const fields = {
  id: true,
  email: true,
  name: true,
  role: true,
  group: { select: { name: true } },
  invitedAt: true,
  mailedAt: true,
} as const

/** Who is invited to a class and has not answered, by address. */
export async function listInvitations(
  db: Database | Transaction,
  { classId }: MembersScope,
  now: Date,
): Promise<InvitationRow[]> {
  const rows = await db.invitation.findMany({
    where: { classId, expiresAt: { gt: now } },
    orderBy: [{ email: 'asc' }, { id: 'asc' }],
    select: fields,
  })
  return rows.map(({ group, role, ...row }) => ({
    ...row,
    role: role as InvitationRow['role'],
    group: group?.name ?? '',
  }))
}

/** Which of these addresses, as they are looked up, are in the class already. */
export async function listAddressesIn(
  db: Database | Transaction,
  { classId }: MembersScope,
  emails: readonly string[],
): Promise<Set<string>> {
  const rows = await db.membership.findMany({
    where: { classId, leftAt: null, account: { email: { in: [...emails] } } },
    orderBy: { accountId: 'asc' },
    select: { account: { select: { email: true } } },
  })
  return new Set(rows.map(({ account }) => account.email))
}

/** A class that somebody is invited to. */
export interface OwnInvitation {
  id: string
  className: string
  teachers: string[]
  role: ListedInvitation['role']
}

/** The classes that the address of an account is invited to, the earliest first. */
export async function listOwnInvitations(
  db: Database,
  { accountId }: OwnAccountScope,
  now: Date,
): Promise<OwnInvitation[]> {
  const account = await db.account.findUnique({ where: { id: accountId }, select: { email: true } })
  if (account === null) return []
  const rows = await db.invitation.findMany({
    where: {
      email: account.email,
      expiresAt: { gt: now },
      class: { archivedAt: null, memberships: { none: { accountId, leftAt: null } } },
    },
    orderBy: [{ invitedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      role: true,
      class: {
        select: {
          name: true,
          memberships: {
            where: { leftAt: null, role: 'teacher' },
            orderBy: [{ joinedAt: 'asc' }, { accountId: 'asc' }],
            select: { account: { select: { name: true } } },
          },
        },
      },
    },
  })
  return rows.map(({ id, role, class: { name, memberships } }) => ({
    id,
    className: name,
    teachers: memberships.map((teacher) => teacher.account.name),
    role: role as OwnInvitation['role'],
  }))
}
