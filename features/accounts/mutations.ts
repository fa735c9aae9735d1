import type { Database } from '@/lib/database.ts'

/** Makes a learner, who so far is nothing but a browser. */
export async function createLearner(db: Database, learner: { id: string; timeZone: string }, now: Date): Promise<void> {
  await db.learner.create({ data: { ...learner, createdAt: now } })
}
