'use client'

import { emptySpeaker } from '../../draft.ts'
import { fewest, mostParts } from '../../draft-problems.ts'
import { AddButton, FieldGroup, LineButton, Problem, ProseField, RightMark, ShortField } from '../fields.tsx'
import { newPartId, useItemForm } from '../form-context.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { withChange, without } from '../lines.ts'
import { ReasonField, withReason } from '../reason-fields.tsx'

export function QuoteAttributionFields({ draft, onChange }: KindFieldsProps<'quote-attribution'>) {
  const { focus } = useItemForm()
  const { words, about, options, key } = draft
  return (
    <>
      <ProseField
        field="words"
        label="Quoted words"
        hint="Without quotation marks."
        value={words}
        onType={(text) => onChange({ words: text })}
      />
      <ShortField
        field="about"
        label="What they are about"
        value={about}
        onType={(text) => onChange({ about: text })}
      />
      <FieldGroup title="Speakers" hint="Mark whose words they are.">
        <Problem field="key" />
        {options.map((option, index) => {
          const isRight = option.id === key
          const change = (changed: Partial<typeof option>) =>
            onChange({ options: withChange(options, option.id, changed) })
          return (
            <div key={option.id} className={`grid gap-2 border-l-2 pl-4 ${isRight ? 'border-correct' : 'border-line'}`}>
              <div className="grid gap-3 sm:grid-cols-2">
                <ShortField
                  field={`option ${option.id} text`}
                  label={`Speaker ${index + 1}`}
                  value={option.name}
                  onType={(name) => change({ name, proof: 'authored' })}
                />
                <ShortField
                  field={`option ${option.id} office`}
                  label="Office, if any"
                  value={option.office}
                  onType={(office) => change({ office })}
                />
              </div>
              {isRight ? null : (
                <ReasonField
                  field={`option ${option.id}`}
                  label="Why they are not theirs"
                  reason={option}
                  onChange={(changed) => change(withReason(changed))}
                />
              )}
              <div className="flex flex-wrap items-center gap-x-5">
                <RightMark
                  field={index === 0 ? 'key' : `option ${option.id} right`}
                  kind="one"
                  group=""
                  label={`Speaker ${index + 1}`}
                  isRight={isRight}
                  onMark={() => onChange({ key: option.id })}
                />
                {options.length <= fewest.speakers ? null : (
                  <LineButton
                    label={`Remove speaker ${index + 1}`}
                    onPress={() => {
                      onChange({ options: without(options, option.id), key: isRight ? '' : key })
                      focus('options')
                    }}
                  >
                    Remove
                  </LineButton>
                )}
              </div>
            </div>
          )
        })}
        {options.length >= mostParts ? null : (
          <AddButton
            field="options"
            onAdd={() => {
              const added = emptySpeaker(newPartId())
              onChange({ options: [...options, added] })
              focus(`option ${added.id} text`)
            }}
          >
            Add a speaker
          </AddButton>
        )}
      </FieldGroup>
    </>
  )
}
