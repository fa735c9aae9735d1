import Link from 'next/link'
import { Notice } from '@/components/notice.tsx'
import { Section } from '../section.tsx'
import { InviteForm } from './invite-form.tsx'
import type { Inviting } from './loaders.ts'
import { PendingList } from './pending-list.tsx'

/** Inviting people to a class, and who is invited. */
export function InvitingView({ inviting: { classId, className, pending, news } }: { inviting: Inviting }) {
  return (
    <div className="mx-auto grid max-w-2xl gap-12">
      <header className="grid gap-3">
        <p className="text-sm text-muted">
          <Link
            href={`/classes/${classId}`}
            prefetch={false}
            className="underline underline-offset-4 hover:text-accent"
          >
            {className}
          </Link>
        </p>
        <h1 className="text-3xl">Invite people</h1>
        <p className="text-muted">
          Whoever signs in with an address that is invited finds the class on their page of classes, and joins by one
          press. They need no code, so the class may stay closed.
        </p>
        {news === 'none' && (
          <Notice>This site sends no e-mails. Tell those you invite to sign in and look under “Classes”.</Notice>
        )}
        {news === 'mail-once-verified' && (
          <Notice>
            Your own address is not confirmed, so nobody is sent an e-mail in your name.{' '}
            <Link href="/account" prefetch={false} className="text-accent underline underline-offset-4">
              Confirm it first
            </Link>
            , or tell those you invite to look under “Classes”.
          </Notice>
        )}
      </header>
      <InviteForm classId={classId} />
      {pending.length > 0 && (
        <Section id="pending" title="Invited and not here yet">
          <PendingList classId={classId} pending={pending} />
        </Section>
      )}
    </div>
  )
}
