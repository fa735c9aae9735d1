import { createHash, randomBytes } from 'node:crypto'
import type { TokenKind } from './link.ts'

/** How long a link stays good, in minutes. */
export const minutesGood: Record<TokenKind, number> = {
  'sign-up': 24 * 60,
  'sign-in': 15,
  reset: 60,
  verify: 24 * 60,
  administrator: 24 * 60,
}

/** A new token, which nobody can guess. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Enough for a token: what cannot be guessed need not be slow to try. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
