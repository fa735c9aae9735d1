import { describe, expect, it } from 'vitest'
import { type AnsweredFact, ratingFromAnswer } from './answered.ts'

const reviewedAt = new Date('2026-03-02T12:00:00Z')
const hoursLater = (hours: number) => new Date(reviewedAt.getTime() + hours * 3_600_000)
const inReview = { phase: 2, lastReviewedAt: reviewedAt }
const inSteps = [1, 3].map((phase) => ({ ...inReview, phase }))

function answer(given: Partial<AnsweredFact> = {}): AnsweredFact {
  return { score: 1, certainty: null, answeredAt: hoursLater(24), isAboutOneFact: true, ...given }
}

describe('ratingFromAnswer', () => {
  it('takes a right answer for Good, whether the learner was sure or was not asked', () => {
    expect(ratingFromAnswer(inReview, answer())).toBe(3)
    expect(ratingFromAnswer(inReview, answer({ certainty: 2 }))).toBe(3)
    expect(ratingFromAnswer(inReview, answer({ certainty: 3 }))).toBe(3)
  })

  it('takes nothing from a right answer that was guessed', () => {
    expect(ratingFromAnswer(inReview, answer({ certainty: 1 }))).toBeNull()
  })

  it('takes nothing from a right answer within a day of the last review, to the millisecond', () => {
    expect(ratingFromAnswer(inReview, answer({ answeredAt: new Date(hoursLater(24).getTime() - 1) }))).toBeNull()
    expect(ratingFromAnswer(inReview, answer({ answeredAt: hoursLater(24) }))).toBe(3)
  })

  it('takes a wrong answer for Again, however sure the learner was and however soon it comes', () => {
    for (const certainty of [null, 1, 2, 3] as const) {
      expect(ratingFromAnswer(inReview, answer({ score: 0, certainty }))).toBe(1)
    }
    expect(ratingFromAnswer(inReview, answer({ score: 0, answeredAt: hoursLater(0) }))).toBe(1)
  })

  it('takes nothing from an answer that is partly right', () => {
    for (const score of [0.01, 0.5, 0.99]) expect(ratingFromAnswer(inReview, answer({ score }))).toBeNull()
  })

  it('lets an item about several facts strengthen each of them, and none lapse', () => {
    expect(ratingFromAnswer(inReview, answer({ isAboutOneFact: false }))).toBe(3)
    expect(ratingFromAnswer(inReview, answer({ isAboutOneFact: false, score: 0 }))).toBeNull()
    expect(ratingFromAnswer(inReview, answer({ isAboutOneFact: false, score: 0.5 }))).toBeNull()
  })

  it('leaves alone a card that is new or in its steps', () => {
    for (const memory of [null, ...inSteps]) {
      expect(ratingFromAnswer(memory, answer())).toBeNull()
      expect(ratingFromAnswer(memory, answer({ score: 0 }))).toBeNull()
    }
  })
})
