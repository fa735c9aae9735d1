'use client'

import { ChoiceField, ProseField, ShortField } from '../fields.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { MisreadingFields } from '../reason-fields.tsx'

const precisions = [
  { id: 'exact', name: 'The number itself' },
  { id: 'at-least', name: 'A lower bound: “over …”' },
]

export function NumericFields({ draft, onChange }: KindFieldsProps<'numeric'>) {
  const { stem, counts, precision, key, tolerance, misreadings } = draft
  return (
    <>
      <ProseField field="stem" label="Question" value={stem} onType={(text) => onChange({ stem: text })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ShortField
          field="key"
          label="Right number"
          inputMode="decimal"
          value={key}
          onType={(text) => onChange({ key: text })}
        />
        <ShortField
          field="counts"
          label="What it counts"
          value={counts}
          onType={(text) => onChange({ counts: text })}
        />
        <ChoiceField
          field="precision"
          label="What is asked for"
          options={precisions}
          value={precision}
          onType={(id) => onChange({ precision: id as typeof precision })}
        />
        <ShortField
          field="tolerance"
          label="How far off still counts"
          inputMode="decimal"
          value={tolerance}
          onType={(text) => onChange({ tolerance: text })}
        />
      </div>
      <MisreadingFields
        isNumeric
        misreadings={misreadings}
        onChange={(changed) => onChange({ misreadings: changed })}
      />
    </>
  )
}
