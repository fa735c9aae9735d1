import { describe, expect, it } from 'vitest'
import type { AnswerOfFact, CardLog, ReviewRow } from './data.ts'
import type { Rating } from './schedule.ts'
import { trainingItems } from './training.ts'

let count = 0

function reviewed(rating: Rating, at: string): ReviewRow {
  const held = { desiredRetention: 0.9, timeZone: 'Europe/Lisbon', parameters: null }
  return { id: `review-${++count}`, rating, reviewedAt: new Date(at), ...held }
}

function answered(score: number, at: string): AnswerOfFact {
  const given = { attemptId: 'attempt', certainty: null, isAboutOneFact: true }
  return { id: `answer-${++count}`, score, answeredAt: new Date(at), ...given }
}

function log(reviews: ReviewRow[], answers: AnswerOfFact[] = []): CardLog {
  return { cardId: 'made-1.a', reviews, answers }
}

/** What is predicted and from what, whichever card it is of. */
const reviewsIn = (logs: CardLog[]) => trainingItems(logs).map(({ reviews }) => reviews)

describe('what the optimizer learns from', () => {
  it('is each review on a later day than the one before, with all that came before it', () => {
    const items = reviewsIn([
      log([
        reviewed(1, '2026-03-02T12:00:00Z'),
        reviewed(3, '2026-03-02T12:10:00Z'),
        reviewed(3, '2026-03-04T09:00:00Z'),
        reviewed(2, '2026-03-14T09:00:00Z'),
      ]),
    ])
    const first = [
      { rating: 1, deltaDays: 0 },
      { rating: 3, deltaDays: 0 },
      { rating: 3, deltaDays: 2 },
    ]
    expect(items).toEqual([first, [...first, { rating: 2, deltaDays: 10 }]])
  })

  it('counts study days, which begin at four in the morning where the learner is', () => {
    const atNight = log([reviewed(3, '2026-03-02T23:00:00Z'), reviewed(3, '2026-03-03T03:30:00Z')])
    expect(reviewsIn([atNight])).toEqual([])
    const overFour = log([reviewed(3, '2026-03-03T03:30:00Z'), reviewed(3, '2026-03-03T04:30:00Z')])
    expect(reviewsIn([overFour])[0]?.at(-1)).toEqual({ rating: 3, deltaDays: 1 })
  })

  it('takes an answer that told on the memory for the grade it stood for, and no other', () => {
    const learned = [reviewed(4, '2026-03-02T12:00:00Z')]
    const told = reviewsIn([log(learned, [answered(1, '2026-03-06T12:00:00Z')])])
    expect(told).toEqual([
      [
        { rating: 4, deltaDays: 0 },
        { rating: 3, deltaDays: 4 },
      ],
    ])
    expect(reviewsIn([log(learned, [answered(0.5, '2026-03-06T12:00:00Z')])])).toEqual([])
  })

  it('comes in the order in which the reviews were given, over all cards', () => {
    const items = reviewsIn([
      log([reviewed(3, '2026-03-02T12:00:00Z'), reviewed(3, '2026-03-09T12:00:00Z')]),
      log([reviewed(3, '2026-03-02T12:00:00Z'), reviewed(3, '2026-03-05T12:00:00Z')]),
    ])
    expect(items.map((item) => item.at(-1)?.deltaDays)).toEqual([3, 7])
  })
})
