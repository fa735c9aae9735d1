import type { Memory } from '@/features/study/schedule.ts'

/** How well a fact is known: not met, met, recalled, firm. */
export type Level = 0 | 1 | 2 | 3

export const levelNames = ['not met yet', 'met', 'recalled', 'firm'] as const

/** A card is mature, and what it asks firmly known, from an interval of 21 days. */
export const matureDays = 21
const phaseOfReview = 2

/** What tells how well one fact is known. */
export interface Evidence {
  /** Memories of the fact's cards that have been seen. */
  memories: readonly Pick<Memory, 'phase' | 'intervalDays'>[]
  /** The latest score of each of the fact's items that has been answered, from 0 to 1. */
  latestScores: readonly number[]
}

/**
 * Firm with a mature card; recalled with a card that has left its steps, or with a right answer and no
 * wrong one among the latest; met with anything seen at all.
 */
export function levelOf({ memories, latestScores }: Evidence): Level {
  if (memories.length === 0 && latestScores.length === 0) return 0
  if (latestScores.some((score) => score < 1)) return 1
  const inReview = memories.filter(({ phase }) => phase === phaseOfReview)
  if (inReview.some(({ intervalDays }) => intervalDays >= matureDays)) return 3
  return inReview.length > 0 || latestScores.length > 0 ? 2 : 1
}

/** The level of a sentence is that of its least known fact; nothing for a sentence without facts. */
export function weakestLevel(levels: readonly Level[]): Level | null {
  return levels.length === 0 ? null : (Math.min(...levels) as Level)
}

/** How many there are of each level, the lowest first. */
export type CountByLevel = readonly [number, number, number, number]

export function countByLevel(levels: readonly Level[]): CountByLevel {
  const count: [number, number, number, number] = [0, 0, 0, 0]
  for (const level of levels) count[level] += 1
  return count
}

/** How many there are of all levels together. */
export function countOf(counts: CountByLevel): number {
  return counts.reduce<number>((sum, count) => sum + count, 0)
}
