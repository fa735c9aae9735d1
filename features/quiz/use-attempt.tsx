'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { discard, type OutboxEntry, post } from '@/lib/outbox.ts'
import { receive, receiveOnce } from '@/lib/send.ts'
import { useOutbox } from '@/lib/use-outbox.ts'
import type { EventAnswer } from './actions.ts'
import type { Answered, Checked, Deed } from './attempt.ts'
import type { AttemptView } from './loaders.ts'

/** A deed that the server has not kept yet. */
export interface WaitingDeed {
  eventId: string
  deed: Deed
  /** Why the server will not have it; nothing while it is on its way. */
  refusal: OutboxEntry['refusal']
}

/** An attempt as the server last told it, with what it has not been told yet. */
export interface RunningAttempt {
  attempt: AttemptView
  waiting: readonly WaitingDeed[]
  /** Whether the server has all that was done. */
  isSaved: boolean
  /** Why nothing can be sent right now. */
  problem: string | null
  perform: (deed: DeedToDo) => void
  /** Asks how much time is left, since more may have been given; nothing where the server does not say. */
  askTimeLeft: () => Promise<number | null>
  /** Whether it is asked anew from time to time, so that what a teacher does to it arrives by itself. */
  isFollowed: boolean
  /** Gives up a deed that was refused. */
  giveUp: (eventId: string) => void
}

/** What the learner does; what their device knew of is added here. */
export type DeedToDo = Exclude<Deed, Answered | Checked> | Omit<Answered, 'seen'> | Omit<Checked, 'seen'>

/** How often an attempt that was assigned is asked anew. */
const followMs = 20_000

/** Goes through an attempt: every deed is put into the outbox and told to the server from there. */
export function useAttempt(loaded: AttemptView): RunningAttempt {
  const [attempt, setAttempt] = useState(loaded)
  // On their way into the outbox.
  const [posting, setPosting] = useState(0)
  const { attemptId, plan } = loaded
  /** How many things were done or told here: what the server says meanwhile may be older. */
  const changes = useRef(0)
  const lane = useOutbox(attemptId, (entry, answer) => {
    changes.current += 1
    if (entry.path === beginPath) setAttempt(answer as AttemptView)
    else setAttempt((before) => after(before, answer as EventAnswer))
  })
  const isBegunHere = attempt.isBegun || lane.waiting.some(({ path }) => path === beginPath)

  /** Asks for the attempt as a whole, and takes it in if it is what is asked for. */
  async function askAnew(ask: typeof receive, isWanted: (fresh: AttemptView) => boolean): Promise<AttemptView> {
    const asOf = changes.current
    const fresh = await ask<AttemptView>(`/api/attempts/${attemptId}`)
    const isCurrent = changes.current === asOf
    if (isWanted(fresh)) {
      // Where something was done meanwhile, it does not know of that.
      const { remainingMs, told } = fresh
      setAttempt((before) => (isCurrent ? fresh : { ...before, remainingMs, told }))
    }
    return fresh
  }
  const refresh = useEffectEvent((ask: typeof receive) => {
    const isWaiting = posting > 0 || lane.waiting.some(({ refusal }) => refusal === null)
    if (document.visibilityState !== 'visible' || !attempt.isBegun || isWaiting) return
    askAnew(ask, () => true).catch(() => {})
  })
  useEffect(() => {
    // Whoever comes back to this tab may have gone on in another place, and the clock has.
    const comeBack = () => refresh(receive)
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [])
  const isFollowed = plan.kind === 'assignment' && (attempt.status === 'in-progress' || attempt.status === 'overdue')
  useEffect(() => {
    if (!isFollowed) return
    const timer = setInterval(() => refresh(receiveOnce), followMs)
    return () => clearInterval(timer)
  }, [isFollowed])

  /** By item id: the last answer that this page has given. */
  const own = useRef(new Map<string, string>())

  function knowing(deed: DeedToDo, eventId: string): Deed {
    if (deed.kind !== 'answered' && deed.kind !== 'checked') return deed
    const { itemId } = deed
    const left = lane.waiting.filter(({ body }) => itemIdIn(body) === itemId).map(({ id }) => id)
    const given = attempt.given.filter((one) => one.itemId === itemId).map((one) => one.eventId)
    const seen = [...new Set([...given, ...left, own.current.get(itemId)])].filter((id) => id !== undefined).slice(-10)
    own.current.set(itemId, eventId)
    return { ...deed, seen }
  }

  async function tell(toDo: DeedToDo) {
    const eventId = crypto.randomUUID()
    const deed = knowing(toDo, eventId)
    changes.current += 1
    setPosting((count) => count + 1)
    // A lesson's quiz begins with the first thing done in it. Both carry the same id, so that it begins once.
    if (!isBegunHere) await post({ id: attemptId, lane: attemptId, path: beginPath, body: { attemptId, plan } })
    await post({ id: eventId, lane: attemptId, path: eventsPath, body: { eventId, attemptId, deed } })
    setPosting((count) => count - 1)
  }

  return {
    attempt,
    waiting: lane.waiting.flatMap(({ id, path, body, refusal }) =>
      path === eventsPath ? [{ eventId: id, deed: (body as { deed: Deed }).deed, refusal }] : [],
    ),
    isSaved: posting === 0 && lane.waiting.length === 0,
    problem: lane.problem,
    perform: (deed) => void tell(deed),
    async askTimeLeft() {
      try {
        const hasTime = ({ remainingMs }: AttemptView) => (remainingMs ?? 0) > 0
        return (await askAnew(receiveOnce, hasTime)).remainingMs
      } catch {
        return null
      }
    },
    isFollowed,
    giveUp: (eventId) => {
      lane.forget(eventId)
      void discard(eventId)
    },
  }
}

/** The attempt after the server's word on an event. */
function after(before: AttemptView, { attempt, answer, tried }: EventAnswer): AttemptView {
  return {
    ...before,
    ...attempt,
    answers: replaced(before.answers, answer),
    tried: replaced(before.tried, tried),
  }
}

function replaced<Entry extends { itemId: string }>(entries: Entry[], entry: Entry | null): Entry[] {
  return entry === null ? entries : [...entries.filter(({ itemId }) => itemId !== entry.itemId), entry]
}

function itemIdIn(body: object): string | undefined {
  const { deed } = body as { deed?: Deed }
  return deed?.kind === 'answered' || deed?.kind === 'checked' ? deed.itemId : undefined
}

const beginPath = '/api/attempts'
const eventsPath = '/api/attempts/events'
