/**
 * Prints a link to choose a new password, for somebody who has forgotten theirs where no e-mail is sent:
 * npm run account:reset -- EMAIL [--end-two-steps]
 *
 * --end-two-steps  asks for no second step any more, for somebody who has lost their app and their recovery codes
 */
import { recordAct } from '@/features/accounts/auditing/mutations.ts'
import { findAccountByEmail } from '@/features/accounts/data.ts'
import { linkWith } from '@/features/accounts/link.ts'
import { createToken } from '@/features/accounts/sign-in/mutations.ts'
import { removeTwoSteps } from '@/features/accounts/two-step/mutations.ts'
import { now } from '@/lib/clock.ts'
import { inTransaction, openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'

const usage = 'npm run account:reset -- EMAIL [--end-two-steps]'
const given = process.argv.slice(2)
const isEndingTwoSteps = given.includes('--end-two-steps')
const [email = '', ...others] = given.filter((argument) => argument !== '--end-two-steps')
const { DATABASE_URL, SITE_URL, PORT } = env()
const db = openDatabase(DATABASE_URL)
try {
  const account = await findAccountByEmail(db, email)
  if (others.length > 0 || email.startsWith('-')) {
    fail(`account:reset expects one address, found ${given.join(' ')}: ${usage}`)
  } else if (account === null) {
    fail(`There is no account with the address "${email}": ${usage}`)
  } else {
    const at = now()
    if (isEndingTwoSteps && account.totpConfirmedAt === null) {
      console.log(`${account.name} signs in without a second step already.`)
    } else if (isEndingTwoSteps) {
      await inTransaction(db, async (tx) => {
        await removeTwoSteps(tx, account.id)
        await recordAct(tx, { act: 'person-two-steps-ended' }, {}, at, account.learnerId)
      })
      console.log(`Two-step sign-in of ${account.name} is off. They can turn it on again on the page of their account.`)
    }
    const token = await createToken(db, { kind: 'reset', email, accountId: account.id }, at)
    await recordAct(db, { act: 'reset-link-made' }, {}, at, account.learnerId)
    console.log(linkWith(SITE_URL ?? `http://localhost:${PORT}`, '/reset', 'reset', token))
    console.log(`Give it to ${account.name} and nobody else: it works once, within an hour.`)
  }
} finally {
  await db.$disconnect()
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
