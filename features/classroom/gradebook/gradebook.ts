/** A gradebook: what each learner has earned in each assignment, what counts of it, and what it comes to. */

/** How somebody stands with an assignment. */
export const cellStates = ['not-begun', 'in-progress', 'finished', 'abandoned'] as const
export type CellState = (typeof cellStates)[number]

/** A teacher's decision about somebody's grade. */
export interface GradeDecision {
  /** In place of what was earned; nothing where that stands. */
  points: number | null
  isExcused: boolean
  /** For the learner; empty where there is none. */
  comment: string
}

/** What one learner has earned in one assignment, with what was decided about it. */
export interface Cell {
  state: CellState
  /** What is shown: what a teacher has set, else what was earned; nothing while there is neither. */
  points: number | null
  ofPoints: number
  isLate: boolean
  isExcused: boolean
  /** Whether a teacher has set the points. */
  isSet: boolean
  hasComment: boolean
  /** Whether the learner can hand in nothing any more. */
  isClosed: boolean
}

/** What was earned, without what was decided. */
export type Earned = Pick<Cell, 'state' | 'points' | 'ofPoints' | 'isLate'>

/** A cell of what was earned under what was decided, which sticks whatever is earned. */
export function cellOf(earned: Earned, decision: GradeDecision | null, isClosed: boolean): Cell {
  return {
    ...earned,
    points: decision?.points ?? earned.points,
    isExcused: decision?.isExcused ?? false,
    isSet: (decision?.points ?? null) !== null,
    hasComment: (decision?.comment ?? '') !== '',
    isClosed,
  }
}

/**
 * The points of a cell that count; nothing where it does not count: excused, or still to be handed in. What was not
 * handed in by the close counts as zero.
 */
export function countedPoints({ state, points, isExcused, isSet, isClosed }: Cell): number | null {
  if (isExcused) return null
  if (isSet || state === 'finished') return points
  return isClosed ? (points ?? 0) : null
}

/** The share of the points possible that counts, from 0 to 1; nothing where the cell does not count. */
export function countedShare(cell: Cell): number | null {
  const points = countedPoints(cell)
  return points === null || cell.ofPoints === 0 ? null : Math.min(1, points / cell.ofPoints)
}

/** What a learner's grades come to. */
export interface Total {
  /** Nothing where nothing counts yet. */
  percent: number | null
  /** The ids of what was left out as lowest. */
  dropped: string[]
}

/**
 * The total of a learner: the mean of what counts, by weight, without the lowest. At least one grade is kept.
 *
 * @param grades the share of each assignment that counts; nothing where it does not
 */
export function totalOf(
  grades: readonly { id: string; weight: number; share: number | null }[],
  dropLowest: number,
): Total {
  const counting = grades
    .flatMap(({ id, weight, share }) => (share === null || weight === 0 ? [] : [{ id, weight, share }]))
    // Of equally low ones the heavier goes, which helps the total more once a better one is left.
    .sort((a, b) => a.share - b.share || b.weight - a.weight || (a.id < b.id ? -1 : 1))
  const drops = Math.max(0, Math.min(dropLowest, counting.length - 1))
  const kept = counting.slice(drops)
  const weights = kept.reduce((sum, { weight }) => sum + weight, 0)
  return {
    percent:
      kept.length === 0 ? null : (100 * kept.reduce((sum, { weight, share }) => sum + weight * share, 0)) / weights,
    dropped: counting.slice(0, drops).map(({ id }) => id),
  }
}

/** The mean of shares in percent, and of how many; nothing where there are none. */
export function averageOf(shares: readonly (number | null)[]): { percent: number; of: number } | null {
  const counting = shares.filter((share) => share !== null)
  if (counting.length === 0) return null
  return { percent: (100 * counting.reduce((sum, share) => sum + share, 0)) / counting.length, of: counting.length }
}

/** Whether learners see what they earned. */
export function isReleased(
  { holdsGrades, gradesReleasedAt }: { holdsGrades: boolean; gradesReleasedAt: Date | null },
  now: Date,
): boolean {
  return !holdsGrades || (gradesReleasedAt !== null && gradesReleasedAt <= now)
}

/** Somebody's work on lessons or cards so far. */
export interface WorkProgress {
  accountId: string
  done: number
  of: number
}

/** What work on lessons or cards has earned: a point for each that is done. */
export function earnedByProgress({ done, of }: Pick<WorkProgress, 'done' | 'of'>): Earned {
  const state = done === 0 ? 'not-begun' : done < of ? 'in-progress' : 'finished'
  return { state, points: done === 0 ? null : done, ofPoints: of, isLate: false }
}
