'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button, ButtonLink } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { AssignmentChange } from '../actions.ts'
import type { Draft } from '../draft.ts'
import { Choices, Folded, Line, NumberLine, ProblemsContext, Text, Ticks } from '../fields.tsx'
import type { Questions, Work } from '../work.ts'
import { BlueprintRows } from './blueprint-rows.tsx'
import type { AssignmentEditor } from './loaders.ts'
import { NewerNotice } from './newer-notice.tsx'
import { QuestionPicker } from './question-picker.tsx'
import type { ListedQuestion } from './question-search.ts'
import { SettingsFields } from './settings-fields.tsx'

/** All that may be asked; what was filled in for one kind of work is kept while another is looked at. */
interface WorkDraft {
  kind: Work['kind']
  questions: Questions['kind']
  picked: ListedQuestion[]
  blueprint: Extract<Questions, { kind: 'blueprint' }>
  lessonIds: string[]
  cardLessonIds: string[]
  topicIds: string[]
}

/** Makes an assignment, or changes one. */
export function AssignmentForm({ editor }: { editor: AssignmentEditor }) {
  const { class: ofClass, isBegun } = editor
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  // The same however often it is sent.
  const [id] = useState(() => editor.id ?? crypto.randomUUID())
  const [draft, setDraft] = useState(editor.draft)
  const [work, setWork] = useState(() => workDraftOf(editor))
  const [isSending, setSending] = useState(false)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const path = `/classes/${ofClass.id}/assignments/${id}`

  async function keep(event: FormEvent, isPublishing: boolean) {
    event.preventDefault()
    if (isSending) return
    setSending(true)
    setProblems({})
    setProblem(null)
    const kept = { ...draft, work: workOf(work) }
    const change = (body: AssignmentChange) => submit('/api/assignments/changes', body)
    try {
      if (editor.id === null) await submit('/api/assignments', { id, classId: ofClass.id, draft: kept })
      else await change({ kind: 'content', classId: ofClass.id, assignmentId: id, draft: kept })
      if (isPublishing) await change({ kind: 'publish', classId: ofClass.id, assignmentId: id })
      router.push(path)
    } catch (error) {
      setSending(false)
      if (!(error instanceof SendError)) throw error
      const told = error.fields.map(({ field, message }) => [field.replace(/^draft\./, ''), message] as const)
      setProblems(Object.fromEntries(told))
      setProblem(told.length === 0 ? error.message : told.map(([, message]) => message).join(' '))
      requestAnimationFrame(() => showFirstProblem(form.current))
    }
  }

  return (
    <ProblemsContext value={problems}>
      <form
        ref={form}
        noValidate
        aria-label={editor.id === null ? 'New assignment' : 'Change the assignment'}
        onSubmit={(event) => keep(event, false)}
        className="grid gap-8"
      >
        <Line field="title" label="Title" value={draft.title} onType={(title) => change({ title })} />
        <WorkFields editor={editor} work={work} onChange={setWork} />
        <fieldset className="grid min-w-0 gap-4">
          <legend className="mb-1 font-semibold">
            When{' '}
            <span className="font-normal text-muted">(by the clock of {ofClass.timeZone}; all may stay empty)</span>
          </legend>
          <div className="grid gap-4 sm:grid-cols-3">
            {times.map(({ field, label, hint }) => (
              <Line
                key={field}
                field={field}
                label={label}
                hint={hint}
                type="datetime-local"
                value={draft[field]}
                onType={(time) => change({ [field]: time })}
              />
            ))}
          </div>
        </fieldset>
        <Text
          field="instructions"
          label="What you want to say about it"
          hint="Learners read it before they begin. It may stay empty."
          value={draft.instructions}
          onType={(instructions) => change({ instructions })}
        />
        <div className="grid gap-3">
          {work.kind === 'quiz' && (
            <SettingsFields
              settings={draft.settings}
              holdsGrades={draft.holdsGrades}
              onChange={(part) => change({ settings: { ...draft.settings, ...part } })}
              onHold={(holdsGrades) => change({ holdsGrades })}
            />
          )}
          <Folded
            title={work.kind === 'quiz' ? 'Password and weight' : 'Weight'}
            holds={`${draft.password === '' ? '' : 'Asks for a password; '}${
              draft.weight === 0 ? 'practice only' : `counts ${draft.weight}`
            }`}
          >
            <div className="grid gap-5 sm:grid-cols-2">
              {work.kind === 'quiz' && (
                <Line
                  field="password"
                  label="Password"
                  hint="Asked for before it begins, for you to say aloud. Empty for none."
                  value={draft.password}
                  autoCapitalize="none"
                  spellCheck={false}
                  onType={(password) => change({ password })}
                />
              )}
              <NumberLine
                field="weight"
                label="Weight"
                hint="How much it counts beside the others; 0 for practice."
                min={0}
                step="any"
                value={draft.weight}
                onNumber={(weight) => change({ weight: weight ?? 0 })}
              />
            </div>
          </Folded>
        </div>
        {isBegun && (
          <Notice>
            Learners have begun, so what they are asked stays. More time reaches those who are at it; less does not.
          </Notice>
        )}
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div className="flex flex-wrap gap-3">
          {editor.id === null && (
            <Button aria-disabled={isSending} onClick={(event) => keep(event, true)}>
              Keep and publish
            </Button>
          )}
          <Button type="submit" look={editor.id === null ? 'quiet' : 'primary'} aria-disabled={isSending}>
            {editor.id === null ? 'Keep as a draft' : 'Keep the changes'}
          </Button>
          <ButtonLink look="quiet" prefetch={false} href={editor.id === null ? `/classes/${ofClass.id}` : path}>
            Cancel
          </ButtonLink>
        </div>
      </form>
    </ProblemsContext>
  )
}

const times = [
  { field: 'opensAt', label: 'Opens', hint: 'Empty: at once.' },
  { field: 'dueAt', label: 'Due', hint: 'Later is late.' },
  { field: 'closesAt', label: 'Closes', hint: 'Empty: never.' },
] as const

function WorkFields({
  editor,
  work,
  onChange,
}: {
  editor: AssignmentEditor
  work: WorkDraft
  onChange: (work: WorkDraft) => void
}) {
  const { id, class: ofClass, isBegun, newerInWords, lessons, topics } = editor
  const change = (part: Partial<WorkDraft>) => onChange({ ...work, ...part })
  return (
    <div className="grid gap-6">
      <Choices
        legend="What to do"
        name="work"
        chosen={work.kind}
        isFixed={isBegun}
        choices={[
          { id: 'quiz', label: 'A quiz' },
          { id: 'lessons', label: 'Lessons to read' },
          { id: 'cards', label: 'Cards to learn' },
        ]}
        onChoose={(kind) => change({ kind })}
      />
      {work.kind === 'lessons' && (
        <Ticks
          legend="Lessons"
          field="work.lessonIds"
          choices={lessons}
          chosen={work.lessonIds}
          onChoose={(lessonIds) => change({ lessonIds })}
        />
      )}
      {work.kind === 'cards' && (
        <>
          <Ticks
            legend="Cards of these lessons"
            field="work.lessonIds"
            choices={lessons}
            chosen={work.cardLessonIds}
            onChoose={(cardLessonIds) => change({ cardLessonIds })}
          />
          <Ticks
            legend="Cards on these topics"
            field="work.topicIds"
            choices={topics}
            chosen={work.topicIds}
            onChoose={(topicIds) => change({ topicIds })}
          />
        </>
      )}
      {isBegun && id !== null && newerInWords !== null && (
        <NewerNotice classId={ofClass.id} assignmentId={id} newer={newerInWords} isBegun />
      )}
      {work.kind === 'quiz' && !isBegun && (
        <>
          <Choices
            legend="Questions"
            name="questions"
            chosen={work.questions}
            choices={[
              { id: 'picked', label: 'Picked by me' },
              { id: 'blueprint', label: 'Drawn by a blueprint', detail: 'So many per topic, kind and difficulty' },
            ]}
            onChoose={(questions) => change({ questions })}
          />
          {work.questions === 'picked' ? (
            <QuestionPicker editor={editor} picked={work.picked} onPick={(picked) => change({ picked })} />
          ) : (
            <BlueprintRows editor={editor} blueprint={work.blueprint} onChange={(blueprint) => change({ blueprint })} />
          )}
        </>
      )}
    </div>
  )
}

function workDraftOf({ draft: { work }, picked }: AssignmentEditor): WorkDraft {
  const questions = work.kind === 'quiz' ? work.questions : null
  return {
    kind: work.kind,
    questions: questions?.kind ?? 'picked',
    picked,
    blueprint:
      questions?.kind === 'blueprint'
        ? questions
        : { kind: 'blueprint', cells: [{ topics: [], kinds: [], count: 10 }], forms: 1, seed: crypto.randomUUID() },
    lessonIds: work.kind === 'lessons' ? work.lessonIds : [],
    cardLessonIds: work.kind === 'cards' ? work.lessonIds : [],
    topicIds: work.kind === 'cards' ? work.topicIds : [],
  }
}

function workOf({ kind, questions, picked, blueprint, lessonIds, cardLessonIds, topicIds }: WorkDraft): Work {
  switch (kind) {
    case 'lessons':
      return { kind, lessonIds }
    case 'cards':
      return { kind, lessonIds: cardLessonIds, topicIds }
    case 'quiz':
      return {
        kind,
        questions: questions === 'picked' ? { kind: 'picked', itemIds: picked.map(({ id }) => id) } : blueprint,
      }
  }
}

/** Puts the cursor where something is wrong, though it be folded away. */
function showFirstProblem(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]')
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.focus()
}
