'use client'

import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { type FormField, LabelledForm } from '@/components/labelled-form.tsx'
import { NarrowPage } from '@/components/narrow-page.tsx'
import { submit } from '@/lib/send.ts'
import { useLinkToken } from '../link-token.tsx'
import type { WaysIn } from '../loaders.ts'
import { passwordHint } from '../password-hint.ts'
import { ProviderButtons } from '../providers/provider-buttons.tsx'
import { enter, goOn } from './enter.ts'
import { MailSent } from './mail-sent.tsx'

const email = {
  name: 'email',
  label: 'E-mail address',
  type: 'email',
  autoComplete: 'username',
} as const satisfies FormField
const name = {
  name: 'name',
  label: 'Name',
  hint: 'As others in a class should see it.',
  autoComplete: 'name',
} as const satisfies FormField
const password = {
  name: 'password',
  label: 'Password',
  type: 'password',
  hint: passwordHint,
  autoComplete: 'new-password',
} as const satisfies FormField

/** Making an account, for whoever wants one. */
export function SignUpView({ ways, to }: { ways: WaysIn; to: string }) {
  const administratorToken = useLinkToken('administrator')
  const addressToken = useLinkToken('sign-up')
  const [sentTo, setSentTo] = useState<string | null>(null)

  async function make(typed: { name: string; email: string; password: string }, link: object | null) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    await enter('/api/sign-up', { ...typed, timeZone, link })
    goOn(to)
  }

  if (typeof administratorToken === 'string') {
    return (
      <Page lead="You run this site: this account will be its administrator’s.">
        <LabelledForm
          label="Make the administrator’s account"
          fields={[name, email, password]}
          button="Make the account"
          send={(typed) => make(typed, { kind: 'administrator', token: administratorToken })}
        />
      </Page>
    )
  }
  if (typeof addressToken === 'string') {
    return (
      <Page lead="Your address is right. A name and a password, and you are there.">
        <LabelledForm
          label="Make an account"
          fields={[name, { ...email, hint: 'The address that our e-mail came to.' }, password]}
          button="Make the account"
          send={(typed) => make(typed, { kind: 'sign-up', token: addressToken })}
        />
      </Page>
    )
  }
  if (sentTo !== null) return <MailSent to={sentTo} what="a link to make your account" />
  return (
    <Page lead="An account keeps your progress on every device. You can learn without one: then it stays in this browser.">
      <ProviderButtons providers={ways.providers} verb="Sign in with" to={to} />
      {ways.hasMail ? (
        <LabelledForm
          label="Make an account"
          fields={[{ ...email, hint: 'We send you a link to go on with.' }]}
          button="Send the link"
          send={async (typed) => {
            await submit('/api/links', { kind: 'sign-up', to, ...typed })
            setSentTo(typed.email)
          }}
        />
      ) : (
        <LabelledForm
          label="Make an account"
          fields={[name, email, password]}
          button="Make the account"
          send={(typed) => make(typed, null)}
        />
      )}
      <p className="text-sm">
        <Link
          href={`/sign-in?to=${encodeURIComponent(to)}`}
          prefetch={false}
          className="underline underline-offset-4 hover:text-accent"
        >
          I have an account
        </Link>
      </p>
    </Page>
  )
}

function Page({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <NarrowPage title="Make an account" lead={lead}>
      {children}
    </NarrowPage>
  )
}
