'use client'

import { emptyChosenGap, emptyTypedGap, type GapDraft } from '../../draft.ts'
import { fewest, mostParts } from '../../draft-problems.ts'
import { AddButton, FieldGroup, LineButton, Problem, ProseField } from '../fields.tsx'
import { newPartId, useItemForm } from '../form-context.tsx'
import type { KindFieldsProps } from '../kind-fields.tsx'
import { withChange } from '../lines.ts'
import { OptionFields } from '../option-fields.tsx'
import { TypedKeyFields } from '../typed-key-fields.tsx'

/** The text as it is read: a piece, a gap, a piece, and so on. */
export function ClozeFields({ draft, onChange }: KindFieldsProps<'cloze'>) {
  const { focus } = useItemForm()
  const { stem, pieces, gaps } = draft
  function add(gap: GapDraft, first: string) {
    onChange({ gaps: [...gaps, gap], pieces: [...pieces, ''] })
    focus(first)
  }
  /** What stood around it becomes one piece. */
  function remove(index: number) {
    onChange({
      gaps: gaps.filter((_, at) => at !== index),
      pieces: [...pieces.slice(0, index), [pieces[index], pieces[index + 1]].join(''), ...pieces.slice(index + 2)],
    })
    focus(`piece ${index}`)
  }
  return (
    <>
      <ProseField field="stem" label="What is to be done" value={stem} onType={(text) => onChange({ stem: text })} />
      <FieldGroup title="Text" hint="Blanks before and after a gap are kept as you type them.">
        {pieces.map((piece, index) => {
          const gap = gaps[index]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is nothing but its place between the gaps
            <div key={index} className="grid gap-3">
              <ProseField
                field={`piece ${index}`}
                label={index === 0 ? 'Text before gap 1' : `Text after gap ${index}`}
                value={piece}
                onType={(text) => onChange({ pieces: pieces.map((other, at) => (at === index ? text : other)) })}
              />
              {gap === undefined ? null : (
                <div className="grid gap-4 rounded-card border border-line bg-sunken p-4">
                  <p className="flex flex-wrap items-center justify-between gap-x-4 font-semibold">
                    Gap {index + 1}, {gap.kind === 'typed' ? 'to type in' : 'to choose for'}
                    {gaps.length <= fewest.gaps ? null : (
                      <LineButton label={`Remove gap ${index + 1}`} onPress={() => remove(index)}>
                        Remove
                      </LineButton>
                    )}
                  </p>
                  {gap.kind === 'typed' ? (
                    <TypedKeyFields
                      prefix={`gap ${gap.id} `}
                      typedKey={gap}
                      onChange={(change) => onChange({ gaps: withChange<GapDraft>(gaps, gap.id, change) })}
                    />
                  ) : (
                    <OptionFields
                      prefix={`gap ${gap.id} `}
                      kind="one"
                      options={gap.options}
                      keys={[gap.key]}
                      atLeast={fewest.options}
                      onChange={(options, [key = '']) =>
                        onChange({ gaps: withChange<GapDraft>(gaps, gap.id, { options, key }) })
                      }
                    />
                  )}
                </div>
              )}
            </div>
          )
        })}
        {gaps.length >= mostParts ? null : (
          <div className="flex flex-wrap gap-3">
            <AddButton
              field="gaps"
              onAdd={() => {
                const gap = emptyTypedGap(newPartId)
                add(gap, `gap ${gap.id} accepted ${gap.accepted[0]?.id} text`)
              }}
            >
              Add a gap to type in
            </AddButton>
            <AddButton
              field="gaps chosen"
              onAdd={() => {
                const gap = emptyChosenGap(newPartId)
                add(gap, `gap ${gap.id} option ${gap.options[0]?.id} text`)
              }}
            >
              Add a gap to choose for
            </AddButton>
          </div>
        )}
        <Problem field="gaps" />
      </FieldGroup>
    </>
  )
}
