import 'server-only'
import { z } from 'zod'
import { noLearner } from '@/features/accounts/actions.ts'
import { currentLearner } from '@/features/accounts/loaders.ts'
import { findLesson } from '@/features/catalog/data.ts'
import { action, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findItem } from './bank.ts'
import { formOf, type KeptAnswer, keptAnswer } from './loaders.ts'
import { recordAnswer } from './mutations.ts'

const answerSchema = z.strictObject({
  answerId: z.uuid(),
  itemId: z.string().max(100),
  itemRevision: z.string().max(40),
  response: z.json(),
  /** Absent for a check inside a lesson. */
  attempt: z.strictObject({ attemptId: z.uuid(), lessonId: z.string().max(100) }).optional(),
})

/** Grades one response, keeps it, and returns the feedback. */
export const answerItem = action(answerSchema, async ({ answerId, itemId, itemRevision, response, attempt }) => {
  const item = findItem(itemId)
  if (item === undefined) return refuse(404, 'unknown-item', `itemId: there is no question "${itemId}".`)
  if (attempt !== undefined && findLesson(attempt.lessonId) === undefined) {
    return refuse(404, 'unknown-lesson', `attempt.lessonId: there is no lesson "${attempt.lessonId}".`)
  }
  const learner = await currentLearner()
  if (learner === null) return noLearner
  const form = attempt && {
    id: attempt.attemptId,
    lessonId: attempt.lessonId,
    form: formOf(attempt.lessonId, attempt.attemptId),
  }
  const incoming = { answerId, learnerId: learner.id, item, itemRevision, response, attempt: form ?? null }
  const kept = await recordAnswer(database(), incoming, now())
  if ('refused' in kept) return kept
  const [answer] = keptAnswer(kept)
  return answer as KeptAnswer
})
