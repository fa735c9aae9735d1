import type { Database, Transaction } from '@/lib/database.ts'
import { normalisedEmail } from './email.ts'
import type { ClassRole, Membership } from './policy.ts'
import type { OwnAccountScope } from './scope.ts'

/** A learner, as far as anything else needs to know. */
export interface LearnerRow {
  id: string
  timeZone: string
}

/** An account, without its learner's progress. */
export interface AccountRow {
  id: string
  learnerId: string
  email: string
  emailShown: string
  emailVerifiedAt: Date | null
  name: string
  passwordHash: string | null
  isAdministrator: boolean
  /** Sealed; nothing where there is none. */
  totpSecret: string | null
  totpConfirmedAt: Date | null
  totpLastStep: number | null
}

/** Whoever another service knows by this name. */
export interface IdentityRow {
  provider: string
  subject: string
  label: string
  linkedAt: Date
}

/** The learner with this id who has no account, or nothing: an account's learner is reached by signing in only. */
export function findGuest(db: Database | Transaction, learnerId: string): Promise<LearnerRow | null> {
  return db.learner.findFirst({ where: { id: learnerId, account: null }, select: { id: true, timeZone: true } })
}

/** The account that an address belongs to, however it is spelt. */
export function findAccountByEmail(db: Database | Transaction, email: string): Promise<AccountRow | null> {
  return db.account.findUnique({ where: { email: normalisedEmail(email) } })
}

/** The account with this id. */
export function findAccount(db: Database | Transaction, accountId: string): Promise<AccountRow | null> {
  return db.account.findUnique({ where: { id: accountId } })
}

/** The account that somebody of another service has been linked to. */
export async function findAccountByIdentity(
  db: Database | Transaction,
  provider: string,
  subject: string,
): Promise<AccountRow | null> {
  const key = { provider_subject: { provider, subject } }
  const identity = await db.providerIdentity.findUnique({ where: key, select: { account: true } })
  return identity?.account ?? null
}

/** The services through which somebody may sign in to their account, the oldest first. */
export function listIdentities(db: Database, { accountId }: OwnAccountScope): Promise<IdentityRow[]> {
  return db.providerIdentity.findMany({
    where: { accountId },
    orderBy: [{ linkedAt: 'asc' }, { subject: 'asc' }],
    select: { provider: true, subject: true, label: true, linkedAt: true },
  })
}

/** The classes that an account is in, and as what. */
export async function listMemberships(db: Database | Transaction, accountId: string): Promise<Membership[]> {
  const rows = await db.membership.findMany({
    where: { accountId, leftAt: null },
    orderBy: { classId: 'asc' },
    select: { classId: true, role: true },
  })
  return rows.map(({ classId, role }) => ({ classId, role: role as ClassRole }))
}

/** How many recovery codes are left. */
export function countRecoveryCodes(db: Database, { accountId }: OwnAccountScope): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } })
}

/** Whether anybody runs this site yet. */
export async function hasAdministrator(db: Database | Transaction): Promise<boolean> {
  return (await db.account.findFirst({ where: { isAdministrator: true }, select: { id: true } })) !== null
}
