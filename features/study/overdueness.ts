import { isInSteps, type Memory } from './schedule.ts'

/** How late a card is, measured against its interval: a day late matters more after two days than after a year. */
export function overdueness({ dueAt, intervalDays }: Pick<Memory, 'dueAt' | 'intervalDays'>, now: Date): number {
  return (now.getTime() - dueAt.getTime()) / (Math.max(1, intervalDays) * 86_400_000)
}

/**
 * Intervals of about the same length share a bucket, two to every doubling. Within one the card that is due longest is
 * the most overdue too, so an index on bucket and due date finds the most overdue of all without looking at the rest.
 * Cards in their steps are in bucket 0, which none of the others is.
 */
export function intervalBucketOf(memory: Pick<Memory, 'phase' | 'intervalDays'>): number {
  return isInSteps(memory) ? 0 : 1 + Math.floor(2 * Math.log2(Math.max(1, memory.intervalDays)))
}

/** The buckets that a card may be in when it is out of its steps, each with its shortest interval in days. */
export const intervalBuckets: readonly { bucket: number; days: number }[] = Array.from({ length: 32 }, (_, index) => ({
  bucket: 1 + index,
  days: 2 ** (index / 2),
}))
