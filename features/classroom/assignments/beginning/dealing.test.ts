import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dealtForm } from './dealing.ts'

it('gives each learner the next form, so that none is used more than once more than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(60), (forms, learners) => {
      const used = new Map<number, number>()
      for (let begun = 0; begun < learners; begun += 1) {
        const form = dealtForm(forms, [], begun)
        used.set(form, (used.get(form) ?? 0) + 1)
      }
      const counts = Array.from({ length: forms }, (_, index) => used.get(index + 1) ?? 0)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})

it('gives a further attempt a form that the learner has not had, as long as there is one', () => {
  expect(dealtForm(3, [2], 7)).toBe(3)
  expect(dealtForm(3, [2, 3], 7)).toBe(1)
  expect(dealtForm(3, [2, 3, 1], 7)).toBe(2)
  expect(dealtForm(1, [1], 7)).toBe(1)
})
