'use client'

import { CitationLink } from '@/features/catalog/citation-view.tsx'
import type { MisreadingDraft, Reason } from '../draft.ts'
import { emptyMisreading } from '../draft.ts'
import { AddButton, FieldGroup, LineButton, Problem, ProseField, ShortField } from './fields.tsx'
import { newPartId, useItemForm } from './form-context.tsx'
import { withChange, without } from './lines.ts'

/** Why something is wrong, or right where it is, and where that can be checked. */
export function ReasonField<Part extends { because: string; cites: string[] }>({
  field,
  label,
  reason,
  onChange,
}: {
  field: string
  label: string
  reason: Part
  onChange: (change: { because: string } | { cites: string[] }) => void
}) {
  const { citations } = useItemForm()
  return (
    <div className="grid gap-1">
      <ProseField
        field={`${field} because`}
        label={label}
        value={reason.because}
        onType={(because) => onChange({ because })}
      />
      {reason.cites.map((locator) => {
        const citation = citations.get(locator)
        return citation === undefined ? null : (
          <p key={locator} className="flex flex-wrap items-center gap-x-3 text-sm">
            <span className="text-muted">To be checked at</span> <CitationLink citation={citation} />
            <LineButton
              label={`Take out ${citation.place}`}
              onPress={() => onChange({ cites: reason.cites.filter((other) => other !== locator) })}
            >
              Take out
            </LineButton>
          </p>
        )
      })}
    </div>
  )
}

/** A reason in other words is its author's, whatever proved the one before. */
export function withReason<Part extends Reason>(change: { because: string } | { cites: string[] }): Partial<Part> {
  return ('because' in change ? { ...change, proof: 'authored' } : change) as Partial<Part>
}

/** Wrong answers that somebody may well type, each with the reason that they are then told. */
export function MisreadingFields({
  prefix = '',
  misreadings,
  isNumeric = false,
  onChange,
}: {
  prefix?: string
  misreadings: readonly MisreadingDraft[]
  isNumeric?: boolean
  onChange: (misreadings: MisreadingDraft[]) => void
}) {
  const { focus } = useItemForm()
  const name = isNumeric ? 'Wrong number' : 'Wrong answer'
  return (
    <FieldGroup
      title={`${name}s that one may well give`}
      hint="Whoever gives one of them is told why it is wrong. There need not be any."
    >
      {misreadings.map((misreading, index) => (
        <div key={misreading.id} className="grid gap-2 border-line border-l-2 pl-4">
          <ShortField
            field={`${prefix}misreading ${misreading.id} text`}
            label={`${name} ${index + 1}`}
            value={misreading.text}
            onType={(text) => onChange(withChange(misreadings, misreading.id, { text, proof: 'authored' }))}
            {...(isNumeric ? { inputMode: 'decimal' as const } : {})}
          />
          <ReasonField
            field={`${prefix}misreading ${misreading.id}`}
            label="Why it is wrong"
            reason={misreading}
            onChange={(change) => onChange(withChange(misreadings, misreading.id, withReason(change)))}
          />
          <LineButton
            label={`Remove ${name.toLowerCase()} ${index + 1}`}
            onPress={() => {
              onChange(without(misreadings, misreading.id))
              focus(`${prefix}misreadings`)
            }}
          >
            Remove
          </LineButton>
        </div>
      ))}
      <AddButton
        field={`${prefix}misreadings`}
        onAdd={() => {
          const added = emptyMisreading(newPartId())
          onChange([...misreadings, added])
          focus(`${prefix}misreading ${added.id} text`)
        }}
      >
        Add a {name.toLowerCase()}
      </AddButton>
      <Problem field={`${prefix}misreadings`} />
    </FieldGroup>
  )
}
