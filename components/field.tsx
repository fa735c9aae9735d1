'use client'

import type { ComponentProps } from 'react'

// No smaller than 16 px, or a phone zooms in on it.
const shape =
  'min-h-11 max-w-full rounded-lg border border-edge bg-surface px-3 font-sans text-base text-ink hover:border-accent'

/** A line to type an answer in: the browser neither completes nor corrects it. */
export function TextField({
  onType,
  className = '',
  ...rest
}: Omit<ComponentProps<'input'>, 'onChange'> & { onType: (text: string) => void }) {
  return (
    <input
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={(event) => onType(event.target.value)}
      className={`${shape} ${className}`}
      {...rest}
    />
  )
}

/** One of several, in little room. Nothing is chosen at first, which is the empty text. */
export function SelectField({
  options,
  onChoose,
  className = '',
  ...rest
}: Omit<ComponentProps<'select'>, 'onChange'> & {
  options: readonly { id: string; text: string }[]
  onChoose: (id: string) => void
}) {
  return (
    <select
      onChange={(event) => onChoose(event.target.value)}
      className={`${shape} text-ellipsis ${className}`}
      {...rest}
    >
      <option value="">Choose…</option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}
