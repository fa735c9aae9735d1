'use client'

import { type ReactNode, useId, useState } from 'react'
import { ConfirmButton } from '@/components/confirm-button.tsx'

/** A button for what is not done from a browser that was left open: whoever presses it gives their password. */
export function OwnerButton({
  children,
  title,
  consequence,
  confirm,
  hasPassword,
  act,
}: {
  children: ReactNode
  title: string
  consequence: string
  confirm: string
  /** Whoever has none has to have signed in just now, which the server looks at. */
  hasPassword: boolean
  /** Throws a SendError with what is wrong. */
  act: (password: string) => Promise<void>
}) {
  const id = useId()
  const [password, setPassword] = useState('')
  return (
    <ConfirmButton
      title={title}
      consequence={
        <>
          {consequence}
          {hasPassword && (
            <span className="mt-4 grid gap-1 text-ink">
              <label htmlFor={id} className="font-semibold">
                Your own password
              </label>
              <input
                id={id}
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
                className="min-h-11 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink"
              />
            </span>
          )}
        </>
      }
      keep="Cancel"
      confirm={confirm}
      act={async () => {
        await act(password)
        setPassword('')
      }}
    >
      {children}
    </ConfirmButton>
  )
}
