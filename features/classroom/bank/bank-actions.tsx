'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { BankChange } from './actions.ts'

/** Copies and deletes an item of a bank. */
export function BankActions({
  id,
  isOwn,
  isInUse,
  leavesFor,
  describedBy,
}: {
  id: string
  isOwn: boolean
  isInUse: boolean
  /** Where to go once it is deleted; nothing to stay in the list. */
  leavesFor?: string
  /** The id of what names it, where several stand in a list. */
  describedBy?: string
}) {
  const router = useRouter()
  // The same however often it is sent.
  const [copyId] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState<string | null>(null)

  async function copy() {
    setProblem(null)
    try {
      await submit('/api/bank', { kind: 'copy', id, copyId } satisfies BankChange)
      router.push(`/bank/${copyId}?made`)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" aria-describedby={describedBy} onClick={copy}>
          {isOwn ? 'Duplicate' : 'Copy to my bank'}
        </Button>
        {isOwn ? (
          <ConfirmButton
            title="Delete this question?"
            consequence={
              isInUse
                ? 'It goes out of your bank and is shared no more. What is assigned goes on asking it, and whoever was asked it still sees it in their results.'
                : 'It goes for good, with all its versions, and is shared no more.'
            }
            keep="Keep it"
            confirm="Delete it"
            act={async () => {
              await submit('/api/bank', { kind: 'delete', id } satisfies BankChange)
              startTransition(() => (leavesFor === undefined ? router.refresh() : router.push(leavesFor)))
            }}
          >
            Delete…
          </ConfirmButton>
        ) : null}
      </div>
      {problem === null ? null : <Notice tone="problem">{problem}</Notice>}
    </div>
  )
}
