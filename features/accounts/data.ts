import type { Database } from '@/lib/database.ts'

/** The learner with this id, or nothing. */
export function findLearner(db: Database, learnerId: string): Promise<{ id: string; timeZone: string } | null> {
  return db.learner.findUnique({ where: { id: learnerId }, select: { id: true, timeZone: true } })
}
