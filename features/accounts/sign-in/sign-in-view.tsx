'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { NarrowPage } from '@/components/narrow-page.tsx'
import { Notice } from '@/components/notice.tsx'
import { forgetKeptData } from '@/lib/kept-data.ts'
import { emptyOutbox } from '@/lib/outbox.ts'
import { forgetLearner, submit } from '@/lib/send.ts'
import { useLinkToken } from '../link-token.tsx'
import type { WaysIn } from '../loaders.ts'
import { ProviderButtons } from '../providers/provider-buttons.tsx'
import type { SignInAnswer } from './actions.ts'
import { CodeForm } from './code-form.tsx'
import { enter, goOn } from './enter.ts'
import { problemInWords } from './problem.ts'
import { Welcome } from './welcome.tsx'

/** Signing in, whichever way. */
export function SignInView({
  ways,
  to,
  problem,
  isSecondStep,
}: {
  ways: WaysIn
  /** Where to go afterwards: a page of this site. */
  to: string
  /** What a provider's way back ended in. */
  problem: string | undefined
  isSecondStep: boolean
}) {
  const token = useLinkToken('sign-in')
  const [step, setStep] = useState<'first' | 'code' | 'merged'>(isSecondStep ? 'code' : 'first')

  function follow({ next, isMerged }: SignInAnswer) {
    if (next === 'code') setStep('code')
    else if (isMerged) setStep('merged')
    else goOn(to)
  }

  if (step === 'merged') return <Welcome to={to} />
  if (step === 'code') return <CodeForm onIn={follow} />
  if (typeof token === 'string') {
    return (
      <NarrowPage title="Sign in" lead="You came by the link that we sent you.">
        <LabelledForm
          label="Sign in by link"
          fields={[]}
          button="Sign in"
          send={async () => follow(await enter('/api/sign-in', { kind: 'link', token }))}
        />
        <p className="text-sm text-muted">
          Or{' '}
          <a href="/sign-in" className="underline underline-offset-4">
            sign in with your password
          </a>
          .
        </p>
      </NarrowPage>
    )
  }
  return (
    <NarrowPage title="Sign in" lead="To go on with your progress from any device. Without an account, it stays here.">
      {ways.visit === 'signed-out' && <SignedOut />}
      {problem !== undefined && <Notice tone="problem">{problemInWords(problem)}</Notice>}
      <ProviderButtons providers={ways.providers} verb="Sign in with" to={to} />
      <LabelledForm
        label="Sign in with a password"
        fields={[
          { name: 'email', label: 'E-mail address', type: 'email', autoComplete: 'username' },
          { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
        ]}
        button="Sign in"
        send={async (typed) => follow(await enter('/api/sign-in', { kind: 'password', ...typed }))}
      />
      <ul className="grid gap-2 text-sm">
        <li>
          <Link href="/forgot" prefetch={false} className="underline underline-offset-4 hover:text-accent">
            {ways.hasMail ? 'Sign in by e-mail, or choose a new password' : 'I have forgotten my password'}
          </Link>
        </li>
        <li>
          <Link
            href={`/sign-up?to=${encodeURIComponent(to)}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            Make an account
          </Link>
        </li>
      </ul>
    </NarrowPage>
  )
}

/** This browser was signed in before, and may still hold what the server has not got. */
function SignedOut() {
  async function forget() {
    await emptyOutbox()
    await forgetKeptData()
    await submit('/api/sign-out', {})
    forgetLearner()
    window.location.assign('/')
  }
  return (
    <Notice>
      <p>You were signed out here. Sign in again, and what you have done since is kept.</p>
      <p className="mt-2">
        <Button look="quiet" onClick={forget}>
          Go on without an account
        </Button>
      </p>
    </Notice>
  )
}
