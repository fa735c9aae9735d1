'use client'

import { type ComponentProps, createContext, type ReactNode, use, useId } from 'react'

/** What is wrong with which field of the form around. */
export const ProblemsContext = createContext<Readonly<Record<string, string>>>({})

const box = 'min-h-11 w-full min-w-0 rounded-lg border bg-surface px-3 text-base text-ink'

interface Labelled {
  /** By which the server names it. */
  field: string
  label: string
  hint?: string
}

/** A label over a field, with what is wrong with it under it. */
function Frame({
  field,
  label,
  hint,
  children,
}: Labelled & { children: (field: { id: string; describedBy: string | undefined; isWrong: boolean }) => ReactNode }) {
  const id = useId()
  const problem = use(ProblemsContext)[field]
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean)
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        describedBy: described.length > 0 ? described.join(' ') : undefined,
        isWrong: problem !== undefined,
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-sm text-incorrect">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A line of text, a number or a time. */
export function Line({
  field,
  label,
  hint,
  onType,
  className = '',
  ...rest
}: Labelled & { onType: (text: string) => void } & Omit<ComponentProps<'input'>, 'onChange' | 'id'>) {
  return (
    <Frame field={field} label={label} {...(hint === undefined ? {} : { hint })}>
      {({ id, describedBy, isWrong }) => (
        <input
          id={id}
          autoComplete="off"
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onChange={(event) => onType(event.target.value)}
          className={`${box} ${isWrong ? 'border-incorrect' : 'border-edge'} ${className}`}
          {...rest}
        />
      )}
    </Frame>
  )
}

/** A whole number; nothing where the field is empty. */
export function NumberLine({
  value,
  onNumber,
  ...rest
}: Labelled & {
  value: number | null
  onNumber: (value: number | null) => void
} & Omit<ComponentProps<typeof Line>, 'value' | 'onType' | 'type'>) {
  return (
    <Line
      type="number"
      inputMode="numeric"
      value={value ?? ''}
      onType={(text) => onNumber(text === '' ? null : Number(text))}
      {...rest}
    />
  )
}

/** Several lines of text. */
export function Text({
  field,
  label,
  hint,
  value,
  onType,
}: Labelled & { value: string; onType: (text: string) => void }) {
  return (
    <Frame field={field} label={label} {...(hint === undefined ? {} : { hint })}>
      {({ id, describedBy, isWrong }) => (
        <textarea
          id={id}
          rows={3}
          value={value}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onChange={(event) => onType(event.target.value)}
          className={`${box} py-2 ${isWrong ? 'border-incorrect' : 'border-edge'}`}
        />
      )}
    </Frame>
  )
}

/** One of several, in little room. */
export function Select<Id extends string>({
  field,
  label,
  hint,
  value,
  options,
  onChoose,
}: Labelled & {
  value: Id
  options: readonly { id: Id; text: string }[]
  onChoose: (id: Id) => void
}) {
  return (
    <Frame field={field} label={label} {...(hint === undefined ? {} : { hint })}>
      {({ id, describedBy, isWrong }) => (
        <select
          id={id}
          value={value}
          aria-invalid={isWrong}
          aria-describedby={describedBy}
          onChange={(event) => onChoose(event.target.value as Id)}
          className={`${box} text-ellipsis ${isWrong ? 'border-incorrect' : 'border-edge'}`}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}

/** Something that is so or not. */
export function Tick({
  label,
  hint,
  isTicked,
  isFixed = false,
  onTick,
}: {
  label: ReactNode
  hint?: string
  isTicked: boolean
  isFixed?: boolean
  onTick: (isTicked: boolean) => void
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
      <input
        type="checkbox"
        checked={isTicked}
        disabled={isFixed}
        onChange={(event) => onTick(event.target.checked)}
        className="mt-0.5 size-5 shrink-0"
      />
      <span className="min-w-0 wrap-anywhere">
        {label}
        {hint !== undefined && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  )
}

/** A few choices, each with what it means. */
export function Choices<Id extends string>({
  legend,
  name,
  choices,
  chosen,
  isFixed = false,
  onChoose,
}: {
  legend: string
  name: string
  choices: readonly { id: Id; label: string; detail?: string }[]
  chosen: Id
  isFixed?: boolean
  onChoose: (id: Id) => void
}) {
  return (
    <fieldset className="min-w-0" disabled={isFixed}>
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="grid gap-2 sm:grid-flow-col sm:auto-cols-fr">
        {choices.map(({ id, label, detail }) => (
          <label
            key={id}
            className="flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border border-line bg-surface px-4 py-2.5 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              checked={chosen === id}
              onChange={() => onChoose(id)}
              className="mt-1 size-4 shrink-0"
            />
            <span>
              <span className="block">{label}</span>
              {detail !== undefined && <span className="block text-sm text-muted">{detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Any of many, such as lessons. */
export function Ticks<Id extends string>({
  legend,
  field,
  choices,
  chosen,
  isFixed = false,
  onChoose,
}: {
  legend: string
  field: string
  choices: readonly { id: Id; title: string }[]
  chosen: readonly Id[]
  isFixed?: boolean
  onChoose: (chosen: Id[]) => void
}) {
  const id = useId()
  const problem = use(ProblemsContext)[field]
  return (
    <fieldset
      className="min-w-0"
      disabled={isFixed}
      tabIndex={-1}
      data-invalid={problem !== undefined}
      aria-describedby={problem === undefined ? undefined : id}
    >
      <legend className="mb-1 font-semibold">
        {legend} <span className="font-normal text-muted">({chosen.length} chosen)</span>
      </legend>
      {problem !== undefined && (
        <p id={id} className="text-sm text-incorrect">
          {problem}
        </p>
      )}
      <ul className="grid max-h-72 gap-x-6 overflow-y-auto rounded-lg border border-line bg-surface px-4 py-1 sm:grid-cols-2">
        {choices.map((choice) => (
          <li key={choice.id}>
            <Tick
              label={choice.title}
              isTicked={chosen.includes(choice.id)}
              onTick={(isTicked) =>
                // In the order in which they stand here.
                onChoose(
                  choices.flatMap(({ id: one }) =>
                    (one === choice.id ? isTicked : chosen.includes(one)) ? [one] : [],
                  ),
                )
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** A part of the form that stays folded until it is wanted, and says what holds in it. */
export function Folded({ title, holds, children }: { title: string; holds: string; children: ReactNode }) {
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-14 flex-wrap items-center gap-x-4 px-5 py-3">
        <span className="font-semibold">{title}</span>
        <span className="min-w-0 grow text-sm text-muted">{holds}</span>
        <span aria-hidden="true" className="text-muted group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="grid gap-5 border-line border-t px-5 py-5">{children}</div>
    </details>
  )
}
