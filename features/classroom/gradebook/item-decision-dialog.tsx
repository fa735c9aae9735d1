'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { TextField } from '@/components/field.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, SendError } from '@/lib/send.ts'
import type { GradeChange } from './actions.ts'
import { gradeText } from './cell-words.ts'
import type { ItemDecisionKind } from './item-decision.ts'
import { decisionWords } from './item-decision-words.ts'
import type { GradedAssignment, NamedPreview } from './loaders.ts'

/** Decides about a question, in two steps: what and why, then whose grade moves by it. */
export function ItemDecisionDialog({
  shown: { classId, assignmentId },
  question: { itemId, text, decision, isThere },
  onDecide,
  onClose,
}: {
  shown: GradedAssignment
  question: GradedAssignment['questions'][number]
  /** Throws a SendError with what is wrong. */
  onDecide: (change: GradeChange, kept: string) => Promise<void>
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [kind, setKind] = useState<ItemDecisionKind | null>(decision?.kind ?? 'full-marks')
  const [reason, setReason] = useState(decision?.reason ?? '')
  const [preview, setPreview] = useState<NamedPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const outcome = useRef<HTMLHeadingElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (preview !== null) outcome.current?.focus()
  }, [preview])

  async function attempt(work: () => Promise<void>) {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setPreview(null)
      setProblem(error.message)
    }
  }
  async function look(event: FormEvent) {
    event.preventDefault()
    if (kind !== null && reason.trim() === '') {
      setProblem('Reason: this is still empty. Say why, for whoever looks at it later.')
      return
    }
    const query = new URLSearchParams({ class: classId, assignment: assignmentId, item: itemId, kind: kind ?? '' })
    await attempt(async () => setPreview(await receive<NamedPreview>(`/api/classes/gradebook/preview?${query}`)))
  }
  function decide({ seen, moves }: NamedPreview) {
    return attempt(async () => {
      const moved = moves.length === 1 ? 'One grade has moved.' : `${moves.length} grades have moved.`
      const what = kind === null ? 'Taken back.' : `${decisionWords[kind].done}.`
      await onDecide({ kind: 'item', classId, assignmentId, itemId, decision: kind, reason, seen }, `${what} ${moved}`)
      dialog.current?.close()
    })
  }

  const kinds = (Object.keys(decisionWords) as ItemDecisionKind[]).filter((one) => one !== 'regraded' || isThere)
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-xl overflow-auto rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id={`${id}-title`} className="text-2xl">
        Decide about a question
      </h2>
      <p className="mt-2 font-serif text-lg wrap-anywhere">{text}</p>
      {preview === null ? (
        <form onSubmit={look} className="mt-4 grid gap-4">
          <fieldset className="grid gap-1">
            <legend className="mb-1 font-semibold">For all who were asked it</legend>
            {kinds.map((offered) => (
              <Choice
                key={offered}
                group={`${id}-kind`}
                isChosen={kind === offered}
                onChoose={() => setKind(offered)}
                name={decisionWords[offered].name}
                means={decisionWords[offered].means}
              />
            ))}
            {decision !== null && (
              <Choice
                group={`${id}-kind`}
                isChosen={kind === null}
                onChoose={() => setKind(null)}
                name="Take back"
                means="answers earn what they earned at first"
              />
            )}
          </fieldset>
          {kind !== null && (
            <div className="grid gap-1">
              <label htmlFor={`${id}-reason`} className="font-semibold">
                Reason
              </label>
              <p id={`${id}-hint`} className="text-sm text-muted">
                For those who teach the class; learners see only what was decided.
              </p>
              <TextField
                id={`${id}-reason`}
                aria-describedby={`${id}-hint`}
                maxLength={500}
                value={reason}
                onType={setReason}
              />
            </div>
          )}
          {problem !== null && <Notice tone="problem">{problem}</Notice>}
          <div className="flex flex-wrap gap-3">
            <Button type="submit">See whose grade moves</Button>
            <Button look="quiet" onClick={() => dialog.current?.close()}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className="mt-4 grid gap-4">
          <h3 ref={outcome} tabIndex={-1} className="text-lg">
            {preview.moves.length === 0
              ? 'Nobody’s grade moves'
              : preview.moves.length === 1
                ? 'One grade moves'
                : `${preview.moves.length} grades move`}
          </h3>
          {preview.moves.length > 0 && (
            <ul
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
              tabIndex={0}
              aria-label="Whose grade moves"
              className="grid max-h-72 overflow-auto rounded-lg border border-line"
            >
              {preview.moves.map(({ accountId, name, from, to }) => (
                <li
                  key={accountId}
                  className="flex flex-wrap justify-between gap-x-4 border-line px-4 py-2 not-last:border-b"
                >
                  <span className="wrap-anywhere">{name}</span>
                  <span className="tabular-nums">
                    {standing(from)} <span aria-hidden="true">→</span>
                    <span className="sr-only">becomes</span> <strong>{standing(to)}</strong>
                  </span>
                </li>
              ))}
            </ul>
          )}
          <p className="text-sm text-muted">Points that were set by hand stay, and so does what is excused.</p>
          {problem !== null && <Notice tone="problem">{problem}</Notice>}
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => decide(preview)}>{kind === null ? 'Take back' : decisionWords[kind].name}</Button>
            <Button look="quiet" onClick={() => setPreview(null)}>
              Back
            </Button>
          </div>
        </div>
      )}
    </dialog>
  )
}

function standing({ points, ofPoints }: NamedPreview['moves'][number]['from']): string {
  return points === null ? '–' : `${gradeText(points)} / ${gradeText(ofPoints)}`
}

function Choice({
  group,
  isChosen,
  onChoose,
  name,
  means,
}: {
  group: string
  isChosen: boolean
  onChoose: () => void
  name: string
  means: string
}) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="radio" name={group} checked={isChosen} onChange={onChoose} className="size-5 shrink-0" />
      <span>
        {name}
        <span className="text-muted">: {means}</span>
      </span>
    </label>
  )
}
