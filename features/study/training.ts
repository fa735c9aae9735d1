import type { CardLog } from './data.ts'
import { studyDayShiftMs } from './day.ts'
import { type Rating, tellingAnswers } from './schedule.ts'

/** One review as the optimizer of FSRS takes it. */
export interface TrainingReview {
  rating: Rating
  /** Study days since the review before; 0 for the first. */
  deltaDays: number
}

/** What one review of a card is to be predicted from: those before it, with itself at the end. */
export interface TrainingItem {
  cardId: string
  reviews: readonly TrainingReview[]
}

/** Under so many items the optimizer leaves the usual parameters as they are; under more it fits the first intervals. */
export const fewestForFirstIntervals = 8
export const fewestForAll = 64

/** More reviews than this say nothing more, and take long. */
export const mostReviewsFitted = 10_000

const dayMs = 86_400_000

/**
 * What the optimizer of FSRS learns from: an item for each review of a card on a later day than the one before, in the
 * order in which those reviews were given. What was recalled on the same day says nothing about days, and stays in the
 * histories of later items. Answers that told on the memory of a card count as the grades that they stood for, since the
 * scheduler takes them for such.
 */
export function trainingItems(logs: readonly CardLog[]): TrainingItem[] {
  return logs
    .flatMap(({ cardId, reviews, answers }) => {
      const grades = [
        ...reviews.map(({ rating, reviewedAt, timeZone }) => ({ rating, at: reviewedAt, timeZone })),
        ...tellingAnswers(reviews, answers).map(({ answer, rating }) => ({
          rating,
          at: answer.answeredAt,
          timeZone: null,
        })),
      ].sort((a, b) => a.at.getTime() - b.at.getTime())
      let zone = 'UTC'
      let before: number | null = null
      const history = grades.map(({ rating, at, timeZone }): TrainingReview => {
        zone = timeZone ?? zone
        const day = studyDayNumber(at, zone)
        // A learner who flies west may have the same day twice.
        const deltaDays = before === null ? 0 : Math.max(0, day - before)
        before = day
        return { rating, deltaDays }
      })
      return history.flatMap(({ deltaDays }, index) =>
        deltaDays > 0
          ? [{ at: grades[index]?.at ?? new Date(0), item: { cardId, reviews: history.slice(0, index + 1) } }]
          : [],
      )
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ item }) => item)
}

function studyDayNumber(at: Date, timeZone: string): number {
  return Math.floor((at.getTime() + studyDayShiftMs(at, timeZone)) / dayMs)
}
