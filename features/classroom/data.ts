import type { ClassRole } from '@/features/accounts/policy.ts'
import type {
  ClassEditScope,
  ClassScope,
  LeaveScope,
  MembersScope,
  OwnAccountScope,
  RosterScope,
} from '@/features/accounts/scope.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import type { Member } from './roster.ts'

/** A class, apart from who is in it. */
export interface ClassRow {
  id: string
  name: string
  timeZone: string
  archivedAt: Date | null
}

/** A class that somebody is in. */
export interface OwnClassRow extends ClassRow {
  role: ClassRole
  /** How many learn in it. */
  learners: number
}

/** Somebody in a class, as those who teach it see them. */
export interface RosterRow extends Member {
  name: string
  joinedAt: Date
}

/** Some of a class. */
export interface GroupRow {
  id: string
  name: string
  /** Of those who are in the class now. */
  accountIds: string[]
}

const ofClass = { id: true, name: true, timeZone: true, archivedAt: true } as const
const inClass = { leftAt: null } as const

/** The classes that an account is in, by name. */
export async function listOwnClasses(db: Database, { accountId }: OwnAccountScope): Promise<OwnClassRow[]> {
  const rows = await db.membership.findMany({
    where: { accountId, ...inClass },
    orderBy: [{ class: { name: 'asc' } }, { classId: 'asc' }],
    select: {
      role: true,
      class: {
        select: { ...ofClass, _count: { select: { memberships: { where: { ...inClass, role: 'learner' } } } } },
      },
    },
  })
  return rows.map(({ role, class: { _count, ...row } }) => ({
    ...row,
    role: role as ClassRole,
    learners: _count.memberships,
  }))
}

/** A class. */
export function findClass(db: Database, { classId }: ClassScope): Promise<ClassRow | null> {
  return db.class.findUnique({ where: { id: classId }, select: ofClass })
}

/** The class that a code opens: whoever has it may know what it is called and who teaches it. */
export async function findClassByCode(
  db: Database,
  joinCode: string,
): Promise<(ClassRow & { teachers: string[] }) | null> {
  const found = await db.class.findUnique({
    where: { joinCode },
    select: {
      ...ofClass,
      memberships: {
        where: { ...inClass, role: 'teacher' },
        orderBy: [{ joinedAt: 'asc' }, { accountId: 'asc' }],
        select: { account: { select: { name: true } } },
      },
    },
  })
  if (found === null) return null
  const { memberships, ...row } = found
  return { ...row, teachers: memberships.map(({ account }) => account.name) }
}

/** The code of a class; nothing while it is closed. */
export async function findJoinCode(db: Database, { classId }: RosterScope): Promise<string | null> {
  return (await db.class.findUnique({ where: { id: classId }, select: { joinCode: true } }))?.joinCode ?? null
}

/** Who teaches a class and who assists, in the order they came. */
export async function listStaff(db: Database, { classId }: ClassScope): Promise<{ name: string; role: ClassRole }[]> {
  const rows = await db.membership.findMany({
    where: { classId, ...inClass, role: { not: 'learner' } },
    orderBy: [{ role: 'desc' }, { joinedAt: 'asc' }, { accountId: 'asc' }],
    select: { role: true, account: { select: { name: true } } },
  })
  return rows.map(({ role, account }) => ({ name: account.name, role: role as ClassRole }))
}

/** Everybody in a class: teachers, then assistants, then learners, by name. */
export async function listRoster(db: Database, { classId }: RosterScope): Promise<RosterRow[]> {
  const rows = await db.membership.findMany({
    where: { classId, ...inClass },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
    select: { accountId: true, role: true, joinedAt: true, account: { select: { name: true } } },
  })
  const roster = rows.map(({ account, role, ...row }) => ({ ...row, name: account.name, role: role as ClassRole }))
  const order: ClassRole[] = ['teacher', 'assistant', 'learner']
  return order.flatMap((role) => roster.filter((member) => member.role === role))
}

/** The groups of a class, by name. */
export async function listGroups(db: Database, { classId }: RosterScope): Promise<GroupRow[]> {
  const rows = await db.group.findMany({
    where: { classId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      members: { where: { membership: inClass }, orderBy: { accountId: 'asc' }, select: { accountId: true } },
    },
  })
  return rows.map(({ members, ...row }) => ({ ...row, accountIds: members.map(({ accountId }) => accountId) }))
}

/** The names of the groups that an account is in, in one class. */
export async function listOwnGroups(
  db: Database,
  { accountId }: OwnAccountScope,
  { classId }: ClassScope,
): Promise<string[]> {
  const rows = await db.groupMember.findMany({
    where: { classId, accountId, membership: inClass },
    orderBy: [{ group: { name: 'asc' } }, { groupId: 'asc' }],
    select: { group: { select: { name: true } } },
  })
  return rows.map(({ group }) => group.name)
}

/** Who is in a class, for what a change may do to it. */
export async function listMembers(
  tx: Transaction,
  { classId }: MembersScope | LeaveScope | ClassEditScope,
): Promise<Member[]> {
  const rows = await tx.membership.findMany({
    where: { classId, ...inClass },
    orderBy: { accountId: 'asc' },
    select: { accountId: true, role: true },
  })
  return rows.map(({ accountId, role }) => ({ accountId, role: role as ClassRole }))
}
