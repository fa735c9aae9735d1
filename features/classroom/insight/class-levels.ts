import type { Level } from '@/features/progress/knowledge.ts'

/**
 * How well a class knows each fact: the level that at least half of its learners have reached. Facts that less than half
 * have met are left out.
 *
 * @param levels of each learner, by fact id; facts not met are absent
 */
export function classLevels(levels: readonly Readonly<Record<string, Level>>[]): Record<string, Level> {
  const byFact = new Map<string, Level[]>()
  for (const ofLearner of levels) {
    for (const [factId, level] of Object.entries(ofLearner)) {
      byFact.set(factId, [...(byFact.get(factId) ?? []), level])
    }
  }
  const half = Math.ceil(levels.length / 2)
  const reached: Record<string, Level> = {}
  for (const [factId, ofLearners] of byFact) {
    const level = [...ofLearners].sort((a, b) => b - a)[half - 1]
    if (level !== undefined && level > 0) reached[factId] = level
  }
  return reached
}
