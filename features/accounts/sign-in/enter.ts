import { emptyOutbox, whileNothingIsSent } from '@/lib/outbox.ts'
import { submit } from '@/lib/send.ts'
import type { SignInAnswer } from './actions.ts'

/**
 * Sends what signs this browser in, while none of its tabs sends anything else: what a guest has given and the server
 * has not got yet is sent after it, and lands in the account.
 *
 * @throws SendError
 */
export function enter(path: '/api/sign-in' | '/api/sign-up', body: object): Promise<SignInAnswer> {
  return whileNothingIsSent(async () => {
    const answer = await submit<SignInAnswer>(path, body)
    // What somebody else left here is not for this account.
    if (answer.isSomebodyElse) await emptyOutbox()
    return answer
  })
}

/** Goes on to a page with everything loaded anew, as who this browser is has changed. */
export function goOn(to: string): void {
  // A link to confirm an address comes by here when nobody is signed in.
  const hash = window.location.hash.startsWith('#verify=') ? window.location.hash : ''
  window.location.assign(`${to}${hash}`)
}
