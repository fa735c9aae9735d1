import type { Terms } from './terms.ts'

/** How an assignment stands with a learner. */
export type Standing =
  /** An attempt has been begun and goes on. */
  | 'begun'
  | 'open'
  /** It can still be done, and is late. */
  | 'late'
  | 'ahead'
  | 'done'
  /** It was not done, and cannot be any more. */
  | 'missed'

/** How an assignment stands with a learner at an instant. */
export function standingOf(
  { opensAt, dueAt, closesAt }: Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'>,
  { isDone, isBegun }: { isDone: boolean; isBegun: boolean },
  now: Date,
): Standing {
  if (isBegun) return 'begun'
  if (isDone) return 'done'
  if (closesAt !== null && now >= closesAt) return 'missed'
  if (opensAt !== null && now < opensAt) return 'ahead'
  return dueAt !== null && now > dueAt ? 'late' : 'open'
}

const order: readonly Standing[] = ['begun', 'late', 'open', 'ahead', 'missed', 'done']

/** What is begun, then what is late, then what falls due first; then what opens first; at last what is over. */
export function byUrgency<Listed extends { standing: Standing; terms: Pick<Terms, 'opensAt' | 'dueAt' | 'closesAt'> }>(
  listed: readonly Listed[],
): Listed[] {
  const time = ({ standing, terms }: Listed) => {
    const { opensAt, dueAt, closesAt } = terms
    const telling = standing === 'ahead' ? opensAt : standing === 'late' ? closesAt : (dueAt ?? closesAt)
    return telling?.getTime() ?? Number.POSITIVE_INFINITY
  }
  // Infinity less infinity is no order.
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)
  return [...listed].sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || compare(time(a), time(b)))
}

/** Whether there is something to do about it now. */
export function isToDo(standing: Standing): boolean {
  return standing === 'begun' || standing === 'late' || standing === 'open'
}
