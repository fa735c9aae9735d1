'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Notice } from '@/components/notice.tsx'
import { submit } from '@/lib/send.ts'
import type { Changed } from './actions.ts'

/** Sends changes of the account, and tells when one is kept. */
export function useChange(): { change: (body: object, kept: string) => Promise<void>; told: ReactNode } {
  const router = useRouter()
  const [kept, setKept] = useState<string | null>(null)
  return {
    async change(body, sentence) {
      setKept(null)
      const { isDone } = await submit<Changed>('/api/account', body)
      setKept(isDone ? sentence : 'Look at your e-mail there: the link that we have sent makes the change.')
      router.refresh()
    },
    told: kept === null ? null : <Notice>{kept}</Notice>,
  }
}
