'use client'

import { useState } from 'react'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { passwordHint } from '../password-hint.ts'
import { currentPassword } from './current-password.ts'
import { useChange } from './use-change.tsx'

/** Changes the password, or sets the first one. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const { change, told } = useChange()
  // Made anew once it is kept, so that no password stays in it.
  const [round, setRound] = useState(0)
  return (
    <>
      <details>
        <summary className="text-muted">
          {hasPassword ? 'Change it' : 'Set one, to sign in without a provider too'}
        </summary>
        <div className="mt-3">
          <LabelledForm
            key={round}
            label="Change the password"
            look="quiet"
            fields={[
              ...currentPassword(hasPassword),
              {
                name: 'newPassword',
                label: 'New password',
                type: 'password',
                hint: passwordHint,
                autoComplete: 'new-password',
              },
            ]}
            button={hasPassword ? 'Change the password' : 'Set a password'}
            send={async (typed) => {
              await change(
                { kind: 'password', ...typed },
                'Your password is changed. Every other browser was signed out.',
              )
              setRound(round + 1)
            }}
          />
        </div>
      </details>
      {told}
    </>
  )
}
