/** A learner's decisions about one card, as they are stored. */
export interface StoredStanding {
  suspendedAt: Date | null
  buriedUntil: Date | null
  markedAt: Date | null
  note: string
}

/** The longest note that fits (features/study/actions.ts). */
const longestNote = 2000

/**
 * The decisions of one person on one card, made in two browsers: whatever sets it aside or marks it holds, of two
 * instants the later, and both notes are kept unless one says what the other does.
 */
export function joinedStanding(a: StoredStanding, b: StoredStanding): StoredStanding {
  return {
    suspendedAt: later(a.suspendedAt, b.suspendedAt),
    buriedUntil: later(a.buriedUntil, b.buriedUntil),
    markedAt: later(a.markedAt, b.markedAt),
    note: joinedNote(a.note, b.note),
  }
}

function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

function joinedNote(a: string, b: string): string {
  if (a.includes(b)) return a
  if (b.includes(a)) return b
  // A cut note is better than one that can no longer be stored.
  return `${a}\n\n${b}`.slice(0, longestNote)
}
