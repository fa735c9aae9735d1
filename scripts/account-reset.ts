/**
 * Prints a link to choose a new password, for somebody who has forgotten theirs where no e-mail is sent:
 * npm run account:reset -- EMAIL
 */
import { findAccountByEmail } from '@/features/accounts/data.ts'
import { linkWith } from '@/features/accounts/link.ts'
import { createToken } from '@/features/accounts/sign-in/mutations.ts'
import { now } from '@/lib/clock.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'

const [email = ''] = process.argv.slice(2)
const { DATABASE_URL, SITE_URL, PORT } = env()
const db = openDatabase(DATABASE_URL)
try {
  const account = await findAccountByEmail(db, email)
  if (account === null) {
    console.error(`There is no account with the address "${email}": npm run account:reset -- EMAIL`)
    process.exitCode = 1
  } else {
    const token = await createToken(db, { kind: 'reset', email, accountId: account.id }, now())
    console.log(linkWith(SITE_URL ?? `http://localhost:${PORT}`, '/reset', 'reset', token))
    console.log(`Give it to ${account.name} and nobody else: it works once, within an hour.`)
  }
} finally {
  await db.$disconnect()
}
