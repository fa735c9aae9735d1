'use client'

import { type FormEvent, type HTMLInputAutoCompleteAttribute, useId, useRef, useState } from 'react'
import { SendError } from '@/lib/send.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** One line of a form. */
export interface FormField {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'numeric' | 'text'
  /** Said before anything is typed. */
  hint?: string
  defaultValue?: string
  /** What the browser offers while one types; anything else may be typed too. */
  suggestions?: readonly string[]
  /** Whether it has the focus at once, where the form appears in answer to something. */
  isFocused?: boolean
}

/**
 * A form that says what is wrong where it is wrong, and puts the cursor there. What was typed stays.
 *
 * @param send takes what was typed by name; throws a SendError with what is wrong
 */
export function LabelledForm<Names extends string>({
  fields,
  button,
  look,
  send,
  label,
}: {
  fields: readonly (FormField & { name: Names })[]
  button: string
  look?: 'primary' | 'quiet'
  send: (typed: Record<Names, string>) => Promise<void>
  /** What the form is for, where no heading says it. */
  label?: string
}) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [isSending, setSending] = useState(false)
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)

  function tell(told: Partial<Record<string, string>>, general: string | null) {
    setProblems(told)
    setProblem(general)
    const first = fields.find(({ name }) => told[name] !== undefined)
    const field = first && form.current?.elements.namedItem(first.name)
    if (field instanceof HTMLElement) field.focus()
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending) return
    const data = new FormData(event.currentTarget)
    const typed = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]))
    const empty = fields.filter(({ name }) => typed[name]?.trim() === '')
    if (empty.length > 0) {
      tell(Object.fromEntries(empty.map(({ name, label: of }) => [name, `${of}: this is still empty.`])), null)
      return
    }
    setSending(true)
    tell({}, null)
    try {
      await send(typed as Record<Names, string>)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      const told = Object.fromEntries(error.fields.map(({ field, message }) => [field, message]))
      const isAtField = fields.some(({ name }) => told[name] !== undefined)
      tell(told, isAtField ? null : error.message)
    } finally {
      setSending(false)
    }
  }

  return (
    <form ref={form} noValidate aria-label={label} onSubmit={submit} className="grid gap-4">
      {fields.map((field) => (
        <LabelledField key={field.name} id={`${id}-${field.name}`} field={field} problem={problems[field.name]} />
      ))}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <div>
        <Button type="submit" look={look ?? 'primary'} aria-disabled={isSending}>
          {button}
        </Button>
      </div>
    </form>
  )
}

function LabelledField({ id, field, problem }: { id: string; field: FormField; problem: string | undefined }) {
  const {
    name,
    label,
    type = 'text',
    autoComplete = 'off',
    inputMode,
    hint,
    defaultValue,
    suggestions,
    isFocused = false,
  } = field
  const [isShown, setShown] = useState(false)
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean)
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="flex gap-2">
        <input
          id={id}
          name={name}
          type={type === 'password' && isShown ? 'text' : type}
          autoComplete={autoComplete}
          inputMode={inputMode}
          defaultValue={defaultValue}
          autoCapitalize={name === 'name' ? 'words' : 'none'}
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: only where the form appears in answer to a press on a button
          autoFocus={isFocused}
          list={suggestions && `${id}-list`}
          aria-invalid={problem !== undefined}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
          className={`min-h-11 w-full min-w-0 rounded-lg border bg-surface px-3 text-base text-ink ${problem === undefined ? 'border-edge' : 'border-incorrect'}`}
        />
        {suggestions !== undefined && (
          <datalist id={`${id}-list`}>
            {suggestions.map((suggestion) => (
              <option key={suggestion} value={suggestion} />
            ))}
          </datalist>
        )}
        {type === 'password' && (
          <Button
            look="quiet"
            className="px-3"
            aria-pressed={isShown}
            aria-label={`Show ${label.toLowerCase()}`}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'}
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-sm text-incorrect">
          {problem}
        </p>
      )}
    </div>
  )
}
