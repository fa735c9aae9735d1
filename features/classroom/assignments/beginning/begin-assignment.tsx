'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/button.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import { Line, ProblemsContext } from '../fields.tsx'

/** Begins an attempt at an assigned quiz and goes there. However often it is pressed, one attempt begins. */
export function BeginAssignment({
  classId,
  assignmentId,
  asksPassword = false,
  isPreview = false,
  children,
}: {
  classId: string
  assignmentId: string
  asksPassword?: boolean
  /** Whether somebody who teaches looks what learners see. */
  isPreview?: boolean
  children: string
}) {
  const router = useRouter()
  const attemptId = useRef<string>(null)
  const [password, setPassword] = useState('')
  const [isBeginning, setBeginning] = useState(false)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)

  async function begin(event: FormEvent) {
    event.preventDefault()
    if (isBeginning) return
    setBeginning(true)
    setProblems({})
    setProblem(null)
    attemptId.current ??= crypto.randomUUID()
    const asked = { attemptId: attemptId.current, classId, assignmentId }
    try {
      const begun = await submit<{ attemptId: string }>('/api/assignments/attempts', {
        ...asked,
        ...(asksPassword ? { password } : {}),
        ...(isPreview ? { isPreview } : {}),
      })
      router.push(`/attempts/${begun.attemptId}`)
    } catch (error) {
      setBeginning(false)
      if (!(error instanceof SendError)) throw error
      const atPassword = error.fields.find(({ field }) => field === 'password')?.message
      if (atPassword === undefined) setProblem(error.message)
      else setProblems({ password: atPassword })
    }
  }

  return (
    <ProblemsContext value={problems}>
      <form onSubmit={begin} noValidate aria-label={children} className="grid max-w-md gap-4">
        {asksPassword && (
          <Line
            field="password"
            label="Password"
            hint="Your teacher tells it to the class."
            autoCapitalize="none"
            spellCheck={false}
            value={password}
            onType={setPassword}
          />
        )}
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div>
          <Button type="submit" look={isPreview ? 'quiet' : 'primary'} aria-disabled={isBeginning}>
            {isBeginning ? 'Drawing the questions…' : children}
          </Button>
        </div>
      </form>
    </ProblemsContext>
  )
}
