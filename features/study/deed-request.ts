import { z } from 'zod'
import { ratings } from './schedule.ts'

/** How deeds (deed.ts) reach the server. Apart from them, since what reads requests is no part of a page. */

const cardDecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('suspended'), isSuspended: z.boolean() }),
  z.strictObject({ kind: z.literal('buried'), isBuried: z.boolean(), scope: z.enum(['card', 'siblings']) }),
  z.strictObject({ kind: z.literal('marked'), isMarked: z.boolean() }),
  z.strictObject({ kind: z.literal('noted'), note: z.string().trim().max(2000) }),
])

export const reviewSchema = z.strictObject({
  reviewId: z.uuid(),
  cardId: z.string().max(100),
  rating: z.literal(ratings),
  durationMs: z.number().int().min(0),
  /** By the server's clock, as far as the browser knows it. */
  at: z.iso.datetime(),
})
export const undoSchema = z.strictObject({ reviewId: z.uuid() })
export const cardSchema = z.strictObject({ cardId: z.string().max(100), change: cardDecisionSchema })

export type ReviewRequest = z.infer<typeof reviewSchema>
export type UndoRequest = z.infer<typeof undoSchema>
export type CardRequest = z.infer<typeof cardSchema>
