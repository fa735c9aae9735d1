'use client'

import { emptyLine, type TypedKeyDraft } from '../draft.ts'
import { AddButton, FieldGroup, LineButton, Problem, ShortField, TickField } from './fields.tsx'
import { newPartId, useItemForm } from './form-context.tsx'
import { withChange, without } from './lines.ts'
import { MisreadingFields } from './reason-fields.tsx'

/** What counts as right where an answer is typed. */
export function TypedKeyFields({
  prefix = '',
  typedKey,
  onChange,
}: {
  prefix?: string
  typedKey: TypedKeyDraft
  onChange: (change: Partial<TypedKeyDraft>) => void
}) {
  const { focus } = useItemForm()
  const { accepted, toleratesTypos, misreadings } = typedKey
  return (
    <>
      <FieldGroup
        title="Right answers"
        hint="The first is the one that is shown. Case, accents, punctuation and a leading article never matter."
      >
        {accepted.map(({ id, text }, index) => (
          <div key={id} className="grid gap-1">
            <ShortField
              field={`${prefix}accepted ${id} text`}
              label={index === 0 ? 'Right answer' : `Also right ${index}`}
              value={text}
              onType={(typed) => onChange({ accepted: withChange(accepted, id, { text: typed }) })}
            />
            {accepted.length === 1 ? null : (
              <div>
                <LineButton
                  label={`Remove right answer ${index + 1}`}
                  onPress={() => {
                    onChange({ accepted: without(accepted, id) })
                    focus(`${prefix}accepted`)
                  }}
                >
                  Remove
                </LineButton>
              </div>
            )}
          </div>
        ))}
        <AddButton
          field={`${prefix}accepted`}
          onAdd={() => {
            const added = emptyLine(newPartId())
            onChange({ accepted: [...accepted, added] })
            focus(`${prefix}accepted ${added.id} text`)
          }}
        >
          Add another that is right
        </AddButton>
        <Problem field={`${prefix}accepted`} />
        <TickField
          field={`${prefix}typos`}
          label="Overlook small typing errors. Leave this off for short forms, where one letter is another name."
          isTicked={toleratesTypos}
          onTick={(isTicked) => onChange({ toleratesTypos: isTicked })}
        />
      </FieldGroup>
      <MisreadingFields
        prefix={prefix}
        misreadings={misreadings}
        onChange={(changed) => onChange({ misreadings: changed })}
      />
    </>
  )
}
