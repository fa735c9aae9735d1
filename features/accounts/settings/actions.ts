import 'server-only'
import { z } from 'zod'
import { action, type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { notSignedIn } from '../actions.ts'
import { note } from '../auditing/actions.ts'
import { listIdentities } from '../data.ts'
import { emailSchema, normalisedEmail } from '../email.ts'
import { limitOn } from '../limiting/actions.ts'
import { limits } from '../limits.ts'
import { currentVisit, type SignedIn } from '../loaders.ts'
import { askToChange, tellOfChange } from '../mailing/actions.ts'
import { changeEmail, renameAccount, unlinkIdentity } from '../mutations.ts'
import { nameSchema } from '../name.ts'
import { ownerProblem } from '../owner.ts'
import { passwordProblem } from '../password.ts'
import { hashPassword } from '../password-hash.ts'
import { badLink } from '../sign-in/bad-link.ts'
import { changePassword, verifyEmail } from '../sign-in/mutations.ts'

/** The one there is, from whoever has one; of any length, since what is too long is simply wrong. */
const passwordSchema = z.string().max(1000).default('')

const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('name'), name: nameSchema }),
  z.strictObject({ kind: z.literal('email'), email: emailSchema, password: passwordSchema }),
  z.strictObject({ kind: z.literal('password'), password: passwordSchema, newPassword: passwordSchema }),
  z.strictObject({
    kind: z.literal('unlink'),
    provider: z.string().max(20),
    subject: z.string().max(300),
    password: passwordSchema,
  }),
  /** By a link that was sent to the address. */
  z.strictObject({ kind: z.literal('verify'), token: z.string().max(100) }),
])

type Change = z.infer<typeof changeSchema>

/** Changes the account of whoever is signed in. */
export const changeAccount = action(changeSchema, async (change): Promise<Changed | Refusal> => {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return notSignedIn
  const isByLink = change.kind === 'email' && env().SMTP_URL !== undefined
  return (await problemWith(visit, change)) ?? { isDone: !isByLink }
})

/** A change that is kept. */
export interface Changed {
  /** Whether it holds already: a new address does once the link that was sent there is followed. */
  isDone: boolean
}

/** Does it, or says why not. */
async function problemWith(visit: SignedIn, change: Change): Promise<Refusal | null> {
  const { account, scope } = visit
  const db = database()
  if (change.kind === 'name') {
    await renameAccount(db, scope, change.name)
    return null
  }
  if (change.kind === 'verify') {
    if (!(await verifyEmail(db, scope, change.token, now()))) return badLink
    await note({ act: 'email-verified' }, account.id)
    return null
  }
  const problem = (await limitOn(limits.password, account.email)) ?? (await ownerProblem(visit, change.password, now()))
  if (problem !== null) return problem
  switch (change.kind) {
    case 'email':
      if (env().SMTP_URL !== undefined) {
        const limit = await limitOn(limits.mail, normalisedEmail(change.email))
        if (limit === null) askToChange(account, change.email)
        return limit
      }
      if (!(await changeEmail(db, scope, change.email))) return taken
      await note({ act: 'email-changed' }, account.id)
      return null
    case 'password':
      return newPassword(visit, change.newPassword)
    case 'unlink':
      return unlink(visit, change)
  }
}

async function newPassword({ account, scope, sessionId }: SignedIn, password: string): Promise<Refusal | null> {
  const weakness = passwordProblem(password, account)
  if (weakness !== null) return refuseField('newPassword', 'weak-password', weakness)
  await changePassword(database(), scope, await hashPassword(password), sessionId, now())
  await note({ act: 'password-changed' }, account.id)
  tellOfChange(account.emailShown)
  return null
}

async function unlink(
  { account, scope }: SignedIn,
  { provider, subject }: { provider: string; subject: string },
): Promise<Refusal | null> {
  const others = (await listIdentities(database(), scope)).filter(
    (identity) => identity.provider !== provider || identity.subject !== subject,
  )
  if (account.passwordHash === null && others.length === 0) return lastWayIn
  await unlinkIdentity(database(), scope, { provider, subject })
  await note({ act: 'provider-unlinked', provider }, account.id)
  return null
}

const taken = refuseField('email', 'taken', 'This address cannot be used. It may belong to another account.')
const lastWayIn = refuse(409, 'last-way-in', 'This is the only way into your account. Set a password first.')
