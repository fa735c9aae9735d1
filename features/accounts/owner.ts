import { type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { isPassword } from './password-hash.ts'

/** How long after signing in somebody without a password may still change how they sign in. */
const freshForMs = 15 * 60 * 1000

/**
 * Why whoever sits at a signed-in browser may not change how its account is signed in to; nothing if they may. They
 * show that it is theirs by the password or, where there is none, by having signed in just now.
 */
export async function ownerProblem(
  { account, since }: { account: { passwordHash: string | null }; since: Date },
  password: string,
  now: Date,
): Promise<Refusal | null> {
  if (account.passwordHash === null) return now.getTime() - since.getTime() <= freshForMs ? null : notFresh
  return (await isPassword(password, account.passwordHash)) ? null : wrongPassword
}

const notFresh = refuse(
  403,
  'not-fresh',
  'You signed in a while ago. Sign out and in again, and change this within a quarter of an hour.',
)
const wrongPassword = refuseField('password', 'wrong-password', 'This is not your password.')
