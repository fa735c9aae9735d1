import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderingExamples } from './examples.ts'
import { gradeOrdering } from './grade.ts'
import { toPublicOrdering } from './to-public.ts'

const [item] = orderingExamples as [(typeof orderingExamples)[number]]
const [chair, master, pilots, keepers] = item.key as [string, string, string, string]

it.each([
  [[chair, master, pilots, keepers], 1],
  [[master, pilots, keepers, chair], 2 / 3],
  [[chair, master, keepers, pilots], 1 / 3],
  [[master, chair, keepers, pilots], 0],
  [[keepers, pilots, master, chair], 0],
])('counts which entry comes directly after which: %o', (order, score) => {
  expect(gradeOrdering(item, { order })).toMatchObject({ state: 'graded', score })
})

it('calls what is no arrangement of all entries invalid', () => {
  for (const order of [[], [chair], [chair, master, pilots], [chair, chair, master, pilots], [...item.key, chair]]) {
    expect(gradeOrdering(item, { order }).state).toBe('invalid')
  }
})

it('shows the entries in an order that does not depend on how they are stored', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(item.entries, { minLength: item.entries.length }), (entries) => {
      expect(toPublicOrdering({ ...item, entries })).toEqual(toPublicOrdering(item))
    }),
  )
})
