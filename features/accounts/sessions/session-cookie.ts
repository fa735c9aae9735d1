import { decode, encode } from 'next-auth/jwt'
import type { SessionToken } from './session.ts'

/**
 * The cookie of a signed-in browser. It outlives the session, so that a browser whose session has ended is known for
 * one that was signed in, and what it still holds is not taken for a newcomer's.
 */
export const sessionCookie = { name: 'rapporteur.session', maxAgeSeconds: 400 * 24 * 60 * 60 }

/** Seals a session's token as next-auth seals its own: authenticated encryption, times inside. */
export function sealSession({ sessionId, generation }: SessionToken, secret: string): Promise<string> {
  const { name: salt, maxAgeSeconds: maxAge } = sessionCookie
  return encode({ token: { sub: sessionId, generation }, secret, salt, maxAge })
}

/** The token in a cookie; nothing if it is missing, forged, damaged or expired. */
export async function unsealSession(cookie: string | undefined, secret: string): Promise<SessionToken | null> {
  if (cookie === undefined) return null
  try {
    const payload = await decode({ token: cookie, secret, salt: sessionCookie.name })
    const { sub, generation, iat } = payload ?? {}
    if (typeof sub !== 'string' || typeof generation !== 'number' || typeof iat !== 'number') return null
    return { sessionId: sub, generation, issuedAt: new Date(iat * 1000) }
  } catch {
    return null
  }
}
