import 'server-only'
import { after } from 'next/server'
import { z } from 'zod'
import { action, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { sendMail } from '@/lib/mail.ts'
import { notSignedIn } from '../actions.ts'
import { recordAct } from '../auditing/mutations.ts'
import { type AccountRow, findAccountByEmail } from '../data.ts'
import { emailSchema, normalisedEmail } from '../email.ts'
import { limitOn } from '../limiting/actions.ts'
import { limits } from '../limits.ts'
import { linkWith, type TokenKind } from '../link.ts'
import { currentVisit } from '../loaders.ts'
import { minutesGood } from '../one-time-token.ts'
import { safeReturn } from '../safe-return.ts'
import { createToken } from '../sign-in/mutations.ts'
import { type Letter, mailText } from './mail-text.ts'

const askSchema = z.strictObject({
  kind: z.enum(['sign-up', 'sign-in', 'reset']),
  email: emailSchema,
  /** Where whoever makes an account wants to go with it. */
  to: z.string().max(2000).optional(),
})

/**
 * Sends a link to an address. The answer is the same, and as fast, whether the address has an account or not: what
 * there is to do is done after it.
 */
export const askForLink = action(askSchema, async ({ kind, email, to }) => {
  if (env().SMTP_URL === undefined) return noMail
  const limit = await limitOn(limits.mail, normalisedEmail(email))
  if (limit !== null) return limit
  after(() => sendLink(kind, email, safeReturn(to)))
  return { asked: true }
})

/** Sends a link to the address of the account that is signed in, to confirm that it is theirs. */
export const askToVerify = action(z.strictObject({}), async () => {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return notSignedIn
  if (env().SMTP_URL === undefined) return noMail
  const { account } = visit
  const limit = await limitOn(limits.mail, account.email)
  if (limit !== null) return limit
  after(() => sendConfirmation(account, account.emailShown))
  return { asked: true }
})

/** Sends a link to an address that an account is to have from now on, unless somebody has it: nobody is told which. */
export function askToChange(account: AccountRow, email: string): void {
  after(async () => {
    await post(account.emailShown, { kind: 'email-changed', forgot: page('/forgot') })
    const holder = await findAccountByEmail(database(), email)
    if (holder === null || holder.id === account.id) await sendConfirmation(account, email)
  })
}

async function sendConfirmation({ id, name }: AccountRow, email: string): Promise<void> {
  await post(email, { kind: 'verify', name, ...(await makeLink('verify', '/account', email, id)) })
}

/** Tells an account that its password was changed, should that have been somebody else. */
export function tellOfChange(email: string): void {
  if (env().SMTP_URL === undefined) return
  after(() => post(email, { kind: 'password-changed', forgot: page('/forgot') }))
}

/** Tells somebody that whoever runs the site has turned off their second step. */
export function tellOfTwoStepsEnded(email: string): void {
  if (env().SMTP_URL === undefined) return
  after(() => post(email, { kind: 'two-steps-ended', account: page('/account') }))
}

/** Makes a link to choose a new password, for whoever runs the site to hand over. */
export async function makeResetLink({ id, emailShown }: AccountRow): Promise<string> {
  return (await makeLink('reset', '/reset', emailShown, id)).link
}

/**
 * Sends such a link, at once.
 *
 * @throws what the mail server has against it
 */
export async function sendResetLink({ id, emailShown }: AccountRow): Promise<void> {
  const made = await makeLink('reset', '/reset', emailShown, id)
  await sendMail({ to: emailShown, ...mailText({ kind: 'reset', ...made }) })
}

async function sendLink(kind: 'sign-up' | 'sign-in' | 'reset', email: string, to: string): Promise<void> {
  const account = await findAccountByEmail(database(), email)
  if (account === null) {
    // Whoever has no account is sent nothing but what makes one.
    const path = to === '/' ? '/sign-up' : `/sign-up?to=${encodeURIComponent(to)}`
    if (kind === 'sign-up') await post(email, { kind, ...(await makeLink(kind, path, email, null)) })
  } else if (kind === 'sign-up') {
    await post(account.emailShown, { kind: 'has-account', signIn: page('/sign-in'), forgot: page('/forgot') })
  } else if (kind === 'sign-in' && account.emailVerifiedAt !== null) {
    await post(account.emailShown, { kind, ...(await makeLink(kind, '/sign-in', email, account.id)) })
  } else {
    await recordAct(database(), { act: 'reset-requested' }, {}, now(), account.learnerId)
    // An address that was never proved may have been given by somebody else, who knows the password: a new one first.
    await post(account.emailShown, {
      kind: 'reset',
      ...(await makeLink('reset', '/reset', email, account.id)),
    })
  }
}

/** Sends an e-mail, and says whether it went. What goes wrong mostly does so after the answer: then only the log can tell. */
export async function post(to: string, letter: Letter): Promise<boolean> {
  try {
    await sendMail({ to, ...mailText(letter) })
    return true
  } catch (error) {
    console.error('An e-mail could not be sent. Check SMTP_URL and MAIL_FROM.', error)
    return false
  }
}

async function makeLink(
  kind: TokenKind,
  path: string,
  email: string,
  accountId: string | null,
): Promise<{ link: string; minutes: number }> {
  const token = await createToken(database(), { kind, email, accountId }, now())
  return { link: linkWith(siteUrl(), path, kind, token), minutes: minutesGood[kind] }
}

/** The address of one of our pages, for an e-mail. */
export function page(path: string): string {
  return new URL(path, siteUrl()).href
}

/** Never from the request: whoever sends one could name another site in it. */
function siteUrl(): string {
  const { SITE_URL, PORT } = env()
  return SITE_URL ?? `http://localhost:${PORT}`
}

/** The answer where no e-mail is set up. */
export const noMail = refuse(409, 'no-mail', 'This site sends no e-mail. Ask whoever runs it.')
