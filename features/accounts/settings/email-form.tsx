'use client'

import { useState } from 'react'
import { Button } from '@/components/button.tsx'
import { LabelledForm } from '@/components/labelled-form.tsx'
import { Notice } from '@/components/notice.tsx'
import { SendError, submit } from '@/lib/send.ts'
import { useLinkToken } from '../link-token.tsx'
import { currentPassword } from './current-password.ts'
import { useChange } from './use-change.tsx'

/** Changes and confirms the address of an account. */
export function EmailForm({
  email,
  isEmailVerified,
  hasPassword,
  hasMail,
}: {
  email: string
  isEmailVerified: boolean
  hasPassword: boolean
  hasMail: boolean
}) {
  const { change, told } = useChange()
  return (
    <>
      {hasMail && <Confirmation isVerified={isEmailVerified} />}
      <p>{email}</p>
      <details>
        <summary className="text-muted">Change it</summary>
        <div className="mt-3">
          <LabelledForm
            label="Change the e-mail address"
            look="quiet"
            fields={[
              { name: 'email', label: 'E-mail address', type: 'email', autoComplete: 'email', defaultValue: email },
              ...currentPassword(hasPassword),
            ]}
            button="Change the address"
            send={(typed) => change({ kind: 'email', ...typed }, 'Your address is changed.')}
          />
        </div>
      </details>
      {told}
    </>
  )
}

/** Until it is confirmed, only the password lets one in: links to sign in are sent to confirmed addresses alone. */
function Confirmation({ isVerified }: { isVerified: boolean }) {
  const token = useLinkToken('verify')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSent, setSent] = useState(false)

  async function attempt(work: () => Promise<unknown>) {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      setProblem(error.message)
    }
  }
  const confirm = () =>
    attempt(async () => {
      await submit('/api/account', { kind: 'verify', token })
      // The link is used up.
      window.location.assign('/account')
    })
  const ask = () =>
    attempt(async () => {
      await submit('/api/account/verification', {})
      setSent(true)
    })

  if (isVerified && typeof token !== 'string') return null
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-sunken px-4 py-3">
      {typeof token === 'string' ? (
        <>
          <p>You came by the link that we sent to an address of yours. Is it to be the address of this account?</p>
          <div>
            <Button onClick={confirm}>Confirm the address</Button>
          </div>
        </>
      ) : (
        <>
          <p>This address is not confirmed yet. Confirmed, it lets you in when you have forgotten your password.</p>
          <div>
            <Button look="quiet" onClick={ask}>
              Send a link to confirm it
            </Button>
          </div>
        </>
      )}
      {isSent && <Notice>The link is on its way.</Notice>}
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
    </div>
  )
}
