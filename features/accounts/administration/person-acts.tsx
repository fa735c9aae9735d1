'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, startTransition, useState } from 'react'
import { ConfirmButton } from '@/components/confirm-button.tsx'
import { Notice } from '@/components/notice.tsx'
import { submit } from '@/lib/send.ts'
import type { PersonChange, PersonChanged } from './actions.ts'
import type { PersonPage } from './loaders.ts'
import { OwnerButton } from './owner-button.tsx'

/** What whoever runs the site can do to somebody's account, each asked about once more. */
export function PersonActs({ person, isSelf, hasMail, hasPassword }: PersonPage) {
  const { id: accountId, name, email, browsers, hasTwoSteps, isAdministrator } = person
  const router = useRouter()
  const [told, setTold] = useState<ReactNode>(null)

  async function change(body: PersonChange, tell: (changed: PersonChanged) => ReactNode) {
    setTold(null)
    const changed = await submit<PersonChanged>('/api/administration/people', body)
    // Said once the page shows it.
    startTransition(() => {
      router.refresh()
      setTold(tell(changed))
    })
  }

  return (
    <>
      <div className="flex flex-wrap gap-3">
        {browsers > (isSelf ? 1 : 0) && (
          <ConfirmButton
            title={`Sign ${isSelf ? 'yourself' : name} out everywhere?`}
            consequence={
              isSelf
                ? 'Every browser but this one is signed out.'
                : 'Every browser of theirs is signed out. They can sign in again as before.'
            }
            keep="Cancel"
            confirm="Sign out everywhere"
            act={() => change({ kind: 'sign-out', accountId }, () => `${name} is signed out everywhere.`)}
          >
            Sign out everywhere…
          </ConfirmButton>
        )}
        {!isSelf && (
          <OwnerButton
            title={`A new password for ${name}?`}
            consequence={
              hasMail
                ? `A link to choose one is sent to ${email}. The password they have holds until then.`
                : 'This site sends no e-mail, so a link to choose one is shown here for you to hand over. Be sure whom you give it to: whoever has it can sign in as them. The password they have holds until then.'
            }
            confirm={hasMail ? 'Send the link' : 'Make the link'}
            hasPassword={hasPassword}
            act={(password) =>
              change({ kind: 'reset-link', accountId, password }, ({ link }) =>
                link === null ? `The link is sent to ${email}.` : <LinkToHandOver name={name} link={link} />,
              )
            }
          >
            New password…
          </OwnerButton>
        )}
        {hasTwoSteps && !isSelf && (
          <OwnerButton
            title={`Turn off two-step sign-in of ${name}?`}
            consequence="For somebody who has lost both their app and their recovery codes. Be sure that it is they who ask: from then on their password alone lets in."
            confirm="Turn it off"
            hasPassword={hasPassword}
            act={(password) =>
              change({ kind: 'end-two-steps', accountId, password }, () => `Two-step sign-in of ${name} is off.`)
            }
          >
            Turn off two-step sign-in…
          </OwnerButton>
        )}
        {!isSelf && (
          <OwnerButton
            title={isAdministrator ? `No administrator any more: ${name}?` : `Make ${name} an administrator?`}
            consequence={
              isAdministrator
                ? 'They keep their account and their classes, and see nothing of these pages any more.'
                : 'An administrator sees every account and class, can give anybody a new password, delete accounts and download everything.'
            }
            confirm={isAdministrator ? 'End it' : 'Make an administrator'}
            hasPassword={hasPassword}
            act={(password) =>
              change({ kind: 'administrator', accountId, isAdministrator: !isAdministrator, password }, () =>
                isAdministrator ? `${name} is no administrator any more.` : `${name} is an administrator now.`,
              )
            }
          >
            {isAdministrator ? 'End that they are an administrator…' : 'Make an administrator…'}
          </OwnerButton>
        )}
        {!isSelf && (
          <OwnerButton
            title={`Delete ${name}?`}
            consequence="Their account goes for good, with all they have learned, and cannot be brought back but from a backup."
            confirm="Delete the account"
            hasPassword={hasPassword}
            act={async (password) => {
              const body: PersonChange = { kind: 'delete', accountId, password }
              await submit<PersonChanged>('/api/administration/people', body)
              window.location.assign('/administration/people')
            }}
          >
            Delete…
          </OwnerButton>
        )}
      </div>
      {isSelf && (
        <p className="text-muted">
          This is your own account. What you can change of it is on its page; that you are an administrator, only
          another administrator can end.
        </p>
      )}
      {told !== null && <Notice>{told}</Notice>}
    </>
  )
}

function LinkToHandOver({ name, link }: { name: string; link: string }) {
  return (
    <>
      <p>Give this link to {name} and nobody else. It works once, within an hour, and is not shown again:</p>
      <p className="mt-2 font-mono text-sm break-all">{link}</p>
    </>
  )
}
