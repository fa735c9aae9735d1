import 'server-only'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import type { Act } from '../audit.ts'
import { recordAct } from './mutations.ts'

/**
 * Notes an act of an account, once it is done; of nobody where it is not known whose.
 *
 * @param subject what it was done to, such as a class
 */
export async function note(act: Act, accountId: string | null, subject?: string): Promise<void> {
  const db = database()
  const account =
    accountId === null ? null : await db.account.findUnique({ where: { id: accountId }, select: { learnerId: true } })
  // The learner as well: what is held on somebody, and what goes when they delete it, is found by that.
  await recordAct(db, act, accountId === null || account === null ? {} : { accountId, ...account }, now(), subject)
}
