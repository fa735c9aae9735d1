import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderBySeed } from './random.ts'

const lists = fc.uniqueArray(fc.string(), { maxLength: 30 })
const itself = (element: string) => element

it('orderBySeed keeps the elements and depends on the seed alone, not on the order they came in', () => {
  fc.assert(
    fc.property(lists, fc.string(), (list, seed) => {
      const ordered = orderBySeed(list, seed, itself)
      expect([...ordered].sort()).toEqual([...list].sort())
      expect(orderBySeed([...list].reverse(), seed, itself)).toEqual(ordered)
    }),
  )
})

it('orderBySeed leaves the others in their order when one is added', () => {
  fc.assert(
    fc.property(lists, fc.string(), fc.string(), (list, seed, extra) => {
      fc.pre(!list.includes(extra))
      const withExtra = orderBySeed([...list, extra], seed, itself)
      expect(withExtra.filter((element) => element !== extra)).toEqual(orderBySeed(list, seed, itself))
    }),
  )
})
