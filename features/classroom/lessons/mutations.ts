import type { BankScope, OwnLessonEditScope } from '@/features/accounts/scope.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation } from '@/lib/database.ts'

/** A lesson as somebody wants it kept. */
export interface LessonText {
  title: string
  body: string
}

/** Keeps a new lesson. Keeping the same twice keeps it once. */
export async function createOwnLesson(
  db: Database,
  scope: BankScope,
  made: LessonText & { id: string },
  now: Date,
): Promise<{ sequence: number } | Refusal> {
  const { accountId } = scope
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.ownLesson.findUnique({ where: { id: made.id } })
      if (earlier === null) {
        await tx.ownLesson.create({ data: { ...made, ownerAccountId: accountId, createdAt: now, editedAt: now } })
        return { sequence: 1 }
      }
      if (earlier.ownerAccountId !== accountId) return unknownLesson
      const isSame = earlier.title === made.title && earlier.body === made.body
      return isSame ? { sequence: earlier.sequence } : changedMeanwhile
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same lesson came in twice at once.
    return createOwnLesson(db, scope, made, now)
  }
}

/** Changes a lesson, unless it has been changed since whoever asks saw it. Sending the same again changes nothing. */
export function changeOwnLesson(
  db: Database,
  { lessonId }: OwnLessonEditScope,
  { title, body, basedOn }: LessonText & { basedOn: number },
  now: Date,
): Promise<{ sequence: number } | Refusal> {
  return inTransaction(db, async (tx) => {
    const found = await tx.ownLesson.findUnique({ where: { id: lessonId } })
    if (found === null) return unknownLesson
    if (found.title === title && found.body === body) return { sequence: found.sequence }
    if (found.sequence !== basedOn) return changedMeanwhile
    const sequence = basedOn + 1
    await tx.ownLesson.update({ where: { id: lessonId }, data: { title, body, sequence, editedAt: now } })
    return { sequence }
  })
}

/** Has these classes read a lesson, and no others. */
export function shareOwnLesson(
  db: Database,
  { lessonId, taughtClassIds }: OwnLessonEditScope,
  classIds: readonly string[],
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    if (classIds.some((id) => !taughtClassIds.includes(id))) return notTaught
    if ((await tx.ownLesson.count({ where: { id: lessonId } })) === 0) return unknownLesson
    await tx.ownLessonShare.deleteMany({ where: { lessonId } })
    await tx.ownLessonShare.createMany({ data: [...new Set(classIds)].map((classId) => ({ lessonId, classId })) })
    return null
  })
}

/** Deletes a lesson for good. */
export async function deleteOwnLesson(db: Database, { lessonId }: OwnLessonEditScope): Promise<void> {
  await db.ownLesson.deleteMany({ where: { id: lessonId } })
}

/** The answer about a lesson that is not there, or not for whoever asks. */
export const unknownLesson = refuse(404, 'unknown-lesson', 'There is no such lesson of yours.')
const changedMeanwhile = refuse(
  409,
  'changed-meanwhile',
  'This lesson has been changed since you opened it, perhaps in another window. What you typed stays in this form: load the page anew to go on with it.',
)
const notTaught = refuse(403, 'not-taught', 'classIds: a lesson is shared with classes that you teach.')
