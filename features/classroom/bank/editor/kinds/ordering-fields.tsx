'use client'

import { emptyLine } from '../../draft.ts'
import { fewest, mostParts } from '../../draft-problems.ts'
import { AddButton, FieldGroup, LineButton, ProseField } from '../fields.tsx'
import { newPartId, useItemForm } from '../form-context.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { moved, withChange, without } from '../lines.ts'

export function OrderingFields({ draft, onChange }: KindFieldsProps<'ordering'>) {
  const { focus } = useItemForm()
  const { stem, entries } = draft
  function move(id: string, by: 1 | -1) {
    onChange({ entries: moved(entries, id, by) })
    focus(`entry ${id} text`)
  }
  return (
    <>
      <ProseField
        field="stem"
        label="Question"
        hint="Say which comes on top, such as “the first on top”."
        value={stem}
        onType={(text) => onChange({ stem: text })}
      />
      <FieldGroup title="Entries" hint="In the right order. Learners see them in another.">
        {entries.map(({ id, text }, index) => (
          <div key={id} className="grid gap-1 border-line border-l-2 pl-4">
            <ProseField
              field={`entry ${id} text`}
              label={`Entry ${index + 1}`}
              value={text}
              onType={(typed) => onChange({ entries: withChange(entries, id, { text: typed }) })}
            />
            <div className="flex flex-wrap gap-x-2">
              {index === 0 ? null : (
                <LineButton label={`Move entry ${index + 1} up`} onPress={() => move(id, -1)}>
                  Up
                </LineButton>
              )}
              {index === entries.length - 1 ? null : (
                <LineButton label={`Move entry ${index + 1} down`} onPress={() => move(id, 1)}>
                  Down
                </LineButton>
              )}
              {entries.length <= fewest.entries ? null : (
                <LineButton
                  label={`Remove entry ${index + 1}`}
                  onPress={() => {
                    onChange({ entries: without(entries, id) })
                    focus('entries')
                  }}
                >
                  Remove
                </LineButton>
              )}
            </div>
          </div>
        ))}
        {entries.length >= mostParts ? null : (
          <AddButton
            field="entries"
            onAdd={() => {
              const added = emptyLine(newPartId())
              onChange({ entries: [...entries, added] })
              focus(`entry ${added.id} text`)
            }}
          >
            Add an entry
          </AddButton>
        )}
      </FieldGroup>
    </>
  )
}
