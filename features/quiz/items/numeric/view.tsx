'use client'

import { useId, useState } from 'react'
import { TextField } from '@/components/field.tsx'
import { TypedOutcome } from '../marks.tsx'
import { Stem } from '../stem.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { NumericResponse, PublicNumericItem } from './schema.ts'
import { numberText, typedNumber } from './wording.ts'

/** What is typed stays as it is; the response is the number it reads as, NaN for none. */
export function NumericView({
  item: { stem, counts, precision },
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicNumericItem, NumericResponse>) {
  const id = useId()
  const [text, setText] = useState(response === null ? '' : numberText(response.value))
  const bound = precision === 'at-least' ? 'over' : ''
  if (feedback !== null) {
    const given = response === null ? '' : `${bound} ${numberText(response.value)} ${counts}`
    return <TypedOutcome stem={stem} given={given} feedback={feedback} />
  }
  return (
    <div className="grid gap-4">
      <label htmlFor={id}>
        <Stem instruction="Type a number, in digits.">{stem}</Stem>
      </label>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {bound === '' ? null : <span id={`${id}-bound`}>{bound}</span>}
        <TextField
          id={id}
          inputMode="decimal"
          maxLength={30}
          aria-describedby={`${id}-bound ${id}-counts`}
          aria-invalid={text.trim() !== '' && Number.isNaN(typedNumber(text))}
          value={text}
          onType={(typed) => {
            setText(typed)
            onRespond(typed.trim() === '' ? null : { value: typedNumber(typed) })
          }}
          className="w-32"
        />
        <span id={`${id}-counts`}>{counts}</span>
      </p>
    </div>
  )
}
