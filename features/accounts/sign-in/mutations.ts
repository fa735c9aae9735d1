import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import { recordAct } from '../auditing/mutations.ts'
import { type AccountRow, findAccount, findAccountByEmail } from '../data.ts'
import { normalisedEmail } from '../email.ts'
import type { TokenKind } from '../link.ts'
import { createAccount, makeFirstAdministrator, type NewAccount } from '../mutations.ts'
import { hashToken, minutesGood, newToken } from '../one-time-token.ts'
import type { OwnAccountScope } from '../scope.ts'
import { revokeOtherSessions } from '../sessions/mutations.ts'
import { removeTwoSteps } from '../two-step/mutations.ts'
import { findToken, type TokenRow } from './data.ts'

/** Makes a token for a link, and forgets those of the same kind that are too old. */
export async function createToken(
  db: Database,
  { kind, email, accountId }: { kind: TokenKind; email: string | null; accountId: string | null },
  now: Date,
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + minutesGood[kind] * 60_000)
  await db.oneTimeToken.deleteMany({ where: { kind, expiresAt: { lte: now } } })
  await db.oneTimeToken.create({
    data: {
      hash: hashToken(token),
      kind,
      email,
      accountId,
      createdAt: now,
      expiresAt,
    },
  })
  return token
}

/** Makes the link to become the first administrator; the one before is of no use any more. */
export async function createAdministratorToken(db: Database, now: Date): Promise<string> {
  await db.oneTimeToken.deleteMany({ where: { kind: 'administrator' } })
  return createToken(db, { kind: 'administrator', email: null, accountId: null }, now)
}

/** Removes links that are too old, with the addresses they were sent to, and says how many. */
export async function sweepTokens(db: Database, now: Date): Promise<number> {
  const { count } = await db.oneTimeToken.deleteMany({ where: { expiresAt: { lte: now } } })
  return count
}

/** What a token is for, used up by this; nothing if it is no good, or somebody else was faster. */
async function takeToken(tx: Transaction, kind: TokenKind, token: string, now: Date): Promise<TokenRow | null> {
  const found = await findToken(tx, kind, token, now)
  if (found === null) return null
  const taken = await tx.oneTimeToken.updateMany({
    where: { hash: hashToken(token), usedAt: null },
    data: { usedAt: now },
  })
  return taken.count === 1 ? found : null
}

/** What became of making an account. */
export type SignUpResult = 'made' | 'taken' | 'bad-link'

/** Makes an account, by a link where there is one: to prove the address, or to become the first administrator. */
export function signUp(
  db: Database,
  account: NewAccount,
  link: { kind: 'sign-up' | 'administrator'; token: string } | null,
  now: Date,
): Promise<SignUpResult> {
  return inTransaction(db, async (tx) => {
    if (link !== null) {
      // Looked at first, so that an address that was mistyped uses no link up.
      const found = await findToken(tx, link.kind, link.token, now)
      const isForAddress = link.kind === 'administrator' || isSameAddress(found?.email, account.email)
      if (!isForAddress || (await takeToken(tx, link.kind, link.token, now)) === null) return 'bad-link'
    }
    if ((await findAccountByEmail(tx, account.email)) !== null) return 'taken'
    await createAccount(tx, account, now)
    if (link?.kind === 'administrator' && (await makeFirstAdministrator(tx, account.id))) {
      const made = await findAccount(tx, account.id)
      await recordAct(tx, { act: 'administrator-made' }, {}, now, made?.learnerId)
    }
    return 'made'
  })
}

/** Takes a link to sign in; the account it lets in, or nothing if it is no good. */
export function takeSignInLink(db: Database, token: string, now: Date): Promise<AccountRow | null> {
  return inTransaction(db, async (tx) => (await takeToken(tx, 'sign-in', token, now))?.account ?? null)
}

/**
 * Changes a forgotten password by a link, which ends every session and every other link. Where the address had not been
 * proved before, whatever was set up until now may be somebody else's, who made the account with this address: the
 * other ways in are taken away.
 */
export function resetPassword(
  db: Database,
  token: string,
  passwordHash: string,
  now: Date,
): Promise<AccountRow | null> {
  return inTransaction(db, async (tx) => {
    const account = (await takeToken(tx, 'reset', token, now))?.account ?? null
    if (account === null) return null
    if (account.emailVerifiedAt === null) {
      await tx.providerIdentity.deleteMany({ where: { accountId: account.id } })
      await removeTwoSteps(tx, account.id)
      await tx.account.update({ where: { id: account.id }, data: { emailVerifiedAt: now } })
    }
    await storePassword(tx, account.id, passwordHash, null, now)
    return account
  })
}

/** Changes a password, which ends every session but one, and every link that was on its way. */
export function changePassword(
  db: Database,
  { accountId }: OwnAccountScope,
  passwordHash: string,
  keptSessionId: string | null,
  now: Date,
): Promise<void> {
  return inTransaction(db, (tx) => storePassword(tx, accountId, passwordHash, keptSessionId, now))
}

/** The same within a transaction. */
export async function storePassword(
  tx: Transaction,
  accountId: string,
  passwordHash: string,
  keptSessionId: string | null,
  now: Date,
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } })
  await tx.oneTimeToken.deleteMany({ where: { accountId, usedAt: null } })
  await revokeOtherSessions(tx, accountId, keptSessionId, now)
}

/**
 * Makes the address that a link went to the account's, and proved: the one it has or a new one. Says whether the link was
 * good for it and the address is free.
 */
export function verifyEmail(db: Database, { accountId }: OwnAccountScope, token: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const found = await findToken(tx, 'verify', token, now)
    // Only whoever is signed in to the account confirms its address: a link alone would let a stranger be confirmed.
    if (found === null || found.email === null || found.account?.id !== accountId) return false
    const holder = await findAccountByEmail(tx, found.email)
    if (holder !== null && holder.id !== accountId) return false
    if ((await takeToken(tx, 'verify', token, now)) === null) return false
    await tx.account.update({
      where: { id: accountId },
      data: { email: normalisedEmail(found.email), emailShown: found.email, emailVerifiedAt: now },
    })
    // What else is on its way went to the address before, perhaps.
    await tx.oneTimeToken.deleteMany({ where: { accountId, usedAt: null } })
    return true
  })
}

function isSameAddress(a: string | null | undefined, b: string): boolean {
  return typeof a === 'string' && normalisedEmail(a) === normalisedEmail(b)
}
