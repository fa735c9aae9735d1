import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import {
  type AccountRow,
  countRecoveryCodes,
  findGuest,
  type IdentityRow,
  listIdentities,
  listMemberships,
} from './data.ts'
import { learnerCookie, unsealLearner } from './identity.ts'
import type { Actor, Membership } from './policy.ts'
import { configuredProviders, type ProviderChoice } from './providers/provider.ts'
import { type OwnAccountScope, ownAccountScope, ownWorkScope, type WorkScope } from './scope.ts'
import { findSession, type ListedSession, listSessions } from './sessions/data.ts'
import { verdictOnToken } from './sessions/session.ts'
import { sessionCookie, unsealSession } from './sessions/session-cookie.ts'

/** A learner whose cookie has been checked. */
export interface CurrentLearner {
  id: string
  timeZone: string
  work: WorkScope
}

/** A browser that is signed in. */
export interface SignedIn {
  kind: 'signed-in'
  sessionId: string
  /** When it was signed in. */
  since: Date
  account: AccountRow
  learner: CurrentLearner
  scope: OwnAccountScope
}

/** Who a browser is. */
export type Visit =
  | { kind: 'nobody' }
  | { kind: 'guest'; learner: CurrentLearner }
  | SignedIn
  /** It was signed in, and its session has ended. What it still holds belongs to the account. */
  | { kind: 'signed-out' }

/** Who is asking. Looked up once for a page. */
export const currentVisit = cache(async (): Promise<Visit> => {
  const jar = await cookies()
  const secret = env().AUTH_SECRET
  const token = await unsealSession(jar.get(sessionCookie.name)?.value, secret)
  if (token === null) {
    const learnerId = await unsealLearner(jar.get(learnerCookie.name)?.value, secret)
    const learner = learnerId === null ? null : await findGuest(database(), learnerId)
    const work = learner === null ? null : ownWorkScope({ kind: 'guest', learnerId: learner.id })
    return learner === null || work === null ? { kind: 'nobody' } : { kind: 'guest', learner: { ...learner, work } }
  }
  const session = await findSession(database(), token.sessionId)
  const verdict = session === null ? 'ended' : verdictOnToken(session, token, now())
  if (session === null || verdict === 'ended' || verdict === 'stolen') return { kind: 'signed-out' }
  const { learner, ...account } = session.account
  // Which classes somebody is in says nothing about their own account.
  const actor = actorOf(account, [])
  const [scope, work] = [ownAccountScope(actor), ownWorkScope(actor)]
  if (scope === null || work === null) return { kind: 'signed-out' }
  const of = { account, learner: { ...learner, work }, scope }
  return { kind: 'signed-in', sessionId: session.id, since: session.createdAt, ...of }
})

/** The learner of whoever is asking: the account's where somebody is signed in, else the browser's own. */
export async function currentLearner(): Promise<CurrentLearner | null> {
  const visit = await currentVisit()
  return visit.kind === 'guest' || visit.kind === 'signed-in' ? visit.learner : null
}

/** Whoever is asking, as the policy knows them. */
export const currentActor = cache(async (): Promise<Actor> => {
  const visit = await currentVisit()
  switch (visit.kind) {
    case 'nobody':
    case 'signed-out':
      return { kind: 'nobody' }
    case 'guest':
      return { kind: 'guest', learnerId: visit.learner.id }
    case 'signed-in':
      return actorOf(visit.account, await listMemberships(database(), visit.account.id))
  }
})

/** What the header of every page shows. */
export interface Greeting {
  /** Nothing for whoever is not signed in. */
  account: { name: string } | null
  /** Whether this browser was signed in and is no longer. */
  isSignedOut: boolean
}

/** Who is greeted in the header. */
export async function loadGreeting(): Promise<Greeting> {
  const visit = await currentVisit()
  return {
    account: visit.kind === 'signed-in' ? { name: visit.account.name } : null,
    isSignedOut: visit.kind === 'signed-out',
  }
}

/** How one may sign in here, which whoever runs the site decides. */
export interface WaysIn {
  hasMail: boolean
  providers: ProviderChoice[]
  visit: Visit['kind']
}

/** How one may sign in here. */
export async function loadWaysIn(): Promise<WaysIn> {
  const { kind } = await currentVisit()
  return { hasMail: env().SMTP_URL !== undefined, providers: configuredProviders(env()), visit: kind }
}

/** All that the page of an account shows. */
export interface AccountPage {
  name: string
  email: string
  isEmailVerified: boolean
  hasPassword: boolean
  hasMail: boolean
  isAdministrator: boolean
  hasTwoSteps: boolean
  recoveryCodesLeft: number
  sessions: (Omit<ListedSession, 'createdAt' | 'lastSeenAt'> & {
    isThisOne: boolean
    createdAt: string
    lastSeenAt: string
  })[]
  identities: (Pick<IdentityRow, 'provider' | 'subject' | 'label'> & { providerName: string })[]
  /** Providers that could be linked. */
  providers: ProviderChoice[]
}

/** The account of whoever is signed in; nothing for anybody else. */
export async function loadAccountPage(): Promise<AccountPage | null> {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return null
  const { account, scope } = visit
  const db = database()
  const [sessions, identities, recoveryCodesLeft] = await Promise.all([
    listSessions(db, scope, now()),
    listIdentities(db, scope),
    countRecoveryCodes(db, scope),
  ])
  const providers = configuredProviders(env())
  return {
    name: account.name,
    email: account.emailShown,
    isEmailVerified: account.emailVerifiedAt !== null,
    hasPassword: account.passwordHash !== null,
    hasMail: env().SMTP_URL !== undefined,
    isAdministrator: account.isAdministrator,
    hasTwoSteps: account.totpConfirmedAt !== null,
    recoveryCodesLeft,
    sessions: sessions.map(({ id, browser, createdAt, lastSeenAt }) => ({
      id,
      browser,
      isThisOne: id === visit.sessionId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
    identities: identities.map(({ provider, subject, label }) => ({
      provider,
      subject,
      label,
      providerName: providers.find(({ id }) => id === provider)?.name ?? provider,
    })),
    providers: providers.filter(({ id }) => !identities.some(({ provider }) => provider === id)),
  }
}

function actorOf({ id, learnerId, isAdministrator }: AccountRow, memberships: readonly Membership[]): Actor {
  return { kind: isAdministrator ? 'administrator' : 'account', accountId: id, learnerId, memberships }
}
