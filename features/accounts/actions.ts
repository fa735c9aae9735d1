import 'server-only'
import { randomUUID } from 'node:crypto'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { action, type Refusal, reading, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { isOverTls } from '@/lib/proxy.ts'
import { findGuest } from './data.ts'
import { demoLearnerId, learnerCookie, sealLearner } from './identity.ts'
import { currentVisit } from './loaders.ts'
import { createLearner } from './mutations.ts'
import { timeZoneSchema } from './time-zone.ts'

/** The answer to a write that nobody stands behind: the client then asks for a learner and sends it again. */
export const noLearner: Refusal = refuse(401, 'no-learner', 'There is no learner yet to keep this for.')

/** The answer to whoever has to be signed in and is not. */
export const notSignedIn: Refusal = refuse(
  401,
  'not-signed-in',
  'You are not signed in any more. Sign in and try again.',
)

/**
 * The answer to a browser whose session has ended: it is made no new learner, since what it still holds is the
 * account's.
 */
const signedOut: Refusal = refuse(
  401,
  'signed-out',
  'You were signed out. Sign in again, and what you have done here is kept.',
)

/**
 * Makes this browser a learner, unless it is one. Called when there is something to keep for the
 * first time; asking twice makes at most one that is used.
 */
export const becomeLearner = action(z.strictObject({ timeZone: timeZoneSchema }), async ({ timeZone }) => {
  const visit = await currentVisit()
  if (visit.kind === 'signed-out') return signedOut
  if (visit.kind === 'nobody') {
    const learner = { id: randomUUID(), timeZone }
    await createLearner(database(), learner, now())
    await rememberLearner(learner.id)
  }
  return { learner: true }
})

/** Shows the demo data, where there is any, to a browser that has no progress of its own to lose. */
export const showDemo = reading(async () => {
  if ((await findGuest(database(), demoLearnerId)) === null) {
    return refuse(404, 'no-demo', 'There is no demo data here. Whoever runs this can add it with: npm start -- --demo')
  }
  const visit = await currentVisit()
  if (visit.kind !== 'nobody' && !(visit.kind === 'guest' && visit.learner.id === demoLearnerId)) {
    return refuse(409, 'own-progress', 'This browser has progress of its own. Open the demo in a private window.')
  }
  await rememberLearner(demoLearnerId)
  redirect('/progress')
})

async function rememberLearner(learnerId: string): Promise<void> {
  const token = await sealLearner(learnerId, env().AUTH_SECRET)
  const secure = isOverTls(await headers())
  const { name, maxAgeSeconds: maxAge } = learnerCookie
  const jar = await cookies()
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure })
}
