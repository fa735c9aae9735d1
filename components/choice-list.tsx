'use client'

import { type ReactNode, useId } from 'react'
import { Mark } from './mark.tsx'

export interface Choice {
  id: string
  label: ReactNode
  /** A second line, such as a person's office. */
  detail?: string | null
}

/** What is shown on a choice once the answer is in. */
export interface ChoiceMark {
  /** Nothing where that is kept back. */
  isKey: boolean | null
  /** Why it is wrong; nothing on the key. */
  note?: ReactNode
}

/**
 * Choices as native radio buttons, or as checkboxes where several may be right: arrow keys or Tab move,
 * Space selects, Enter submits the form around it. Number keys are left to the page.
 */
export function ChoiceList({
  kind,
  legend,
  choices,
  chosen,
  onChoose,
  marks,
}: {
  kind: 'one' | 'several'
  legend: ReactNode
  choices: readonly Choice[]
  /** The ids chosen. */
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
  /** Given once the answer is in: the list is then fixed. */
  marks: ReadonlyMap<string, ChoiceMark> | null
}) {
  const name = useId()
  function choose(id: string) {
    if (kind === 'one') onChoose([id])
    else onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 w-full">{legend}</legend>
      <div className="grid gap-2.5">
        {choices.map((choice) => {
          const isChosen = chosen.includes(choice.id)
          return marks === null ? (
            <OpenChoice
              key={choice.id}
              kind={kind}
              name={name}
              choice={choice}
              isChosen={isChosen}
              onChange={() => choose(choice.id)}
            />
          ) : (
            <MarkedChoice
              key={choice.id}
              kind={kind}
              choice={choice}
              isChosen={isChosen}
              mark={marks.get(choice.id) ?? { isKey: null }}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

const frame = 'flex min-h-12 min-w-0 items-start gap-3 rounded-lg border px-4 py-3'

function OpenChoice({
  kind,
  name,
  choice,
  isChosen,
  onChange,
}: {
  kind: 'one' | 'several'
  name: string
  choice: Choice
  isChosen: boolean
  onChange: () => void
}) {
  const look = isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-accent'
  const inputId = `${name}-${choice.id}`
  return (
    <label htmlFor={inputId} className={`${frame} cursor-pointer ${look}`}>
      <input
        type={kind === 'one' ? 'radio' : 'checkbox'}
        id={inputId}
        name={name}
        value={choice.id}
        checked={isChosen}
        onChange={onChange}
        className="mt-1 size-4 shrink-0"
      />
      <ChoiceText choice={choice} />
    </label>
  )
}

const words = {
  one: { hit: 'Your answer, right', missed: 'The right answer', mistaken: 'Your answer, not right' },
  several: { hit: 'Chosen, right', missed: 'Not chosen, but right', mistaken: 'Chosen, not right' },
}

function MarkedChoice({
  kind,
  choice,
  isChosen,
  mark: { isKey, note },
}: {
  kind: 'one' | 'several'
  choice: Choice
  isChosen: boolean
  mark: ChoiceMark
}) {
  const { hit, missed, mistaken } = words[kind]
  const look = isKey
    ? `border-correct ${isChosen ? 'bg-correct-soft' : 'border-dashed bg-surface'}`
    : isChosen
      ? isKey === null
        ? 'border-accent bg-accent-soft'
        : 'border-incorrect bg-incorrect-soft'
      : 'border-line bg-surface'
  return (
    <div className={`${frame} ${look}`}>
      <div className="min-w-0">
        {isKey ? <Mark kind="right">{isChosen ? hit : missed}</Mark> : null}
        {isKey === false && isChosen ? <Mark kind="wrong">{mistaken}</Mark> : null}
        {isKey === null && isChosen ? <span className="text-sm font-semibold text-muted">Your answer</span> : null}
        <ChoiceText choice={choice} />
        {note === undefined ? null : <div className="mt-1.5 text-sm text-muted">{note}</div>}
      </div>
    </div>
  )
}

function ChoiceText({ choice: { label, detail } }: { choice: Choice }) {
  return (
    <span className="block min-w-0">
      <span className="block leading-snug">{label}</span>
      {detail ? <span className="mt-0.5 block text-sm text-muted">{detail}</span> : null}
    </span>
  )
}
