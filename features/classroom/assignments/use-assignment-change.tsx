'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, startTransition, useState } from 'react'
import { Notice } from '@/components/notice.tsx'
import { submit } from '@/lib/send.ts'
import type { AssignmentChange, OverrideChange } from './actions.ts'

/** Sends changes of an assignment, and tells when one is kept. Both throw a SendError with what is wrong. */
export function useAssignmentChange(): {
  change: (body: AssignmentChange, kept: ReactNode) => Promise<void>
  changeTerms: (body: OverrideChange, kept: ReactNode) => Promise<void>
  told: ReactNode
} {
  const router = useRouter()
  const [kept, setKept] = useState<ReactNode>(null)
  async function send(path: string, body: object, sentence: ReactNode) {
    setKept(null)
    await submit(path, body)
    // Said once the page shows it.
    startTransition(() => {
      router.refresh()
      setKept(sentence)
    })
  }
  return {
    change: (body, sentence) => send('/api/assignments/changes', body, sentence),
    changeTerms: (body, sentence) => send('/api/assignments/overrides', body, sentence),
    told: kept === null ? null : <Notice>{kept}</Notice>,
  }
}
