import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import type { AccountRow } from '../data.ts'
import { findAccount } from '../data.ts'
import type { OwnAccountScope } from '../scope.ts'
import { unseal } from '../seal.ts'
import { recoveryCodePrint } from './recovery-code.ts'
import { stepOfCode } from './totp.ts'

/** What the secret of an authenticator app is sealed for. */
export const totpPurpose = 'totp'

/** Keeps the secret of an authenticator app that is being set up. Nothing is asked for before it is confirmed. */
export async function beginTwoSteps(db: Database, { accountId }: OwnAccountScope, sealedSecret: string): Promise<void> {
  await db.account.updateMany({
    where: { id: accountId, totpConfirmedAt: null },
    data: { totpSecret: sealedSecret, totpLastStep: null },
  })
}

/** Asks for a second step from now on, once a code has shown that the app has the secret; says whether it was right. */
export function confirmTwoSteps(
  db: Database,
  { accountId }: OwnAccountScope,
  { code, prints, secret }: { code: string; prints: readonly string[]; secret: string },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const account = await findAccount(tx, accountId)
    if (account === null || account.totpConfirmedAt !== null) return false
    if (!(await takeTotp(tx, account, code, secret, now))) return false
    await tx.account.update({ where: { id: accountId }, data: { totpConfirmedAt: now } })
    await replaceCodes(tx, accountId, prints)
    return true
  })
}

/** Makes the recovery codes anew; the old ones are of no use any more. */
export function replaceRecoveryCodes(
  db: Database,
  { accountId }: OwnAccountScope,
  prints: readonly string[],
): Promise<void> {
  return inTransaction(db, (tx) => replaceCodes(tx, accountId, prints))
}

/** Asks for no second step any more. */
export function endTwoSteps(db: Database, { accountId }: OwnAccountScope): Promise<void> {
  return inTransaction(db, (tx) => removeTwoSteps(tx, accountId))
}

/** The same within a transaction, of whichever account. */
export async function removeTwoSteps(tx: Transaction, accountId: string): Promise<void> {
  await tx.account.update({
    where: { id: accountId },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
  })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
}

/** Takes a code of the app or a recovery code, each once; which it was, or nothing if it is wrong. */
export function takeCode(
  db: Database,
  accountId: string,
  code: string,
  secret: string,
  now: Date,
): Promise<'app' | 'recovery' | null> {
  return inTransaction(db, async (tx) => {
    const account = await findAccount(tx, accountId)
    if (account === null || account.totpConfirmedAt === null) return null
    if (await takeTotp(tx, account, code, secret, now)) return 'app'
    const used = await tx.recoveryCode.updateMany({
      where: { hash: recoveryCodePrint(code, secret), accountId, usedAt: null },
      data: { usedAt: now },
    })
    return used.count === 1 ? 'recovery' : null
  })
}

async function takeTotp(
  tx: Transaction,
  { id, totpSecret, totpLastStep }: AccountRow,
  code: string,
  secret: string,
  now: Date,
): Promise<boolean> {
  const shared = totpSecret === null ? null : unseal(totpSecret, totpPurpose, secret)
  const step = shared === null ? null : stepOfCode(shared, code, totpLastStep, now)
  if (step === null) return false
  await tx.account.update({ where: { id }, data: { totpLastStep: step } })
  return true
}

async function replaceCodes(tx: Transaction, accountId: string, prints: readonly string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.recoveryCode.createMany({ data: prints.map((hash) => ({ hash, accountId })) })
}
