'use client'

import { fewest } from '../../draft-problems.ts'
import { ProseField } from '../fields.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { OptionFields } from '../option-fields.tsx'

export function SingleChoiceFields({ draft, onChange }: KindFieldsProps<'single-choice'>) {
  return (
    <>
      <ProseField field="stem" label="Question" value={draft.stem} onType={(stem) => onChange({ stem })} />
      <OptionFields
        kind="one"
        options={draft.options}
        keys={[draft.key]}
        atLeast={fewest.options}
        onChange={(options, [key = '']) => onChange({ options, key })}
      />
    </>
  )
}
