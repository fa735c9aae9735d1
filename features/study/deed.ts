import type { CardRequest, ReviewRequest, UndoRequest } from './deed-request.ts'
import type { Rating } from './schedule.ts'

/** What a learner may decide about a card. Buried it is for the rest of the study day. */
export type CardDecision = CardRequest['change']

/**
 * What a learner does in a session. It tells at once where it was done and is sent to the server, which keeps each once
 * by its id, in the order in which they were done.
 */
export type Deed =
  | { kind: 'graded'; id: string; cardId: string; rating: Rating; durationMs: number; at: Date }
  /** Takes a grade back, by its deed's id. */
  | { kind: 'undone'; id: string; reviewId: string; at: Date }
  | { kind: 'decided'; id: string; cardId: string; change: CardDecision; at: Date }

/** How a deed is told to the server. */
export function requestOf(deed: Deed): { path: string; body: object } {
  switch (deed.kind) {
    case 'graded': {
      const { id: reviewId, cardId, rating, durationMs } = deed
      const at = deed.at.toISOString()
      return {
        path: '/api/reviews',
        body: { reviewId, cardId, rating, durationMs, at } satisfies ReviewRequest,
      }
    }
    case 'undone':
      return { path: '/api/reviews/undo', body: { reviewId: deed.reviewId } satisfies UndoRequest }
    case 'decided': {
      const { cardId, change } = deed
      return { path: '/api/cards', body: { cardId, change } satisfies CardRequest }
    }
  }
}

/** A slow network delays things by no more than this. */
const longestWayMs = 60_000

/**
 * When a deed was done. Two things tell: the time that the browser gives it, which keeps the deeds of a device in their
 * order however long each is on its way, and how long it waited there, which no clock that was set in between can shift
 * far. The former holds as long as the latter bears it out.
 *
 * @param at by the browser
 * @param waitedMs from the deed to sending it, by the browser
 * @param receivedAt by the server
 */
export function timeOfDeed(at: Date, waitedMs: number, receivedAt: Date): Date {
  const sentAtLast = receivedAt.getTime() - waitedMs
  const isBorneOut = at.getTime() <= sentAtLast + 1_000 && at.getTime() >= sentAtLast - longestWayMs
  return new Date(Math.min(receivedAt.getTime(), isBorneOut ? at.getTime() : sentAtLast))
}
