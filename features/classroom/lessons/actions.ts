import 'server-only'
import { z } from 'zod'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { bankScope, ownLessonEditScope } from '@/features/accounts/scope.ts'
import { action, type Refusal, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findLessonAsked } from './data.ts'
import { lessonProblems } from './lesson-text.ts'
import { changeOwnLesson, createOwnLesson, deleteOwnLesson, shareOwnLesson, unknownLesson } from './mutations.ts'

const idSchema = z.string().max(40)
const text = { title: z.string().trim(), body: z.string().trim() }

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), id: z.uuid(), ...text }),
  z.strictObject({ kind: z.literal('change'), id: idSchema, ...text, basedOn: z.int().positive() }),
  z.strictObject({ kind: z.literal('share'), id: idSchema, classIds: z.array(idSchema).max(100) }),
  z.strictObject({ kind: z.literal('delete'), id: idSchema }),
])

/** What can be done with a lesson of one's own. */
export type LessonChange = z.infer<typeof changeSchema>

/** Writes, shares and deletes lessons of one's own. */
export const changeLesson = action(
  changeSchema,
  async (change): Promise<{ sequence: number } | { changed: true } | Refusal> => {
    const actor = await currentActor()
    const bank = bankScope(actor)
    if (bank === null) return notSignedIn
    if (change.kind === 'create' || change.kind === 'change') {
      const [problem] = lessonProblems(change)
      if (problem !== undefined) return refuseField(problem.field, 'not-whole', problem.message)
    }
    const db = database()
    if (change.kind === 'create') {
      const { kind: _, ...made } = change
      return createOwnLesson(db, bank, made, now())
    }
    const asked = await findLessonAsked(db, change.id)
    const scope = asked === null ? null : ownLessonEditScope(actor, asked)
    if (scope === null) return unknownLesson
    switch (change.kind) {
      case 'change':
        return changeOwnLesson(db, scope, change, now())
      case 'share':
        return (await shareOwnLesson(db, scope, change.classIds)) ?? { changed: true }
      case 'delete':
        await deleteOwnLesson(db, scope)
        return { changed: true }
    }
  },
)
