'use client'

import { ProseField } from '../fields.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { TypedKeyFields } from '../typed-key-fields.tsx'

export function ShortAnswerFields({ draft, onChange }: KindFieldsProps<'short-answer'>) {
  return (
    <>
      <ProseField field="stem" label="Question" value={draft.stem} onType={(stem) => onChange({ stem })} />
      <TypedKeyFields typedKey={draft} onChange={onChange} />
    </>
  )
}
