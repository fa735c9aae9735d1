'use client'

import Link from 'next/link'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { CitationList } from '@/features/catalog/citation-view.tsx'
import { MakeCardLink } from '@/features/catalog/make-card-link.tsx'
import { type Certainty, certainties, certaintyMark, certaintyNames } from './certainty.ts'
import type { Feedback } from './feedback.ts'
import { FlagForm } from './flag-form.tsx'
import type { PublicItem } from './item.ts'
import { ItemView } from './item-view.tsx'
import { missingIn } from './missing.ts'
import { outcomeOf, outcomeText, pointsText } from './outcome.ts'

/** A response with how it fared. */
export interface MarkedResponse {
  response: unknown
  certainty: Certainty | null
  feedback: Feedback
}

/** One item with its button, then with its feedback. Where the response goes is up to whoever shows it. */
export function ItemForm({
  item,
  draft = null,
  given = null,
  marked,
  button = 'Check answer',
  asksCertainty = false,
  isSending = false,
  isKept = false,
  isTrial = false,
  notice,
  onCheck,
}: {
  item: PublicItem
  /** The response to begin with; it need not be whole. */
  draft?: unknown
  /** The response that is on its way or in; what an earlier visit gave comes to light a moment after the item. */
  given?: unknown
  /** Once the answer is in. */
  marked: MarkedResponse | null
  button?: string
  /** Whether the learner says how sure they are, and so checks the answer. */
  asksCertainty?: boolean
  isSending?: boolean
  /** Whether the answer is in, though how it fared may not be shown. */
  isKept?: boolean
  /** Whether whoever writes the item tries it out: then nothing is kept of it. */
  isTrial?: boolean
  notice?: ReactNode
  /** Called with whole responses only. */
  onCheck: (response: unknown, certainty: Certainty | null) => void
}) {
  const [response, setResponse] = useState(draft)
  const [isJustChecked, setJustChecked] = useState(false)
  const missing = missingIn(item, given ?? response)
  const missingId = useId()
  const certaintyButtons = useRef<HTMLFieldSetElement>(null)

  function check(certainty: Certainty | null) {
    if (missing !== null || isSending || isKept || marked !== null) return
    setJustChecked(true)
    onCheck(response, certainty)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    // Enter alone does not tell how sure somebody is.
    if (asksCertainty) certaintyButtons.current?.querySelector('button')?.focus()
    else check(null)
  }

  return (
    <form onSubmit={submit} data-item={item.id} className="grid gap-5">
      <fieldset disabled={isSending || (isKept && marked === null)} className="min-w-0">
        <ItemView
          item={item}
          response={marked === null ? (given ?? response) : marked.response}
          onRespond={setResponse}
          feedback={marked?.feedback ?? null}
        />
      </fieldset>
      {marked !== null ? (
        <FeedbackView item={item} marked={marked} isTrial={isTrial} takesFocus={isJustChecked} />
      ) : isKept ? (
        <KeptNote takesFocus={isJustChecked} />
      ) : (
        <div className="grid gap-3">
          {notice}
          <div className="flex flex-col gap-x-4 gap-y-2 sm:flex-row sm:items-center">
            {asksCertainty && !isSending ? (
              <fieldset ref={certaintyButtons} className="grid min-w-0 gap-2">
                <legend className="mb-2">
                  <span className="font-semibold">Check it. How sure are you?</span>{' '}
                  <span className="text-sm text-muted">Right earns 1, 2 or 3; wrong costs 0, 2 or 6.</span>
                </legend>
                <div className="grid grid-cols-1 gap-2 sm:flex">
                  {certainties.map((certainty) => (
                    <Button
                      key={certainty}
                      look="quiet"
                      disabled={missing !== null}
                      aria-describedby={missingId}
                      onClick={() => check(certainty)}
                    >
                      {certaintyLabels[certainty]}
                    </Button>
                  ))}
                </div>
              </fieldset>
            ) : (
              <Button
                type="submit"
                disabled={missing !== null || isSending}
                aria-describedby={missingId}
                className="w-full shrink-0 sm:w-auto"
              >
                {button}
              </Button>
            )}
            <p id={missingId} role="status" className="text-sm text-muted empty:hidden">
              {missing}
            </p>
          </div>
        </div>
      )}
    </form>
  )
}

/** The certainties as they stand on buttons. */
export const certaintyLabels = { 1: 'I am guessing', 2: 'Fairly sure', 3: 'Sure' } satisfies Record<Certainty, string>

/** In place of feedback that may not be shown now. */
function KeptNote({ takesFocus }: { takesFocus: boolean }) {
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takesFocus) note.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <p ref={note} tabIndex={-1} className="rounded-card border border-line bg-surface p-5 outline-none">
      <strong className="font-semibold">Your answer is saved.</strong> Whether it is right may be shown later, with your
      result.
    </p>
  )
}

const colours = { right: 'text-correct', partly: 'text-ink', wrong: 'text-incorrect' }

function FeedbackView({
  item,
  marked: { certainty, feedback },
  isTrial,
  takesFocus,
}: {
  item: PublicItem
  marked: MarkedResponse
  isTrial: boolean
  /** Whether it comes in answer to what the learner just did. */
  takesFocus: boolean
}) {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and a section would be one of many landmarks
    <div role="group" aria-label="Why" className="grid gap-3 rounded-card border border-line bg-surface p-5">
      <p ref={heading} tabIndex={-1} className={`font-semibold outline-none ${colours[outcomeOf(feedback.score)]}`}>
        {outcomeText(item, feedback)} {isTrial ? null : <span className="text-sm font-normal text-muted">Saved</span>}
      </p>
      {certainty === null ? null : (
        <p className="text-sm text-muted">
          You were {certaintyNames[certainty]}: {certaintyText(feedback.score, certainty)}
        </p>
      )}
      {feedback.explanation === null ? null : <p className="font-serif text-lg leading-snug">{feedback.explanation}</p>}
      {feedback.citations.length === 0 ? null : (
        <div className="grid gap-2">
          <p className="text-sm text-muted">It rests on</p>
          <CitationList citations={feedback.citations} />
        </div>
      )}
      {feedback.lesson === null ? null : (
        <p className="text-sm">
          <span className="text-muted">Taught in </span>
          <Link href={feedback.lesson.href} prefetch={false} className="text-accent underline underline-offset-4">
            {feedback.lesson.title}
          </Link>
        </p>
      )}
      {feedback.factId === null || isTrial ? null : <MakeCardLink factId={feedback.factId} />}
      {isTrial ? null : <FlagForm item={item} />}
    </div>
  )
}

/** What an answer earns by its certainty, in words: "+3 for certainty." */
function certaintyText(score: number, certainty: Certainty): string {
  const mark = certaintyMark(score, certainty)
  return `${mark > 0 ? '+' : mark < 0 ? '−' : ''}${pointsText(Math.abs(mark))} for certainty.`
}
