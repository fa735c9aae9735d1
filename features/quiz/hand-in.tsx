'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/button.tsx'

/** Asks once more before the test is handed in. */
export function HandIn({
  open,
  begun,
  unchecked,
  tried,
  marked,
  isSubmitting,
  problem,
  onSubmit,
  onCancel,
}: {
  open: number
  begun: number
  /** Whole answers that will be graded as a try, where an answer is checked before. */
  unchecked: number
  /** Questions that are not right yet, and could be tried again. */
  tried: number
  marked: number
  isSubmitting: boolean
  problem: string | null
  onSubmit: () => void
  onCancel: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const left = [
    open > 0 ? `${open} ${open === 1 ? 'question is' : 'questions are'} still open` : null,
    begun > 0 ? `${begun} ${begun === 1 ? 'answer is' : 'answers are'} not whole and would not count` : null,
    unchecked > 0
      ? `${unchecked} ${unchecked === 1 ? 'answer is not checked yet, and will be graded as one more try' : 'answers are not checked yet, and will each be graded as one more try'}`
      : null,
    tried > 0 ? `${tried} ${tried === 1 ? 'is' : 'are'} not right yet and could be tried again` : null,
    marked > 0 ? `you marked ${marked} to come back to` : null,
  ].filter((part) => part !== null)
  return (
    <dialog
      ref={dialog}
      aria-labelledby="hand-in"
      onClose={onCancel}
      className="m-auto w-full max-w-md rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id="hand-in" className="text-2xl">
        Hand in this test?
      </h2>
      <p className="mt-3">
        {left.length === 0
          ? 'Every question is answered. Afterwards nothing can be changed.'
          : `${sentence(left)} Afterwards nothing can be changed.`}
      </p>
      {isSubmitting && problem !== null ? (
        <p role="alert" className="mt-3 font-semibold text-incorrect">
          Not handed in yet: the server cannot be reached. It is kept in this browser and sent by itself.
        </p>
      ) : null}
      <div className="mt-6 flex flex-col gap-3 sm:flex-row">
        <Button disabled={isSubmitting} onClick={onSubmit}>
          {isSubmitting ? 'Handing in…' : 'Hand in'}
        </Button>
        <Button look="quiet" disabled={isSubmitting} onClick={() => dialog.current?.close()}>
          Go on answering
        </Button>
      </div>
    </dialog>
  )
}

/** Several clauses as a sentence. */
function sentence(parts: readonly string[]): string {
  const text = new Intl.ListFormat('en-GB').format(parts)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
