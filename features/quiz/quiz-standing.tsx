'use client'

import Link from 'next/link'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { receive } from '@/lib/send.ts'
import { formLetter } from './form-letter.ts'
import type { AttemptSummary, QuizHome } from './loaders.ts'
import { pointsText } from './outcome.ts'

const StandingContext = createContext<QuizHome | null>(null)

/** Fetches how the learner stands with quizzes, once for the static page inside. */
export function QuizStanding({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<QuizHome | null>(null)
  useEffect(() => {
    // Without it the page shows what it shows to a newcomer.
    receive<QuizHome>('/api/quizzes')
      .then(setStanding)
      .catch(() => {})
  }, [])
  return <StandingContext value={standing}>{children}</StandingContext>
}

/** How many questions each focus of practice has; nothing before it has come. */
export function usePracticeCounts(): QuizHome['counts'] | null {
  return use(StandingContext)?.counts ?? null
}

const headings = { open: 'Go on', ended: 'Earlier results' }

/** The learner's attempts, those that are open or those that have ended; nothing where there are none. */
export function AttemptLists({ what }: { what: 'open' | 'ended' }) {
  const attempts = use(StandingContext)?.[what] ?? []
  if (attempts.length === 0) return null
  return (
    <section aria-labelledby={`attempts-${what}`}>
      <h2 id={`attempts-${what}`} className="text-2xl">
        {headings[what]}
      </h2>
      <ul className="mt-4 divide-y divide-line border-line border-y">
        {attempts.map((attempt) => (
          <li key={attempt.attemptId}>
            <Link
              href={attempt.href}
              prefetch={false}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 hover:text-accent"
            >
              <span className="font-semibold">{attempt.title}</span>
              <span className="text-sm text-muted">{stateText(attempt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function stateText({ status, answered, of, points, startedAt, endedAt }: AttemptSummary): string {
  const day = (iso: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(iso))
  switch (status) {
    case 'in-progress':
      return answered > 0 ? `${answered} of ${of} answered` : `${of} questions, begun ${day(startedAt)}`
    case 'overdue':
      return 'time is up: hand it in now'
    case 'abandoned':
      return `not handed in, ${day(endedAt ?? startedAt)}`
    case 'finished':
      return `${points === null ? 'handed in' : `${pointsText(points)} of ${of} points`}, ${day(endedAt ?? startedAt)}`
  }
}

/** Which forms of a test the learner has taken. */
export function TakenForms({ testId }: { testId: string }) {
  const forms = use(StandingContext)?.tests[testId]?.takenForms ?? []
  if (forms.length === 0) return null
  return (
    <p className="text-sm">
      Taken: {forms.length === 1 ? 'form' : 'forms'} {forms.map(formLetter).join(', ')}
    </p>
  )
}

/** The forms of a test that the learner has not taken, the first to be offered first. */
export function useUntakenForm(testId: string, forms: number): number {
  const taken = new Set(use(StandingContext)?.tests[testId]?.takenForms ?? [])
  for (let form = 1; form <= forms; form += 1) if (!taken.has(form)) return form
  return 1
}

/** The learner's open attempt at a test. */
export function useOpenAttempt(testId: string): AttemptSummary | null {
  return use(StandingContext)?.open.find((attempt) => attempt.testId === testId) ?? null
}
