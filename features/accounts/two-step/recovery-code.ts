import { randomBytes } from 'node:crypto'
import { printOf } from '../seal.ts'

/** How many recovery codes there are at a time. */
const recoveryCodeCount = 10

/** Without letters and digits that look alike. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const length = 10

/** New recovery codes such as "k7m2p-9xq4r", to be shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const letters = Array.from({ length }, randomLetter).join('')
    return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`
  })
}

/** What is stored of a recovery code, however it is typed. */
export function recoveryCodePrint(code: string, secret: string): string {
  return printOf(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), 'recovery-code', secret)
}

function randomLetter(): string {
  // Bytes beyond the last whole round of the alphabet would favour its beginning.
  const limit = 256 - (256 % alphabet.length)
  for (;;) {
    const [byte = 255] = randomBytes(1)
    if (byte < limit) return alphabet[byte % alphabet.length] ?? ''
  }
}
