'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { post } from '@/lib/outbox.ts'
import { useOutbox } from '@/lib/use-outbox.ts'
import type { PublicItem } from './item.ts'

/** Lets a learner say what is wrong with an item. Nothing is sent before they do. */
export function FlagForm({ item }: { item: PublicItem }) {
  const [comment, setComment] = useState('')
  const [state, setState] = useState<'closed' | 'open' | 'given'>('closed')
  const id = useId()

  async function flag(event: FormEvent) {
    // The form around this one is the question's.
    event.preventDefault()
    event.stopPropagation()
    const flagId = crypto.randomUUID()
    const body = { flagId, itemId: item.id, itemRevision: item.revision, comment: comment.trim() }
    setState('given')
    await post({ id: flagId, lane: laneOf(item), path: '/api/flags', body })
  }

  if (state === 'closed') {
    return (
      <p className="text-sm">
        <button
          type="button"
          className="text-muted underline underline-offset-4 hover:text-accent"
          onClick={() => setState('open')}
        >
          Something wrong with this question?
        </button>
      </p>
    )
  }
  if (state === 'given') return <FlagState item={item} />
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        What is wrong with this question?
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        value={comment}
        // biome-ignore lint/a11y/noAutofocus: it appears in answer to a press on its button
        autoFocus
        onChange={(event) => setComment(event.target.value)}
        className="w-full rounded-lg border border-edge bg-surface px-3 py-2 text-base"
      />
      <div className="flex gap-3">
        <Button look="quiet" disabled={comment.trim() === ''} onClick={flag}>
          Send it
        </Button>
        <Button look="quiet" onClick={() => setState('closed')}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** Whether what was said has arrived. */
function FlagState({ item }: { item: PublicItem }) {
  const [isKept, setKept] = useState(false)
  const { waiting } = useOutbox(laneOf(item), () => setKept(true))
  const refused = waiting.find(({ refusal }) => refusal !== null)
  return (
    <p role="status" className="text-sm text-muted">
      {refused === undefined
        ? isKept
          ? 'Thank you. Whoever keeps the questions will read it.'
          : 'Thank you. It will be sent as soon as the server can be reached.'
        : `It could not be kept: ${refused.refusal?.message}`}
    </p>
  )
}

function laneOf({ id }: PublicItem): string {
  return `flag ${id}`
}
