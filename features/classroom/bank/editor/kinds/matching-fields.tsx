'use client'

import { emptyLine, emptyPlaced } from '../../draft.ts'
import { fewest, mostParts } from '../../draft-problems.ts'
import { AddButton, FieldGroup, LineButton, Problem, ProseField } from '../fields.tsx'
import { newPartId, useItemForm } from '../form-context.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { withChange, without } from '../lines.ts'
import { ReasonField } from '../reason-fields.tsx'

/** Two things on a line that belong together; learners see each side in an order of its own. */
export function MatchingFields({ draft, onChange }: KindFieldsProps<'matching'>) {
  const { focus } = useItemForm()
  const { stem, prompts, choices } = draft
  return (
    <>
      <ProseField field="stem" label="Question" value={stem} onType={(text) => onChange({ stem: text })} />
      <FieldGroup title="Pairs" hint="Each has one that goes with it, and each of those is used once.">
        {prompts.map((prompt, index) => (
          <div key={prompt.id} className="grid gap-2 border-line border-l-2 pl-4">
            <div className="grid gap-3 sm:grid-cols-2">
              <ProseField
                field={`prompt ${prompt.id} text`}
                label={`Pair ${index + 1}`}
                value={prompt.text}
                onType={(text) => onChange({ prompts: withChange(prompts, prompt.id, { text }) })}
              />
              <ProseField
                field={`choice ${prompt.key} text`}
                label="Goes with"
                value={choices.find(({ id }) => id === prompt.key)?.text ?? ''}
                onType={(text) => onChange({ choices: withChange(choices, prompt.key, { text }) })}
              />
            </div>
            <ReasonField
              field={`prompt ${prompt.id}`}
              label="Why they belong together"
              reason={prompt}
              onChange={(change) => onChange({ prompts: withChange(prompts, prompt.id, change) })}
            />
            {prompts.length <= fewest.prompts ? null : (
              <div>
                <LineButton
                  label={`Remove pair ${index + 1}`}
                  onPress={() => {
                    onChange({ prompts: without(prompts, prompt.id), choices: without(choices, prompt.key) })
                    focus('prompts')
                  }}
                >
                  Remove
                </LineButton>
              </div>
            )}
          </div>
        ))}
        {prompts.length >= mostParts ? null : (
          <AddButton
            field="prompts"
            onAdd={() => {
              const choice = emptyLine(newPartId())
              const prompt = { ...emptyPlaced(newPartId()), key: choice.id }
              onChange({ prompts: [...prompts, prompt], choices: [...choices, choice] })
              focus(`prompt ${prompt.id} text`)
            }}
          >
            Add a pair
          </AddButton>
        )}
        <Problem field="prompts" />
      </FieldGroup>
    </>
  )
}
