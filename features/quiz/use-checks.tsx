'use client'

import { discard, post } from '@/lib/outbox.ts'
import { useOutbox } from '@/lib/use-outbox.ts'
import type { PublicItem } from './item.ts'
import type { WaitingAnswer } from './item-runner.tsx'
import type { KeptAnswer } from './loaders.ts'

/** Answers outside any attempt that are on their way. */
export interface Checks {
  /** The answer to an item that the server has not kept yet. */
  waitingFor: (item: PublicItem) => WaitingAnswer | null
  answer: (item: PublicItem, response: unknown) => void
  giveUp: (item: PublicItem) => void
}

/**
 * Answers items outside any attempt.
 *
 * @param lane what belongs together: the checks of one lesson
 */
export function useChecks(lane: string, onKept: (answer: KeptAnswer) => void): Checks {
  const { waiting, problem, forget } = useOutbox(lane, (_, answer) => onKept(answer as KeptAnswer))
  const find = ({ id }: PublicItem) => waiting.find(({ body }) => (body as { itemId: string }).itemId === id)
  return {
    waitingFor(item) {
      const entry = find(item)
      if (entry === undefined) return null
      return { response: (entry.body as { response: unknown }).response, problem, refusal: entry.refusal }
    },
    answer(item, response) {
      const answerId = crypto.randomUUID()
      const body = { answerId, itemId: item.id, itemRevision: item.revision, response }
      void post({ id: answerId, lane, path: '/api/answers', body })
    },
    giveUp(item) {
      const entry = find(item)
      if (entry === undefined) return
      forget(entry.id)
      void discard(entry.id)
    },
  }
}
