'use client'

import Link from 'next/link'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { makeCardHref } from '@/features/catalog/make-card-link.tsx'
import type { StudySettings } from './settings.ts'

/** What can be done with a card besides grading it. The keys are Anki's. */
export type CardCommand = 'note' | 'bury' | 'bury-siblings' | 'suspend' | 'mark' | 'info' | 'options'

export const commandOfKey: Readonly<Record<string, CardCommand>> = {
  e: 'note',
  '-': 'bury',
  '=': 'bury-siblings',
  '@': 'suspend',
  '*': 'mark',
  i: 'info',
  o: 'options',
}

const names: Record<CardCommand, string> = {
  note: 'Note',
  mark: 'Mark',
  bury: 'Bury until tomorrow',
  'bury-siblings': 'Bury it and its siblings',
  suspend: 'Suspend',
  info: 'How it stands',
  options: 'Options',
}
const order: readonly CardCommand[] = ['note', 'mark', 'bury', 'bury-siblings', 'suspend', 'info', 'options']
const keyOf = new Map(Object.entries(commandOfKey).map(([key, command]) => [command, key]))

const commandShape = 'min-h-11 rounded-lg border border-edge bg-surface px-3 hover:border-accent hover:text-accent'

/** The commands as buttons, for whoever does not use the keys. */
export function CardMenu({
  factId,
  isMarked,
  onCommand,
}: {
  factId: string | null
  isMarked: boolean
  onCommand: (command: CardCommand) => void
}) {
  return (
    <details className="text-sm">
      <summary className="min-h-11 py-2 text-muted">More for this card</summary>
      <ul className="flex flex-wrap gap-2">
        {order.map((command) => (
          <li key={command}>
            <button type="button" className={commandShape} onClick={() => onCommand(command)}>
              {command === 'mark' && isMarked ? 'Take the mark away' : names[command]}
              <span aria-hidden="true" className="ml-2 hidden text-muted sm:inline">
                {keyOf.get(command)}
              </span>
            </button>
          </li>
        ))}
        {factId === null ? null : (
          <li>
            <Link href={makeCardHref(factId)} prefetch={false} className={`${commandShape} inline-flex items-center`}>
              Make a card of this
            </Link>
          </li>
        )}
      </ul>
    </details>
  )
}

/** A dialog over the session; closing it is never a loss. */
export function SessionDialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id={titleId} className="mb-4 text-2xl">
        {title}
      </h2>
      {children}
    </dialog>
  )
}

/** How the card stands, and its siblings. */
export function InfoDialog({
  info,
  onClose,
}: {
  info: readonly { name: string; value: string }[]
  onClose: () => void
}) {
  return (
    <SessionDialog title="How this card stands" onClose={onClose}>
      <dl className="grid gap-2">
        {info.map(({ name, value }) => (
          <div key={name} className="flex justify-between gap-6">
            <dt className="text-muted">{name}</dt>
            <dd className="shrink-0 font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <CloseButton />
    </SessionDialog>
  )
}

/** The learner's own words on a card. */
export function NoteDialog({
  note: before,
  onSave,
  onClose,
}: {
  note: string
  onSave: (note: string) => void
  onClose: () => void
}) {
  const [note, setNote] = useState(before)
  const id = useId()
  return (
    <SessionDialog title="Your note on this card" onClose={onClose}>
      <label htmlFor={id} className="text-sm text-muted">
        It shows with the answer, to nobody but you.
      </label>
      <textarea
        id={id}
        rows={4}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className="mt-2 w-full rounded-lg border border-edge bg-surface px-3 py-2 text-base"
      />
      <form method="dialog" className="mt-5 flex gap-3">
        <Button type="submit" onClick={() => onSave(note)}>
          Keep it
        </Button>
        <Button type="submit" look="quiet">
          Cancel
        </Button>
      </form>
    </SessionDialog>
  )
}

/** How the learner wants to study. */
export function OptionsDialog({
  settings,
  isTyping,
  onSave,
  onClose,
}: {
  settings: StudySettings
  isTyping: boolean
  onSave: (settings: StudySettings, isTyping: boolean) => void
  onClose: () => void
}) {
  const [newCards, setNewCards] = useState(String(settings.newCardsPerDay))
  const [reviews, setReviews] = useState(String(settings.reviewsPerDay))
  const [percent, setPercent] = useState(Math.round(100 * settings.desiredRetention))
  const [types, setTypes] = useState(isTyping)
  const chosen: StudySettings = {
    newCardsPerDay: Number(newCards),
    reviewsPerDay: Number(reviews),
    desiredRetention: percent / 100,
  }
  const isWhole = (text: string, least: number, most: number) =>
    /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
  const isValid = isWhole(newCards, 0, 999) && isWhole(reviews, 1, 9999)
  return (
    <SessionDialog title="Options" onClose={onClose}>
      <div className="grid gap-5">
        <NumberField label="New cards a day" hint="0 to 999" value={newCards} onType={setNewCards} />
        <NumberField
          label="Reviews a day"
          hint="1 to 9999; new cards count among them"
          value={reviews}
          onType={setReviews}
        />
        <label className="grid gap-1">
          <span className="flex justify-between">
            <span className="font-semibold">Recall wanted when a card falls due</span>
            <span className="shrink-0 tabular-nums">{percent}&nbsp;%</span>
          </span>
          <input
            type="range"
            min={70}
            max={99}
            value={percent}
            onChange={(event) => setPercent(Number(event.target.value))}
            className="w-full"
          />
          <span className="text-sm text-muted">
            More means more reviews. It holds from each card’s next review on; nothing is moved at once.
          </span>
        </label>
        <Link href="/review/schedule" prefetch={false} className="text-accent underline underline-offset-4">
          Fit the schedule to my reviews…
        </Link>
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            checked={types}
            onChange={(event) => setTypes(event.target.checked)}
            className="size-4 shrink-0"
          />
          Type the answer before it shows (on this device)
        </label>
      </div>
      <form method="dialog" className="mt-6 flex gap-3">
        <Button type="submit" disabled={!isValid} onClick={() => onSave(chosen, types)}>
          Keep it
        </Button>
        <Button type="submit" look="quiet">
          Cancel
        </Button>
      </form>
    </SessionDialog>
  )
}

function NumberField({
  label,
  hint,
  value,
  onType,
}: {
  label: string
  hint: string
  value: string
  onType: (text: string) => void
}) {
  return (
    <label className="grid gap-1">
      <span className="font-semibold">{label}</span>
      <input
        inputMode="numeric"
        value={value}
        onChange={(event) => onType(event.target.value)}
        className="min-h-11 w-28 rounded-lg border border-edge bg-surface px-3 text-base tabular-nums"
      />
      <span className="text-sm text-muted">{hint}</span>
    </label>
  )
}

function CloseButton() {
  return (
    <form method="dialog" className="mt-6">
      <Button type="submit" look="quiet">
        Close
      </Button>
    </form>
  )
}
