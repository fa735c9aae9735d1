'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import type { AttemptView } from './loaders.ts'

/** Each message of each attempt has an id of its own. */
const readKey = (id: string) => `rapporteur.told.${id}`

/**
 * What a teacher tells those who are at it: in sight wherever they are on the page, until they have read it. That is
 * remembered for as long as the tab is open, so that no reload brings it back.
 */
export function ToldNotices({ told }: Pick<AttemptView, 'told'>) {
  // Attempts come from the server a moment after the page, so this is never drawn there.
  const [read, setRead] = useState<ReadonlySet<string>>(
    () => new Set(told.map(({ id }) => id).filter((id) => sessionStorage.getItem(readKey(id)) !== null)),
  )

  function understand(id: string) {
    sessionStorage.setItem(readKey(id), 'read')
    setRead(new Set([...read, id]))
  }

  return (
    // There from the beginning, so that a screen reader tells what comes into it.
    <div
      role="status"
      className="fixed inset-x-5 bottom-20 z-20 mx-auto grid max-h-[50vh] max-w-2xl gap-3 overflow-y-auto sm:bottom-5"
    >
      {told
        .filter(({ id }) => !read.has(id))
        .map(({ id, text }) => (
          <div key={id} className="rounded-lg border border-accent bg-surface px-4 py-3">
            <p className="text-sm text-muted">From your teacher</p>
            <p className="whitespace-pre-line wrap-anywhere">{text}</p>
            <Button look="quiet" className="mt-3" onClick={() => understand(id)}>
              Understood
            </Button>
          </div>
        ))}
    </div>
  )
}
