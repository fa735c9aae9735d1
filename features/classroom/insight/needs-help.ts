/** What is known of one learner of a class that may tell whether they need help. */
export interface LearnerSigns {
  accountId: string
  name: string
  /** When they last answered or reviewed anything; nothing if they never have. */
  lastStudiedAt: Date | null
  /** What was assigned to them and is due or handed in, the earliest due first. */
  assignments: readonly AssignmentSign[]
  /** Answers of which they said they were sure: how many, and how many of those earned nothing. */
  sure: { answers: number; wrong: number }
}

export interface AssignmentSign {
  title: string
  dueAt: Date | null
  /** Points earned of points possible, from 0 to 1; nothing while it is not handed in. */
  share: number | null
  isHandedIn: boolean
  isExcused: boolean
}

/** Somebody who may need help, and why, the weightiest reason first. */
export interface MayNeedHelp {
  accountId: string
  name: string
  reasons: string[]
}

/** Bounds of our own: low enough to name few, and every one of them is said with its number. */
const quietDays = 14
const lowShare = 0.5
const lowInARow = 2
const fewestSure = 5
const sureAndWrongShare = 1 / 3

/**
 * Who may need help and why, those with most reasons first; whoever gives no sign of it is left out. It names what was
 * seen, and judges nobody.
 */
export function mayNeedHelp(learners: readonly LearnerSigns[], now: Date): MayNeedHelp[] {
  return learners
    .map(({ accountId, name, ...signs }) => ({ accountId, name, reasons: reasonsFor(signs, now) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || a.name.localeCompare(b.name, 'en'))
}

function reasonsFor(
  { lastStudiedAt, assignments, sure }: Omit<LearnerSigns, 'accountId' | 'name'>,
  now: Date,
): string[] {
  return [...missed(assignments, now), ...low(assignments), ...quiet(lastStudiedAt, now), ...sureAndWrong(sure)]
}

function missed(assignments: readonly AssignmentSign[], now: Date): string[] {
  const titles = assignments
    .filter(({ isHandedIn, isExcused, dueAt }) => !isHandedIn && !isExcused && dueAt !== null && dueAt < now)
    .map(({ title }) => `“${title}”`)
  if (titles.length === 0) return []
  const [first] = titles
  return [
    titles.length === 1
      ? `Has not handed in ${first}.`
      : `Has not handed in ${titles.length} assignments, ${first} the first.`,
  ]
}

function low(assignments: readonly AssignmentSign[]): string[] {
  const shares = assignments.flatMap(({ share, isExcused }) => (share === null || isExcused ? [] : [share]))
  const latest = shares.slice(-lowInARow)
  if (latest.length < lowInARow || latest.some((share) => share >= lowShare)) return []
  const told = latest.map((share) => `${Math.round(100 * share)} %`).join(' and ')
  return [`Earned ${told} in the last ${lowInARow} that were handed in.`]
}

function quiet(lastStudiedAt: Date | null, now: Date): string[] {
  if (lastStudiedAt === null) return ['Has not begun.']
  const days = Math.floor((now.getTime() - lastStudiedAt.getTime()) / 86_400_000)
  return days < quietDays ? [] : [`Has not studied for ${days} days.`]
}

/** Knowing that one does not know can be mended by oneself; this cannot. */
function sureAndWrong({ answers, wrong }: LearnerSigns['sure']): string[] {
  if (answers < fewestSure || wrong <= answers * sureAndWrongShare) return []
  return [`Was sure of ${answers} answers, and ${wrong} of them were wrong.`]
}
