import { describe, expect, it } from 'vitest'
import { sentenceLevels } from './sentence-levels.ts'

describe('sentenceLevels', () => {
  const facts = [
    { id: 'made-1', cites: ['made#one.1.1', 'made#one.1.2'] },
    { id: 'made-2', cites: ['made#one.1.2'] },
  ]

  it('judges each sentence by the least known of the facts that rest on it', () => {
    expect(sentenceLevels(facts, { 'made-1': 3, 'made-2': 1 })).toEqual(
      new Map([
        ['made#one.1.1', 3],
        ['made#one.1.2', 1],
      ]),
    )
  })

  it('takes a fact without a level for one not met', () => {
    expect(sentenceLevels(facts, { 'made-2': 2 }).get('made#one.1.2')).toBe(0)
  })

  it('has nothing on a sentence that states no fact', () => {
    expect(sentenceLevels(facts, {}).has('made#one.1.3')).toBe(false)
  })
})
