'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { TextField } from '@/components/field.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError } from '@/lib/send.ts'
import type { GroupRow } from './data.ts'
import type { TaughtClass } from './loaders.ts'

/** Names a group and says who is in it. */
export function GroupForm({
  group,
  roster,
  onKeep,
  onCancel,
}: {
  /** Nothing for a new one. */
  group: GroupRow | null
  roster: TaughtClass['roster']
  /** Throws a SendError with what is wrong. */
  onKeep: (group: GroupRow) => Promise<void>
  onCancel: () => void
}) {
  // The same however often it is sent.
  const [id] = useState(() => group?.id ?? crypto.randomUUID())
  const [name, setName] = useState(group?.name ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(group?.accountIds))
  const [problem, setProblem] = useState<string | null>(null)
  const fieldId = useId()

  function turn(accountId: string) {
    const next = new Set(chosen)
    if (!next.delete(accountId)) next.add(accountId)
    setChosen(next)
  }
  async function keep(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    // Whoever has left meanwhile is not in the list.
    const accountIds = roster.flatMap(({ accountId }) => (chosen.has(accountId) ? [accountId] : []))
    try {
      await onKeep({ id, name, accountIds })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.fields[0]?.message ?? error.message)
    }
  }

  return (
    <form aria-label={group === null ? 'Make a group' : `Edit ${group.name}`} onSubmit={keep} className="grid gap-4">
      <div className="grid gap-1">
        <label htmlFor={fieldId} className="font-semibold">
          Name of the group
        </label>
        <TextField
          id={fieldId}
          value={name}
          onType={setName}
          autoFocus
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${fieldId}-problem`}
        />
      </div>
      <fieldset>
        <legend className="font-semibold">Who is in it</legend>
        <ul className="mt-1 grid max-h-80 gap-x-6 overflow-y-auto sm:grid-cols-2">
          {roster.map(({ accountId, name: who }) => (
            <li key={accountId}>
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  checked={chosen.has(accountId)}
                  onChange={() => turn(accountId)}
                  className="size-5 shrink-0"
                />
                <span className="wrap-anywhere">{who}</span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      {problem !== null && (
        <div id={`${fieldId}-problem`}>
          <Notice tone="problem">{problem}</Notice>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit">Keep the group</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
