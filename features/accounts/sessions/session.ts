/** A session ends when nobody has come for so long. */
const daysIdle = 90

/** The cookie is made anew after so long, so that a copy of an old one is of no use. */
const rotatedAfterMs = 24 * 60 * 60 * 1000

/** Requests that were on their way when the cookie changed still carry the old one. */
const graceMs = 60_000

/** What the cookie of a signed-in browser says. */
export interface SessionToken {
  sessionId: string
  /** Raised each time the cookie is made anew. */
  generation: number
  issuedAt: Date
}

/** A session, as far as it decides whether a cookie is good. */
export interface SessionRecord {
  generation: number
  /** When that generation was first shown. */
  generationAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/**
 * What a cookie is worth. `confirming` means that it is the first sight of a new generation: until then the one before
 * is good as well, since the answer that brought the new one may have been lost. `stolen` means that it shows a
 * generation that was replaced and confirmed: of the two who hold the session, one has it from the other.
 */
export type TokenVerdict = 'good' | 'confirming' | 'ended' | 'stolen'

/** Judges the cookie of a session that exists. */
export function verdictOnToken(session: SessionRecord, { generation }: SessionToken, now: Date): TokenVerdict {
  if (session.revokedAt !== null || session.expiresAt <= now) return 'ended'
  if (generation === session.generation) return 'good'
  if (generation === session.generation + 1) return 'confirming'
  const isOnItsWay = generation === session.generation - 1 && now.getTime() - session.generationAt.getTime() <= graceMs
  return isOnItsWay ? 'good' : 'stolen'
}

/** The token that the browser should have from now on; nothing if the one it has will do. */
export function rotated(token: SessionToken, session: SessionRecord, now: Date): SessionToken | null {
  const isLatest = token.generation >= session.generation
  if (!isLatest || now.getTime() - token.issuedAt.getTime() < rotatedAfterMs) return null
  return { ...token, generation: token.generation + 1, issuedAt: now }
}

/** When a session that is used now ends by itself. */
export function expiryAfter(now: Date): Date {
  return new Date(now.getTime() + daysIdle * 24 * 60 * 60 * 1000)
}
