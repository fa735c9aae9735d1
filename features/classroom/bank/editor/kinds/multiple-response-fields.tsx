'use client'

import { fewest } from '../../draft-problems.ts'
import { ProseField } from '../fields.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { OptionFields } from '../option-fields.tsx'

export function MultipleResponseFields({ draft, onChange }: KindFieldsProps<'multiple-response'>) {
  return (
    <>
      <ProseField
        field="stem"
        label="Question"
        hint="Learners are not told how many options are right."
        value={draft.stem}
        onType={(stem) => onChange({ stem })}
      />
      <OptionFields
        kind="several"
        options={draft.options}
        keys={draft.keys}
        atLeast={fewest.manyOptions}
        onChange={(options, keys) => onChange({ options, keys })}
      />
    </>
  )
}
