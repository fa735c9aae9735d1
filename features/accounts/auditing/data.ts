import type { Database } from '@/lib/database.ts'
import type { Act, AuditedAct } from '../audit.ts'

/** Where to go on reading: after the last act of the page before. */
export type AuditPlace = Pick<AuditedAct, 'id' | 'at'>

/** Acts, the newest first, a page at a time. */
export async function listActs(db: Database, take: number, after?: AuditPlace): Promise<AuditedAct[]> {
  const events = await db.auditEvent.findMany({
    ...(after !== undefined && { where: { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } }),
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  })
  return events.map(({ id, at, act, accountId, learnerId, subject, detail }) => ({
    id,
    at,
    // Written by recordAct only, which knows no other.
    act: { act, ...(detail as object) } as Act,
    doer: { ...(accountId !== null && { accountId }), ...(learnerId !== null && { learnerId }) },
    subject,
  }))
}
