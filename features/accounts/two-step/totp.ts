import { Secret, TOTP } from 'otpauth'

/** Codes change every thirty seconds, as in every authenticator app. */
const periodSeconds = 30

/** A new secret to be shared with an authenticator app, in Base32 as it is typed. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator app reads from a picture. */
export function totpAddress(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/**
 * The step, counted from 1970 in thirty seconds, that a code belongs to; nothing if it is wrong or too old. Clocks may
 * differ by a step, and a code that was taken before is not taken again.
 */
export function stepOfCode(secret: string, code: string, lastStep: number | null, now: Date): number | null {
  const token = code.replaceAll(/\D/g, '')
  if (token.length !== 6) return null
  const delta = totp(secret, '').validate({ token, window: 1, timestamp: now.getTime() })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / periodSeconds) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Rapporteur',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  })
}
