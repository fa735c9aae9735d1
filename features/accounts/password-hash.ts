import { hash, verify } from '@node-rs/argon2'
import { normalisedPassword } from './password.ts'

/** Argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password, to be stored. Parameters and salt are part of it. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisedPassword(password), parameters)
}

/** A hash that fits no password, for the work to be the same where there is none. */
let hashOfNobody: Promise<string> | undefined

/** Whether a password is the one that was hashed. Without a hash it is not, and finding that out takes as long. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  hashOfNobody ??= hashPassword(crypto.randomUUID())
  const isRight = await verify(stored ?? (await hashOfNobody), normalisedPassword(password)).catch(() => false)
  return stored !== null && isRight
}
