import type { CardLog } from '@/features/study/data.ts'
import { isInSteps } from '@/features/study/schedule.ts'
import { type Span, shareInterval } from '@/lib/share-interval.ts'
import { traceReviews } from './card-log.ts'
import { matureDays } from './knowledge.ts'
import { byStudyDay, dateAfter, studyDate } from './study-days.ts'

/** Of fewer reviews than these no share is told: one more or less forgotten would move it by over five points. */
export const fewestToTell = 20

/** How much of what was asked again was still known. */
export interface Retention {
  /** Reviews that count. */
  count: number
  passed: number
  /** Passed of those that count; nothing of too few. */
  share: number | null
  /** Where the share would lie with very many reviews, with 95 % confidence. */
  interval: Span
}

/** Cards apart by their interval before the review, and together. */
export interface RetentionOfPeriod {
  /** How many study days back it reaches, today included; nothing for all of them. */
  days: number | null
  young: Retention
  mature: Retention
  all: Retention
}

const periods = [30, 365, null] as const

/**
 * True retention as Anki's users know it. Of each card only the first review in a study day counts, and only if the
 * card was in review before it, not new or in its steps. Again fails, every other grade passes. A card is mature from
 * an interval of 21 days before the review, and young below.
 *
 * What was before a review is replayed from the card's log; a review that was taken back is not in it.
 */
export function trueRetention(logs: readonly CardLog[], now: Date, timeZone: string): RetentionOfPeriod[] {
  const counted = countedReviews(logs, timeZone)
  const today = studyDate(now, timeZone)
  return periods.map((days) => {
    const within = days === null ? counted : counted.filter(({ date }) => date > dateAfter(today, -days))
    return {
      days,
      young: retentionOf(within.filter(({ isMature }) => !isMature)),
      mature: retentionOf(within.filter(({ isMature }) => isMature)),
      all: retentionOf(within),
    }
  })
}

/** Whoever began last week has the same reviews in every period, and need see them only once, in the longest one. */
export function withoutRepeats(periods: readonly RetentionOfPeriod[]): RetentionOfPeriod[] {
  return periods.filter(({ all }, index) => all.count !== periods[index + 1]?.all.count)
}

interface CountedReview {
  date: string
  isMature: boolean
  isPassed: boolean
}

function countedReviews(logs: readonly CardLog[], timeZone: string): CountedReview[] {
  const traced = logs.flatMap(traceReviews).map((review) => ({ ...review, at: review.reviewedAt }))
  return byStudyDay(traced, timeZone).flatMap(({ date, events }) => {
    const seen = new Set<string>()
    return events.flatMap(({ cardId, rating, before }) => {
      if (seen.has(cardId)) return []
      seen.add(cardId)
      if (before === null || isInSteps(before)) return []
      return [{ date, isMature: before.intervalDays >= matureDays, isPassed: rating > 1 }]
    })
  })
}

function retentionOf(reviews: readonly CountedReview[]): Retention {
  const count = reviews.length
  const passed = reviews.filter(({ isPassed }) => isPassed).length
  return {
    count,
    passed,
    share: count < fewestToTell ? null : passed / count,
    interval: shareInterval(passed, count),
  }
}
