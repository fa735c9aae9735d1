'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { type SendError, send } from '@/lib/send.ts'
import type { AttemptView } from './loaders.ts'
import type { Plan } from './plan.ts'

/** Begins an attempt and goes there. However often it is pressed, one attempt begins. */
export function BeginButton({
  plan,
  look = 'primary',
  children,
}: {
  plan: Plan
  look?: 'primary' | 'quiet'
  children: ReactNode
}) {
  const [isBeginning, setBeginning] = useState(false)
  const [error, setError] = useState<SendError | null>(null)
  const attemptId = useRef<string>(null)
  const router = useRouter()

  async function begin() {
    setBeginning(true)
    setError(null)
    attemptId.current ??= crypto.randomUUID()
    try {
      const attempt = await send<AttemptView>('/api/attempts', { attemptId: attemptId.current, plan })
      router.push(`/attempts/${attempt.attemptId}`)
    } catch (caught) {
      setError(caught as SendError)
      setBeginning(false)
      // What was refused may be asked otherwise; what was not answered may have begun, and is asked again.
      if (!(caught as SendError).canRetry) attemptId.current = null
    }
  }

  return (
    <div className="grid gap-3">
      <Button
        look={look}
        disabled={isBeginning}
        onClick={() => void begin()}
        className="w-full sm:w-auto sm:justify-self-start"
      >
        {isBeginning ? 'Drawing your questions…' : children}
      </Button>
      {error === null ? null : <Notice tone="problem">{error.message}</Notice>}
    </div>
  )
}
