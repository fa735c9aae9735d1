'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import type { AccountPage } from '../loaders.ts'

const dateFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** The browsers that are signed in, each to be signed out from here. */
export function SessionList({ sessions }: { sessions: AccountPage['sessions'] }) {
  const router = useRouter()
  const [told, setTold] = useState<{ tone: 'plain' | 'problem'; text: string } | null>(null)

  async function end(body: object, text: string) {
    setTold(null)
    try {
      await submit('/api/account/sessions', body)
      setTold({ tone: 'plain', text })
      router.refresh()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setTold({ tone: 'problem', text: error.message })
    }
  }

  return (
    <>
      <ul className="grid gap-3">
        {sessions.map(({ id, browser, isThisOne, createdAt, lastSeenAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line px-4 py-3"
          >
            <div>
              <p className="font-semibold">{browser}</p>
              <p className="text-sm text-muted">
                {isThisOne ? 'This browser' : `Last seen on ${dateFormat.format(new Date(lastSeenAt))}`}, signed in on{' '}
                {dateFormat.format(new Date(createdAt))}
              </p>
            </div>
            {!isThisOne && (
              <Button
                look="quiet"
                aria-label={`Sign out ${browser}`}
                onClick={() => end({ kind: 'one', sessionId: id }, `${browser} is signed out.`)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div>
          <Button look="quiet" onClick={() => end({ kind: 'others' }, 'Every other browser is signed out.')}>
            Sign out everywhere else
          </Button>
        </div>
      )}
      {told !== null && <Notice tone={told.tone}>{told.text}</Notice>}
    </>
  )
}
