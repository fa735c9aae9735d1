'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { QrImage } from '@/components/qr-image.tsx'
import { submit } from '@/lib/send.ts'
import { currentPassword } from '../settings/current-password.ts'
import type { NewRecoveryCodes, TwoStepSetUp } from './actions.ts'

type Shown = { kind: 'nothing' } | ({ kind: 'set-up' } & TwoStepSetUp) | ({ kind: 'codes' } & NewRecoveryCodes)

/** Turns the second step of signing in on and off. */
export function TwoStepSection({
  hasTwoSteps,
  hasPassword,
  recoveryCodesLeft,
}: {
  hasTwoSteps: boolean
  hasPassword: boolean
  recoveryCodesLeft: number
}) {
  const router = useRouter()
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' })
  const ask = <Answer,>(body: object) => submit<Answer>('/api/account/two-step', body)

  if (shown.kind === 'codes') {
    return (
      <Codes
        codes={shown.recoveryCodes}
        onDone={() => {
          setShown({ kind: 'nothing' })
          router.refresh()
        }}
      />
    )
  }
  if (shown.kind === 'set-up') {
    return (
      <SetUp
        {...shown}
        send={async ({ code }) => {
          const made = await submit<NewRecoveryCodes>('/api/account/two-step', { kind: 'confirm', code })
          setShown({ kind: 'codes', ...made })
        }}
      />
    )
  }
  if (!hasTwoSteps) {
    return (
      <>
        <p className="text-muted">
          Besides your password, signing in then asks for a code that only an app on your phone can show. A password
          that somebody has seen is of no use to them.
        </p>
        <LabelledForm
          label="Turn two-step sign-in on"
          look="quiet"
          fields={currentPassword(hasPassword)}
          button="Turn it on"
          send={async (typed) =>
            setShown({ kind: 'set-up', ...(await ask<TwoStepSetUp>({ kind: 'begin', ...typed })) })
          }
        />
      </>
    )
  }
  return (
    <>
      <p>
        It is on. You have {recoveryCodesLeft} recovery {recoveryCodesLeft === 1 ? 'code' : 'codes'} left.
      </p>
      <details>
        <summary className="text-muted">New recovery codes</summary>
        <div className="mt-3">
          <LabelledForm
            label="New recovery codes"
            look="quiet"
            fields={currentPassword(hasPassword)}
            button="Make new codes"
            send={async (typed) =>
              setShown({ kind: 'codes', ...(await ask<NewRecoveryCodes>({ kind: 'new-codes', ...typed })) })
            }
          />
        </div>
      </details>
      <details>
        <summary className="text-muted">Turn it off</summary>
        <div className="mt-3">
          <LabelledForm
            label="Turn two-step sign-in off"
            look="quiet"
            fields={currentPassword(hasPassword)}
            button="Turn it off"
            send={async (typed) => {
              await ask({ kind: 'end', ...typed })
              router.refresh()
            }}
          />
        </div>
      </details>
    </>
  )
}

function SetUp({ secret, picture, send }: TwoStepSetUp & { send: (typed: { code: string }) => Promise<void> }) {
  return (
    <div className="grid gap-4">
      <p>Scan this with an authenticator app, or type the key into it. Then type the code that it shows.</p>
      <QrImage
        picture={picture}
        label="The key as a picture, for the camera of your phone"
        className="size-52 rounded-lg"
      />
      <p>
        <span className="text-muted">Key:</span>{' '}
        <code className="font-semibold">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <LabelledForm
        label="Confirm the app"
        fields={[{ name: 'code', label: 'Code', autoComplete: 'one-time-code', inputMode: 'numeric', isFocused: true }]}
        button="Confirm"
        send={send}
      />
    </div>
  )
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  return (
    <div className="grid gap-4">
      <p role="status">
        Two-step sign-in is on. Keep these recovery codes where you keep what matters: each lets you in once without the
        app, and they are shown only now.
      </p>
      <ul aria-label="Recovery codes" className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg bg-sunken px-4 py-3">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button autoFocus onClick={onDone}>
          I have kept them
        </Button>
      </div>
    </div>
  )
}
