import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What only this server can read or make, for what is stored rather than carried in a cookie. */

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** Encrypts a text under a key of its own for each purpose, so that it can neither be read nor changed nor moved. */
export function seal(text: string, purpose: string, secret: string): string {
  const iv = randomBytes(ivBytes)
  const encryption = createCipheriv(cipher, keyFor(purpose, secret), iv)
  const body = Buffer.concat([encryption.update(text, 'utf8'), encryption.final()])
  return Buffer.concat([iv, encryption.getAuthTag(), body]).toString('base64url')
}

/** The text that was sealed; nothing if it was changed, or sealed for another purpose or with another secret. */
export function unseal(sealed: string, purpose: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const iv = bytes.subarray(0, ivBytes)
  const body = bytes.subarray(ivBytes + tagBytes)
  try {
    const decryption = createDecipheriv(cipher, keyFor(purpose, secret), iv, { authTagLength: tagBytes })
    decryption.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    return Buffer.concat([decryption.update(body), decryption.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** The print of a text under the secret: whoever has the database alone cannot try texts against it. */
export function printOf(text: string, purpose: string, secret: string): string {
  return createHmac('sha256', keyFor(purpose, secret)).update(text).digest('base64url')
}

function keyFor(purpose: string, secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `rapporteur ${purpose}`, 32))
}
