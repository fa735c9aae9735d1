'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/button.tsx'

/** Asks once more before everything goes, and says what that is. */
export function DeleteQuestion({
  counts,
  isDeleting,
  onDelete,
  onCancel,
}: {
  counts: readonly { title: string; count: number }[]
  isDeleting: boolean
  onDelete: () => void
  onCancel: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="delete-everything"
      onClose={onCancel}
      className="m-auto w-full max-w-md rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id="delete-everything" className="text-2xl">
        Delete everything?
      </h2>
      <p className="mt-3">This goes for good, and cannot be brought back:</p>
      <ul className="mt-3 list-disc pl-5">
        {counts.map(({ title, count }) => (
          <li key={title}>
            {title}: {count}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted">
        Also what this browser has not sent yet. A note stays that somebody deleted their data, without who it was.
      </p>
      <div className="mt-6 flex flex-col gap-3 sm:flex-row">
        <Button look="quiet" disabled={isDeleting} onClick={() => dialog.current?.close()}>
          Keep it
        </Button>
        <Button disabled={isDeleting} onClick={onDelete}>
          {isDeleting ? 'Deleting…' : 'Delete everything'}
        </Button>
      </div>
    </dialog>
  )
}
