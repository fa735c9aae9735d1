import { type Database, inTransaction } from '@/lib/database.ts'
import { type AccountRow, findAccount, findAccountByEmail, findAccountByIdentity } from '../data.ts'
import { createAccount, linkIdentity } from '../mutations.ts'
import { type Arrival, arrivalOf, type Voucher } from './provider.ts'

/** What became of somebody who came back from a provider, and whose account it is where it is one's. */
export type Arrived =
  | { kind: Exclude<Arrival['kind'], 'sign-in-first' | 'linked-elsewhere' | 'no-email'>; account: AccountRow }
  | { kind: 'sign-in-first' | 'linked-elsewhere' | 'no-email' }

/** Lets somebody in whom a provider vouches for, links them, or makes their account: whichever the rules say. */
export function arrive(
  db: Database,
  voucher: Voucher,
  browser: {
    signedInId: string | null
    guestId: string | null
    newAccountId: string
    newLearner: { id: string; timeZone: string }
  },
  now: Date,
): Promise<Arrived> {
  const { signedInId, guestId, newAccountId, newLearner } = browser
  return inTransaction(db, async (tx): Promise<Arrived> => {
    const linked = await findAccountByIdentity(tx, voucher.provider, voucher.subject)
    const byEmail = voucher.email === null ? null : await findAccountByEmail(tx, voucher.email)
    const arrival = arrivalOf(voucher, {
      linkedId: linked?.id ?? null,
      byEmail: byEmail && { id: byEmail.id, isEmailVerified: byEmail.emailVerifiedAt !== null },
      signedInId,
    })
    if (arrival.kind === 'sign-in-first' || arrival.kind === 'linked-elsewhere' || arrival.kind === 'no-email') {
      return arrival
    }
    const accountId = arrival.kind === 'make-account' ? newAccountId : arrival.accountId
    if (arrival.kind === 'make-account') {
      const { name, isEmailVerified } = voucher
      const made = {
        id: accountId,
        email: arrival.email,
        name,
        passwordHash: null,
        isEmailVerified,
        guestId,
        newLearner,
      }
      await createAccount(tx, made, now)
    }
    await linkIdentity(tx, accountId, { ...voucher, label: voucher.email ?? voucher.name }, now)
    const account = await findAccount(tx, accountId)
    if (account === null) throw new Error('An account is gone that was found in the same transaction.')
    return { kind: arrival.kind, account }
  })
}
