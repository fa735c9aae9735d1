'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import { FactSearch } from '../bank/editor/rests-on-fields.tsx'
import { useKeptForm } from '../bank/kept-form.tsx'
import type { LessonChange } from './actions.ts'
import { LessonBody } from './lesson-body.tsx'
import { factMark, lessonProblems } from './lesson-text.ts'
import type { FactPlace, LessonPage } from './loaders.ts'

interface Typed {
  id: string
  title: string
  body: string
  basedOn: number | null
  places: FactPlace[]
}

const textOf = ({ title, body }: Typed) => JSON.stringify([title, body])
const goOn = (kept: Typed, loaded: Typed): Typed => ({ ...kept, basedOn: loaded.basedOn })
const shape =
  'w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink aria-invalid:border-incorrect'

/** Writes a lesson in Markdown, and shows beside it how it will read. */
export function LessonForm({ page, place }: { page: LessonPage; place: string }) {
  const router = useRouter()
  const loaded: Typed = { ...page, basedOn: page.sequence }
  const { typed, isUnsaved, restored, change, settle, discard } = useKeptForm(place, loaded, textOf, goOn)
  const { title, body, places, basedOn } = typed
  const [isTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [told, setTold] = useState<{ text: string; isProblem: boolean } | null>(null)
  const notice = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (told !== null) notice.current?.focus()
  }, [told])

  const problems = lessonProblems(typed)
  const problemOf = (name: string, text: string) =>
    isTried || text !== '' ? (problems.find((problem) => problem.field === name)?.message ?? null) : null

  async function keep(event: FormEvent) {
    event.preventDefault()
    if (isSending) return
    setTried(true)
    setTold(null)
    const [first] = problems
    if (first !== undefined) return document.getElementById(`lesson-${first.field}`)?.focus()
    setSending(true)
    try {
      const text = { id: typed.id, title, body }
      const sent: LessonChange = basedOn === null ? { kind: 'create', ...text } : { kind: 'change', ...text, basedOn }
      const { sequence } = await submit<{ sequence: number }>('/api/own-lessons', sent)
      settle({ ...typed, basedOn: sequence })
      startTransition(() => {
        if (basedOn === null) router.push(`/bank/lessons/${typed.id}`)
        else router.refresh()
        setTold({ text: 'Kept.', isProblem: false })
      })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold({ text: error.message, isProblem: true })
    } finally {
      setSending(false)
    }
  }

  function cite(fact: { id: string; says: string; citations: { href: string; place: string }[] }) {
    const at = field.current?.selectionStart ?? body.length
    const [citation] = fact.citations
    change({
      body: `${body.slice(0, at)}${factMark(fact.says, fact.id)}${body.slice(at)}`,
      ...(citation && { places: [...places, { factId: fact.id, href: citation.href, place: citation.place }] }),
    })
    field.current?.focus()
  }

  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <form noValidate aria-label="Lesson" onSubmit={keep} className="grid min-w-0 gap-6">
        {restored === null ? null : (
          <Notice>
            <p>
              This is as you left it here, and not saved yet.
              {restored.basedOn === page.sequence
                ? ''
                : ' The lesson has been changed since: keeping yours puts it in the place of that.'}
            </p>
            <Button look="quiet" className="mt-3" onClick={discard}>
              {page.sequence === null ? 'Begin anew' : 'Go back to what is saved'}
            </Button>
          </Notice>
        )}
        <div className="grid gap-1">
          <label htmlFor="lesson-title" className="font-semibold">
            Title
          </label>
          <input
            id="lesson-title"
            value={title}
            autoComplete="off"
            aria-invalid={problemOf('title', title) !== null}
            aria-describedby="lesson-title-problem"
            onChange={(event) => change({ title: event.target.value })}
            className={`min-h-11 ${shape}`}
          />
          <p id="lesson-title-problem" role="status" className="text-sm font-semibold text-incorrect empty:hidden">
            {problemOf('title', title)}
          </p>
        </div>
        <div className="grid gap-1">
          <label htmlFor="lesson-body" className="font-semibold">
            Text
          </label>
          <p id="lesson-body-hint" className="text-sm text-muted">
            In Markdown: <code>**strong**</code>, <code>*stressed*</code>, <code># Heading</code>, <code>- point</code>.
            Pictures and HTML are left out.
          </p>
          <textarea
            id="lesson-body"
            ref={field}
            rows={14}
            value={body}
            aria-invalid={problemOf('body', body) !== null}
            aria-describedby="lesson-body-hint lesson-body-problem"
            onChange={(event) => change({ body: event.target.value })}
            className={`field-sizing-content min-h-80 py-2 ${shape}`}
          />
          <p id="lesson-body-problem" role="status" className="text-sm font-semibold text-incorrect empty:hidden">
            {problemOf('body', body)}
          </p>
        </div>
        <FactSearch known={[]} take="Cite this" onTake={cite} />
        {told === null ? null : (
          <div ref={notice} tabIndex={-1} className="outline-none">
            <Notice tone={told.isProblem ? 'problem' : 'plain'}>
              {told.isProblem ? <strong className="font-semibold">Not kept yet. </strong> : null}
              {told.text}
            </Notice>
          </div>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" aria-disabled={isSending}>
            {isSending ? 'Keeping…' : 'Keep it'}
          </Button>
          <p className="text-sm text-muted">
            {isUnsaved ? 'Not saved yet. What you type stays in this browser.' : page.sequence === null ? '' : 'Saved.'}
          </p>
        </div>
      </form>
      <section aria-label="How it will read" className="grid min-w-0 gap-2">
        <p className="text-sm text-muted">How it will read</p>
        <div className="rounded-card border border-line bg-surface p-6">
          <p className="font-serif text-3xl font-semibold wrap-anywhere">{title}</p>
          <LessonBody body={body} places={places} />
        </div>
      </section>
    </div>
  )
}

/** Which classes read a lesson, and the way to be rid of it. */
export function LessonSharing({ page: { id, classes, classIds } }: { page: LessonPage }) {
  const router = useRouter()
  const [chosen, setChosen] = useState<readonly string[]>(classIds)
  const [told, setTold] = useState<{ text: string; isProblem: boolean } | null>(null)

  async function share(event: FormEvent) {
    event.preventDefault()
    try {
      await submit('/api/own-lessons', {
        kind: 'share',
        id,
        classIds: classes.map((one) => one.id).filter((classId) => chosen.includes(classId)),
      } satisfies LessonChange)
      setTold({ text: 'It is shared as you chose.', isProblem: false })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold({ text: error.message, isProblem: true })
    }
  }

  return (
    <div className="grid gap-8">
      {classes.length === 0 ? (
        <p className="text-muted">You can share it with a class once you teach one.</p>
      ) : (
        <form aria-label="Sharing" onSubmit={share} className="grid gap-3">
          <p className="text-muted">Everybody in a class finds it on the page of the class then.</p>
          {classes.map(({ id: classId, name }) => (
            <label key={classId} htmlFor={`share-${classId}`} className="flex min-h-11 w-fit items-center gap-3">
              <input
                id={`share-${classId}`}
                type="checkbox"
                checked={chosen.includes(classId)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, classId] : chosen.filter((other) => other !== classId))
                }
                className="size-4 shrink-0"
              />
              {name} reads it
            </label>
          ))}
          {told === null ? null : <Notice tone={told.isProblem ? 'problem' : 'plain'}>{told.text}</Notice>}
          <div>
            <Button type="submit" look="quiet">
              Keep the sharing
            </Button>
          </div>
        </form>
      )}
      <div>
        <ConfirmButton
          title="Delete this lesson?"
          consequence="It goes for good, and no class reads it any more."
          keep="Keep it"
          confirm="Delete it"
          act={async () => {
            await submit('/api/own-lessons', { kind: 'delete', id } satisfies LessonChange)
            startTransition(() => router.push('/bank/lessons'))
          }}
        >
          Delete…
        </ConfirmButton>
      </div>
    </div>
  )
}
