import { expect, it } from 'vitest'
import { factLevels } from './fact-levels.ts'

const facts = {
  factOfCard: (id: string) => (id.startsWith('own:') ? null : (id.split('.')[0] ?? null)),
  factsOfItem: (id: string) => id.split('+'),
}

it('gathers what cards and answers tell of each fact, and leaves out those not met', () => {
  const levels = factLevels(
    {
      memories: [
        ['a.1', { phase: 2, intervalDays: 30 }],
        ['a.2', { phase: 1, intervalDays: 0 }],
        ['b.1', { phase: 1, intervalDays: 0 }],
        ['own:1', { phase: 2, intervalDays: 90 }],
      ],
      latestScores: [
        ['c', 1],
        ['c+d', 0.5],
      ],
    },
    facts,
  )
  expect(levels).toEqual({ a: 3, b: 1, c: 1, d: 1 })
})
