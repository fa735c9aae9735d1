'use client'

import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { type ReactNode, useId, useState } from 'react'
import { Mark } from '@/components/mark.tsx'
import type { SlotFeedback } from '../../feedback.ts'
import { outcomeOf } from '../../outcome.ts'
import type { PublicOption } from '../core.ts'
import { slotFrame } from '../marks.tsx'
import { Stem } from '../stem.tsx'
import type { ItemViewProps } from '../view-props.ts'
import type { OrderingResponse, PublicOrderingItem } from './schema.ts'

/** The order shown at first is nobody's answer: it becomes one by moving an entry or by saying so. */
export function OrderingView({
  item: { stem, entries },
  response,
  onRespond,
  feedback,
}: ItemViewProps<PublicOrderingItem, OrderingResponse>) {
  // What is shown before it is an answer, and after it has been taken back.
  const [arranged, setArranged] = useState(() => entries.map(({ id }) => id))
  const order = response?.order ?? arranged
  const inOrder = (ids: readonly string[]) => ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
  const slot = feedback?.slots[0]
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 w-full">
        <Stem>{stem}</Stem>
      </legend>
      {slot === undefined ? (
        <div className="grid gap-3">
          <Movable
            entries={inOrder(order)}
            onMove={(moved) => {
              setArranged(moved)
              onRespond({ order: moved })
            }}
          />
          <label className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={response !== null}
              onChange={(event) => {
                setArranged(order)
                onRespond(event.target.checked ? { order } : null)
              }}
              className="size-4 shrink-0"
            />
            This is my order
          </label>
        </div>
      ) : (
        <MarkedOrder
          given={inOrder(response?.order ?? [])}
          slot={slot}
          right={feedback?.isKeyShown ? inOrder(slot.keyOptionIds) : null}
        />
      )}
    </fieldset>
  )
}

/**
 * Entries with buttons that move them: the focus goes along with the entry, and its new place is said. Pointing devices
 * may drag them by their grip as well, which is quicker on a phone; nothing needs it.
 */
function Movable({ entries, onMove }: { entries: readonly PublicOption[]; onMove: (order: string[]) => void }) {
  const [said, setSaid] = useState('')
  function move({ id, text }: PublicOption, from: number, to: number) {
    if (to < 0 || to === entries.length) return
    const order = entries.map((entry) => entry.id).filter((other) => other !== id)
    onMove(order.toSpliced(to, 0, id))
    setSaid(`${text}: from ${from + 1} to ${to + 1} of ${entries.length}`)
  }
  const placeOf = (id: unknown) => entries.findIndex((entry) => entry.id === id)
  return (
    <>
      <DndContext
        id={useId()}
        sensors={useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))}
        collisionDetection={closestCenter}
        accessibility={{ announcements: silence }}
        onDragEnd={({ active, over }) => {
          const entry = entries[placeOf(active.id)]
          if (entry !== undefined && over !== null && over.id !== active.id) {
            move(entry, placeOf(active.id), placeOf(over.id))
          }
        }}
      >
        <SortableContext items={entries.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="grid gap-2.5">
            {entries.map((entry, index) => (
              <Entry key={entry.id} entry={entry} index={index}>
                <MoveButton
                  label={`Move up: ${entry.text}`}
                  sign="↑"
                  isAtEnd={index === 0}
                  onClick={() => move(entry, index, index - 1)}
                />
                <MoveButton
                  label={`Move down: ${entry.text}`}
                  sign="↓"
                  isAtEnd={index === entries.length - 1}
                  onClick={() => move(entry, index, index + 1)}
                />
              </Entry>
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  )
}

/** At the end of its way it stays a button, so that the focus stays on it. */
const unsaid = () => undefined
/** Where an entry has come to is said once it is there, by us. */
const silence = { onDragStart: unsaid, onDragOver: unsaid, onDragEnd: unsaid, onDragCancel: unsaid }

function Entry({ entry, index, children }: { entry: PublicOption; index: number; children: ReactNode }) {
  // Without the attributes: for a keyboard and for a screen reader there are the buttons.
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: entry.id,
  })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform === null ? undefined : `translateY(${transform.y}px)`, transition }}
      className={`flex min-h-12 items-center gap-3 rounded-lg border bg-surface py-1.5 pr-1.5 ${isDragging ? 'relative z-10 border-accent shadow-lg' : 'border-line'}`}
    >
      <span
        ref={setActivatorNodeRef}
        {...listeners}
        aria-hidden="true"
        data-grip
        className="grid min-h-11 shrink-0 cursor-grab touch-none place-items-center pl-3 text-edge"
      >
        ⠿
      </span>
      <Place index={index} />
      <span className="min-w-0 grow leading-snug">{entry.text}</span>
      <span className="flex shrink-0 gap-1.5">{children}</span>
    </li>
  )
}

function MoveButton({
  label,
  sign,
  isAtEnd,
  onClick,
}: {
  label: string
  sign: string
  isAtEnd: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isAtEnd}
      onClick={onClick}
      className="grid size-11 place-items-center rounded-lg border border-edge bg-surface font-semibold hover:border-accent hover:text-accent aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:text-muted"
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}

const orderWords = {
  right: 'Your order, right',
  partly: 'Your order, partly right',
  wrong: 'Your order, not right',
}

/** The order given, with what counts: whether each entry comes directly after the right one. Then the right order. */
function MarkedOrder({
  given,
  right,
  slot,
}: {
  given: readonly PublicOption[]
  /** Nothing where it is kept back. */
  right: readonly PublicOption[] | null
  slot: SlotFeedback
}) {
  const outcome = outcomeOf(slot.credit)
  const isNext = (right: readonly PublicOption[], index: number) => {
    const before = right.findIndex(({ id }) => id === given[index - 1]?.id)
    return right[before + 1]?.id === given[index]?.id
  }
  return (
    <div className="grid gap-4">
      <div className={slotFrame(slot)}>
        <p className="mb-2">
          <Mark kind={outcome}>{orderWords[outcome]}</Mark>
        </p>
        <ol className="grid gap-2">
          {given.map((entry, index) => (
            <li key={entry.id} className="flex gap-3">
              <Place index={index} />
              <span className="min-w-0">
                <span className="block leading-snug">{entry.text}</span>
                {index === 0 || outcome === 'right' || right === null ? null : (
                  <Mark kind={isNext(right, index) ? 'right' : 'wrong'}>
                    {isNext(right, index) ? 'Comes next, right' : 'Comes next, not right'}
                  </Mark>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {outcome === 'right' || right === null ? null : (
        <div className="rounded-lg border border-correct border-dashed bg-surface px-4 py-3">
          <p className="mb-2">
            <Mark kind="right">The right order</Mark>
          </p>
          <ol className="grid gap-2">
            {right.map((entry, index) => (
              <li key={entry.id} className="flex gap-3">
                <Place index={index} />
                <span className="min-w-0 leading-snug">{entry.text}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

/** The number of a place, for the eye: a list tells it to everybody else. */
function Place({ index }: { index: number }) {
  return (
    <span aria-hidden="true" className="w-5 shrink-0 text-center font-semibold text-muted tabular-nums">
      {index + 1}
    </span>
  )
}
