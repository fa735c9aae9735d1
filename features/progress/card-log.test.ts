import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryOf } from '@/features/study/card-memory.ts'
import type { CardLog } from '@/features/study/data.ts'
import { ratings, usualParameters } from '@/features/study/schedule.ts'
import { traceReviews } from './card-log.ts'

/** Parameters of somebody whose first intervals are short. */
const forgetful = usualParameters.map((one, index) => (index < 4 ? one / 3 : one))

const start = Date.parse('2026-03-02T12:00:00Z')
const hoursLater = (hours: number) => new Date(start + hours * 3_600_000)
type ReviewRow = CardLog['reviews'][number]
const review = (
  id: string,
  rating: ReviewRow['rating'],
  reviewedAt: Date,
  given: Partial<ReviewRow> = {},
): ReviewRow => ({
  id,
  rating,
  reviewedAt,
  desiredRetention: 0.9,
  parameters: null,
  timeZone: 'Europe/Lisbon',
  ...given,
})

describe('traceReviews', () => {
  it('has nothing before the first review, and before each other what the earlier ones left', () => {
    const log: CardLog = {
      cardId: 'made-1.a',
      reviews: [
        review('r1', 4, hoursLater(0)),
        review('r2', 1, hoursLater(24 * 10)),
        review('r3', 3, hoursLater(24 * 11)),
      ],
      answers: [],
    }
    const traced = traceReviews(log)
    expect(traced.map(({ rating, reviewedAt }) => [rating, reviewedAt])).toEqual(
      log.reviews.map(({ rating, reviewedAt }) => [rating, reviewedAt]),
    )
    expect(traced[0]?.before).toBeNull()
    expect(traced[1]?.before).toMatchObject({ phase: 2, reps: 1 })
    expect(traced[2]?.before).toMatchObject({ phase: 3, reps: 2, lapses: 1 })
  })

  it('knows of an answer between two reviews that has let the card lapse', () => {
    const answer = {
      id: 'a1',
      attemptId: 't1',
      score: 0,
      certainty: null,
      answeredAt: hoursLater(48),
      isAboutOneFact: true,
    }
    const reviews = [review('r1', 4, hoursLater(0)), review('r2', 3, hoursLater(49))]
    const [, without] = traceReviews({ cardId: 'made-1.a', reviews, answers: [] })
    const [, withAnswer] = traceReviews({ cardId: 'made-1.a', reviews, answers: [answer] })
    expect(without?.before?.phase).toBe(2)
    expect(withAnswer?.before?.phase).toBe(3)
  })

  it('tells of each review the memory that study derived from the log as it then was', () => {
    const deeds = fc.array(
      fc.record({
        isReview: fc.boolean(),
        // Easy brings a card out of its steps at once, and zero hours put two deeds into one instant.
        rating: fc.constantFrom(...ratings, 4 as const),
        desiredRetention: fc.constantFrom(0.8, 0.9, 0.95),
        timeZone: fc.constantFrom(null, 'Europe/Lisbon', 'Pacific/Auckland'),
        parameters: fc.constantFrom(null, null, forgetful),
        score: fc.constantFrom(0, 0.5, 1, 1),
        gapHours: fc.constantFrom(0, 0.2, 5, 30, 300),
      }),
      { minLength: 1, maxLength: 25 },
    )
    fc.assert(
      fc.property(deeds, (given) => {
        const log: CardLog = { cardId: 'made-1.a', reviews: [], answers: [] }
        let hours = 0
        for (const [index, { isReview, score, gapHours, rating, ...held }] of given.entries()) {
          hours += gapHours
          const [id, at] = [`${index}`, hoursLater(hours)]
          if (isReview) log.reviews.push(review(id, rating, at, held))
          else log.answers.push({ id, attemptId: 't1', score, certainty: null, answeredAt: at, isAboutOneFact: true })
        }
        const traced = traceReviews(log)
        expect(traced).toHaveLength(log.reviews.length)
        for (const [index, { before, reviewedAt }] of traced.entries()) {
          const then = {
            ...log,
            reviews: log.reviews.slice(0, index),
            answers: log.answers.filter(({ answeredAt }) => answeredAt < reviewedAt),
          }
          expect(before).toEqual(memoryOf(then))
        }
      }),
    )
  })
})
