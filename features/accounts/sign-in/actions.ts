import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { action, type Refusal, refuse, refuseField } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database, isUniqueViolation } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { isOverTls } from '@/lib/proxy.ts'
import { note } from '../auditing/actions.ts'
import { type AccountRow, findAccount, findAccountByEmail } from '../data.ts'
import { emailSchema, normalisedEmail } from '../email.ts'
import { limitOn } from '../limiting/actions.ts'
import { limits } from '../limits.ts'
import type { AfterMerge } from '../merge/mutations.ts'
import { nameSchema } from '../name.ts'
import { passwordProblem } from '../password.ts'
import { hashPassword, isPassword } from '../password-hash.ts'
import { guestInCookie, openSession } from '../sessions/actions.ts'
import { timeZoneSchema } from '../time-zone.ts'
import { takeCode } from '../two-step/mutations.ts'
import { pendingCookie, sealPending, unsealPending } from '../two-step/pending-cookie.ts'
import { badLink } from './bad-link.ts'
import { findToken } from './data.ts'
import { signUp as makeAccount, resetPassword, takeSignInLink } from './mutations.ts'

const tokenSchema = z.string().min(1).max(100)
/** Of any length here: what is too long for a password is simply wrong. */
const passwordSchema = z.string().max(1000)
/** Where a sign-in goes on. */
export interface SignInAnswer {
  next: 'done' | 'code'
  /** Whether progress of this browser joined the account's. */
  isMerged: boolean
  /** Whether this browser was last signed in to another account. */
  isSomebodyElse: boolean
}

const signUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  timeZone: timeZoneSchema,
  link: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sign-up'), token: tokenSchema }),
      z.strictObject({ kind: z.literal('administrator'), token: tokenSchema }),
    ])
    .nullable(),
})

/**
 * Makes an account and signs in to it. Where e-mail is set up, only a link that was sent to the address makes one, so
 * that an answer never tells whether an address has an account.
 */
export const signUp = (afterMerge: AfterMerge) =>
  action(signUpSchema, async ({ name, email, password, timeZone, link }): Promise<SignInAnswer | Refusal> => {
    const limit = await limitOn(limits['sign-up'], normalisedEmail(email))
    if (limit !== null) return limit
    if (link === null && env().SMTP_URL !== undefined) return badLink
    const problem = passwordProblem(password, { email, name })
    if (problem !== null) return refuseField('password', 'weak-password', problem)
    const id = randomUUID()
    const account = {
      id,
      email,
      name,
      passwordHash: await hashPassword(password),
      isEmailVerified: link?.kind === 'sign-up',
      guestId: await guestInCookie(),
      newLearner: { id: randomUUID(), timeZone },
    }
    const result = await makeAccount(database(), account, link, now()).catch((error) => {
      if (isUniqueViolation(error)) return 'taken' as const
      throw error
    })
    if (result === 'bad-link') return badLink
    if (result === 'taken') return taken
    await note({ act: 'signed-up' }, id)
    return enter(id, afterMerge)
  })

const signInSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), email: emailSchema, password: passwordSchema }),
  /** By a link that was sent. */
  z.strictObject({ kind: z.literal('link'), token: tokenSchema }),
  /** The second step. */
  z.strictObject({ kind: z.literal('code'), code: z.string().trim().max(40) }),
])

/** Signs in, by one step after the other. */
export const signIn = (afterMerge: AfterMerge) =>
  action(signInSchema, async (given): Promise<SignInAnswer | Refusal> => {
    switch (given.kind) {
      case 'password':
        return signInByPassword(given.email, given.password, afterMerge)
      case 'link':
        return signInByLink(given.token, afterMerge)
      case 'code':
        return signInByCode(given.code, afterMerge)
    }
  })

async function signInByPassword(
  email: string,
  password: string,
  afterMerge: AfterMerge,
): Promise<SignInAnswer | Refusal> {
  const limit = await limitOn(limits.password, normalisedEmail(email))
  if (limit !== null) return limit
  const account = await findAccountByEmail(database(), email)
  // As much work for an address that nobody has, so that the time does not tell.
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (account === null || !isRight) {
    await note({ act: 'sign-in-failed' }, account?.id ?? null)
    return wrongPassword
  }
  return firstStepGiven(account, afterMerge)
}

async function signInByLink(token: string, afterMerge: AfterMerge): Promise<SignInAnswer | Refusal> {
  const account = await takeSignInLink(database(), token, now())
  return account === null ? badLink : firstStepGiven(account, afterMerge)
}

async function signInByCode(code: string, afterMerge: AfterMerge): Promise<SignInAnswer | Refusal> {
  const jar = await cookies()
  const accountId = await unsealPending(jar.get(pendingCookie.name)?.value, env().AUTH_SECRET)
  if (accountId === null) return noFirstStep
  const limit = await limitOn(limits.code, accountId)
  if (limit !== null) return limit
  const taken = await takeCode(database(), accountId, code, env().AUTH_SECRET, now())
  if (taken === null) {
    await note({ act: 'sign-in-failed' }, accountId)
    return wrongCode
  }
  if (taken === 'recovery') await note({ act: 'recovery-code-used' }, accountId)
  return enter(accountId, afterMerge)
}

/** Lets somebody in who has shown who they are, or asks for the second step where the account wants one. */
export async function firstStepGiven(
  account: Pick<AccountRow, 'id' | 'totpConfirmedAt'>,
  afterMerge: AfterMerge,
): Promise<SignInAnswer> {
  if (account.totpConfirmedAt === null) return enter(account.id, afterMerge)
  const { name, maxAgeSeconds: maxAge } = pendingCookie
  const secure = isOverTls(await headers())
  const sealed = await sealPending(account.id, env().AUTH_SECRET)
  const jar = await cookies()
  jar.set(name, sealed, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure })
  return { next: 'code', isMerged: false, isSomebodyElse: false }
}

async function enter(accountId: string, afterMerge: AfterMerge): Promise<SignInAnswer> {
  const account = await findAccount(database(), accountId)
  if (account === null) throw new Error('An account is gone that was signed in to just now.')
  const opened = await openSession(account, afterMerge)
  await note({ act: 'signed-in' }, account.id)
  return { next: 'done', ...opened }
}

const resetSchema = z.strictObject({ token: tokenSchema, password: passwordSchema })

/** Changes a forgotten password by a link. Nobody is signed in by that: the next step is to sign in with it. */
export const reset = action(resetSchema, async ({ token, password }) => {
  const found = await findToken(database(), 'reset', token, now())
  if (found === null || found.account === null) return badLink
  // Before the link is used up, so that another password can be tried.
  const problem = passwordProblem(password, { email: found.account.email, name: found.account.name })
  if (problem !== null) return refuseField('password', 'weak-password', problem)
  const account = await resetPassword(database(), token, await hashPassword(password), now())
  if (account === null) return badLink
  await note({ act: 'password-reset' }, account.id)
  return { changed: true }
})

const wrongPassword = refuse(
  401,
  'wrong-password',
  'No account has this address and password together. Check both, or choose a new password.',
)
const wrongCode = refuseField(
  'code',
  'wrong-code',
  'This code is not right, or was used before. Wait for the next one, or use a recovery code.',
)
const noFirstStep = refuse(409, 'no-first-step', 'That took longer than ten minutes. Sign in from the beginning.')
const taken = refuseField(
  'email',
  'taken',
  'No account could be made with this address. If you have one already, sign in instead.',
)
