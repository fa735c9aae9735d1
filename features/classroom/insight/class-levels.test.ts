import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Level } from '@/features/progress/knowledge.ts'
import { classLevels } from './class-levels.ts'

it('takes the level that at least half of the class have reached', () => {
  expect(classLevels([{ a: 3, b: 2 }, { a: 1, b: 2 }, { a: 2 }, {}])).toEqual({ a: 2, b: 2 })
  expect(classLevels([{ a: 3 }, {}, {}])).toEqual({})
  expect(classLevels([])).toEqual({})
})

it('rises for no fact when a learner knows it less', () => {
  const level = fc.constantFrom<Level>(0, 1, 2, 3)
  fc.assert(
    fc.property(fc.array(level, { minLength: 1 }), fc.nat(), (levels, at) => {
      const index = at % levels.length
      const lower = levels.map((one, i) => (i === index ? (Math.max(0, one - 1) as Level) : one))
      const of = (list: Level[]) => classLevels(list.map((one) => ({ a: one }))).a ?? 0
      expect(of(lower)).toBeLessThanOrEqual(of(levels))
    }),
  )
})
