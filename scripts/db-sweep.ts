/** Deletes what need not be kept any more, as the server does once a day: npm run db:sweep */
import { sweep } from '../features/accounts/own-data/mutations.ts'
import { now } from '../lib/clock.ts'
import { openDatabase } from '../lib/database.ts'
import { env } from '../lib/env.ts'

const { DATABASE_URL, GUEST_MONTHS } = env()
const db = openDatabase(DATABASE_URL)
try {
  const { guests, limits, links, sessions } = await sweep(db, GUEST_MONTHS, now())
  const who = GUEST_MONTHS === 'off' ? 'GUEST_MONTHS is off, so no guests' : `${guests} guests`
  console.log(
    `Deleted what was held on ${who}, ${limits} counts of limits that are over, ${links} links that are too old and ${sessions} sessions that ended long ago.`,
  )
} finally {
  await db.$disconnect()
}
