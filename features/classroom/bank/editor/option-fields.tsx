'use client'

import { emptyOption, type OptionDraft } from '../draft.ts'
import { mostParts } from '../draft-problems.ts'
import { AddButton, FieldGroup, LineButton, Problem, ProseField, RightMark, TickField } from './fields.tsx'
import { newPartId, useItemForm } from './form-context.tsx'
import { withChange, without } from './lines.ts'
import { ReasonField, withReason } from './reason-fields.tsx'

/** Options to choose from: which are right, and why the others are wrong. */
export function OptionFields({
  prefix = '',
  kind,
  options,
  keys,
  atLeast,
  onChange,
}: {
  /** What the names of its fields begin with. */
  prefix?: string
  kind: 'one' | 'several'
  options: readonly OptionDraft[]
  keys: readonly string[]
  atLeast: number
  onChange: (options: OptionDraft[], keys: string[]) => void
}) {
  const { focus } = useItemForm()
  const change = (id: string, changed: Partial<OptionDraft>) => onChange(withChange(options, id, changed), [...keys])
  function mark(id: string) {
    if (kind === 'one') onChange([...options], [id])
    else onChange([...options], keys.includes(id) ? keys.filter((key) => key !== id) : [...keys, id])
  }
  return (
    <FieldGroup
      title="Options"
      hint={`Mark ${kind === 'one' ? 'the one that is right' : 'all that are right'}. Learners see them in another order each time.`}
    >
      <Problem field={`${prefix}key`} />
      {options.map((option, index) => {
        const isRight = keys.includes(option.id)
        const field = `${prefix}option ${option.id}`
        return (
          <div key={option.id} className={`grid gap-2 border-l-2 pl-4 ${isRight ? 'border-correct' : 'border-line'}`}>
            <ProseField
              field={`${field} text`}
              label={`Option ${index + 1}`}
              value={option.text}
              onType={(text) => change(option.id, { text, proof: 'authored' })}
            />
            {isRight ? null : (
              <ReasonField
                field={field}
                label="Why it is wrong"
                reason={option}
                onChange={(changed) => change(option.id, withReason(changed))}
              />
            )}
            <div className="flex flex-wrap items-center gap-x-5">
              <RightMark
                field={index === 0 ? `${prefix}key` : `${field} right`}
                kind={kind}
                group={prefix}
                label={`Option ${index + 1}`}
                isRight={isRight}
                onMark={() => mark(option.id)}
              />
              <TickField
                field={`${field} last`}
                label={<span className="text-sm">Always last, as “None of these” is</span>}
                isTicked={option.staysLast}
                onTick={(staysLast) => change(option.id, { staysLast })}
              />
              {options.length <= atLeast ? null : (
                <LineButton
                  label={`Remove option ${index + 1}`}
                  onPress={() => {
                    onChange(
                      without(options, option.id),
                      keys.filter((key) => key !== option.id),
                    )
                    focus(`${prefix}options`)
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
          field={`${prefix}options`}
          onAdd={() => {
            const added = emptyOption(newPartId())
            onChange([...options, added], [...keys])
            focus(`${prefix}option ${added.id} text`)
          }}
        >
          Add an option
        </AddButton>
      )}
    </FieldGroup>
  )
}
