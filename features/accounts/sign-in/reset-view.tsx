'use client'

import { useState } from 'react'
import { ButtonLink } from '@/components/button.tsx'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { NarrowPage } from '@/components/narrow-page.tsx'
import { Notice } from '@/components/notice.tsx'
import { submit } from '@/lib/send.ts'
import { useLinkToken } from '../link-token.tsx'
import { passwordHint } from '../password-hint.ts'

/** Choosing a new password by a link. */
export function ResetView() {
  const token = useLinkToken('reset')
  const [isChanged, setChanged] = useState(false)
  if (isChanged) {
    return (
      <NarrowPage title="A new password">
        <Notice>Your password is changed. Sign in with it now; every other browser was signed out.</Notice>
        <div>
          <ButtonLink href="/sign-in" prefetch={false}>
            Sign in
          </ButtonLink>
        </div>
      </NarrowPage>
    )
  }
  return (
    <NarrowPage title="A new password">
      {token === null ? (
        <p>
          This page is opened by a link that we send you.{' '}
          <a href="/forgot" className="underline underline-offset-4 hover:text-accent">
            Ask for one
          </a>
          .
        </p>
      ) : (
        <LabelledForm
          label="Choose a new password"
          fields={[
            {
              name: 'password',
              label: 'New password',
              type: 'password',
              hint: passwordHint,
              autoComplete: 'new-password',
            },
          ]}
          button="Change the password"
          send={async ({ password }) => {
            await submit('/api/password-reset', { token, password })
            setChanged(true)
          }}
        />
      )}
    </NarrowPage>
  )
}
