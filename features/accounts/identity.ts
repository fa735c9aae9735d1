import { decode, encode } from 'next-auth/jwt'

/** The cookie that says which learner a browser is. Browsers keep none longer than 400 days. */
export const learnerCookie = { name: 'rapporteur.learner', maxAgeSeconds: 400 * 24 * 60 * 60 }

/**
 * Seals a learner's id into a token that only this server can make and read, with next-auth's own
 * sealing (authenticated encryption, expiry inside), so that accounts can take it over as it is.
 */
export function sealLearner(learnerId: string, secret: string): Promise<string> {
  return encode({ token: { sub: learnerId }, secret, salt: learnerCookie.name, maxAge: learnerCookie.maxAgeSeconds })
}

/** The learner in a token; nothing if it is missing, forged, damaged or expired. */
export async function unsealLearner(token: string | undefined, secret: string): Promise<string | null> {
  try {
    const payload = await decode({ ...(token === undefined ? {} : { token }), secret, salt: learnerCookie.name })
    return typeof payload?.sub === 'string' ? payload.sub : null
  } catch {
    return null
  }
}

/** The learner of the demo data, who exists only where somebody asked for it. */
export const demoLearnerId = 'demo'
