import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellStates } from './gradebook.ts'
import { packCell, unpackCell } from './packed-cell.ts'

const cell = fc.record({
  state: fc.constantFrom(...cellStates),
  points: fc.option(fc.integer({ min: 0, max: 200_000 }).map((tenThousandths) => tenThousandths / 1e4)),
  ofPoints: fc.nat(20),
  isLate: fc.boolean(),
  isExcused: fc.boolean(),
  isSet: fc.boolean(),
  hasComment: fc.boolean(),
  isClosed: fc.boolean(),
})

it('comes out as it went in', () => {
  fc.assert(
    fc.property(cell, fc.nat(20), (packed, ofPoints) => {
      expect(unpackCell(packCell(packed, ofPoints), ofPoints)).toEqual(packed)
    }),
  )
})

it('is one number for what was not begun, and two for what was handed in', () => {
  const marks = { isLate: false, isExcused: false, isSet: false, hasComment: false, isClosed: false }
  expect(packCell({ state: 'not-begun', points: null, ofPoints: 10, ...marks }, 10)).toBe(0)
  expect(packCell({ state: 'finished', points: 7 + 1 / 3, ofPoints: 10, ...marks }, 10)).toEqual([2, 7.3333])
})
