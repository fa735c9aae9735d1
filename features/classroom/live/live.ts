import type { AttemptState, AttemptStatus } from '@/features/quiz/attempt.ts'

/** More minutes than these nobody is given at once. */
export const mostMinutes = 60

/** What is said of any other number of them. */
export const noMinutesText = `Minutes: expected a whole number from 1 to ${mostMinutes}, such as 5.`

/** A message is no longer than this. */
export const mostSigns = 500

/** A learner and their latest attempt at what is being taken. */
export interface Taking {
  accountId: string
  name: string
  attempt: {
    id: string
    state: AttemptState
    /** When the latest thing reached the server; the beginning where nothing has. */
    lastSavedAt: Date
  } | null
}

/** How one learner stands at this moment. */
export interface LiveRow {
  accountId: string
  name: string
  standing: 'not-begun' | AttemptStatus
  answered: number
  of: number
  /** How often something was checked; nothing where nothing is tried again. */
  tries: number | null
  /** Nothing where nothing is under way. */
  savedAgoMs: number | null
  /** Nothing without a time limit, or where nothing is under way. */
  remainingMs: number | null
}

const order: Record<LiveRow['standing'], number> = {
  overdue: 0,
  'in-progress': 1,
  'not-begun': 2,
  abandoned: 3,
  finished: 4,
}

/** How everybody stands, those first whom there may be something to do about; then by name. */
export function liveRows(takings: readonly Taking[], at: Date): LiveRow[] {
  return takings
    .map((taking) => liveRow(taking, at))
    .sort((a, b) => order[a.standing] - order[b.standing] || a.name.localeCompare(b.name, 'en'))
}

function liveRow({ accountId, name, attempt }: Taking, at: Date): LiveRow {
  if (attempt === null) {
    return {
      accountId,
      name,
      standing: 'not-begun',
      answered: 0,
      of: 0,
      tries: null,
      savedAgoMs: null,
      remainingMs: null,
    }
  }
  const { rules, status, responses, tries, itemIds, deadlineAt } = attempt.state
  const isUnderWay = status === 'in-progress' || status === 'overdue'
  return {
    accountId,
    name,
    standing: status,
    answered: responses.size,
    of: itemIds.length,
    tries: rules.behaviour === 'adaptive' ? [...tries.values()].reduce((sum, { length }) => sum + length, 0) : null,
    savedAgoMs: isUnderWay ? Math.max(0, at.getTime() - attempt.lastSavedAt.getTime()) : null,
    remainingMs: isUnderWay && deadlineAt !== null ? Math.max(0, deadlineAt.getTime() - at.getTime()) : null,
  }
}

/** How many stand how, in a sentence: "12 are in it, 3 have not begun, 9 have handed in." */
export function liveSummary(rows: readonly LiveRow[]): string {
  const count = (...standings: LiveRow['standing'][]) =>
    rows.filter(({ standing }) => standings.includes(standing)).length
  const parts = [
    { count: count('in-progress', 'overdue'), one: 'is in it', many: 'are in it' },
    { count: count('not-begun'), one: 'has not begun', many: 'have not begun' },
    { count: count('finished'), one: 'has handed in', many: 'have handed in' },
    { count: count('abandoned'), one: 'ran out of time', many: 'ran out of time' },
  ].filter((part) => part.count > 0)
  if (parts.length === 0) return 'Nobody learns in this class yet.'
  return `${parts.map((part) => `${part.count} ${part.count === 1 ? part.one : part.many}`).join(', ')}.`
}

/** A stretch of time as somebody glances at it: "42 s", "7 min", "1 h 05 min". */
export function glancedTime(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}
