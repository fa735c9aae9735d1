import type { Grade } from './grade.ts'
import type { GradeDecision } from './gradebook.ts'

/** What somebody has, before and after. */
export interface Standing {
  points: number | null
  ofPoints: number
}

/** Somebody whose grade changes. */
export interface Move {
  accountId: string
  from: Standing
  to: Standing
}

/**
 * Whose grade moves from what to what, by account. What a teacher has set or excused stays, whatever is earned.
 *
 * @param before what each account has earned
 * @param after what the same accounts would have earned
 */
export function movesOf(
  before: ReadonlyMap<string, Grade>,
  after: ReadonlyMap<string, Grade>,
  decisions: ReadonlyMap<string, GradeDecision>,
): Move[] {
  return [...after]
    .flatMap(([accountId, to]): Move[] => {
      const from = before.get(accountId)
      const decision = decisions.get(accountId)
      if (from === undefined || decision?.isExcused || (decision?.points ?? null) !== null) return []
      if (isSame(from.points, to.points) && isSame(from.ofPoints, to.ofPoints)) return []
      return [{ accountId, from: standingOf(from), to: standingOf(to) }]
    })
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
}

function standingOf({ points, ofPoints }: Grade): Standing {
  return { points, ofPoints }
}

/** Whether two numbers of points differ by no more than rounding. */
function isSame(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-9
}
