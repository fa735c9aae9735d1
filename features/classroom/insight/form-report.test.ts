import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMatrix } from '@/testing/marks.ts'
import { reportOf, tenths } from './form-report.ts'

describe('reportOf', () => {
  it('gives the total of every attempt in which all items count, in percent', () => {
    const matrix = makeMatrix([
      [1, 1, 1, 1],
      [1, 0, 0.5, 0],
      [1, null, 1, 1],
    ])
    const { attempts, totals } = reportOf({ testId: 'made', form: 1, matrix })
    expect(attempts).toBe(3)
    expect(totals).toEqual([100, 37.5])
  })

  it('reports every item once, the worst first', () => {
    // The second goes backwards: those who know the rest do worse there.
    const rows = Array.from({ length: 40 }, (_, index) => {
      const knows = index % 2
      return [knows, 1 - knows, knows, index % 4 < 2 ? knows : 1 - knows]
    })
    const { items } = reportOf({ testId: 'made', form: 1, matrix: makeMatrix(rows) })
    expect(items.map(({ statistics }) => statistics.item.id).sort()).toEqual(['made-1', 'made-2', 'made-3', 'made-4'])
    expect(items[0]?.statistics.item.id).toBe('made-2')
    expect(items[0]?.advice[0]?.concern).toBe('backwards')
  })
})

describe('tenths', () => {
  it('puts every percentage into one tenth, the full score into the last', () => {
    expect(tenths([0, 9.9, 10, 69.99999999999999, 95, 100])).toEqual([2, 1, 0, 0, 0, 0, 0, 1, 0, 2])
  })

  it('loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (list) => {
        expect(tenths(list).reduce((sum, count) => sum + count, 0)).toBe(list.length)
      }),
    )
  })
})
