import { describe, expect, it } from 'vitest'
import { foresee, predictionOf } from './foreseeing.ts'
import { recallProbability, review, usualParameters } from './schedule.ts'

const first = { rating: 3, deltaDays: 0 } as const

describe('foreseeing', () => {
  it('says of each review on a later day how likely recall was by those before it', () => {
    const reviews = [
      first,
      { rating: 3, deltaDays: 2 },
      { rating: 3, deltaDays: 0 },
      { rating: 1, deltaDays: 9 },
    ] as const
    const items = [
      { cardId: 'made-1.a', reviews: reviews.slice(0, 2) },
      { cardId: 'made-1.a', reviews },
    ]
    const learned = review(null, 3, new Date(0))
    expect(foresee(items, usualParameters)).toEqual([
      { probability: recallProbability(learned, new Date(2 * 86_400_000)), isRecalled: true },
      { probability: expect.closeTo(0.9, 0.3), isRecalled: false },
    ])
  })

  it('counts surprise: nothing for what was sure, much for what was held to be all but impossible', () => {
    expect(predictionOf([{ probability: 1, isRecalled: true }]).logLoss).toBeCloseTo(0)
    const even = [true, false].map((isRecalled) => ({ probability: 0.5, isRecalled }))
    expect(predictionOf(even)).toEqual({ logLoss: expect.closeTo(Math.LN2), expectedShare: 0.5 })
    expect(predictionOf([{ probability: 1, isRecalled: false }]).logLoss).toBeCloseTo(-Math.log(1e-4))
  })
})
