import type { Settings } from '../assignments/settings.ts'
import { lateness, type Terms } from '../assignments/terms.ts'
import { type AskedItem, type ItemDecision, pointsFor } from './item-decision.ts'

/** An attempt at an assignment, as it bears on the grade. */
export interface AttemptToGrade {
  id: string
  startedAt: Date
  status: 'in-progress' | 'finished' | 'abandoned'
  finishedAt: Date | null
  asked: readonly AskedItem[]
}

/** What one learner's attempts are graded by. */
export interface GradedBy {
  settings: Pick<Settings, 'gradeMethod' | 'latePercentPerDay' | 'latePercentAtMost'>
  /** The learner's own. */
  terms: Pick<Terms, 'dueAt'>
  /** By item id. */
  decisions: ReadonlyMap<string, ItemDecision>
}

/** What an attempt comes to, the late penalty taken off. */
export interface AttemptMarks {
  points: number
  ofPoints: number
  isLate: boolean
  /** Points taken off for being late. */
  takenOff: number
}

/** What somebody has earned in an assignment. */
export interface Grade {
  state: 'in-progress' | 'finished' | 'abandoned'
  /** Nothing while there is nothing to count. */
  points: number | null
  ofPoints: number
  isLate: boolean
  /** How many attempts were begun. */
  attempts: number
  /** The attempt that counts, where it is one. */
  attemptId: string | null
  handedInAt: Date | null
}

/** What an attempt comes to; it counts from when it was handed in. */
export function marksOf(
  { asked, finishedAt }: Pick<AttemptToGrade, 'asked' | 'finishedAt'>,
  { settings, terms, decisions }: GradedBy,
): AttemptMarks {
  let [earned, ofPoints] = [0, 0]
  for (const item of asked) {
    const { points, of } = pointsFor(item, decisions.get(item.itemId))
    earned += points
    ofPoints += of
  }
  const { isLate, takenOff } =
    finishedAt === null ? { isLate: false, takenOff: 0 } : lateness(terms, settings, finishedAt)
  const penalty = Math.min(earned, takenOff * ofPoints)
  return { points: earned - penalty, ofPoints, isLate, takenOff: penalty }
}

/**
 * The grade that attempts come to, in whatever order they are given; nothing where none was begun. What was abandoned does
 * not count, and neither does what is not handed in yet.
 */
export function gradeOf(attempts: readonly AttemptToGrade[], by: GradedBy): Grade | null {
  const inOrder = attempts.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1))
  const latest = inOrder.at(-1)
  if (latest === undefined) return null
  const finished = inOrder.filter(({ status }) => status === 'finished')
  if (finished.length === 0) {
    return {
      state: inOrder.some(({ status }) => status === 'in-progress') ? 'in-progress' : 'abandoned',
      points: null,
      ofPoints: marksOf(latest, by).ofPoints,
      isLate: false,
      attempts: attempts.length,
      attemptId: null,
      handedInAt: null,
    }
  }
  const marked = finished.map((attempt) => ({ attempt, ...marksOf(attempt, by) }))
  const counting = countingAmong(marked, by.settings.gradeMethod)
  const ofPoints = mean(counting.map((one) => one.ofPoints))
  const [only] = counting
  return {
    state: 'finished',
    // Where every question was left out there is nothing to earn.
    points: ofPoints === 0 ? null : mean(counting.map(({ points }) => points)),
    ofPoints,
    isLate: counting.some(({ isLate }) => isLate),
    attempts: attempts.length,
    attemptId: counting.length === 1 ? (only?.attempt.id ?? null) : null,
    handedInAt: counting.at(-1)?.attempt.finishedAt ?? null,
  }
}

/** Which of several finished attempts, the earliest first, the grade is made of. */
function countingAmong<Marked extends AttemptMarks>(marked: readonly Marked[], method: Settings['gradeMethod']) {
  switch (method) {
    case 'average':
      return marked
    case 'first':
      return marked.slice(0, 1)
    case 'last':
      return marked.slice(-1)
    case 'highest': {
      const best = Math.max(...marked.map(shareOf))
      return marked.filter((one) => shareOf(one) === best).slice(0, 1)
    }
  }
}

function shareOf({ points, ofPoints }: AttemptMarks): number {
  return ofPoints === 0 ? 0 : points / ofPoints
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
