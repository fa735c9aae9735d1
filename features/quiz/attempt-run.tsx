'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, type SendError } from '@/lib/send.ts'
import type { AttemptView } from './loaders.ts'
import { QuizRun } from './quiz-run.tsx'
import { TestRun } from './test-run.tsx'

/** Loads an attempt and goes through it, as its rules say; one that has ended leads to its result. */
export function AttemptRun({
  path,
  isTitled = false,
}: {
  path: string
  /** Whether the attempt's own title stands over it; not where the page has one. */
  isTitled?: boolean
}) {
  const [loaded, setLoaded] = useState<AttemptView | null>(null)
  const [error, setError] = useState<SendError | null>(null)
  const [tries, setTries] = useState(0)
  const router = useRouter()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further try is asked for by counting it
  useEffect(() => {
    setError(null)
    receive<AttemptView>(path)
      .then((attempt) => {
        if (attempt.status === 'finished' || attempt.status === 'abandoned') {
          router.replace(`/results/${attempt.attemptId}`)
        } else setLoaded(attempt)
      })
      .catch(setError)
  }, [path, router, tries])

  if (error !== null) {
    return (
      <Notice tone="problem">
        <p>{error.message}</p>
        <Button look="quiet" className="mt-3" onClick={() => setTries(tries + 1)}>
          Try again
        </Button>
      </Notice>
    )
  }
  if (loaded === null) return <p className="text-muted">Fetching your questions…</p>
  return (
    <>
      {isTitled ? <h1 className="mb-5 text-2xl">{loaded.title}</h1> : null}
      {loaded.rules.behaviour === 'immediate-feedback' ? <QuizRun loaded={loaded} /> : <TestRun loaded={loaded} />}
    </>
  )
}
