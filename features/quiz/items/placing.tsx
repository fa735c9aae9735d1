'use client'

import { useId } from 'react'
import { SelectField } from '@/components/field.tsx'
import type { Feedback } from '../feedback.ts'
import type { PublicOption } from './core.ts'
import { SlotMark, slotFrame } from './marks.tsx'
import { Stem } from './stem.tsx'

/** Several things, each to be given one of the same places. */
export function Placing({
  stem,
  instruction,
  things,
  places,
  given,
  onPlace,
  feedback,
}: {
  stem: string
  instruction: string
  things: readonly PublicOption[]
  places: readonly PublicOption[]
  /** The place by thing. */
  given: Readonly<Record<string, string>>
  onPlace: (given: Record<string, string>) => void
  feedback: Feedback | null
}) {
  const id = useId()
  // Side by side only where no place would be cut off.
  const columns = places.every(({ text }) => text.length <= 28) ? '@lg:grid-cols-2 @lg:items-center @lg:gap-4' : ''
  return (
    <fieldset className="@container min-w-0">
      <legend className="mb-4 w-full">
        <Stem instruction={instruction}>{stem}</Stem>
      </legend>
      <ul className="grid gap-2.5">
        {things.map((thing) => {
          const slot = feedback?.slots.find(({ slotId }) => slotId === thing.id)
          return feedback === null ? (
            <li key={thing.id} className={`grid gap-2 rounded-lg border border-line bg-surface px-4 py-3 ${columns}`}>
              <label htmlFor={`${id}-${thing.id}`} className="leading-snug">
                {thing.text}
              </label>
              <SelectField
                id={`${id}-${thing.id}`}
                options={places}
                value={given[thing.id] ?? ''}
                onChoose={(placeId) => onPlace({ ...given, [thing.id]: placeId })}
                className="w-full"
              />
            </li>
          ) : (
            <li key={thing.id} className={slotFrame(slot)}>
              <p className="mb-1 leading-snug font-semibold">{thing.text}</p>
              <SlotMark
                feedback={feedback}
                slot={slot}
                given={places.find((place) => place.id === given[thing.id])?.text}
                optionId={given[thing.id]}
              />
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}
