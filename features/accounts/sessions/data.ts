import type { Database } from '@/lib/database.ts'
import type { AccountRow, LearnerRow } from '../data.ts'
import type { OwnAccountScope } from '../scope.ts'
import type { SessionRecord } from './session.ts'

/** A session with whose it is. */
export interface SessionRow extends SessionRecord {
  id: string
  createdAt: Date
  lastSeenAt: Date
  account: AccountRow & { learner: LearnerRow }
}

/** A signed-in browser, as its owner sees it. */
export interface ListedSession {
  id: string
  browser: string
  createdAt: Date
  lastSeenAt: Date
}

/** The session with this id, ended or not. */
export function findSession(db: Database, sessionId: string): Promise<SessionRow | null> {
  return db.session.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      generation: true,
      generationAt: true,
      createdAt: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      account: { include: { learner: { select: { id: true, timeZone: true } } } },
    },
  })
}

/** The browsers that are signed in to an account, the one last seen first. */
export function listSessions(db: Database, { accountId }: OwnAccountScope, now: Date): Promise<ListedSession[]> {
  return db.session.findMany({
    where: { accountId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: { id: true, browser: true, createdAt: true, lastSeenAt: true },
  })
}
