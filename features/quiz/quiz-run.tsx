'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Meter } from '@/components/meter.tsx'
import { Notice } from '@/components/notice.tsx'
import type { Answered } from './attempt.ts'
import { Countdown } from './countdown.tsx'
import { ItemRunner } from './item-runner.tsx'
import type { AttemptView } from './loaders.ts'
import { ToldNotices } from './told-notices.tsx'
import { useAttempt } from './use-attempt.tsx'

type Json = Answered['response']

/** A quiz item by item, with feedback after each. Leaving and coming back goes on where it was. */
export function QuizRun({ loaded }: { loaded: AttemptView }) {
  const { attempt, waiting, problem, perform, giveUp, askTimeLeft, isFollowed } = useAttempt(loaded)
  const { items, answers, plan } = attempt
  const answered = new Set(answers.map(({ itemId }) => itemId))
  const waitingFor = (itemId: string) =>
    waiting.find(({ deed }) => deed.kind === 'answered' && deed.itemId === itemId && !answered.has(itemId))
  const isOpen = (itemId: string) => !answered.has(itemId) && waitingFor(itemId) === undefined

  // Only the learner turns to another question: not an answer that arrives, here or from another tab.
  const [shown, setShown] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ id }) => !answered.has(id)),
    ),
  )
  const item = items[shown]
  if (item === undefined) {
    return (
      <Notice>
        <p>There is no question here yet.</p>
      </Notice>
    )
  }
  const entry = waitingFor(item.id)
  const kept = answers.find(({ itemId }) => itemId === item.id) ?? null
  const nextOpen = nextOpenAfter(shown, items, isOpen)
  const isOver = attempt.status === 'finished' || attempt.status === 'abandoned'

  async function endUnlessMoreTime() {
    const left = await askTimeLeft()
    // A teacher may have given more meanwhile; where the server cannot say, it is asked anew, and ends it by itself.
    if (left === null ? isFollowed : left > 0) return
    // What has to be handed in before time is up is not handed in after.
    if (attempt.rules.whenTimeIsUp === 'abandon') return
    perform({ kind: 'submitted' })
  }

  return (
    <div className="grid gap-6">
      {isFollowed ? <ToldNotices told={attempt.told} /> : null}
      <div className="grid gap-2">
        <div className="flex justify-between gap-4 text-sm text-muted">
          <span>
            Question {shown + 1} of {items.length}
          </span>
          {attempt.remainingMs === null ? null : (
            <Countdown remainingMs={attempt.remainingMs} onEnd={() => void endUnlessMoreTime()} />
          )}
          <span>
            {answers.length} saved
            {waiting.length > 0 ? `, ${waiting.length} on the way` : null}
          </span>
        </div>
        <Meter label="Questions answered" value={answers.length} of={items.length} />
      </div>
      <ItemRunner
        key={item.id}
        item={item}
        asksCertainty={attempt.rules.withCertainty}
        kept={kept}
        waiting={
          entry?.deed.kind === 'answered' ? { response: entry.deed.response, problem, refusal: entry.refusal } : null
        }
        onAnswer={(response, certainty, durationMs) =>
          perform({
            kind: 'answered',
            itemId: item.id,
            itemRevision: item.revision,
            response: response as Json,
            certainty,
            durationMs,
          })
        }
        onGiveUp={() => {
          if (entry !== undefined) giveUp(entry.eventId)
        }}
      />
      {kept === null && !problem ? null : (
        <NextStep key={`${item.id} ${kept === null}`}>
          {nextOpen !== null ? (
            <Button className="w-full sm:w-auto" onClick={() => setShown(nextOpen)}>
              Next question
            </Button>
          ) : isOver ? (
            <ButtonLink href={`/results/${attempt.attemptId}`} className="w-full sm:w-auto">
              See your result
            </ButtonLink>
          ) : (
            <p className="py-2 text-muted">All answered. The result follows as soon as every answer is saved.</p>
          )}
        </NextStep>
      )}
      <p className="text-sm text-muted">
        Every answer is saved as you give it. You can leave and come back
        {plan.kind === 'lesson' ? (
          <>
            , or{' '}
            <Link
              href={`/learn/${plan.lessonId}`}
              prefetch={false}
              className="underline underline-offset-4 hover:text-accent"
            >
              read the lesson again
            </Link>
            .
          </>
        ) : (
          <>
            , or{' '}
            <button
              type="button"
              className="underline underline-offset-4 hover:text-accent disabled:no-underline"
              disabled={answers.length === 0}
              onClick={() => perform({ kind: 'submitted' })}
            >
              end it here
            </button>
            .
          </>
        )}
      </p>
      {isOver && nextOpen !== null ? (
        <Notice>
          <p>This has ended.</p>
          <ButtonLink href={`/results/${attempt.attemptId}`} className="mt-3">
            See your result
          </ButtonLink>
        </Notice>
      ) : null}
    </div>
  )
}

/** The next question without an answer, from the one after the one shown round to the one before it. */
function nextOpenAfter(
  shown: number,
  items: readonly { id: string }[],
  isOpen: (itemId: string) => boolean,
): number | null {
  for (let step = 1; step < items.length; step += 1) {
    const position = (shown + step) % items.length
    if (isOpen(items[position]?.id ?? '')) return position
  }
  return null
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
