import { ButtonLink } from '@/components/button.tsx'
import { NarrowPage } from '@/components/narrow-page.tsx'
import { Notice } from '@/components/notice.tsx'
import { JoinButton } from './join-button.tsx'
import { joinPath } from './join-code.ts'
import { JoinForm } from './join-form.tsx'
import { listText } from './list-text.ts'
import type { Invitation } from './loaders.ts'

/** Asks for the code of a class. */
export function JoinStart() {
  return (
    <NarrowPage title="Join a class" lead="Your teacher has a code or a link for you.">
      <JoinForm />
    </NarrowPage>
  )
}

/** What a code leads to. */
export function JoinView({ invitation }: { invitation: Exclude<Invitation, { kind: 'own' }> }) {
  if (invitation.kind === 'wait') {
    return (
      <NarrowPage title="Join a class">
        <Notice tone="problem">{invitation.message}</Notice>
      </NarrowPage>
    )
  }
  if (invitation.kind === 'nothing') {
    return (
      <NarrowPage
        title="This code opens no class now"
        lead="It may have been mistyped, replaced or closed. Ask your teacher for the one that holds today, and try again."
      >
        <JoinForm />
      </NarrowPage>
    )
  }
  const { code, name, teachers, isSignedIn } = invitation
  const to = encodeURIComponent(joinPath(code))
  return (
    <NarrowPage title={`Join ${name}`} lead={`Taught by ${listText(teachers)}.`}>
      <p>
        They will see your name and how you do in what they assign. The cards that you review and the notes that you
        write stay yours.
      </p>
      {isSignedIn ? (
        <JoinButton code={code} />
      ) : (
        <div className="grid gap-4">
          <p>To be in a class you need an account. What you have learned in this browser comes along.</p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/sign-up?to=${to}`} prefetch={false}>
              Make an account
            </ButtonLink>
            <ButtonLink href={`/sign-in?to=${to}`} prefetch={false} look="quiet">
              Sign in
            </ButtonLink>
          </div>
        </div>
      )}
    </NarrowPage>
  )
}
