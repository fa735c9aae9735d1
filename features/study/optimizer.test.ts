import { describe, expect, it } from 'vitest'
import { fitParameters } from './optimizer.ts'
import { type Memory, type Rating, recallProbability, review, usualParameters } from './schedule.ts'
import { fewestForAll, type TrainingItem, type TrainingReview } from './training.ts'

const dayMs = 86_400_000

/** Numbers from 0 to 1 that are the same at every run. */
function drawsOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What somebody leaves whose memory is exactly what the model with these parameters takes it for. */
function itemsOf(parameters: readonly number[], cards: number): TrainingItem[] {
  const draw = drawsOf(7)
  return Array.from({ length: cards }).flatMap((_, card) => {
    const history: TrainingReview[] = []
    const items: TrainingItem[] = []
    let memory: Memory | null = null
    let at = new Date('2026-03-02T12:00:00Z')
    for (let turn = 0; turn < 8; turn += 1) {
      const deltaDays = turn === 0 ? 0 : Math.ceil(draw() * 12 * turn)
      at = new Date(at.getTime() + deltaDays * dayMs)
      const isRecalled: boolean = memory === null || draw() < recallProbability(memory, at, parameters)
      const rating: Rating = isRecalled ? 3 : 1
      memory = review(memory, rating, at, { parameters })
      history.push({ rating, deltaDays })
      if (turn > 0) items.push({ cardId: `made-${card}.a`, reviews: [...history] })
    }
    return items
  })
}

describe('the optimizer', () => {
  it('fits the first intervals alone where there are few reviews', async () => {
    const short = itemsOf(usualParameters, fewestForAll).map((item) => ({ ...item, reviews: item.reviews.slice(0, 2) }))
    const { parameters } = await fitParameters(short.slice(0, fewestForAll - 1), usualParameters)
    const changes = parameters.map((one, index) => Math.abs(one - (usualParameters[index] ?? 0)))
    // The optimizer and the scheduler round the usual ones differently.
    expect(Math.max(...changes.slice(4))).toBeLessThan(0.002)
    expect(Math.max(...changes.slice(0, 4))).toBeGreaterThan(0.01)
  })

  it('is not taken in by itself: for somebody who is as the usual parameters say, it is not found much better', async () => {
    const { predictedBefore, predictedAfter } = await fitParameters(itemsOf(usualParameters, 60), usualParameters)
    expect(predictedAfter.logLoss).toBeGreaterThan(predictedBefore.logLoss - 0.003)
  }, 30_000)

  it('finds for somebody who forgets faster what predicts their reviews better', async () => {
    const [again, hard, good, easy, ...rest] = usualParameters as [number, number, number, number, ...number[]]
    const forgetful = [again / 8, hard / 8, good / 8, easy / 8, ...rest]
    const fitted = await fitParameters(itemsOf(forgetful, 150), usualParameters)
    const { parameters, predictedBefore, predictedAfter, recalledShare } = fitted
    expect(parameters).toHaveLength(21)
    expect(predictedAfter.logLoss).toBeLessThan(predictedBefore.logLoss - 0.01)
    // What is expected comes nearer to what came about.
    const off = (share: number) => Math.abs(share - recalledShare)
    expect(off(predictedAfter.expectedShare)).toBeLessThan(off(predictedBefore.expectedShare))
    // Its first interval after Good is nearer to the true one than to the usual.
    expect(Math.abs((parameters[2] ?? 0) - good / 8)).toBeLessThan(Math.abs((parameters[2] ?? 0) - good))
  }, 30_000)
})
