import { recordAct } from '@/features/accounts/auditing/mutations.ts'
import type { GradingScope } from '@/features/accounts/scope.ts'
import type { TeacherDeed } from '@/features/quiz/attempt.ts'
import { recordTeacherDeed } from '@/features/quiz/mutations.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { whileOpen } from '../mutations.ts'
import { findQuiz, listOpenAttemptIds } from './data.ts'

/** What is done to all who are taking a quiz. */
export interface TakersAct {
  /** Made by the client, so that doing it twice does it once. */
  actId: string
  assignmentId: string
  deed: TeacherDeed
}

/** Gives more time to all who are taking a quiz of the class, or tells them something; returns how many it reached. */
export async function actOnTakers(
  db: Database,
  scope: GradingScope,
  { actId, assignmentId, deed }: TakersAct,
  now: Date,
): Promise<{ reached: number } | Refusal> {
  const { classId } = scope
  const found = await inTransaction(db, (tx) =>
    whileOpen(tx, classId, async () => {
      if ((await findQuiz(tx, scope, assignmentId)) === null) return unknownQuiz
      // Noted before it is done, since each attempt is reached by itself and none may be without it.
      const act =
        deed.kind === 'extended'
          ? ({ act: 'more-time-given', assignmentId, minutes: Math.round(deed.seconds / 60) } as const)
          : ({ act: 'takers-told', assignmentId } as const)
      await recordAct(tx, act, scope, now, classId)
      return { attemptIds: await listOpenAttemptIds(tx, scope, assignmentId) }
    }),
  )
  if ('refused' in found) return found
  return { reached: await recordTeacherDeed(db, scope, found.attemptIds, deed, actId, now) }
}

/** The answer about a quiz that is not there, or not for whoever asks. */
export const unknownQuiz = refuse(404, 'unknown-quiz', 'There is no such quiz in a class of yours.')
