'use client'

import { type ReactNode, useId, useRef } from 'react'
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
  const password = useRef<HTMLInputElement>(null)
  return (
    <ConfirmButton
      title={title}
      consequence={
        <>
          <p>{consequence}</p>
          {hasPassword && (
            <div className="mt-4 grid gap-1 text-ink">
              <label htmlFor={id} className="font-semibold">
                Your own password
              </label>
              <input
                ref={password}
                id={id}
                type="password"
                autoComplete="current-password"
                className="min-h-11 w-full min-w-0 rounded-lg border border-edge bg-surface px-3 text-base text-ink"
              />
            </div>
          )}
        </>
      }
      keep="Cancel"
      confirm={confirm}
      act={() => act(password.current?.value ?? '')}
    >
      {children}
    </ConfirmButton>
  )
}
