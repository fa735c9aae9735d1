import type { Database, Transaction } from '@/lib/database.ts'
import type { OwnAccountScope } from '../scope.ts'
import { findSession } from './data.ts'
import { expiryAfter, rotated, type SessionToken, verdictOnToken } from './session.ts'
import { sessionCookie } from './session-cookie.ts'

/** Seeing a browser again is noted no more often than this. */
const seenEveryMs = 5 * 60 * 1000

/** Signs a browser in to an account. */
export async function createSession(
  db: Database | Transaction,
  session: { id: string; accountId: string; browser: string },
  now: Date,
): Promise<void> {
  await db.session.create({
    data: { ...session, generationAt: now, createdAt: now, lastSeenAt: now, expiresAt: expiryAfter(now) },
  })
}

/**
 * Notes that a browser has come with this token, and says which it should have from now on; nothing if its own will do.
 * A token that was replaced ends the session, since somebody else may have it.
 */
export async function keepSession(db: Database, token: SessionToken, now: Date): Promise<SessionToken | null> {
  const session = await findSession(db, token.sessionId)
  if (session === null) return null
  const verdict = verdictOnToken(session, token, now)
  if (verdict === 'stolen') await endSessions(db, { id: session.id }, now)
  if (verdict === 'stolen' || verdict === 'ended') return null
  const { generation } = token
  if (verdict === 'confirming') {
    await db.session.updateMany({
      where: { id: session.id, generation: generation - 1 },
      data: { generation, generationAt: now },
    })
  }
  if (now.getTime() - session.lastSeenAt.getTime() >= seenEveryMs) {
    await db.session.update({ where: { id: session.id }, data: { lastSeenAt: now, expiresAt: expiryAfter(now) } })
  }
  return rotated(token, session, now)
}

/** Ends the session that a browser's own cookie names. */
export function endSession(db: Database, id: string, now: Date): Promise<void> {
  return endSessions(db, { id }, now)
}

/** Signs one browser of an account out. */
export function revokeSession(db: Database, { accountId }: OwnAccountScope, id: string, now: Date): Promise<void> {
  return endSessions(db, { id, accountId }, now)
}

/** Signs all browsers of an account out, but for one. */
export function revokeOtherSessions(
  db: Database | Transaction,
  accountId: string,
  keptId: string | null,
  now: Date,
): Promise<void> {
  return endSessions(db, { accountId, ...(keptId !== null && { id: { not: keptId } }) }, now)
}

/**
 * Removes sessions that ended so long ago that no browser has their cookie any more, and says how many. Until then they
 * tell whose a browser was, so that what it still holds goes to nobody else.
 */
export async function sweepSessions(db: Database, now: Date): Promise<number> {
  const since = new Date(now.getTime() - sessionCookie.maxAgeSeconds * 1000)
  const { count } = await db.session.deleteMany({
    where: { OR: [{ revokedAt: { lt: since } }, { expiresAt: { lt: since } }] },
  })
  return count
}

async function endSessions(
  db: Database | Transaction,
  where: { id?: string | { not: string }; accountId?: string },
  now: Date,
): Promise<void> {
  await db.session.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: now } })
}
