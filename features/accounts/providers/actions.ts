import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { note } from '../auditing/actions.ts'
import { currentVisit } from '../loaders.ts'
import type { AfterMerge } from '../merge/mutations.ts'
import { safeReturn } from '../safe-return.ts'
import { guestInCookie } from '../sessions/actions.ts'
import { firstStepGiven } from '../sign-in/actions.ts'
import { timeZoneSchema } from '../time-zone.ts'
import { timeZoneCookie } from '../time-zone-cookie.ts'
import { arrive } from './mutations.ts'
import { nextAuthProviders } from './next-auth-providers.ts'
import { configuredProviders, type Voucher } from './provider.ts'
import { voucherOf } from './voucher.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** What of next-auth is used: the way to a provider and back. Sessions are ours. */
const served: Record<string, readonly string[]> = { GET: ['csrf', 'signin', 'callback', 'error'], POST: ['signin'] }

/** Its forms hold a token and an address. */
const largestFormBytes = 16 * 1024

/** Answers whatever belongs to signing in through a provider. */
export const providerRoute =
  (afterMerge: AfterMerge) =>
  async (request: NextRequest, context: Context): Promise<Response> => {
    const [act = ''] = (await context.params).nextauth
    const { SITE_URL } = env()
    if (SITE_URL === undefined || configuredProviders(env()).length === 0 || !served[request.method]?.includes(act)) {
      return new Response('There is nothing here.', { status: 404 })
    }
    // next-auth reads what is sent to its end.
    const bytes = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
    if (request.method === 'POST' && !(bytes <= largestFormBytes)) {
      return new Response(`The form is too large: expected at most ${largestFormBytes} bytes.`, { status: 413 })
    }
    process.env.NEXTAUTH_URL = SITE_URL
    const outcome: Outcome = { isSomebodyElse: false }
    const options = optionsFor(SITE_URL, afterMerge, outcome)
    const response: Response = await NextAuth(request as never, context as never, options)
    // What somebody else left in this browser is not for this account, and no page of ours is open to empty the outbox.
    if (outcome.isSomebodyElse) response.headers.set('clear-site-data', '"storage"')
    return response
  }

/** What came of signing in, apart from where to go. */
interface Outcome {
  /** Whether this browser was last signed in to another account. */
  isSomebodyElse: boolean
}

function optionsFor(siteUrl: string, afterMerge: AfterMerge, outcome: Outcome): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    providers: nextAuthProviders(env()),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    // What else it would log may hold what a provider sent about somebody.
    logger: {
      error(code, metadata) {
        const error = metadata instanceof Error ? metadata : metadata.error
        console.error(`Signing in through a provider failed (${code}): ${error?.message}`)
      },
    },
    callbacks: {
      // A redirect, always: next-auth makes no session of its own.
      async signIn({ account, profile }) {
        const provider = configuredProviders(env()).find(({ id }) => id === account?.provider)
        if (account === null || provider === undefined) return false
        const voucher = voucherOf(provider.id, account.providerAccountId, profile)
        return new URL(await pageAfter(voucher, afterMerge, outcome), siteUrl).href
      },
    },
  }
}

/** Where somebody goes who has come back from a provider. */
async function pageAfter(voucher: Voucher, afterMerge: AfterMerge, outcome: Outcome): Promise<string> {
  try {
    const visit = await currentVisit()
    const browser = {
      signedInId: visit.kind === 'signed-in' ? visit.account.id : null,
      guestId: await guestInCookie(),
      newAccountId: randomUUID(),
      newLearner: { id: randomUUID(), timeZone: await timeZoneOfBrowser() },
    }
    const arrived = await arrive(database(), voucher, browser, now())
    if (!('account' in arrived)) {
      return `${visit.kind === 'signed-in' ? '/account' : '/sign-in'}?problem=${arrived.kind}`
    }
    const { kind, account } = arrived
    if (kind !== 'sign-in') await note({ act: 'provider-linked', provider: voucher.provider }, account.id)
    if (kind === 'link') return '/account'
    const to = await pageAskedFor()
    const { next, isSomebodyElse } = await firstStepGiven(account, afterMerge)
    outcome.isSomebodyElse = isSomebodyElse
    return next === 'code' ? `/sign-in?step=code&to=${encodeURIComponent(to)}` : to
  } catch (error) {
    // next-auth would show the error's words in an address.
    console.error(error)
    return '/sign-in?problem=fault'
  }
}

/** No form comes along on this way, so the button has put it into a cookie. */
async function timeZoneOfBrowser(): Promise<string> {
  const jar = await cookies()
  const told = timeZoneSchema.safeParse(decodeURIComponent(jar.get(timeZoneCookie)?.value ?? ''))
  return told.success ? told.data : 'UTC'
}

/** The page that the way to the provider began with, which next-auth keeps in a cookie. */
async function pageAskedFor(): Promise<string> {
  const jar = await cookies()
  const kept = jar.getAll().find(({ name }) => /^(__Secure-)?next-auth\.callback-url$/.test(name))?.value
  const url = kept !== undefined && URL.canParse(kept) ? new URL(kept) : null
  return safeReturn(url === null ? kept : `${url.pathname}${url.search}${url.hash}`)
}
