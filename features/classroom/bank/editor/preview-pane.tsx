'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { ItemForm, type MarkedResponse } from '@/features/quiz/item-form.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { Preview } from '../actions.ts'
import { type Draft, itemToLookAt } from '../draft.ts'

const pauseMs = 350

/** The item as learners will see it, to be tried out. The server shows and grades it, as it will for them. */
export function PreviewPane({
  draft,
  missing,
}: {
  draft: Draft /** How many things keep it from being whole. */
  missing: number
}) {
  const body = JSON.stringify(itemToLookAt(draft))
  const [shown, setShown] = useState<{ body: string; preview: Preview } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      try {
        const preview = await fetchPreview(body, null)
        if (!isCurrent) return
        setShown({ body, preview })
        setProblem(null)
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        if (isCurrent) setProblem(error.message)
      }
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [body])

  return (
    <section aria-label="How learners see it" className="grid gap-3 lg:sticky lg:top-6">
      <p className="text-sm text-muted">How learners see it</p>
      <div className="rounded-card border border-line bg-surface p-5 lg:max-h-[calc(100dvh-6rem)] lg:overflow-auto">
        {shown === null ? (
          <p className="text-muted">{problem === null ? 'Fetching the preview…' : 'There is no preview right now.'}</p>
        ) : (
          <Trial key={shown.body} body={shown.body} preview={shown.preview} missing={missing} />
        )}
      </div>
      {problem === null ? null : (
        <p role="status" className="text-sm text-muted">
          The preview could not be made: {problem} What you type is safe.
        </p>
      )}
    </section>
  )
}

/** One wording of it, to be answered and answered again. */
function Trial({ body, preview: { item }, missing }: { body: string; preview: Preview; missing: number }) {
  const [round, setRound] = useState(0)
  const [marked, setMarked] = useState<MarkedResponse | null>(null)
  const [told, setTold] = useState<string | null>(null)

  async function check(response: unknown) {
    if (missing > 0) {
      setTold(
        `It can be tried once it is whole: ${missing === 1 ? 'one thing is' : `${missing} things are`} still to be done.`,
      )
      return
    }
    try {
      const { feedback } = await fetchPreview(body, response)
      if (feedback !== null) setMarked({ response, certainty: null, feedback })
      setTold(null)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold(error.message)
    }
  }

  return (
    <div className="grid gap-4">
      <ItemForm
        key={round}
        isTrial
        item={item}
        marked={marked}
        button="Try this answer"
        notice={told === null ? null : <Notice>{told}</Notice>}
        onCheck={check}
      />
      {marked === null ? null : (
        <Button
          look="quiet"
          className="justify-self-start"
          onClick={() => {
            setMarked(null)
            setRound(round + 1)
          }}
        >
          Try again
        </Button>
      )}
    </div>
  )
}

function fetchPreview(body: string, response: unknown): Promise<Preview> {
  return submit<Preview>('/api/bank/preview', { item: JSON.parse(body), response })
}
