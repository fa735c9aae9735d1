'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, type SendError, send } from '@/lib/send.ts'
import { CardOnTable } from './card-on-table.tsx'
import type { QueueView } from './loaders.ts'
import type { Rating } from './schedule.ts'

interface PendingReview {
  reviewId: string
  cardId: string
  rating: Rating
  durationMs: number
}

/**
 * A session with the cards of a lesson, or of all that was taken up. Keys are Anki's: Space or Enter
 * shows the answer and then grades Good, 1 to 4 grade, u takes the last grade back.
 */
export function ReviewSession({ lessonId }: { lessonId: string | null }) {
  const [queue, setQueue] = useState<QueueView | null>(null)
  const [isRevealed, setRevealed] = useState(false)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<SendError | null>(null)
  const [pending, setPending] = useState<PendingReview | null>(null)
  const [history, setHistory] = useState<string[]>([])
  const shownAt = useRef(0)

  const show = useCallback((next: QueueView) => {
    setQueue(next)
    setRevealed(false)
    setError(null)
    setPending(null)
    shownAt.current = performance.now()
  }, [])

  const load = useCallback(() => {
    const query = lessonId === null ? '' : `?lesson=${encodeURIComponent(lessonId)}`
    receive<QueueView>(`/api/queue${query}`).then(show).catch(setError)
  }, [lessonId, show])
  useEffect(load, [load])

  const sendReview = useCallback(
    async (review: PendingReview) => {
      setSending(true)
      setPending(review)
      setError(null)
      try {
        show(await send<QueueView>('/api/reviews', { ...review, lessonId }))
        setHistory((given) => [...given, review.reviewId])
      } catch (failed) {
        setError(failed as SendError)
      } finally {
        setSending(false)
      }
    },
    [lessonId, show],
  )

  const card = queue?.card ?? null
  const grade = useCallback(
    (rating: Rating) => {
      if (card === null || isSending || pending !== null) return
      const durationMs = Math.round(performance.now() - shownAt.current)
      void sendReview({ reviewId: crypto.randomUUID(), cardId: card.id, rating, durationMs })
    },
    [card, isSending, pending, sendReview],
  )

  const undo = useCallback(async () => {
    const reviewId = history.at(-1)
    if (reviewId === undefined || isSending) return
    setSending(true)
    try {
      show(await send<QueueView>('/api/reviews/undo', { reviewId, lessonId }))
      setHistory((given) => given.slice(0, -1))
    } catch (failed) {
      setError(failed as SendError)
    } finally {
      setSending(false)
    }
  }, [history, isSending, lessonId, show])

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      // A focused link or button keeps its own Enter and Space.
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('a, button, summary') !== null
      const isConfirm = (event.key === ' ' || event.key === 'Enter') && !isOnControl
      if (event.key === 'u') void undo()
      else if (card === null) return
      else if (!isRevealed && isConfirm) setRevealed(true)
      else if (isRevealed && isConfirm) grade(3)
      else if (isRevealed && ['1', '2', '3', '4'].includes(event.key)) grade(Number(event.key) as Rating)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [card, isRevealed, grade, undo])

  const problem =
    error === null ? null : (
      <Notice tone="problem">
        <p>
          {pending === null ? null : <strong className="font-semibold">Your grade is not saved yet. </strong>}
          {error.message}
        </p>
        <Button look="quiet" className="mt-3" onClick={() => (pending === null ? load() : sendReview(pending))}>
          {pending === null ? 'Try again' : 'Send it again'}
        </Button>
      </Notice>
    )

  if (queue === null) return problem ?? <p className="text-muted">Fetching your cards…</p>
  return (
    <div className="grid gap-5">
      <div className="flex items-center justify-between text-sm text-muted">
        <Counts {...queue.counts} />
        <button
          type="button"
          onClick={undo}
          disabled={history.length === 0 || isSending}
          className="min-h-11 px-2 underline underline-offset-4 disabled:no-underline disabled:opacity-50"
        >
          Undo
        </button>
      </div>
      {problem}
      {card === null ? (
        <NoCard queue={queue} lessonId={lessonId} />
      ) : (
        <CardOnTable
          key={card.id}
          card={card}
          isRevealed={isRevealed}
          onReveal={() => setRevealed(true)}
          onGrade={grade}
          isSending={isSending}
        />
      )}
    </div>
  )
}

function Counts({ new: fresh, learning, review }: QueueView['counts']) {
  return (
    <p>
      <b className="text-ink">{fresh}</b> new · <b className="text-ink">{learning}</b> learning ·{' '}
      <b className="text-ink">{review}</b> to review
    </p>
  )
}

function NoCard({ queue, lessonId }: { queue: QueueView; lessonId: string | null }) {
  if (queue.isEmptyDeck) {
    return (
      <div className="rounded-card border border-line bg-surface p-8 text-center">
        <h2 className="text-2xl">No cards yet</h2>
        <p className="mt-2 text-muted">Cards join when you have gone through a lesson and its checks.</p>
        <ButtonLink href="/learn" className="mt-5">
          Choose a lesson
        </ButtonLink>
      </div>
    )
  }
  return (
    <div className="rounded-card border border-line bg-surface p-8 text-center">
      <h2 className="text-2xl">Done for now</h2>
      <p className="mt-2 text-muted">
        {queue.nextDueAt === null ? 'Tomorrow brings new cards.' : `The next card comes ${relative(queue.nextDueAt)}.`}
      </p>
      <div className="mt-5 flex flex-col justify-center gap-3 sm:flex-row">
        {lessonId === null ? (
          <ButtonLink href="/learn">Next lesson</ButtonLink>
        ) : (
          <ButtonLink href={`/quiz/${lessonId}`}>Take the quiz</ButtonLink>
        )}
        <ButtonLink look="quiet" href="/progress">
          See what you know
        </ButtonLink>
      </div>
    </div>
  )
}

/** "in 9 minutes", "in 3 days", in the words of the browser. */
function relative(iso: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(iso) - Date.now()) / 60_000))
  const format = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
  if (minutes < 60) return format.format(minutes, 'minute')
  if (minutes < 24 * 60) return format.format(Math.round(minutes / 60), 'hour')
  return format.format(Math.round(minutes / (24 * 60)), 'day')
}
