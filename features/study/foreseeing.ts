import { type Memory, recallProbability, review } from './schedule.ts'
import type { TrainingItem } from './training.ts'

/** What the model made of one review before it was given, and what came of it. */
export interface Foreseen {
  /** How likely it was to be recalled. */
  probability: number
  isRecalled: boolean
}

/** How well reviews were foreseen. */
export interface Prediction {
  /** Less is better: the mean of -ln of the probability that was given to what then came about. */
  logLoss: number
  /** The share that was expected to be recalled. */
  expectedShare: number
}

const dayMs = 86_400_000

/** What the model with these parameters makes of each item's last review, from those before it. */
export function foresee(items: readonly TrainingItem[], parameters: readonly number[]): Foreseen[] {
  // A card's later items begin with its earlier ones, so that its longest has them all.
  const longest = new Map(items.map((item) => [item.cardId, item]))
  return [...longest.values()].flatMap(({ reviews }) => {
    const foreseen: Foreseen[] = []
    let memory: Memory | null = null
    let day = 0
    for (const { rating, deltaDays } of reviews) {
      day += deltaDays
      const at = new Date(day * dayMs)
      if (memory !== null && deltaDays > 0) {
        foreseen.push({ probability: recallProbability(memory, at, parameters), isRecalled: rating > 1 })
      }
      memory = review(memory, rating, at, { parameters })
    }
    return foreseen
  })
}

/** A forecast is never taken for certain, since nothing would make up for being wrong then. */
const leastProbability = 1e-4

export function predictionOf(foreseen: readonly Foreseen[]): Prediction {
  const losses = foreseen.map(({ probability, isRecalled }) =>
    Math.log(Math.max(leastProbability, isRecalled ? probability : 1 - probability)),
  )
  const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length
  return { logLoss: -mean(losses), expectedShare: mean(foreseen.map(({ probability }) => probability)) }
}
