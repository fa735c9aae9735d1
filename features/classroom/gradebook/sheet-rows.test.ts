import { describe, expect, it } from 'vitest'
import type { GradebookSheet } from './sheet.ts'
import { rowsInOrder, sortedAnew } from './sheet-rows.ts'

const learner = (
  name: string,
  total: number | null,
  cells: GradebookSheet['learners'][number]['cells'],
  groups = [0],
) => ({
  id: name,
  name,
  groups,
  total,
  dropped: [],
  cells,
})
const assignment = { kind: 'quiz', weight: 1, release: 'shown', average: null, ofDeleted: 0 } as const
const sheet: GradebookSheet = {
  dropLowest: 0,
  averageTotal: null,
  assignments: [{ ...assignment, id: 'a', title: 'A', ofPoints: 10 }],
  groups: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  learners: [
    learner('Ada', 50, [[2, 5]]),
    learner('Ben', null, [0]),
    learner('Cleo', 90, [[2, 4, 5]], [1]),
    learner('Zoë', 50, [64]),
  ],
}
const all = { group: null, name: '' }
const names = (filter: Parameters<typeof rowsInOrder>[1], by: 'name' | 'total' | number, isDescending: boolean) =>
  rowsInOrder(sheet, filter, { by, isDescending }).map(({ name }) => name)

describe('rowsInOrder', () => {
  it('orders by name, by total and by an assignment, whoever has no number last', () => {
    expect(names(all, 'name', true)).toEqual(['Zoë', 'Cleo', 'Ben', 'Ada'])
    expect(names(all, 'total', true)).toEqual(['Cleo', 'Ada', 'Zoë', 'Ben'])
    expect(names(all, 'total', false)).toEqual(['Ada', 'Zoë', 'Cleo', 'Ben'])
    // By share, and what was not handed in by the close is zero.
    expect(names(all, 0, true)).toEqual(['Cleo', 'Ada', 'Zoë', 'Ben'])
    expect(names(all, 0, false)).toEqual(['Zoë', 'Ada', 'Cleo', 'Ben'])
  })

  it('shows a group, and names by a part of them, accents aside', () => {
    expect(names({ group: 1, name: '' }, 'name', false)).toEqual(['Cleo'])
    expect(names({ group: null, name: ' ZOE' }, 'name', false)).toEqual(['Zoë'])
    expect(names({ group: 1, name: 'zo' }, 'name', false)).toEqual([])
  })

  it('leaves the sheet as it is', () => {
    names(all, 'name', true)
    expect(sheet.learners[0]?.name).toBe('Ada')
  })
})

it('turns the order round when the same header is pressed again', () => {
  const byName = { by: 'name', isDescending: false } as const
  expect(sortedAnew(byName, 'name')).toEqual({ by: 'name', isDescending: true })
  expect(sortedAnew(byName, 'total')).toEqual({ by: 'total', isDescending: true })
  expect(sortedAnew({ by: 3, isDescending: true }, 3)).toEqual({ by: 3, isDescending: false })
})
