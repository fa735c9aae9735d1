import type { Database, Transaction } from '@/lib/database.ts'
import type { AccountRow } from '../data.ts'
import type { TokenKind } from '../link.ts'
import { hashToken } from '../one-time-token.ts'

/** A link that is still good. */
export interface TokenRow {
  email: string | null
  account: AccountRow | null
}

/** What a token of a kind is for; nothing if it is unknown, used or too old. Looking uses nothing up. */
export function findToken(
  db: Database | Transaction,
  kind: TokenKind,
  token: string,
  now: Date,
): Promise<TokenRow | null> {
  return db.oneTimeToken.findFirst({
    where: { hash: hashToken(token), kind, usedAt: null, expiresAt: { gt: now } },
    select: { email: true, account: true },
  })
}
