'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { MarkedItemView } from '@/features/quiz/item-view.tsx'
import { receive, type SendError } from '@/lib/send.ts'
import { Line, Select } from '../fields.tsx'
import type { AssignmentEditor, QuestionPreview } from './loaders.ts'
import type { ListedQuestion } from './question-search.ts'

const difficulties = [
  { id: '', text: 'Any difficulty' },
  { id: 'easy', text: 'Easy' },
  { id: 'medium', text: 'Medium' },
  { id: 'hard', text: 'Hard' },
]

const sources = [
  { id: '', text: 'My bank and the catalog' },
  { id: 'bank', text: 'My bank' },
]

/** Picks questions from the catalog and from banks, each of which can be looked at first. */
export function QuestionPicker({
  editor,
  picked,
  onPick,
}: {
  editor: Pick<AssignmentEditor, 'class' | 'topics' | 'kinds' | 'newer'>
  picked: readonly ListedQuestion[]
  onPick: (picked: ListedQuestion[]) => void
}) {
  const { class: ofClass, topics, kinds, newer } = editor
  const [search, setSearch] = useState({ search: '', from: '', topic: '', kind: '', difficulty: '' })
  const [result, setResult] = useState<{ found: ListedQuestion[]; count: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [previewed, setPreviewed] = useState<ListedQuestion | null>(null)
  const isPicked = new Set(picked.map(({ id }) => id))
  const query = new URLSearchParams({ class: ofClass.id, ...search }).toString()

  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      receive<{ found: ListedQuestion[]; count: number }>(`/api/assignments/questions?${query}`)
        .then((found) => {
          if (!isCurrent) return
          setResult(found)
          setProblem(null)
        })
        .catch((error: SendError) => isCurrent && setProblem(error.message))
    }, 200)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query])

  const shown = result?.found ?? []
  const unpicked = shown.filter(({ id }) => !isPicked.has(id))
  return (
    <div className="grid gap-6">
      <PickedList picked={picked} newer={newer} onPick={onPick} onPreview={setPreviewed} kinds={kinds} />
      <section aria-labelledby="bank" className="grid gap-4 rounded-card border border-line bg-sunken p-4 sm:p-5">
        <h2 id="bank" className="text-lg">
          Questions to pick from
        </h2>
        <div className="grid gap-3 sm:grid-cols-2">
          <Line
            field="search"
            label="Words in it"
            type="search"
            value={search.search}
            onType={(text) => setSearch({ ...search, search: text })}
            // It would send the form around.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <Select
            field="from"
            label="Where from"
            value={search.from}
            options={sources}
            onChoose={(from) => setSearch({ ...search, from })}
          />
          <Select
            field="topic"
            label="Topic"
            value={search.topic}
            options={[{ id: '', text: 'Any topic' }, ...topics.map(({ id, title }) => ({ id, text: title }))]}
            onChoose={(topic) => setSearch({ ...search, topic })}
          />
          <Select
            field="kind"
            label="Kind"
            value={search.kind}
            options={[
              { id: '', text: 'Any kind' },
              ...kinds.map(({ id, title }) => ({ id: id as string, text: title })),
            ]}
            onChoose={(kind) => setSearch({ ...search, kind })}
          />
          <Select
            field="difficulty"
            label="Difficulty"
            value={search.difficulty}
            options={difficulties}
            onChoose={(difficulty) => setSearch({ ...search, difficulty })}
          />
        </div>
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
          <p role="status">
            {result === null
              ? 'Looking…'
              : `${result.count.toLocaleString('en-GB')} ${result.count === 1 ? 'question fits' : 'questions fit'}${
                  result.count > shown.length ? `; the first ${shown.length} are shown` : ''
                }.`}
          </p>
          {unpicked.length > 0 && (
            <Button look="quiet" onClick={() => onPick([...picked, ...unpicked])}>
              Add these {unpicked.length}
            </Button>
          )}
        </div>
        <ul className="grid max-h-96 gap-2 overflow-y-auto">
          {shown.map((question) => (
            <li key={question.id} className="grid gap-2 rounded-lg border border-line bg-surface p-3">
              <QuestionText question={question} kinds={kinds} />
              <p className="flex flex-wrap gap-2">
                <Button
                  look="quiet"
                  className="px-3"
                  aria-pressed={isPicked.has(question.id)}
                  aria-label={`${isPicked.has(question.id) ? 'Take out' : 'Add'}: ${question.text}`}
                  onClick={() =>
                    onPick(
                      isPicked.has(question.id) ? picked.filter(({ id }) => id !== question.id) : [...picked, question],
                    )
                  }
                >
                  {isPicked.has(question.id) ? 'Added ✓' : 'Add'}
                </Button>
                <Button
                  look="quiet"
                  className="px-3"
                  aria-label={`Look at: ${question.text}`}
                  onClick={() => setPreviewed(question)}
                >
                  Look at it
                </Button>
              </p>
            </li>
          ))}
        </ul>
      </section>
      {previewed !== null && (
        <PreviewDialog
          key={previewed.id}
          classId={ofClass.id}
          question={previewed}
          onClose={() => setPreviewed(null)}
        />
      )}
    </div>
  )
}

function PickedList({
  picked,
  newer,
  kinds,
  onPick,
  onPreview,
}: {
  picked: readonly ListedQuestion[]
  newer: AssignmentEditor['newer']
  kinds: AssignmentEditor['kinds']
  onPick: (picked: ListedQuestion[]) => void
  onPreview: (question: ListedQuestion) => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [taken, setTaken] = useState('')
  /** Puts the newer version in the place of the older, and nowhere else. */
  function takeNewer(older: ListedQuestion, newest: ListedQuestion) {
    onPick(picked.filter(({ id }) => id !== newest.id).map((one) => (one === older ? newest : one)))
    setTaken(`“${newest.text}” is picked in its newer version, which is asked once you keep the changes.`)
    // The button that was pressed is gone.
    heading.current?.focus()
  }
  function move(from: number, by: number) {
    const moved = [...picked]
    const [one] = moved.splice(from, 1)
    if (one !== undefined) moved.splice(from + by, 0, one)
    onPick(moved)
  }
  if (picked.length === 0)
    return <p className="text-muted">Nothing is picked yet. Add questions from the list below.</p>
  return (
    <section aria-labelledby="picked" className="grid gap-3">
      <div>
        <h2 id="picked" ref={heading} tabIndex={-1} className="text-lg">
          Picked: {picked.length}
        </h2>
        <p role="status" className="text-sm wrap-anywhere">
          {taken}
        </p>
      </div>
      <ol className="grid gap-2">
        {picked.map((question, index) => (
          <li key={question.id} className="grid gap-2 rounded-lg border border-accent bg-surface p-3">
            <div className="flex gap-3">
              <span className="text-muted tabular-nums">{index + 1}.</span>
              <QuestionText question={question} kinds={kinds} />
            </div>
            <NewerVersion question={question} newer={newer[question.id]} onTake={takeNewer} />
            <p className="flex flex-wrap gap-2">
              <Button
                look="quiet"
                className="px-3"
                disabled={index === 0}
                aria-label={`Earlier: ${question.text}`}
                onClick={() => move(index, -1)}
              >
                ↑
              </Button>
              <Button
                look="quiet"
                className="px-3"
                disabled={index === picked.length - 1}
                aria-label={`Later: ${question.text}`}
                onClick={() => move(index, 1)}
              >
                ↓
              </Button>
              <Button
                look="quiet"
                className="px-3"
                aria-label={`Look at: ${question.text}`}
                onClick={() => onPreview(question)}
              >
                Look at it
              </Button>
              <Button
                look="quiet"
                className="px-3"
                aria-label={`Take out: ${question.text}`}
                onClick={() => onPick(picked.filter(({ id }) => id !== question.id))}
              >
                Take out
              </Button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function NewerVersion({
  question,
  newer,
  onTake,
}: {
  question: ListedQuestion
  /** Nothing where this is the newest. */
  newer: ListedQuestion | undefined
  onTake: (older: ListedQuestion, newest: ListedQuestion) => void
}) {
  if (newer === undefined) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-sunken px-3 py-2">
      <p className="min-w-0 text-sm wrap-anywhere">
        There is a newer version of it{newer.text === question.text ? '.' : `: “${newer.text}”`}
      </p>
      <Button
        look="quiet"
        className="px-3"
        aria-label={`Take the newer version: ${newer.text}`}
        onClick={() => onTake(question, newer)}
      >
        Take the newer version
      </Button>
    </div>
  )
}

function QuestionText({ question, kinds }: { question: ListedQuestion; kinds: AssignmentEditor['kinds'] }) {
  const kind = kinds.find(({ id }) => id === question.kind)?.title ?? question.kind
  return (
    <p className="min-w-0">
      <span className="line-clamp-3 wrap-anywhere">{question.text}</span>
      <span className="text-sm text-muted">
        {[kind, question.difficulty, question.isOfBank && 'from a bank'].filter(Boolean).join(', ')}
        {question.topics.length > 0 && `: ${question.topics.join(', ')}`}
      </span>
    </p>
  )
}

function PreviewDialog({
  classId,
  question,
  onClose,
}: {
  classId: string
  question: ListedQuestion
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [preview, setPreview] = useState<QuestionPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    receive<QuestionPreview>(`/api/assignments/questions/${encodeURIComponent(question.id)}?class=${classId}`)
      .then(setPreview)
      .catch((error: SendError) => setProblem(error.message))
  }, [question.id, classId])
  return (
    <dialog
      ref={dialog}
      aria-label="The question with its answer"
      onClose={onClose}
      className="m-auto w-[calc(100%-2rem)] max-w-2xl rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {preview === null ? (
        <p className="text-muted">{problem === null ? 'Fetching the question…' : null}</p>
      ) : (
        <div className="grid gap-4">
          <MarkedItemView item={preview.item} response={preview.answer.response} feedback={preview.answer.feedback} />
          {preview.answer.feedback?.explanation && (
            <p className="font-serif text-lg leading-snug">{preview.answer.feedback.explanation}</p>
          )}
        </div>
      )}
      {/* No form of its own: it stands in one. */}
      <Button look="quiet" className="mt-6" onClick={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  )
}
