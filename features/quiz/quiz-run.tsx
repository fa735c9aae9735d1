'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Meter } from '@/components/meter.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, type SendError } from '@/lib/send.ts'
import { ItemRunner } from './item-runner.tsx'
import type { AttemptView, KeptAnswer } from './loaders.ts'

/** A quiz item by item, with feedback after each. Leaving and coming back goes on where it was. */
export function QuizRun({ lessonId, lessonTitle }: { lessonId: string; lessonTitle: string }) {
  const [attempt, setAttempt] = useState<AttemptView | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const [position, setPosition] = useState(0)

  function load() {
    setError(null)
    receive<AttemptView>(`/api/attempts?lesson=${encodeURIComponent(lessonId)}`)
      .then((loaded) => {
        setAttempt(loaded)
        const answered = new Set(loaded.answers.map(({ itemId }) => itemId))
        setPosition(
          Math.max(
            0,
            loaded.items.findIndex(({ id }) => !answered.has(id)),
          ),
        )
      })
      .catch(setError)
  }
  useEffect(load, [lessonId])

  if (error !== null) {
    return (
      <Notice tone="problem">
        <p>{error.message}</p>
        <Button look="quiet" className="mt-3" onClick={load}>
          Try again
        </Button>
      </Notice>
    )
  }
  if (attempt === null) return <p className="text-muted">Drawing your questions…</p>

  const { items, answers } = attempt
  const item = items[position]
  if (item === undefined) {
    return (
      <Notice>
        <p>This lesson has no quiz yet.</p>
      </Notice>
    )
  }
  const keep = (answer: KeptAnswer) => setAttempt({ ...attempt, answers: [...answers, answer] })
  const kept = answers.find(({ itemId }) => itemId === item.id) ?? null
  const isLast = position === items.length - 1

  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="flex justify-between text-sm text-muted">
          <span>
            Question {position + 1} of {items.length}
          </span>
          <span>{answers.length} saved</span>
        </p>
        <Meter label="Questions answered" value={answers.length} of={items.length} />
      </div>
      <ItemRunner
        key={item.id}
        item={item}
        attempt={{ attemptId: attempt.attemptId, lessonId }}
        kept={kept}
        onKept={keep}
      />
      {kept === null ? null : (
        <NextStep>
          {isLast ? (
            <ButtonLink href={`/results/${attempt.attemptId}`} className="w-full sm:w-auto">
              See your result
            </ButtonLink>
          ) : (
            <Button className="w-full sm:w-auto" onClick={() => setPosition(position + 1)}>
              Next question
            </Button>
          )}
        </NextStep>
      )}
      <p className="text-sm text-muted">
        Every answer is saved as you give it. You can leave and come back, or{' '}
        <Link href={`/learn/${lessonId}`} prefetch={false} className="underline underline-offset-4">
          read “{lessonTitle}” again
        </Link>
        .
      </p>
    </div>
  )
}

/** Stays at the thumb on a phone, and comes into view with the feedback. */
function NextStep({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Braces: in newer browsers this returns a promise, which React would take for a clean-up.
    place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }, [])
  return (
    <div
      ref={place}
      className="sticky bottom-20 z-10 rounded-lg bg-paper shadow-[0_0_0_0.75rem_var(--color-paper)] sm:static sm:shadow-none"
    >
      {children}
    </div>
  )
}
