'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import type { ClassRole } from '@/features/accounts/policy.ts'
import { SendError } from '@/lib/send.ts'
import type { TaughtClass } from './loaders.ts'
import { roleNames } from './roster.ts'

const roles: { role: ClassRole; may: string }[] = [
  { role: 'teacher', may: 'runs the class, assigns and grades' },
  { role: 'assistant', may: 'sees who is in it and grades' },
  { role: 'learner', may: 'works on what is assigned' },
]

/** Gives somebody in a class another role, or puts them out. What it is given to do throws a SendError. */
export function MemberDialog({
  member: { name, role: before },
  onRole,
  onOut,
  onClose,
}: {
  member: TaughtClass['roster'][number]
  onRole: (role: ClassRole) => Promise<void>
  onOut: () => Promise<void>
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [role, setRole] = useState(before)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])

  async function attempt(work: () => Promise<void>) {
    setProblem(null)
    try {
      await work()
      dialog.current?.close()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-card border border-line bg-surface p-6 text-ink backdrop:bg-black/40"
    >
      <h2 id={id} className="mb-4 text-2xl wrap-anywhere">
        {name}
      </h2>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">Role</legend>
        {roles.map(({ role: offered, may }) => (
          <label key={offered} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name={`${id}-role`}
              checked={role === offered}
              onChange={() => setRole(offered)}
              className="size-5 shrink-0"
            />
            <span>
              {roleNames[offered]}
              <span className="text-muted">: {may}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {problem !== null && (
        <div className="mt-4">
          <Notice tone="problem">{problem}</Notice>
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button onClick={() => attempt(() => onRole(role))}>Keep this role</Button>
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
      </div>
      <div className="mt-6 grid gap-3 border-line border-t pt-5">
        <p className="text-sm text-muted">
          Whoever is put out can come back by the code, as long as it holds. What they did in the class is kept.
        </p>
        <div>
          <Button look="quiet" onClick={() => attempt(onOut)}>
            Put out of the class
          </Button>
        </div>
      </div>
    </dialog>
  )
}
