import { describe, expect, it } from 'vitest'
import { summarise } from './attempt-summary.ts'

const topics = [
  { id: 'prevention', title: 'Prevention', branch: 'debates' as const },
  { id: 'early-action', title: 'Early action', branch: 'debates' as const, parent: 'prevention' },
  { id: 'accountability', title: 'Accountability', branch: 'debates' as const },
  { id: 'opening', title: 'The opening', branch: 'dialogue' as const },
]
const asked = (id: string, topic: string) => ({ id, topics: [topic, 'accountability'], factIds: [`fact of ${id}`] })
const items = [
  asked('a', 'prevention'),
  asked('b', 'early-action'),
  asked('c', 'accountability'),
  asked('d', 'prevention'),
]

describe('summarise', () => {
  it('counts an item under what it is about rather than when it was said', () => {
    const titles = (own: string[]) =>
      summarise([{ id: 'a', topics: own, factIds: ['f'] }], [], topics).topics.map(({ title }) => title)
    expect(titles(['opening', 'early-action'])).toEqual(['Prevention'])
    expect(titles(['opening'])).toEqual(['The opening'])
  })

  it('counts an item under the highest topic over its own, the weakest topic first', () => {
    const results = [
      { itemId: 'a', score: 1, durationMs: 4000 },
      { itemId: 'b', score: 0.5, durationMs: null },
      { itemId: 'c', score: 1, durationMs: 2000 },
    ]
    expect(summarise(items, results, topics)).toEqual({
      points: 2.5,
      of: 4,
      unanswered: 1,
      topics: [
        { id: 'prevention', title: 'Prevention', points: 1.5, of: 3 },
        { id: 'accountability', title: 'Accountability', points: 1, of: 1 },
      ],
      factsToReview: ['fact of b', 'fact of d'],
      durationMs: 6000,
    })
  })

  it('says nothing of the time where none was taken', () => {
    expect(summarise(items, [{ itemId: 'a', score: 1, durationMs: null }], topics).durationMs).toBeNull()
  })

  it('takes every item without an answer for one to look at again', () => {
    const { unanswered, factsToReview } = summarise(items, [], topics)
    expect(unanswered).toBe(4)
    expect(factsToReview).toHaveLength(4)
  })
})
