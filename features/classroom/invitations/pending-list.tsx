'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import { roleNames } from '../roster.ts'
import type { Inviting } from './loaders.ts'

/** Who is invited and has not answered; each can be taken back. */
export function PendingList({ classId, pending }: Pick<Inviting, 'classId' | 'pending'>) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)

  async function withdraw(id: string) {
    setProblem(null)
    try {
      await submit('/api/classes/invitations', { kind: 'withdraw', classId, id })
      router.refresh()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <>
      <ul className="grid gap-3">
        {pending.map(({ id, email, name, role, group, isMailed }) => (
          <li key={id} className="flex items-center justify-between gap-3 rounded-lg border border-line px-4 py-3">
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">{name === '' ? email : name}</p>
              <p className="text-sm text-muted wrap-anywhere">
                {[
                  ...(name === '' ? [] : [email]),
                  roleNames[role],
                  ...(group === '' ? [] : [group]),
                  isMailed ? 'sent an e-mail' : 'not sent an e-mail',
                ].join(', ')}
              </p>
            </div>
            <Button look="quiet" aria-label={`Take back the invitation of ${email}`} onClick={() => void withdraw(id)}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
    </>
  )
}
