'use client'

import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { OutboxEntry } from '@/lib/outbox.ts'
import type { SendError } from '@/lib/send.ts'
import { useOutbox } from '@/lib/use-outbox.ts'
import type { DeckName } from './deck.ts'
import type { Deed } from './deed.ts'
import type { Queue } from './queue.ts'
import { afterDeeds, goesBeyond, queueOfSession, type Session, type StudyCard } from './session.ts'
import { deedsSince, keepDeed, type OpenSession, openSession, studyLane } from './session-store.ts'

/** A deed without what every deed is given when it is done. */
export type NewDeed =
  | Pick<Deed & { kind: 'graded' }, 'kind' | 'cardId' | 'rating' | 'durationMs'>
  | Pick<Deed & { kind: 'undone' }, 'kind' | 'reviewId'>
  | Pick<Deed & { kind: 'decided' }, 'kind' | 'cardId' | 'change'>

/** A session under way. */
export interface SessionUnderWay {
  /** As it stands after all that was done; nothing until it is there. */
  session: Session | null
  queue: Queue<StudyCard> | null
  /** Why there is none. */
  error: SendError | null
  /** Whether it goes on without the server. */
  isFromStore: boolean
  /** What the server has not kept yet, refused deeds among it. */
  waiting: readonly OutboxEntry[]
  /** Does something at once and has it sent; returns it. */
  act: (deed: NewDeed) => Deed
  /** Asks the server anew. */
  reload: () => Promise<void>
  /** The server's time. */
  now: () => Date
}

/** Sessions older than this are asked for anew when the learner comes back to the page. */
const staleMs = 10 * 60_000
const retryMs = 20_000

/** The session with a deck: what is done in it counts here at once, and is kept and sent by itself. */
export function useSession(deck: DeckName): SessionUnderWay {
  const [open, setOpen] = useState<OpenSession | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  /** Moves on when a card falls due that was not before. */
  const [, setTick] = useState(0)

  const reload = useCallback(async () => {
    try {
      const opened = await openSession(deck)
      // What was done while the server was asked is newer than its answer.
      setOpen((before) => ({
        ...opened,
        deeds: merged(
          (before?.deeds ?? []).filter(({ id }) => !opened.askedAfter.has(id)),
          opened.deeds,
        ),
      }))
      setError(null)
    } catch (failed) {
      setError(failed as SendError)
    }
  }, [deck])
  useEffect(() => {
    void reload()
  }, [reload])

  // Another tab may do something, and what the server refuses does not count.
  const hearOfOthers = useEffectEvent(async (ids: readonly string[]) => {
    if (open === null || ids.every((id) => open.deeds.some((deed) => deed.id === id))) return
    const deeds = await deedsSince(deck).catch(() => null)
    if (deeds !== null) setOpen((before) => before && { ...before, deeds: merged(before.deeds, deeds) })
  })
  const { waiting } = useOutbox(studyLane, () => {})
  const waitingIds = waiting.flatMap(({ id, refusal }) => (refusal === null ? [id] : []))
  const waitingKey = waitingIds.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids, rather than the array that is made anew
  useEffect(() => {
    if (waitingIds.length > 0) void hearOfOthers(waitingIds)
  }, [waitingKey])

  const refusedKey = waiting.flatMap(({ id, refusal }) => (refusal === null ? [] : [id])).join(' ')
  const session = useMemo(() => {
    if (open === null) return null
    const refused = new Set(refusedKey.split(' '))
    return afterDeeds(
      open.session,
      open.deeds.filter(({ id }) => !refused.has(id)),
    )
  }, [open, refusedKey])

  const clockOffsetMs = open?.clockOffsetMs ?? 0
  const now = useCallback(() => new Date(Date.now() + clockOffsetMs), [clockOffsetMs])
  const queue = session === null ? null : queueOfSession(session, now())
  const isDone = queue !== null && queue.next === null
  const isAllSent = waitingIds.length === 0

  // What comes after the last card, or when the network is back, the server knows.
  const isToBeAskedAnew =
    isAllSent &&
    open !== null &&
    (open.isFromStore || (isDone && open.deeds.length > 0) || goesBeyond(open.session, open.deeds))
  useEffect(() => {
    if (!isToBeAskedAnew) return
    if (navigator.onLine) void reload()
    const askAnew = () => void reload()
    window.addEventListener('online', askAnew)
    const timer = setInterval(askAnew, retryMs)
    return () => {
      window.removeEventListener('online', askAnew)
      clearInterval(timer)
    }
  }, [isToBeAskedAnew, reload])

  const onReturn = useEffectEvent(() => {
    if (document.visibilityState !== 'visible' || open === null) return
    if (now().getTime() - open.session.at.getTime() > staleMs) void reload()
  })
  useEffect(() => {
    const listener = () => onReturn()
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  }, [])

  const dueInMs = queue?.nextDueAt === null || queue === null ? null : queue.nextDueAt.getTime() - now().getTime()
  useEffect(() => {
    // Browsers count the milliseconds of a timer in 31 bits.
    if (dueInMs === null || dueInMs > 24 * 60 * 60_000) return
    const timer = setTimeout(() => setTick((tick) => tick + 1), Math.max(1_000, dueInMs))
    return () => clearTimeout(timer)
  }, [dueInMs])

  const act = useCallback(
    (given: NewDeed): Deed => {
      const deed: Deed = { ...given, id: crypto.randomUUID(), at: now() }
      setOpen((before) => before && { ...before, deeds: [...before.deeds, deed] })
      void keepDeed(deed)
      return deed
    },
    [now],
  )

  return {
    session,
    queue,
    error,
    isFromStore: open?.isFromStore ?? false,
    waiting,
    act,
    reload,
    now,
  }
}

/** Both lists as one: what this tab did a moment ago may not be kept yet. */
function merged(here: readonly Deed[], kept: readonly Deed[]): Deed[] {
  const known = new Set(kept.map(({ id }) => id))
  return [...kept, ...here.filter(({ id }) => !known.has(id))].sort((a, b) => a.at.getTime() - b.at.getTime())
}
