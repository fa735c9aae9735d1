import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { action, reading } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database, inTransaction } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { isOverTls } from '@/lib/proxy.ts'
import { notSignedIn } from '../actions.ts'
import { note } from '../auditing/actions.ts'
import { learnerCookie, unsealLearner } from '../identity.ts'
import { currentVisit, loadGreeting } from '../loaders.ts'
import { type AfterMerge, mergeGuest } from '../merge/mutations.ts'
import { pendingCookie } from '../two-step/pending-cookie.ts'
import { browserName } from './browser-name.ts'
import { findSession, type SessionRow } from './data.ts'
import { createSession, endSession, keepSession, revokeOtherSessions, revokeSession } from './mutations.ts'
import type { SessionToken } from './session.ts'
import { sealSession, sessionCookie, unsealSession } from './session-cookie.ts'

/**
 * Signs this browser in: always under a new session, so that nobody can have prepared it. What the browser has done as
 * a guest joins the account's progress in the same transaction.
 */
export async function openSession(
  account: { id: string; learnerId: string },
  afterMerge: AfterMerge,
): Promise<{ isMerged: boolean; isSomebodyElse: boolean }> {
  const at = now()
  const [before, guestId, requestHeaders] = await Promise.all([sessionInCookie(), guestInCookie(), headers()])
  const session = { id: randomUUID(), accountId: account.id, browser: browserName(requestHeaders.get('user-agent')) }
  const isMerged = await inTransaction(database(), async (tx) => {
    await createSession(tx, session, at)
    return guestId !== null && (await mergeGuest(tx, guestId, account.learnerId, afterMerge))
  })
  if (before !== null) await endSession(database(), before.id, at)
  await rememberSession({ sessionId: session.id, generation: 0, issuedAt: at })
  return { isMerged, isSomebodyElse: before !== null && before.account.id !== account.id }
}

/** The session that this browser's cookie names, ended or not. */
async function sessionInCookie(): Promise<SessionRow | null> {
  const jar = await cookies()
  const token = await unsealSession(jar.get(sessionCookie.name)?.value, env().AUTH_SECRET)
  return token === null ? null : findSession(database(), token.sessionId)
}

/** The learner that this browser is as a guest, whether it is signed in or not. */
export async function guestInCookie(): Promise<string | null> {
  const jar = await cookies()
  return unsealLearner(jar.get(learnerCookie.name)?.value, env().AUTH_SECRET)
}

/** Says who is greeted on every page, and keeps the session of a browser that comes back. */
export const greet = reading(async () => {
  const jar = await cookies()
  const token = await unsealSession(jar.get(sessionCookie.name)?.value, env().AUTH_SECRET)
  const next = token === null ? null : await keepSession(database(), token, now())
  const greeting = await loadGreeting()
  if (next !== null) await rememberSession(next)
  return greeting
})

/** Signs this browser out. Nothing of the account stays in it. */
export const signOut = action(z.strictObject({}), async () => {
  const session = await sessionInCookie()
  if (session !== null) await endSession(database(), session.id, now())
  const jar = await cookies()
  for (const { name } of [sessionCookie, learnerCookie, pendingCookie]) jar.delete(name)
  return { isSignedOut: true }
})

const endingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), sessionId: z.uuid() }),
  z.strictObject({ kind: z.literal('others') }),
])

/** Signs out another browser of the account, or all others. */
export const endSessions = action(endingSchema, async (ending) => {
  const visit = await currentVisit()
  if (visit.kind !== 'signed-in') return notSignedIn
  const { scope, sessionId } = visit
  if (ending.kind === 'one') await revokeSession(database(), scope, ending.sessionId, now())
  else await revokeOtherSessions(database(), scope.accountId, sessionId, now())
  await note({ act: ending.kind === 'one' ? 'session-revoked' : 'signed-out-elsewhere' }, scope.accountId)
  return { ended: true }
})

async function rememberSession(token: SessionToken): Promise<void> {
  const sealed = await sealSession(token, env().AUTH_SECRET)
  const { name, maxAgeSeconds: maxAge } = sessionCookie
  const secure = isOverTls(await headers())
  const jar = await cookies()
  jar.set(name, sealed, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure })
  jar.delete(learnerCookie.name)
  jar.delete(pendingCookie.name)
}
