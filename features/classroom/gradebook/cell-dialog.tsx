'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { TextField } from '@/components/field.tsx'
import { Notice } from '@/components/notice.tsx'
import { receive, SendError, submit } from '@/lib/send.ts'
import type { GradeChange } from './actions.ts'
import { cellFigure, cellWords, gradeText } from './cell-words.ts'
import type { CellDetail } from './loaders.ts'

/** One cell of the gradebook: how the grade came about, and what a teacher decides about it. */
export function CellDialog({
  classId,
  assignmentId,
  accountId,
  isArchived,
  onKept,
  onClose,
}: {
  classId: string
  assignmentId: string
  accountId: string
  isArchived: boolean
  /** Told what was kept. */
  onKept: (sentence: string) => void
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [detail, setDetail] = useState<CellDetail | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    receive<CellDetail>(`/api/classes/gradebook/cell?class=${classId}&assignment=${assignmentId}&account=${accountId}`)
      .then(setDetail)
      .catch((error: unknown) => {
        if (!(error instanceof SendError)) throw error
        setProblem(error.message)
      })
  }, [classId, assignmentId, accountId])

  async function keep(decision: { points: number | null; isExcused: boolean; comment: string }, sentence: string) {
    const change: GradeChange = { kind: 'grade', classId, assignmentId, accountId, ...decision }
    await submit('/api/classes/gradebook', change)
    onKept(sentence)
    dialog.current?.close()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-xl overflow-auto rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id={titleId} className="text-2xl wrap-anywhere">
        {detail === null ? 'One grade' : `${detail.learner}: ${detail.title}`}
      </h2>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {detail === null ? (
        <div className="mt-4">
          <Button look="quiet" onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
      ) : (
        <>
          <Standing {...detail} />
          {isArchived ? (
            <div className="mt-6">
              <Button look="quiet" onClick={() => dialog.current?.close()}>
                Close
              </Button>
            </div>
          ) : (
            <DecisionForm detail={detail} keep={keep} onCancel={() => dialog.current?.close()} />
          )}
        </>
      )}
    </dialog>
  )
}

function Standing({ cell, due, closes, attempts }: CellDetail) {
  const words = cellWords(cell)
  const times = [due !== null && `due ${due}`, closes !== null && `closes ${closes}`].filter(Boolean)
  return (
    <div className="mt-3 grid gap-4">
      <div>
        <p className="text-lg font-semibold tabular-nums">
          {cellFigure(cell)}
          {words.length > 0 && <span className="text-base font-normal text-muted"> ({words.join(', ')})</span>}
        </p>
        {times.length > 0 && <p className="text-sm text-muted">For them: {times.join(', ')}.</p>}
      </div>
      {attempts.length > 0 && (
        <div>
          <h3 className="text-lg">Attempts</h3>
          <ol className="mt-2 grid gap-2 text-sm">
            {attempts.map(({ id, status, startedAt, finishedAt, points, ofPoints, isLate, takenOff, counts }) => (
              <li key={id} className="rounded-lg border border-line px-3 py-2">
                <p className="font-semibold tabular-nums">
                  {status === 'finished'
                    ? `${gradeText(points)} / ${gradeText(ofPoints)}${counts ? ', counts' : ''}`
                    : status === 'in-progress'
                      ? 'Under way'
                      : 'Time ran out: does not count'}
                </p>
                <p className="text-muted">
                  Begun {startedAt}
                  {finishedAt !== null && `, ${status === 'finished' ? 'handed in' : 'ended'} ${finishedAt}`}
                  {isLate && ', late'}
                  {takenOff > 0 && `: ${gradeText(takenOff)} taken off`}.
                </p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

function DecisionForm({
  detail: { cell, decision, learner },
  keep,
  onCancel,
}: {
  detail: CellDetail
  /** Throws a SendError with what is wrong. */
  keep: (decision: { points: number | null; isExcused: boolean; comment: string }, sentence: string) => Promise<void>
  onCancel: () => void
}) {
  const id = useId()
  const [points, setPoints] = useState(decision?.points?.toString() ?? '')
  const [isExcused, setExcused] = useState(decision?.isExcused ?? false)
  const [comment, setComment] = useState(decision?.comment ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  async function attempt(work: () => Promise<void>) {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }
  async function send(event: FormEvent) {
    event.preventDefault()
    const typed = points.trim().replace(',', '.')
    if (typed !== '' && !/^\d+(\.\d+)?$/.test(typed)) {
      setProblem('Points: expected a number such as 7.5, or nothing.')
      return
    }
    const set = typed === '' ? null : Number(typed)
    await attempt(() => keep({ points: set, isExcused, comment }, `The grade of ${learner} is kept.`))
  }

  return (
    <form aria-label="Decision" onSubmit={send} className="mt-6 grid gap-4 border-line border-t pt-5">
      <div className="grid gap-1">
        <label htmlFor={`${id}-points`} className="font-semibold">
          Points, in place of what was earned
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          Of {gradeText(cell.ofPoints)}. Stands whatever is regraded. Empty: what was earned counts.
        </p>
        <TextField
          id={`${id}-points`}
          aria-describedby={`${id}-hint`}
          inputMode="decimal"
          value={points}
          onType={setPoints}
          className="w-32"
        />
      </div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={isExcused}
          onChange={({ target }) => setExcused(target.checked)}
          className="size-5 shrink-0"
        />
        <span>
          Excused<span className="text-muted">: does not count for them</span>
        </span>
      </label>
      <div className="grid gap-1">
        <label htmlFor={`${id}-comment`} className="font-semibold">
          Comment for the learner
        </label>
        <textarea
          id={`${id}-comment`}
          value={comment}
          maxLength={2000}
          rows={3}
          onChange={({ target }) => setComment(target.value)}
          className="rounded-lg border border-edge bg-surface px-3 py-2 text-base text-ink"
        />
      </div>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit">Keep</Button>
        {decision !== null && (
          <Button
            look="quiet"
            onClick={() =>
              attempt(() =>
                keep(
                  { points: null, isExcused: false, comment: '' },
                  `What was decided about the grade of ${learner} is taken back.`,
                ),
              )
            }
          >
            Take all of this back
          </Button>
        )}
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
