import { describe, expect, it } from 'vitest'
import { levelOf, weakestLevel } from './knowledge.ts'

const learning = { phase: 1, intervalDays: 0 }
const young = { phase: 2, intervalDays: 20 }
const mature = { phase: 2, intervalDays: 21 }

describe('levelOf', () => {
  it('knows nothing of a fact that left no trace', () => {
    expect(levelOf({ memories: [], latestScores: [] })).toBe(0)
  })

  it('calls a fact met while its card is in its steps, recalled after, and firm from 21 days on', () => {
    expect(levelOf({ memories: [learning], latestScores: [] })).toBe(1)
    expect(levelOf({ memories: [young], latestScores: [] })).toBe(2)
    expect(levelOf({ memories: [mature, learning], latestScores: [] })).toBe(3)
  })

  it('calls a right answer recalled and lets a wrong one outweigh everything else', () => {
    expect(levelOf({ memories: [], latestScores: [1] })).toBe(2)
    expect(levelOf({ memories: [mature], latestScores: [1, 0] })).toBe(1)
  })
})

describe('weakestLevel', () => {
  it('judges a sentence by its least known fact', () => {
    expect(weakestLevel([3, 1, 2])).toBe(1)
    expect(weakestLevel([])).toBeNull()
  })
})
