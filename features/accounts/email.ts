import { z } from 'zod'

/** An e-mail address as somebody types it. */
export const emailSchema = z
  .string()
  .trim()
  .max(254, { message: 'An e-mail address has at most 254 characters.' })
  .pipe(z.email({ message: 'This is not an e-mail address. It should look like name@school.org.' }))

/** The form under which an address is looked up: two spellings of one address are one account. */
export function normalisedEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase()
}
