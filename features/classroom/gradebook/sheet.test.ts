import { expect, it } from 'vitest'
import { usualSettings } from '../assignments/settings.ts'
import { commonTerms } from '../assignments/terms.ts'
import type { Gradebook, GradebookColumn } from './data.ts'
import { cellOf, type Earned } from './gradebook.ts'
import { releaseOf, sheetOf } from './sheet.ts'

const at = new Date('2026-03-02T12:00:00Z')
const handedIn = (points: number): Earned => ({ state: 'finished', points, ofPoints: 10, isLate: false })
const notBegun: Earned = { state: 'not-begun', points: null, ofPoints: 10, isLate: false }

function column(id: string, earned: Record<string, Earned>, ofDeleted: Earned[] = []): GradebookColumn {
  return {
    assignment: {
      id,
      title: `Quiz ${id}`,
      work: { kind: 'quiz', questions: { kind: 'picked', itemIds: [] } },
      settings: usualSettings,
      opensAt: null,
      dueAt: null,
      closesAt: null,
      weight: 1,
      holdsGrades: false,
      gradesReleasedAt: null,
    },
    ofPoints: 10,
    termsOf: () => commonTerms({ opensAt: null, dueAt: null, closesAt: null }, usualSettings),
    cellOf: (accountId) => cellOf(earned[accountId] ?? notBegun, null, false),
    ofDeleted,
  }
}

const book: Gradebook = {
  dropLowest: 1,
  groups: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  learners: [
    { accountId: 'ada', name: 'Ada', groupIds: ['south'] },
    { accountId: 'ben', name: 'Ben', groupIds: [] },
  ],
  columns: [
    column('one', { ada: handedIn(5) }, [handedIn(1), { ...notBegun, state: 'abandoned' }]),
    column('two', { ada: handedIn(9), ben: handedIn(6) }),
  ],
}

it('has for each learner the total without the lowest, and which that was', () => {
  const { learners, averageTotal } = sheetOf(book, at)
  expect(learners).toEqual([
    {
      id: 'ada',
      name: 'Ada',
      groups: [1],
      total: 90,
      dropped: [0],
      cells: [
        [2, 5],
        [2, 9],
      ],
    },
    { id: 'ben', name: 'Ben', groups: [], total: 60, dropped: [], cells: [0, [2, 6]] },
  ])
  expect(averageTotal).toBe(75)
})

it('averages what counts, deleted accounts among it, and says how many they are', () => {
  expect(sheetOf(book, at).assignments).toMatchObject([
    { average: { percent: 30, of: 2 }, ofDeleted: 1 },
    { average: { percent: 75, of: 2 }, ofDeleted: 0 },
  ])
})

it('tells grades that are held until somebody releases them from those that come by themselves', () => {
  expect(releaseOf({ holdsGrades: false, gradesReleasedAt: null }, at)).toBe('shown')
  expect(releaseOf({ holdsGrades: true, gradesReleasedAt: null }, at)).toBe('held')
  expect(releaseOf({ holdsGrades: true, gradesReleasedAt: new Date(at.getTime() + 1) }, at)).toBe('scheduled')
  expect(releaseOf({ holdsGrades: true, gradesReleasedAt: at }, at)).toBe('shown')
})
