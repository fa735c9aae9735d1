import 'server-only'
import { database } from '@/lib/database.ts'
import { demoLearnerId } from '../identity.ts'
import { currentLearner } from '../loaders.ts'
import { countHeld, findPerson } from './data.ts'

/** What is held on whoever is asking. */
export interface HeldInCounts {
  /** Nobody where nothing is held. */
  who: 'nobody' | 'guest' | 'demo'
  counts: { title: string; count: number }[]
}

/** What is held on whoever is asking, in counts. */
export async function loadHeld(): Promise<HeldInCounts> {
  const learner = await currentLearner()
  if (learner === null) return { who: 'nobody', counts: [] }
  const counts = await countHeld(database(), await findPerson(database(), learner.work))
  return {
    who: learner.id === demoLearnerId ? 'demo' : 'guest',
    counts: counts.map(({ holding, count }) => ({ title: holding.title, count })),
  }
}
