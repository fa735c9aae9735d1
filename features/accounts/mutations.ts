import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import { findGuest, hasAdministrator } from './data.ts'
import { normalisedEmail } from './email.ts'
import { demoLearnerId } from './identity.ts'
import type { OwnAccountScope } from './scope.ts'

/** Makes a learner, who so far is nothing but a browser. */
export async function createLearner(
  db: Database | Transaction,
  learner: { id: string; timeZone: string },
  now: Date,
): Promise<void> {
  await db.learner.create({ data: { ...learner, createdAt: now } })
}

/** An account to be made. */
export interface NewAccount {
  id: string
  email: string
  name: string
  passwordHash: string | null
  isEmailVerified: boolean
  /** The browser's learner, whose progress the account takes over as it is; nobody for a browser without any. */
  guestId: string | null
  /** For the learner who is made where there is no guest. */
  newLearner: { id: string; timeZone: string }
}

/**
 * Makes an account in a transaction. The guest's learner becomes the account's, so nothing moves. The caller has seen
 * that the address is free; should it be taken all the same, this throws a unique violation.
 */
export async function createAccount(tx: Transaction, account: NewAccount, now: Date): Promise<void> {
  const { id, email, name, passwordHash, isEmailVerified, guestId, newLearner } = account
  const guest = guestId === null || guestId === demoLearnerId ? null : await findGuest(tx, guestId)
  if (guest === null) await createLearner(tx, newLearner, now)
  await tx.account.create({
    data: {
      id,
      learnerId: guest?.id ?? newLearner.id,
      email: normalisedEmail(email),
      emailShown: email,
      emailVerifiedAt: isEmailVerified ? now : null,
      name,
      passwordHash,
      createdAt: now,
    },
  })
}

/** Makes an account an administrator's. */
export async function makeAdministrator(tx: Transaction, accountId: string): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { isAdministrator: true } })
}

/** Makes it only if nobody runs the site yet, whoever else tries at the same time; says whether it did. */
export async function makeFirstAdministrator(tx: Transaction, accountId: string): Promise<boolean> {
  if (await hasAdministrator(tx)) return false
  await makeAdministrator(tx, accountId)
  return true
}

/** Changes what an account is called. */
export async function renameAccount(db: Database, { accountId }: OwnAccountScope, name: string): Promise<void> {
  await db.account.update({ where: { id: accountId }, data: { name } })
}

/** Gives an account another address; says whether it was free. */
export function changeEmail(db: Database, { accountId }: OwnAccountScope, email: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const normalised = normalisedEmail(email)
    const holder = await tx.account.findUnique({ where: { email: normalised }, select: { id: true } })
    if (holder !== null && holder.id !== accountId) return false
    const isSame = holder !== null
    await tx.account.update({
      where: { id: accountId },
      data: { email: normalised, emailShown: email, ...(!isSame && { emailVerifiedAt: null }) },
    })
    // A link to the old address is no proof of the new one.
    if (!isSame) await tx.oneTimeToken.deleteMany({ where: { accountId } })
    return true
  })
}

/** Takes back that somebody of another service may sign in to an account. */
export async function unlinkIdentity(
  db: Database,
  { accountId }: OwnAccountScope,
  { provider, subject }: { provider: string; subject: string },
): Promise<void> {
  await db.providerIdentity.deleteMany({ where: { accountId, provider, subject } })
}

/** Lets somebody of another service sign in to an account. Doing so twice changes nothing. */
export async function linkIdentity(
  tx: Transaction,
  accountId: string,
  { provider, subject, label }: { provider: string; subject: string; label: string },
  now: Date,
): Promise<void> {
  const key = { provider_subject: { provider, subject } }
  await tx.providerIdentity.upsert({
    where: key,
    create: { provider, subject, label, accountId, linkedAt: now },
    update: { label },
  })
}
