'use client'

import { Fragment, type ReactNode, useId } from 'react'
import { SelectField, TextField } from '@/components/field.tsx'
import type { Feedback, SlotFeedback } from '../../feedback.ts'
import { SlotMark, slotFrame } from '../marks.tsx'
import { Stem } from '../stem.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { ClozeResponse, PublicClozeGap, PublicClozeItem } from './schema.ts'

export function ClozeView({
  item: { stem, pieces, gaps },
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicClozeItem, ClozeResponse>) {
  const id = useId()
  const given = response?.gaps ?? {}
  const nameOf = (index: number) => (gaps.length === 1 ? 'Gap' : `Gap ${index + 1} of ${gaps.length}`)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 w-full">
        <Stem>{stem}</Stem>
      </legend>
      <Passage pieces={pieces} isOpen={feedback === null}>
        {gaps.map((gap, index) =>
          feedback === null ? (
            <OpenGap
              key={gap.id}
              gap={gap}
              name={nameOf(index)}
              describedBy={id}
              value={given[gap.id] ?? ''}
              onFill={(value) => onRespond({ gaps: { ...given, [gap.id]: value } })}
            />
          ) : (
            <MarkedGap
              key={gap.id}
              isKeyShown={feedback.isKeyShown}
              slot={slotOf(feedback, gap)}
              given={filledText(gap, given[gap.id])}
            />
          ),
        )}
      </Passage>
      <p id={id} hidden>
        {pieces.join(' … ')}
      </p>
      {feedback === null ? null : (
        <ul className="mt-5 grid gap-2.5 empty:hidden">
          {gaps.map((gap, index) => {
            const slot = slotOf(feedback, gap)
            return isQuiteRight(slot) ? null : (
              <li key={gap.id} className={slotFrame(slot)}>
                {gaps.length === 1 ? null : <p className="text-sm text-muted">{nameOf(index)}</p>}
                <SlotMark
                  feedback={feedback}
                  slot={slot}
                  given={filledText(gap, given[gap.id])}
                  optionId={given[gap.id]}
                />
              </li>
            )
          })}
        </ul>
      )}
    </fieldset>
  )
}

/** The text with what stands in its gaps; wide lines where the gaps are fields. */
function Passage({ pieces, isOpen, children }: { pieces: readonly string[]; isOpen: boolean; children: ReactNode[] }) {
  return (
    <p className={`font-serif text-lg ${isOpen ? 'leading-[3.25rem]' : 'leading-relaxed'}`}>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
        <Fragment key={index}>
          {piece}
          {children[index]}
        </Fragment>
      ))}
    </p>
  )
}

function OpenGap({
  gap,
  name,
  describedBy,
  value,
  onFill,
}: {
  gap: PublicClozeGap
  name: string
  describedBy: string
  value: string
  onFill: (value: string) => void
}) {
  const names = { 'aria-label': name, 'aria-describedby': describedBy, value }
  return gap.kind === 'chosen' ? (
    <SelectField {...names} options={gap.options} onChoose={onFill} className="field-sizing-content" />
  ) : (
    <TextField {...names} maxLength={300} onType={onFill} className="field-sizing-content min-w-32" />
  )
}

/** What was filled in and, where that is not quite right, what belongs there. */
function MarkedGap({
  isKeyShown,
  slot,
  given,
}: {
  isKeyShown: boolean
  slot: SlotFeedback | undefined
  given: string
}) {
  if (!isKeyShown && slot?.credit !== 1) {
    return (
      <span className="border-incorrect border-b-2 font-semibold text-incorrect">
        <span aria-hidden="true">✗&nbsp;</span>
        <span className="sr-only">your answer, not right: </span>
        {given}
      </span>
    )
  }
  return (
    <>
      {isQuiteRight(slot) ? null : (
        <del className="text-muted">
          <span className="sr-only">your answer: </span>
          {given}
        </del>
      )}{' '}
      <ins className="border-correct border-b-2 font-semibold text-correct no-underline">
        <span aria-hidden="true">✓&nbsp;</span>
        <span className="sr-only">{isQuiteRight(slot) ? 'your answer, right: ' : 'the right answer: '}</span>
        {isQuiteRight(slot) ? given : slot?.keyText}
      </ins>
    </>
  )
}

/** Right, and spelt as it should be: there is nothing to add. */
function isQuiteRight(slot: SlotFeedback | undefined): boolean {
  return slot?.credit === 1 && !slot.isClose
}

function slotOf(feedback: Feedback, gap: PublicClozeGap): SlotFeedback | undefined {
  return feedback.slots.find(({ slotId }) => slotId === gap.id)
}

function filledText(gap: PublicClozeGap, value = ''): string {
  return gap.kind === 'chosen' ? (gap.options.find(({ id }) => id === value)?.text ?? '') : value
}
