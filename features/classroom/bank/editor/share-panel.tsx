'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { BankChange } from '../actions.ts'
import type { Named } from '../loaders.ts'

type How = 'not' | 'use' | 'edit'

const hows: { id: How; name: string }[] = [
  { id: 'not', name: 'Not shared' },
  { id: 'use', name: 'May use and copy it' },
  { id: 'edit', name: 'May change it too' },
]

/** With the teachers of which classes an item is shared, and what they may do. */
export function SharePanel({
  id,
  classes,
  shares,
}: {
  id: string
  classes: readonly Named[]
  shares: readonly { classId: string; mayEdit: boolean }[]
}) {
  const router = useRouter()
  const [chosen, setChosen] = useState(
    () => new Map(shares.map(({ classId, mayEdit }) => [classId, (mayEdit ? 'edit' : 'use') as How])),
  )
  const [told, setTold] = useState<{ text: string; isProblem: boolean } | null>(null)

  async function keep(event: FormEvent) {
    event.preventDefault()
    const kept = classes.flatMap((one) => {
      const how = chosen.get(one.id) ?? 'not'
      return how === 'not' ? [] : [{ classId: one.id, mayEdit: how === 'edit' }]
    })
    try {
      await submit('/api/bank', { kind: 'share', id, shares: kept } satisfies BankChange)
      startTransition(() => {
        router.refresh()
        setTold({
          text: kept.length === 0 ? 'It is yours alone now.' : 'It is shared as you chose.',
          isProblem: false,
        })
      })
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold({ text: error.message, isProblem: true })
    }
  }

  if (classes.length === 0) {
    return <p className="text-muted">You can share it with whoever teaches a class with you, once you teach one.</p>
  }
  return (
    <form aria-labelledby="sharing" onSubmit={keep} className="grid gap-4">
      <p className="text-muted">The teachers of a class find it in their own bank then. Learners never do.</p>
      {classes.map((one) => (
        <div key={one.id} className="grid gap-1">
          <label htmlFor={`share-${one.id}`} className="font-semibold wrap-anywhere">
            Teachers of {one.name}
          </label>
          <select
            id={`share-${one.id}`}
            value={chosen.get(one.id) ?? 'not'}
            onChange={(event) => setChosen(new Map(chosen).set(one.id, event.target.value as How))}
            className="min-h-11 max-w-full justify-self-start rounded-lg border border-edge bg-surface px-3 text-base text-ink"
          >
            {hows.map((how) => (
              <option key={how.id} value={how.id}>
                {how.name}
              </option>
            ))}
          </select>
        </div>
      ))}
      {told === null ? null : <Notice tone={told.isProblem ? 'problem' : 'plain'}>{told.text}</Notice>}
      <div>
        <Button type="submit" look="quiet">
          Keep the sharing
        </Button>
      </div>
    </form>
  )
}
