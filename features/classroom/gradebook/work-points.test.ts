import { expect, it } from 'vitest'
import { pointsOfWork } from './work-points.ts'

it('is a point for each question, and for each lesson', () => {
  expect(pointsOfWork({ kind: 'lessons', lessonIds: ['a', 'b'] })).toBe(2)
  expect(pointsOfWork({ kind: 'quiz', questions: { kind: 'picked', itemIds: ['a', 'b', 'c'] } })).toBe(3)
  const cell = { topics: [], kinds: [] }
  const cells = [
    { ...cell, count: 4 },
    { ...cell, count: 6 },
  ]
  expect(pointsOfWork({ kind: 'quiz', questions: { kind: 'blueprint', cells, forms: 2, seed: 's' } })).toBe(10)
})

it('is only told by progress where cards are learned', () => {
  expect(pointsOfWork({ kind: 'cards', lessonIds: ['a'], topicIds: [] })).toBe(0)
})
