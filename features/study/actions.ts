import 'server-only'
import { z } from 'zod'
import { noLearner } from '@/features/accounts/actions.ts'
import { currentLearner } from '@/features/accounts/loaders.ts'
import { action, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { findCard } from './deck.ts'
import { loadQueue } from './loaders.ts'
import { recordReview, undoReview } from './mutations.ts'

const reviewSchema = z.strictObject({
  reviewId: z.uuid(),
  cardId: z.string().max(100),
  rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  durationMs: z.number().int().min(0),
  /** The deck under review: a lesson's, or all that was taken up. */
  lessonId: z.string().max(100).nullable(),
})

/** Keeps one review and returns the session as it stands after it. */
export const reviewCard = action(reviewSchema, async ({ reviewId, cardId, rating, durationMs, lessonId }) => {
  const card = findCard(cardId)
  if (card === undefined) return refuse(404, 'unknown-card', `cardId: there is no card "${cardId}".`)
  const learner = await currentLearner()
  if (learner === null) return noLearner
  const kept = await recordReview(database(), { reviewId, learnerId: learner.id, card, rating, durationMs }, now())
  return 'refused' in kept ? kept : loadQueue(lessonId)
})

const undoSchema = z.strictObject({ reviewId: z.uuid(), lessonId: z.string().max(100).nullable() })

/** Takes one review back and puts its card on the table again. */
export const takeBackReview = action(undoSchema, async ({ reviewId, lessonId }) => {
  const learner = await currentLearner()
  if (learner === null) return noLearner
  const undone = await undoReview(database(), { reviewId, learnerId: learner.id }, now())
  return 'refused' in undone ? undone : loadQueue(lessonId, undone.cardId)
})
