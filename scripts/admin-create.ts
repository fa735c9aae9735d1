/**
 * Makes an administrator's account, or makes an account an administrator's and gives it a new password:
 *
 *   npm run admin:create                          asks for everything
 *   npm run admin:create -- EMAIL [NAME]          asks for the password, or reads it from standard input
 */
import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { recordAct } from '@/features/accounts/auditing/mutations.ts'
import { findAccountByEmail } from '@/features/accounts/data.ts'
import { emailSchema } from '@/features/accounts/email.ts'
import { createAccount, makeAdministrator } from '@/features/accounts/mutations.ts'
import { passwordProblem } from '@/features/accounts/password.ts'
import { hashPassword } from '@/features/accounts/password-hash.ts'
import { storePassword } from '@/features/accounts/sign-in/mutations.ts'
import { now } from '@/lib/clock.ts'
import { inTransaction, openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'

/** What cannot be done, in words for whoever typed it. */
class Refused extends Error {}

const [givenEmail, givenName] = process.argv.slice(2)
/** Shows what is typed, except for a password. */
const screen = { isHidden: false }
const output = new Writable({
  write(chunk, _, done) {
    if (!screen.isHidden) process.stdout.write(chunk)
    done()
  },
})
const terminal = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY })
const lines = terminal[Symbol.asyncIterator]()

const db = openDatabase(env().DATABASE_URL)
try {
  const email = emailSchema.safeParse(givenEmail ?? (await ask('E-mail address: ')))
  if (!email.success) throw new Refused(email.error.issues[0]?.message ?? '')
  const existing = await findAccountByEmail(db, email.data)
  const name = existing?.name ?? givenName ?? (givenEmail === undefined ? await ask('Name: ') : 'Administrator')
  const password = await ask(existing === null ? 'Password: ' : 'New password: ', { isHidden: true })
  const problem = passwordProblem(password, { email: email.data, name })
  if (problem !== null) throw new Refused(problem)
  const passwordHash = await hashPassword(password)

  await inTransaction(db, async (tx) => {
    const [id, learnerId] = [existing?.id ?? randomUUID(), existing?.learnerId ?? randomUUID()]
    if (existing === null) {
      const newLearner = { id: learnerId, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
      const made = { id, email: email.data, name, passwordHash, isEmailVerified: false, guestId: null, newLearner }
      await createAccount(tx, made, now())
    } else {
      await storePassword(tx, id, passwordHash, null, now())
    }
    await makeAdministrator(tx, id)
    await recordAct(tx, { act: 'administrator-made' }, {}, now(), learnerId)
  })
  console.log(
    existing === null
      ? `${email.data} is an administrator now. Sign in under /sign-in.`
      : `${email.data} has a new password and is an administrator now. Every browser was signed out.`,
  )
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  terminal.close()
  await db.$disconnect()
}

async function ask(question: string, { isHidden = false } = {}): Promise<string> {
  if (process.stdin.isTTY) process.stdout.write(question)
  screen.isHidden = isHidden
  const { value, done } = await lines.next()
  screen.isHidden = false
  if (isHidden && process.stdin.isTTY) process.stdout.write('\n')
  if (done) throw new Refused(`${question.replace(/: $/, '')} is missing: type it, or give it on standard input.`)
  return value
}
