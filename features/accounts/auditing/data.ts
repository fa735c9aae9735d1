import type { Database } from '@/lib/database.ts'
import type { Act, AuditedAct } from '../audit.ts'
import type { SiteScope } from '../scope.ts'

/** Where to go on reading: after the last act of the page before. */
export type AuditPlace = Pick<AuditedAct, 'id' | 'at'>

/** Acts, the newest first, a page at a time. */
export async function listActs(db: Database, _: SiteScope, take: number, after?: AuditPlace): Promise<AuditedAct[]> {
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

/** Where an act stands, to go on after it; nothing if there is no such act. */
export function findPlace(db: Database, _: SiteScope, id: string): Promise<AuditPlace | null> {
  return db.auditEvent.findUnique({ where: { id }, select: { id: true, at: true } })
}

/** When something was last done; nothing if it never was. */
export async function lastTime(db: Database, _: SiteScope, act: Act['act']): Promise<Date | null> {
  const last = await db.auditEvent.findFirst({ where: { act }, orderBy: { at: 'desc' }, select: { at: true } })
  return last?.at ?? null
}
