'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { Notice } from '@/components/notice.tsx'
import { submit } from '@/lib/send.ts'
import type { ClassChange, MemberChange } from './actions.ts'
import type { GradeChange } from './gradebook/actions.ts'

/** Sends changes of a class, and tells when one is kept. All throw a SendError with what is wrong. */
export function useClassChange(): {
  change: (body: ClassChange, kept: string) => Promise<void>
  changeMembers: (body: MemberChange, kept: string) => Promise<void>
  changeGrades: (body: GradeChange, kept: string) => Promise<void>
  told: ReactNode
} {
  const router = useRouter()
  const [kept, setKept] = useState<string | null>(null)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was pressed may have gone with the change, and the focus with it.
    if (kept !== null && document.activeElement === document.body) notice.current?.focus({ preventScroll: true })
  })
  async function send(path: string, body: object, sentence: string) {
    setKept(null)
    await submit(path, body)
    // Said once the page shows it.
    startTransition(() => {
      router.refresh()
      setKept(sentence)
    })
  }
  return {
    change: (body, sentence) => send('/api/classes/changes', body, sentence),
    changeMembers: (body, sentence) => send('/api/classes/members', body, sentence),
    changeGrades: (body, sentence) => send('/api/classes/gradebook', body, sentence),
    told:
      kept === null ? null : (
        <div ref={notice} tabIndex={-1}>
          <Notice>{kept}</Notice>
        </div>
      ),
  }
}
