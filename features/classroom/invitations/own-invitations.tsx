'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import { listText } from '../list-text.ts'
import { roleNames } from '../roster.ts'
import type { OwnInvitation } from './data.ts'

/** The classes that somebody is invited to, each to be accepted or declined. */
export function OwnInvitationList({ invitations }: { invitations: readonly OwnInvitation[] }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)

  async function answer(id: string, isAccepted: boolean) {
    setProblem(null)
    try {
      const { classId } = await submit<{ classId: string | null }>('/api/invitations', { id, isAccepted })
      if (classId === null) router.refresh()
      else router.push(`/classes/${classId}`)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <>
      <ul className="grid gap-3">
        {invitations.map(({ id, className, teachers, role }) => (
          <li key={id} className="grid gap-3 rounded-lg border border-accent bg-accent-soft px-4 py-4">
            <div>
              <p className="font-semibold wrap-anywhere">{className}</p>
              <p className="text-sm text-muted">
                Taught by {listText(teachers)}. You are invited as {roleNames[role].toLowerCase()}.
              </p>
            </div>
            <div className="flex flex-wrap gap-3">
              <Button aria-label={`Join ${className}`} onClick={() => void answer(id, true)}>
                Join
              </Button>
              <Button look="quiet" aria-label={`Decline ${className}`} onClick={() => void answer(id, false)}>
                Decline
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
    </>
  )
}
