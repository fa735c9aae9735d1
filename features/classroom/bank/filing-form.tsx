'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useId, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { BankChange } from './actions.ts'
import { filingDraft, filingOf } from './editor/filing-fields.tsx'
import type { Filing } from './filing.ts'

const shape = 'min-h-11 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink'

/** Moves an item to another folder and tags it, from the list. */
export function FilingForm({
  id,
  filing,
  folders,
  describedBy,
}: {
  id: string
  filing: Filing
  folders: readonly string[]
  describedBy: string
}) {
  const router = useRouter()
  const own = useId()
  const details = useRef<HTMLDetailsElement>(null)
  const [typed, setTyped] = useState(() => filingDraft(filing))
  const [problem, setProblem] = useState<string | null>(null)

  async function keep(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    try {
      await submit('/api/bank', { kind: 'file', id, filing: filingOf(typed) } satisfies BankChange)
      startTransition(() => router.refresh())
      details.current?.removeAttribute('open')
      details.current?.querySelector('summary')?.focus()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <details ref={details} className="text-sm">
      <summary aria-describedby={describedBy} className="w-fit cursor-pointer py-2.5 text-muted hover:text-accent">
        Move and tag
      </summary>
      <form onSubmit={keep} className="mt-2 grid gap-3">
        <div className="grid gap-1">
          <label htmlFor={`${own}-folder`} className="font-semibold">
            Folder
          </label>
          <input
            id={`${own}-folder`}
            list={`${own}-folders`}
            autoComplete="off"
            value={typed.folder}
            onChange={(event) => setTyped({ ...typed, folder: event.target.value })}
            className={shape}
          />
          <datalist id={`${own}-folders`}>
            {folders.map((folder) => (
              <option key={folder} value={folder} />
            ))}
          </datalist>
        </div>
        <div className="grid gap-1">
          <label htmlFor={`${own}-tags`} className="font-semibold">
            Tags, with commas between them
          </label>
          <input
            id={`${own}-tags`}
            autoComplete="off"
            value={typed.tags}
            onChange={(event) => setTyped({ ...typed, tags: event.target.value })}
            className={shape}
          />
        </div>
        {problem === null ? null : <Notice tone="problem">{problem}</Notice>}
        <div>
          <Button type="submit" look="quiet">
            File it
          </Button>
        </div>
      </form>
    </details>
  )
}
