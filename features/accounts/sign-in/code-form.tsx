'use client'

import { useState } from 'react'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { NarrowPage } from '@/components/narrow-page.tsx'
import type { SignInAnswer } from './actions.ts'
import { enter } from './enter.ts'

/** The second step: a code of the authenticator app, or a recovery code. */
export function CodeForm({ onIn }: { onIn: (answer: SignInAnswer) => void }) {
  const [kind, setKind] = useState<'app' | 'recovery'>('app')
  const send = async ({ code }: { code: string }) => onIn(await enter('/api/sign-in', { kind: 'code', code }))
  return (
    <NarrowPage title="One more step">
      {kind === 'app' ? (
        <LabelledForm
          key="app"
          label="Code of the app"
          fields={[
            {
              name: 'code',
              label: 'Code',
              hint: 'The six digits that your authenticator app shows for Rapporteur.',
              autoComplete: 'one-time-code',
              inputMode: 'numeric',
              isFocused: true,
            },
          ]}
          button="Sign in"
          send={send}
        />
      ) : (
        <LabelledForm
          key="recovery"
          label="Recovery code"
          fields={[
            {
              name: 'code',
              label: 'Recovery code',
              hint: 'One of the codes that you were given with the app. Each works once.',
              isFocused: true,
            },
          ]}
          button="Sign in"
          send={send}
        />
      )}
      <p className="text-sm">
        <button
          type="button"
          className="underline underline-offset-4 hover:text-accent"
          onClick={() => setKind(kind === 'app' ? 'recovery' : 'app')}
        >
          {kind === 'app' ? 'I do not have the app at hand' : 'Use the app after all'}
        </button>
      </p>
    </NarrowPage>
  )
}
