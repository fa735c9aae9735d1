/** Prints a link that makes the first administrator, as long as there is none; part of `npm start`. */
import { hasAdministrator } from '@/features/accounts/data.ts'
import { linkWith } from '@/features/accounts/link.ts'
import { createAdministratorToken } from '@/features/accounts/sign-in/mutations.ts'
import { now } from '@/lib/clock.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'

const { DATABASE_URL, SITE_URL, PORT } = env()
const db = openDatabase(DATABASE_URL)
try {
  if (!(await hasAdministrator(db))) {
    const token = await createAdministratorToken(db, now())
    const link = linkWith(SITE_URL ?? `http://localhost:${PORT}`, '/sign-up', 'administrator', token)
    console.log(`Nobody administers this site yet. To do so, make an account here within a day: ${link}`)
  }
} finally {
  await db.$disconnect()
}
