'use client'

import { useId } from 'react'
import { TextField } from '@/components/field.tsx'
import { TypedOutcome } from '../marks.tsx'
import { Stem } from '../stem.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { PublicShortAnswerItem, ShortAnswerResponse } from './schema.ts'

export function ShortAnswerView({
  item: { stem },
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicShortAnswerItem, ShortAnswerResponse>) {
  const id = useId()
  const text = response?.text ?? ''
  if (feedback !== null) return <TypedOutcome stem={stem} given={text} feedback={feedback} />
  return (
    <div className="grid gap-4">
      <label htmlFor={id}>
        <Stem instruction="Type your answer.">{stem}</Stem>
      </label>
      <TextField
        id={id}
        maxLength={300}
        value={text}
        onType={(typed) => onRespond({ text: typed })}
        className="w-full"
      />
    </div>
  )
}
