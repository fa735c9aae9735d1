'use client'

import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import type { ChoiceMark } from '@/components/choice-list.tsx'
import { Notice } from '@/components/notice.tsx'
import { CitationLink, CitationList } from '@/features/catalog/citation-view.tsx'
import { type SendError, send } from '@/lib/send.ts'
import type { Feedback } from './feedback.ts'
import type { PublicItem } from './item.ts'
import { ItemView } from './item-view.tsx'
import type { KeptAnswer } from './loaders.ts'

/**
 * One item from question to feedback. The answer counts as given once the server has kept it; until
 * then it stays on the page, and sending it again sends the same answer.
 */
export function ItemRunner({
  item,
  attempt,
  kept,
  onKept,
}: {
  item: PublicItem
  /** The quiz attempt it belongs to; none for a check inside a lesson. */
  attempt?: { attemptId: string; lessonId: string } | undefined
  /** The answer, if it has been given before. */
  kept: KeptAnswer | null
  onKept: (answer: KeptAnswer) => void
}) {
  const [response, setResponse] = useState<unknown>(null)
  const [state, setState] = useState<{ kind: 'open' } | { kind: 'sending' } | { kind: 'failed'; error: SendError }>({
    kind: 'open',
  })
  const answerId = useRef<string>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (response === null || state.kind === 'sending' || kept !== null) return
    setState({ kind: 'sending' })
    answerId.current ??= crypto.randomUUID()
    try {
      const body = { answerId: answerId.current, itemId: item.id, itemRevision: item.revision, response }
      const answer = await send<KeptAnswer>('/api/answers', attempt === undefined ? body : { ...body, attempt })
      setState({ kind: 'open' })
      onKept(answer)
    } catch (error) {
      setState({ kind: 'failed', error: error as SendError })
    }
  }

  const shown = kept === null ? response : kept.response
  return (
    <form onSubmit={submit} className="grid gap-5">
      <ItemView
        item={item}
        response={shown}
        onRespond={setResponse}
        marks={kept === null ? undefined : marksOf(kept)}
      />
      {kept === null ? (
        <div className="grid gap-3">
          {state.kind === 'failed' ? (
            <Notice tone="problem">
              <strong className="font-semibold">Your answer is not saved yet.</strong> {state.error.message}
            </Notice>
          ) : null}
          <div>
            <Button type="submit" disabled={response === null || state.kind === 'sending'} className="w-full sm:w-auto">
              {state.kind === 'sending'
                ? 'Saving your answer…'
                : state.kind === 'failed'
                  ? 'Send it again'
                  : 'Check answer'}
            </Button>
          </div>
        </div>
      ) : (
        <FeedbackView feedback={kept.feedback} />
      )}
    </form>
  )
}

function FeedbackView({ feedback }: { feedback: Feedback }) {
  const heading = useRef<HTMLParagraphElement>(null)
  const isRight = feedback.score === 1
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section aria-label="Why" className="grid gap-3 rounded-card border border-line bg-surface p-5">
      <p
        ref={heading}
        tabIndex={-1}
        className={`font-semibold outline-none ${isRight ? 'text-correct' : 'text-incorrect'}`}
      >
        {isRight ? 'Right.' : 'Not right.'} <span className="text-sm font-normal text-muted">Saved</span>
      </p>
      <p className="font-serif text-lg leading-snug">{feedback.explanation}</p>
      <div className="grid gap-2">
        <p className="text-sm text-muted">It rests on</p>
        <CitationList citations={feedback.citations} />
      </div>
      {feedback.lesson === null ? null : (
        <p className="text-sm">
          <span className="text-muted">Taught in </span>
          <Link href={feedback.lesson.href} prefetch={false} className="text-accent underline underline-offset-4">
            {feedback.lesson.title}
          </Link>
        </p>
      )}
    </section>
  )
}

function marksOf({ feedback }: KeptAnswer): ReadonlyMap<string, ChoiceMark> {
  const marks = new Map<string, ChoiceMark>()
  for (const optionId of feedback.keyOptionIds) marks.set(optionId, { isKey: true })
  for (const reason of feedback.reasons) marks.set(reason.optionId, { isKey: false, note: <Reason {...reason} /> })
  return marks
}

function Reason({ because, citations }: Feedback['reasons'][number]) {
  return (
    <p>
      {because}
      {citations.map((citation) => (
        <span key={citation.locator}>
          {' '}
          <CitationLink citation={citation} />.
        </span>
      ))}
    </p>
  )
}
