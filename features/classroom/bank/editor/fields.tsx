'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/button.tsx'
import { fieldId, useItemForm } from './form-context.tsx'

const shape =
  'w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink aria-invalid:border-incorrect'

interface FieldProps {
  /** As its problems name it. */
  field: string
  label: string
  hint?: string | undefined
  value: string
  onType: (text: string) => void
}

/** A text of one paragraph. It grows with what is typed. */
export function ProseField({ field, label, hint, value, onType }: FieldProps) {
  const { id, problem, described } = useField(field, value, hint)
  return (
    <div className="grid min-w-0 gap-1">
      <Label id={id} label={label} hint={hint} />
      <textarea
        id={id}
        rows={1}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={described}
        onChange={(event) => onType(event.target.value.replace(/[\r\n]+/g, ' '))}
        className={`field-sizing-content min-h-11 py-2 ${shape}`}
      />
      <ProblemText id={id} problem={problem} />
    </div>
  )
}

/** A word, a name or a number. */
export function ShortField({
  field,
  label,
  hint,
  value,
  onType,
  suggestions,
  inputMode,
}: FieldProps & { suggestions?: readonly string[]; inputMode?: 'decimal' }) {
  const { id, problem, described } = useField(field, value, hint)
  return (
    <div className="grid min-w-0 content-start gap-1">
      <Label id={id} label={label} hint={hint} />
      <input
        id={id}
        value={value}
        autoComplete="off"
        inputMode={inputMode}
        list={suggestions && `${id}-list`}
        aria-invalid={problem !== null}
        aria-describedby={described}
        onChange={(event) => onType(event.target.value)}
        // Enter would keep the whole before it is done.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        className={`min-h-11 ${shape}`}
      />
      {suggestions === undefined ? null : (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <ProblemText id={id} problem={problem} />
    </div>
  )
}

/** One of a few. */
export function ChoiceField({
  field,
  label,
  hint,
  value,
  onType,
  options,
  empty,
}: FieldProps & {
  options: readonly { id: string; name: string }[] /** What nothing chosen is called. */
  empty?: string
}) {
  const { id, problem, described } = useField(field, value, hint)
  return (
    <div className="grid min-w-0 content-start gap-1">
      <Label id={id} label={label} hint={hint} />
      <select
        id={id}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={described}
        onChange={(event) => onType(event.target.value)}
        className={`min-h-11 text-ellipsis ${shape}`}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      <ProblemText id={id} problem={problem} />
    </div>
  )
}

/** Yes or no. */
export function TickField({
  field,
  label,
  isTicked,
  onTick,
}: {
  field: string
  label: ReactNode
  isTicked: boolean
  onTick: (isTicked: boolean) => void
}) {
  const id = fieldId(field)
  return (
    <label htmlFor={id} className="flex min-h-11 w-fit cursor-pointer items-center gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isTicked}
        onChange={(event) => onTick(event.target.checked)}
        className="size-4 shrink-0"
      />
      <span>{label}</span>
    </label>
  )
}

/** Marks a line as right: one of its group, or one of several. */
export function RightMark({
  field,
  kind,
  group,
  label,
  isRight,
  onMark,
}: {
  field: string
  kind: 'one' | 'several'
  /** What the marks of a group have in common. */
  group: string
  /** Which line it is, for whoever does not see it. */
  label: string
  isRight: boolean
  onMark: () => void
}) {
  const id = fieldId(field)
  const { problemOf } = useItemForm()
  return (
    <label htmlFor={id} className="flex min-h-11 w-fit cursor-pointer items-center gap-2 text-sm">
      <input
        id={id}
        type={kind === 'one' ? 'radio' : 'checkbox'}
        name={fieldId(`${group}key`)}
        checked={isRight}
        onChange={onMark}
        aria-label={`${label} is right`}
        aria-invalid={problemOf(`${group}key`, false) !== null}
        aria-describedby={`${fieldId(`${group}key`)}-problem`}
        className="size-4 shrink-0"
      />
      <span aria-hidden="true">Right</span>
    </label>
  )
}

/** What is wrong with a part of the form that is no field of its own. */
export function Problem({ field }: { field: string }) {
  const { problemOf } = useItemForm()
  return <ProblemText id={fieldId(field)} problem={problemOf(field, false)} />
}

/** Adds a line, and goes there. */
export function AddButton({
  field,
  children,
  onAdd,
}: {
  /** What it adds to, to be come back to. */
  field: string
  children: ReactNode
  onAdd: () => void
}) {
  return (
    <Button id={fieldId(field)} look="quiet" className="justify-self-start px-4" onClick={onAdd}>
      {children}
    </Button>
  )
}

/** A small button beside a line. */
export function LineButton({ label, children, onPress }: { label: string; children: ReactNode; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="inline-flex min-h-11 items-center rounded-lg px-2 text-sm text-muted underline decoration-line underline-offset-4 hover:text-accent"
    >
      {children}
    </button>
  )
}

/** Some fields that belong together. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-5">
      <legend className="mb-1 text-lg font-semibold">{title}</legend>
      {hint === undefined ? null : <p className="-mb-2 text-sm text-muted">{hint}</p>}
      {children}
    </fieldset>
  )
}

function useField(field: string, value: string, hint: string | undefined) {
  const id = fieldId(field)
  const problem = useItemForm().problemOf(field, value.trim() !== '')
  const described = [hint === undefined ? '' : `${id}-hint`, `${id}-problem`].filter(Boolean).join(' ')
  return { id, problem, described }
}

function Label({ id, label, hint }: { id: string; label: string; hint?: string | undefined }) {
  return (
    <>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </>
  )
}

function ProblemText({ id, problem }: { id: string; problem: string | null }) {
  return (
    <p id={`${id}-problem`} role="status" className="text-sm font-semibold text-incorrect empty:hidden">
      {problem}
    </p>
  )
}
