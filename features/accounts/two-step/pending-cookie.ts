import { decode, encode } from 'next-auth/jwt'

/** The cookie of a browser that has given the first step and owes the second. */
export const pendingCookie = { name: 'rapporteur.second-step', maxAgeSeconds: 10 * 60 }

/** Seals whose first step was given. */
export function sealPending(accountId: string, secret: string): Promise<string> {
  const { name: salt, maxAgeSeconds: maxAge } = pendingCookie
  return encode({ token: { sub: accountId }, secret, salt, maxAge })
}

/** Whose first step was given; nobody's if the cookie is missing, forged, damaged or older than ten minutes. */
export async function unsealPending(cookie: string | undefined, secret: string): Promise<string | null> {
  if (cookie === undefined) return null
  try {
    const payload = await decode({ token: cookie, secret, salt: pendingCookie.name })
    return typeof payload?.sub === 'string' ? payload.sub : null
  } catch {
    return null
  }
}
