import type { ClassEditScope, JoinScope, LeaveScope, MembersScope, NewClassScope } from '@/features/accounts/scope.ts'
import { type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import { listMembers } from './data.ts'
import { problemWithChange, type RosterChange } from './roster.ts'

/** A class as somebody wants it made. */
export interface NewClass {
  id: string
  name: string
  timeZone: string
  joinCode: string
}

/** Makes a class, open, and its maker the teacher. Making the same twice makes it once. */
export async function createClass(
  db: Database,
  scope: NewClassScope,
  made: NewClass,
  now: Date,
): Promise<Refusal | null> {
  const { accountId } = scope
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.class.findUnique({ where: { id: made.id }, select: { id: true } })
      if (earlier !== null) {
        const place = { classId: made.id, accountId, leftAt: null }
        return (await tx.membership.count({ where: place })) > 0 ? null : unknownClass
      }
      await tx.class.create({
        data: { ...made, createdAt: now, memberships: { create: { accountId, role: 'teacher', joinedAt: now } } },
      })
      return null
    })
  } catch (error) {
    const isMade = isUniqueViolation(error) && (await db.class.count({ where: { id: made.id } })) > 0
    // Else another class has the code, which is too unlikely to be looked for.
    if (!isMade) throw error
    // The same class came in twice at once.
    return createClass(db, scope, made, now)
  }
}

/** Calls a class something else, or has it go by another clock. */
export function renameClass(
  db: Database,
  { classId }: ClassEditScope,
  named: { name: string; timeZone: string },
): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      await tx.class.update({ where: { id: classId }, data: named })
      return null
    }),
  )
}

/** Leaves so many of each learner's lowest grades out of their total. */
export function setDropLowest(db: Database, { classId }: ClassEditScope, dropLowest: number): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      await tx.class.update({ where: { id: classId }, data: { dropLowest } })
      return null
    }),
  )
}

/** Gives a class another code, after which the one it had opens nothing; or none, which closes it. */
export function setJoinCode(
  db: Database,
  { classId }: ClassEditScope,
  joinCode: string | null,
): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      await tx.class.update({ where: { id: classId }, data: { joinCode } })
      return null
    }),
  )
}

/** Puts a class away: it can be read and takes no changes. Its code opens nothing any more. */
export async function archiveClass(db: Database, { classId }: ClassEditScope, now: Date): Promise<void> {
  await db.class.updateMany({
    where: { id: classId, archivedAt: null },
    data: { archivedAt: now, joinCode: null },
  })
}

/** Takes a class up again. It stays closed until it is given a code. */
export async function takeUpClass(db: Database, { classId }: ClassEditScope): Promise<void> {
  await db.class.update({ where: { id: classId }, data: { archivedAt: null } })
}

/**
 * Lets somebody into a class as a learner, by the code that it has at this moment. Whoever is in it stays as they are,
 * and whoever was in it before comes back to their groups.
 */
export function joinClass(
  db: Database,
  { classId, accountId }: JoinScope,
  joinCode: string,
  now: Date,
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const open = await tx.class.findFirst({ where: { id: classId, joinCode, archivedAt: null }, select: { id: true } })
    if (open === null) return codeOpensNothing
    const key = { classId_accountId: { classId, accountId } }
    const earlier = await tx.membership.findUnique({ where: key, select: { leftAt: true } })
    if (earlier !== null && earlier.leftAt === null) return null
    const comesIn = { role: 'learner', joinedAt: now, leftAt: null }
    await tx.membership.upsert({ where: key, create: { classId, accountId, ...comesIn }, update: comesIn })
    return null
  })
}

/** Changes somebody's role, or puts them out. */
export function changeMember(
  db: Database,
  scope: MembersScope,
  change: RosterChange,
  now: Date,
): Promise<Refusal | null> {
  return inTransaction(db, (tx) => whileOpen(tx, scope.classId, () => changeRoster(tx, scope, change, now)))
}

/** Takes somebody out of a class by their own wish, be it archived or not. */
export function leaveClass(db: Database, scope: LeaveScope, now: Date): Promise<Refusal | null> {
  return inTransaction(db, (tx) => changeRoster(tx, scope, { kind: 'out', accountId: scope.accountId }, now))
}

async function changeRoster(
  tx: Transaction,
  scope: MembersScope | LeaveScope,
  change: RosterChange,
  now: Date,
): Promise<Refusal | null> {
  const { classId } = scope
  const problem = problemWithChange(await listMembers(tx, scope), change)
  if (problem === 'not-in-class') return notInClass
  if (problem === 'last-teacher') return lastTeacher
  await tx.membership.update({
    where: { classId_accountId: { classId, accountId: change.accountId } },
    data: change.kind === 'role' ? { role: change.role } : { leftAt: now },
  })
  return null
}

/** Makes a group, or changes its name and who is in it. Keeping the same twice changes nothing. */
export async function keepGroup(
  db: Database,
  scope: ClassEditScope,
  group: { id: string; name: string; accountIds: readonly string[] },
  now: Date,
): Promise<Refusal | null> {
  const { classId } = scope
  const { id, name } = group
  const accountIds = [...new Set(group.accountIds)]
  try {
    return await inTransaction(db, (tx) =>
      whileOpen(tx, classId, async () => {
        const earlier = await tx.group.findUnique({ where: { id }, select: { classId: true } })
        if (earlier !== null && earlier.classId !== classId) return unknownGroup
        const inClass = new Set((await listMembers(tx, scope)).map(({ accountId }) => accountId))
        if (accountIds.some((accountId) => !inClass.has(accountId))) return notInClass
        await tx.group.upsert({ where: { id }, create: { id, classId, name, createdAt: now }, update: { name } })
        // Whoever has left stays in it, should they come back.
        await tx.groupMember.deleteMany({ where: { groupId: id, membership: { leftAt: null } } })
        await tx.groupMember.createMany({ data: accountIds.map((accountId) => ({ groupId: id, classId, accountId })) })
        return null
      }),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const isNameTaken = await db.group.findFirst({ where: { classId, name, id: { not: id } }, select: { id: true } })
    // Else the same group came in twice at once.
    return isNameTaken === null ? keepGroup(db, scope, group, now) : nameTaken
  }
}

/** Gives a group up. Who was in it stays in the class. */
export function deleteGroup(db: Database, { classId }: ClassEditScope, id: string): Promise<Refusal | null> {
  return inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      await tx.group.deleteMany({ where: { id, classId } })
      return null
    }),
  )
}

/** Does something in a class unless it is archived, which is looked at in the same transaction. */
export async function whileOpen<Result>(
  tx: Transaction,
  classId: string,
  work: () => Promise<Result | Refusal>,
): Promise<Result | Refusal> {
  const found = await tx.class.findUnique({ where: { id: classId }, select: { archivedAt: true } })
  if (found === null) return unknownClass
  return found.archivedAt === null ? work() : archived
}

/** The answer to a code that is wrong, was replaced or is closed: which of these, only the teacher may say. */
export const codeOpensNothing = refuseField(
  'code',
  'unknown-code',
  'This code opens no class now. It may have been replaced or closed: ask your teacher for the one that holds today.',
)
/** The answer about a class that is not there, or not for whoever asks. */
export const unknownClass = refuse(404, 'unknown-class', 'There is no such class of yours.')
export const unknownGroup = refuse(404, 'unknown-group', 'id: there is no such group in this class.')
export const notInClass = refuse(
  409,
  'not-in-class',
  'They are not in this class any more. Load the page anew to see who is.',
)
const lastTeacher = refuse(409, 'last-teacher', 'A class always has a teacher. Make somebody else a teacher first.')
const archived = refuse(409, 'archived', 'This class is archived and takes no changes. Take it up again first.')
const nameTaken = refuseField('name', 'name-taken', 'There is a group of this name in the class already.')
