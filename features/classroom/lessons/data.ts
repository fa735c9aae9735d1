import type { OwnLessonAsked } from '@/features/accounts/policy.ts'
import type { BankScope, ClassScope, OwnLessonScope } from '@/features/accounts/scope.ts'
import type { Database } from '@/lib/database.ts'

/** A lesson that somebody has written. */
export interface OwnLessonRow {
  id: string
  title: string
  body: string
  sequence: number
  author: string
  classIds: string[]
}

/** A lesson in a list. */
export interface ListedLesson {
  id: string
  title: string
  /** The names of the classes that read it. */
  classes: string[]
}

/** A lesson as far as it decides who may do what. */
export async function findLessonAsked(db: Database, id: string): Promise<OwnLessonAsked | null> {
  const row = await db.ownLesson.findUnique({
    where: { id },
    select: { id: true, ownerAccountId: true, shares: { orderBy: { classId: 'asc' }, select: { classId: true } } },
  })
  if (row === null) return null
  const { shares, ...asked } = row
  return { ...asked, classIds: shares.map(({ classId }) => classId) }
}

/** A lesson as it reads now. */
export async function findOwnLesson(db: Database, { lessonId }: OwnLessonScope): Promise<OwnLessonRow | null> {
  const row = await db.ownLesson.findUnique({
    where: { id: lessonId },
    select: {
      id: true,
      title: true,
      body: true,
      sequence: true,
      owner: { select: { name: true } },
      shares: { orderBy: { classId: 'asc' }, select: { classId: true } },
    },
  })
  if (row === null) return null
  const { owner, shares, ...lesson } = row
  return { ...lesson, author: owner.name, classIds: shares.map(({ classId }) => classId) }
}

/** The lessons that somebody has written, the last changed first. */
export async function listOwnLessons(db: Database, { accountId }: BankScope): Promise<ListedLesson[]> {
  const rows = await db.ownLesson.findMany({
    where: { ownerAccountId: accountId },
    orderBy: [{ editedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      shares: {
        orderBy: [{ class: { name: 'asc' } }, { classId: 'asc' }],
        select: { class: { select: { name: true } } },
      },
    },
  })
  return rows.map(({ shares, ...row }) => ({ ...row, classes: shares.map((share) => share.class.name) }))
}

/** The lessons that are shared with a class, by title. */
export async function listClassLessons(
  db: Database,
  { classId }: ClassScope,
): Promise<{ id: string; title: string }[]> {
  return db.ownLesson.findMany({
    where: { shares: { some: { classId } } },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true },
  })
}
