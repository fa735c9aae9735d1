import 'server-only'
import { notSignedIn } from '@/features/accounts/actions.ts'
import { currentActor } from '@/features/accounts/loaders.ts'
import { classScope, gradebookScope, gradingScope } from '@/features/accounts/scope.ts'
import type { Refusal } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findClass } from '../data.ts'
import { unknownClass } from '../mutations.ts'
import { findQuiz, listTakings } from './data.ts'
import { type LiveRow, liveRows, liveSummary } from './live.ts'
import { unknownQuiz } from './mutations.ts'

/** The page around the live view of a quiz, without anybody in it. */
export interface LivePage {
  classId: string
  className: string
  assignmentId: string
  title: string
  isArchived: boolean
  /** Whether one may give more time, and tell something. */
  canAct: boolean
}

/** The page of a quiz that is being taken; nothing for whoever does not teach the class, or for what is no quiz. */
export async function loadLivePage(classId: string, assignmentId: string): Promise<LivePage | null> {
  const actor = await currentActor()
  const [of, scope] = [classScope(actor, { id: classId }), gradebookScope(actor, { id: classId })]
  if (of === null || scope === null) return null
  const [found, quiz] = await Promise.all([findClass(database(), of), findQuiz(database(), scope, assignmentId)])
  if (found === null || quiz === null) return null
  const isArchived = found.archivedAt !== null
  return {
    classId,
    className: found.name,
    assignmentId,
    title: quiz.title,
    isArchived,
    canAct: !isArchived && gradingScope(actor, { id: classId }) !== null,
  }
}

/** How everybody in a class stands with a quiz at this moment. */
export interface Live {
  /** In a sentence. */
  summary: string
  rows: LiveRow[]
}

/** How everybody stands with a quiz; refused to whoever does not teach the class. It only looks: nothing ends by it. */
export async function loadLive(classId: string, assignmentId: string): Promise<Live | Refusal> {
  const actor = await currentActor()
  const scope = gradebookScope(actor, { id: classId })
  if (scope === null) return 'accountId' in actor ? unknownClass : notSignedIn
  if ((await findQuiz(database(), scope, assignmentId)) === null) return unknownQuiz
  const at = now()
  const rows = liveRows(await listTakings(database(), scope, assignmentId, at), at)
  return { summary: liveSummary(rows), rows }
}
