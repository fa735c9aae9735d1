'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { forgetKeptData } from '@/lib/kept-data.ts'
import { countUnsent, emptyOutbox, whileNothingIsSent } from '@/lib/outbox.ts'
import { forgetLearner, SendError, submit } from '@/lib/send.ts'

/** Longer than this nobody waits to be signed out. */
const longestWaitMs = 5_000

/** Signs this browser out, and leaves nothing of the account in it. What it has not sent yet, it sends first. */
export function SignOut() {
  const [unsent, setUnsent] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)

  async function signOut({ isGivingUp }: { isGivingUp: boolean }) {
    setProblem(null)
    try {
      if (!isGivingUp) {
        const left = await Promise.race([countUnsent(), afterWaiting()])
        setUnsent(left)
        if (left > 0) return
      }
      await whileNothingIsSent(async () => {
        await submit('/api/sign-out', {})
        await emptyOutbox()
        await forgetKeptData()
        forgetLearner()
      })
      window.location.assign('/')
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }

  return (
    <div className="grid gap-3">
      <div>
        <Button look="quiet" onClick={() => signOut({ isGivingUp: false })}>
          Sign out
        </Button>
      </div>
      {unsent > 0 && (
        <Notice tone="problem">
          <p>
            {unsent === 1 ? 'One thing' : `${unsent} things`} you did here could not be sent yet. Signed out now, this
            browser forgets {unsent === 1 ? 'it' : 'them'}.
          </p>
          <p className="mt-2">
            <Button look="quiet" onClick={() => signOut({ isGivingUp: true })}>
              Sign out all the same
            </Button>
          </p>
        </Notice>
      )}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
    </div>
  )
}

/** Something is on its way still, and takes too long. */
function afterWaiting(): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(1), longestWaitMs))
}
