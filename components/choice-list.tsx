'use client'

import type { ReactNode } from 'react'

export interface Choice {
  id: string
  label: ReactNode
  /** A second line, such as a person's office. */
  detail?: string | null
}

/** What is shown on a choice once the answer is in. */
export interface ChoiceMark {
  isKey: boolean
  /** Why it is wrong; nothing on the key. */
  note?: ReactNode
}

/**
 * One choice of several, as native radio buttons: arrow keys move, Space selects, Enter submits the
 * form around it. Number keys are left to the page.
 */
export function ChoiceList({
  name,
  legend,
  choices,
  value,
  onChange,
  marks,
}: {
  name: string
  legend: ReactNode
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string) => void
  /** Given once the answer is in: the list is then fixed. */
  marks?: ReadonlyMap<string, ChoiceMark> | undefined
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 w-full">{legend}</legend>
      <div className="grid gap-2.5">
        {choices.map((choice) =>
          marks === undefined ? (
            <OpenChoice
              key={choice.id}
              name={name}
              choice={choice}
              isChosen={value === choice.id}
              onChange={onChange}
            />
          ) : (
            <MarkedChoice key={choice.id} choice={choice} isChosen={value === choice.id} mark={marks.get(choice.id)} />
          ),
        )}
      </div>
    </fieldset>
  )
}

const frame = 'flex min-h-12 items-start gap-3 rounded-lg border px-4 py-3'

function OpenChoice({
  name,
  choice,
  isChosen,
  onChange,
}: {
  name: string
  choice: Choice
  isChosen: boolean
  onChange: (id: string) => void
}) {
  const look = isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:border-accent'
  const inputId = `${name}-${choice.id}`
  return (
    <label htmlFor={inputId} className={`${frame} cursor-pointer ${look}`}>
      <input
        type="radio"
        id={inputId}
        name={name}
        value={choice.id}
        checked={isChosen}
        onChange={() => onChange(choice.id)}
        className="mt-1 size-4 shrink-0"
      />
      <ChoiceText choice={choice} />
    </label>
  )
}

function MarkedChoice({ choice, isChosen, mark }: { choice: Choice; isChosen: boolean; mark: ChoiceMark | undefined }) {
  const look = mark?.isKey
    ? 'border-correct bg-correct-soft'
    : isChosen
      ? 'border-incorrect bg-incorrect-soft'
      : 'border-line bg-surface'
  return (
    <div className={`${frame} ${look}`}>
      <Sign mark={mark} isChosen={isChosen} />
      <div className="min-w-0">
        <ChoiceText choice={choice} />
        {mark?.note === undefined ? null : <div className="mt-1.5 text-sm text-muted">{mark.note}</div>}
      </div>
    </div>
  )
}

function ChoiceText({ choice: { label, detail } }: { choice: Choice }) {
  return (
    <span className="min-w-0">
      <span className="block leading-snug">{label}</span>
      {detail ? <span className="mt-0.5 block text-sm text-muted">{detail}</span> : null}
    </span>
  )
}

/** Right and wrong in shape and words, not in colour alone. */
function Sign({ mark, isChosen }: { mark: ChoiceMark | undefined; isChosen: boolean }) {
  const [sign, words, colour] = mark?.isKey
    ? ['✓', isChosen ? 'Your answer, right: ' : 'The right answer: ', 'text-correct']
    : isChosen
      ? ['✗', 'Your answer, not right: ', 'text-incorrect']
      : ['', '', '']
  return (
    <span className={`w-4 shrink-0 text-center font-bold ${colour}`}>
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
