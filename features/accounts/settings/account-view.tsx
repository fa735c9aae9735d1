import Link from 'next/link'
import type { ReactNode } from 'react'
import { Notice } from '@/components/notice.tsx'
import type { AccountPage } from '../loaders.ts'
import { LinkedProviders } from '../providers/linked-providers.tsx'
import { SessionList } from '../sessions/session-list.tsx'
import { problemInWords } from '../sign-in/problem.ts'
import { TwoStepSection } from '../two-step/two-step-section.tsx'
import { EmailForm } from './email-form.tsx'
import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { SignOut } from './sign-out.tsx'

/** All that somebody can see and change of their account. */
export function AccountView({ account, problem }: { account: AccountPage; problem: string | undefined }) {
  return (
    <div className="mx-auto grid max-w-xl gap-12">
      <header className="grid gap-4">
        <div>
          <h1 className="text-3xl">Your account</h1>
          <p className="mt-1 text-muted">
            {account.name}
            {account.isAdministrator && ', administrator of this site'}
          </p>
        </div>
        {problem !== undefined && <Notice tone="problem">{problemInWords(problem)}</Notice>}
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          <PlaceLink href="/classes">Your classes</PlaceLink>
          {account.isAdministrator && <PlaceLink href="/administration">Administration of this site</PlaceLink>}
        </p>
        <SignOut />
      </header>
      <Section id="name" title="Name">
        <NameForm name={account.name} />
      </Section>
      <Section id="email" title="E-mail address">
        <EmailForm {...account} />
      </Section>
      <Section id="password" title="Password">
        <PasswordForm hasPassword={account.hasPassword} />
      </Section>
      <Section id="two-step" title="Two-step sign-in">
        <TwoStepSection {...account} />
      </Section>
      {(account.providers.length > 0 || account.identities.length > 0) && (
        <Section id="providers" title="Other ways to sign in">
          <LinkedProviders {...account} />
        </Section>
      )}
      <Section id="sessions" title="Where you are signed in">
        <SessionList sessions={account.sessions} />
      </Section>
    </div>
  )
}

function PlaceLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="text-accent underline underline-offset-4 hover:no-underline">
      {children}
    </Link>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
