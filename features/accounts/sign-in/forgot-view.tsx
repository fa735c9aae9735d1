'use client'

import Link from 'next/link'
import { useState } from 'react'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { NarrowPage } from '@/components/narrow-page.tsx'
import { submit } from '@/lib/send.ts'
import type { WaysIn } from '../loaders.ts'
import { MailSent } from './mail-sent.tsx'

const email = { name: 'email', label: 'E-mail address', type: 'email', autoComplete: 'username' } as const

/** For whoever cannot sign in with their password. */
export function ForgotView({ ways }: { ways: WaysIn }) {
  const [sent, setSent] = useState<{ to: string; what: string } | null>(null)

  const ask = (kind: 'sign-in' | 'reset', what: string) => async (typed: { email: string }) => {
    await submit('/api/links', { kind, ...typed })
    setSent({ to: typed.email, what })
  }

  if (sent !== null) return <MailSent {...sent} />
  if (!ways.hasMail) {
    return (
      <NarrowPage title="A forgotten password">
        <p>
          This site sends no e-mail, so it cannot send you a new password. Ask whoever runs it, such as your teacher:
          they can make a link for you to choose one.
        </p>
        <p className="text-sm">
          <Link href="/sign-in" prefetch={false} className="underline underline-offset-4 hover:text-accent">
            Back to signing in
          </Link>
        </p>
      </NarrowPage>
    )
  }
  return (
    <NarrowPage title="Without your password">
      <section aria-labelledby="link" className="grid gap-3">
        <h2 id="link" className="text-xl">
          Sign in by e-mail
        </h2>
        <p className="text-muted">We send you a link that signs you in, this once.</p>
        <LabelledForm
          label="Sign in by e-mail"
          fields={[email]}
          button="Send a link to sign in"
          send={ask('sign-in', 'a link to sign in')}
        />
      </section>
      <section aria-labelledby="new-password" className="grid gap-3">
        <h2 id="new-password" className="text-xl">
          Choose a new password
        </h2>
        <p className="text-muted">We send you a link to do so. It signs out every browser that is signed in.</p>
        <LabelledForm
          label="Choose a new password"
          look="quiet"
          fields={[email]}
          button="Send a link for a new password"
          send={ask('reset', 'a link to choose a new password')}
        />
      </section>
    </NarrowPage>
  )
}
