'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Notice } from '@/components/notice.tsx'
import { type SendError, send } from '@/lib/send.ts'

/** What the answers of an attempt did to the learner's cards, and a way to take that back. */
export function MemoryEffects({
  attemptId,
  loaded,
}: {
  attemptId: string
  loaded: { strengthened: number; lapsed: number; isTakenBack: boolean }
}) {
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<SendError | null>(null)
  const router = useRouter()
  const { strengthened, lapsed, isTakenBack } = loaded
  if (strengthened === 0 && lapsed === 0 && !isTakenBack) return null

  async function change() {
    setSending(true)
    setError(null)
    try {
      await send('/api/attempts/memory', { attemptId, isTakenBack: !isTakenBack })
      router.refresh()
    } catch (caught) {
      setError(caught as SendError)
    }
    setSending(false)
  }

  return (
    <div className="mt-6 grid gap-2 border-line border-t pt-4 text-sm">
      <p>
        {isTakenBack ? 'Your cards stand as if these answers had not been given.' : effectText(strengthened, lapsed)}{' '}
        <button
          type="button"
          disabled={isSending}
          className="text-accent underline underline-offset-4"
          onClick={() => void change()}
        >
          {isTakenBack ? 'Let these answers count for my cards' : 'Leave my cards as they were'}
        </button>
      </p>
      {error === null ? null : <Notice tone="problem">{error.message}</Notice>}
    </div>
  )
}

function effectText(strengthened: number, lapsed: number): string {
  const cards = (count: number) => `${count} ${count === 1 ? 'card' : 'cards'}`
  const parts = [
    lapsed > 0 ? `${cards(lapsed)} ${lapsed === 1 ? 'has' : 'have'} come back to your reviews` : null,
    strengthened > 0 ? `${cards(strengthened)} can wait longer` : null,
  ].filter((part) => part !== null)
  return `By these answers ${parts.join(', and ')}.`
}
