import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeAfter } from './grid-keys.ts'

const size = { rows: 100, columns: 10, page: 20 }
const from = { row: 50, column: 5 }
const after = (key: string, hasControl = false) => placeAfter({ key, hasControl }, from, size)

it('moves by one cell, by a page, to the ends of a row and to the corners', () => {
  expect(after('ArrowUp')).toEqual({ row: 49, column: 5 })
  expect(after('ArrowRight')).toEqual({ row: 50, column: 6 })
  expect(after('PageDown')).toEqual({ row: 70, column: 5 })
  expect(after('Home')).toEqual({ row: 50, column: 0 })
  expect(after('End', true)).toEqual({ row: 99, column: 9 })
  expect(after('Home', true)).toEqual({ row: 0, column: 0 })
  expect(after('a')).toBeNull()
})

it('never leaves the grid', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
  const presses = fc.array(fc.record({ key: keys, hasControl: fc.boolean() }), { maxLength: 50 })
  fc.assert(
    fc.property(presses, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (pressed, rows, columns) => {
      let place = { row: 0, column: 0 }
      for (const press of pressed) place = placeAfter(press, place, { rows, columns, page: 7 }) ?? place
      expect(place.row).toBeGreaterThanOrEqual(0)
      expect(place.row).toBeLessThan(rows)
      expect(place.column).toBeGreaterThanOrEqual(0)
      expect(place.column).toBeLessThan(columns)
    }),
  )
})
