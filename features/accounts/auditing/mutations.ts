import { randomUUID } from 'node:crypto'
import type { Database, Transaction } from '@/lib/database.ts'
import type { Act, Doer } from '../audit.ts'

/**
 * Notes a sensitive act. Within the transaction of the act itself, so that neither is without the other, where there is
 * one. Nothing that is noted is ever changed, but for the names of people who are deleted.
 *
 * @param subject what or whom it was done to, where that is not who did it
 */
export async function recordAct(
  db: Database | Transaction,
  { act, ...detail }: Act,
  { accountId, learnerId }: Doer,
  now: Date,
  subject?: string,
): Promise<void> {
  await db.auditEvent.create({
    data: {
      id: randomUUID(),
      at: now,
      act,
      accountId: accountId ?? null,
      learnerId: learnerId ?? null,
      subject: subject ?? null,
      detail,
    },
  })
}
