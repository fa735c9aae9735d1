/** What a learner has decided about a card. */
export interface Standing {
  isSuspended: boolean
  /** Not shown before this instant; nothing for a card that is not buried. */
  buriedUntil: Date | null
  isMarked: boolean
  /** The learner's own words; empty where there are none. */
  note: string
}

export const plainStanding: Standing = { isSuspended: false, buriedUntil: null, isMarked: false, note: '' }

/** Whether a card may be shown at an instant. */
export function isShown({ isSuspended, buriedUntil }: Standing, at: Date): boolean {
  return !isSuspended && (buriedUntil === null || buriedUntil <= at)
}

/** Anki's: a card is a leech from the eighth lapse on. */
const leechLapses = 8

/** Whether the lapse that made it so many is one to speak of: the eighth, and every fourth after it. */
export function isLeechAt(lapses: number): boolean {
  return lapses >= leechLapses && (lapses - leechLapses) % (leechLapses / 2) === 0
}
