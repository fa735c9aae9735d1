'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { listen, type OutboxEntry, type OutboxNews, waitingIn } from './outbox.ts'

/** What of a lane the server has not kept yet. */
export interface Lane {
  /** Oldest first, refused ones among them. */
  waiting: readonly OutboxEntry[]
  /** Why it is not being sent right now; nothing while all goes well. */
  problem: string | null
  /** Forgets an entry that was refused, here; `discard` forgets it for good. */
  forget: (id: string) => void
}

/**
 * Follows a lane of the outbox, whichever tab sends it.
 *
 * @param onSent called with what the server said to an entry
 */
export function useOutbox(lane: string, onSent: (entry: OutboxEntry, answer: unknown) => void): Lane {
  const [waiting, setWaiting] = useState<readonly OutboxEntry[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const without = (id: string) => (entries: readonly OutboxEntry[]) => entries.filter((entry) => entry.id !== id)
  const hear = useEffectEvent((news: OutboxNews) => {
    const { entry } = news
    setProblem(news.kind === 'waiting' ? news.message : null)
    if (news.kind === 'sent') {
      setWaiting(without(entry.id))
      onSent(entry, news.answer)
    } else if (news.kind !== 'waiting') {
      setWaiting((entries) => [...without(entry.id)(entries), entry])
    }
  })
  useEffect(() => {
    const stop = listen(lane, hear)
    // What an earlier visit left. News that came meanwhile knows better.
    waitingIn(lane)
      .then((left) =>
        setWaiting((entries) => [...left.filter(({ id }) => !entries.some((entry) => entry.id === id)), ...entries]),
      )
      .catch(() => {})
    return stop
  }, [lane])
  return { waiting, problem, forget: (id) => setWaiting(without(id)) }
}
