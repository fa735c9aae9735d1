import 'server-only'
import { cookies } from 'next/headers'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { findLearner } from './data.ts'
import { learnerCookie, unsealLearner } from './identity.ts'

/** A learner whose cookie has been checked. */
export interface CurrentLearner {
  id: string
  timeZone: string
}

/** Who is asking; nobody if the cookie is missing, forged, expired or names a learner who is gone. */
export async function currentLearner(): Promise<CurrentLearner | null> {
  const jar = await cookies()
  const learnerId = await unsealLearner(jar.get(learnerCookie.name)?.value, env().AUTH_SECRET)
  return learnerId === null ? null : findLearner(database(), learnerId)
}
