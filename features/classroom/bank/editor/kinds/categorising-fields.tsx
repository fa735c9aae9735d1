'use client'

import { emptyLine, emptyPlaced } from '../../draft.ts'
import { fewest, mostParts } from '../../draft-problems.ts'
import { AddButton, ChoiceField, FieldGroup, LineButton, ProseField } from '../fields.tsx'
import { newPartId, useItemForm } from '../form-context.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { withChange, without } from '../lines.ts'
import { ReasonField } from '../reason-fields.tsx'

export function CategorisingFields({ draft, onChange }: KindFieldsProps<'categorising'>) {
  const { focus } = useItemForm()
  const { stem, categories, entries } = draft
  const named = categories.map(({ id, text }, index) => ({ id, name: text.trim() || `Category ${index + 1}` }))
  return (
    <>
      <ProseField field="stem" label="Question" value={stem} onType={(text) => onChange({ stem: text })} />
      <FieldGroup title="Categories">
        {categories.map(({ id, text }, index) => (
          <div key={id} className="grid gap-1 border-line border-l-2 pl-4">
            <ProseField
              field={`category ${id} text`}
              label={`Category ${index + 1}`}
              value={text}
              onType={(typed) => onChange({ categories: withChange(categories, id, { text: typed }) })}
            />
            {categories.length <= fewest.categories ? null : (
              <div>
                <LineButton
                  label={`Remove category ${index + 1}`}
                  onPress={() => {
                    onChange({ categories: without(categories, id) })
                    focus('categories')
                  }}
                >
                  Remove
                </LineButton>
              </div>
            )}
          </div>
        ))}
        {categories.length >= mostParts ? null : (
          <AddButton
            field="categories"
            onAdd={() => {
              const added = emptyLine(newPartId())
              onChange({ categories: [...categories, added] })
              focus(`category ${added.id} text`)
            }}
          >
            Add a category
          </AddButton>
        )}
      </FieldGroup>
      <FieldGroup title="Entries" hint="A category may hold several, or none.">
        {entries.map((entry, index) => (
          <div key={entry.id} className="grid gap-2 border-line border-l-2 pl-4">
            <div className="grid gap-3 sm:grid-cols-2">
              <ProseField
                field={`entry ${entry.id} text`}
                label={`Entry ${index + 1}`}
                value={entry.text}
                onType={(text) => onChange({ entries: withChange(entries, entry.id, { text }) })}
              />
              <ChoiceField
                field={`entry ${entry.id} key`}
                label="Belongs to"
                empty="Choose…"
                options={named}
                value={entry.key}
                onType={(key) => onChange({ entries: withChange(entries, entry.id, { key }) })}
              />
            </div>
            <ReasonField
              field={`entry ${entry.id}`}
              label="Why it belongs there"
              reason={entry}
              onChange={(change) => onChange({ entries: withChange(entries, entry.id, change) })}
            />
            {entries.length <= fewest.entries ? null : (
              <div>
                <LineButton
                  label={`Remove entry ${index + 1}`}
                  onPress={() => {
                    onChange({ entries: without(entries, entry.id) })
                    focus('entries')
                  }}
                >
                  Remove
                </LineButton>
              </div>
            )}
          </div>
        ))}
        {entries.length >= mostParts ? null : (
          <AddButton
            field="entries"
            onAdd={() => {
              const added = emptyPlaced(newPartId())
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
