import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  averageOf,
  type Cell,
  cellOf,
  countedPoints,
  countedShare,
  type Earned,
  earnedByProgress,
  type GradeDecision,
  isReleased,
  totalOf,
} from './gradebook.ts'

const notBegun: Earned = { state: 'not-begun', points: null, ofPoints: 10, isLate: false }
const finished: Earned = { state: 'finished', points: 8, ofPoints: 10, isLate: false }
const plain: GradeDecision = { points: null, isExcused: false, comment: '' }
const shown = (earned: Earned, decision: Partial<GradeDecision> = {}, isClosed = false): Cell =>
  cellOf(earned, { ...plain, ...decision }, isClosed)

describe('what counts', () => {
  it('is what was handed in', () => {
    expect(countedShare(shown(finished))).toBe(0.8)
    expect(countedShare(shown(finished, {}, true))).toBe(0.8)
  })

  it('is nothing of what was not handed in before the close, and zero from then on', () => {
    for (const state of ['not-begun', 'in-progress', 'abandoned'] as const) {
      expect(countedPoints(shown({ ...notBegun, state }))).toBeNull()
      expect(countedPoints(shown({ ...notBegun, state }, {}, true))).toBe(0)
    }
  })

  it('is what the teacher has set, whatever was earned', () => {
    expect(countedShare(shown(finished, { points: 3 }))).toBe(0.3)
    expect(countedShare(shown(notBegun, { points: 3 }))).toBe(0.3)
    expect(shown(finished, { points: 0 })).toMatchObject({ points: 0, isSet: true })
  })

  it('is never what is excused', () => {
    for (const earned of [finished, notBegun]) {
      expect(countedPoints(shown(earned, { isExcused: true, points: 3 }, true))).toBeNull()
    }
  })

  it('is nothing where nothing could be earned, and no more than all of it', () => {
    expect(countedShare(shown({ ...finished, points: null, ofPoints: 0 }))).toBeNull()
    expect(countedShare(shown({ ...finished, ofPoints: 8 }, { points: 9 }))).toBe(1)
  })

  it('is of lessons and cards what is done, once all is or the close has come', () => {
    expect(countedShare(shown(earnedByProgress({ done: 4, of: 4 })))).toBe(1)
    const half = earnedByProgress({ done: 2, of: 4 })
    expect(half).toMatchObject({ state: 'in-progress', points: 2 })
    expect(countedShare(shown(half))).toBeNull()
    expect(countedShare(shown(half, {}, true))).toBe(0.5)
    expect(earnedByProgress({ done: 0, of: 4 }).state).toBe('not-begun')
  })
})

describe('totalOf', () => {
  it('weighs what counts, and is nothing where nothing does', () => {
    const grades = [
      { id: 'a', weight: 3, share: 1 },
      { id: 'b', weight: 1, share: 0.5 },
      { id: 'practice', weight: 0, share: 0 },
      { id: 'open', weight: 5, share: null },
    ]
    expect(totalOf(grades, 0)).toEqual({ percent: 87.5, dropped: [] })
    expect(totalOf(grades.slice(2), 0)).toEqual({ percent: null, dropped: [] })
  })

  it('drops the lowest that count, says which, and keeps one', () => {
    const grades = [
      { id: 'a', weight: 1, share: 0.9 },
      { id: 'practice', weight: 0, share: 0 },
      { id: 'b', weight: 1, share: 0.2 },
      { id: 'c', weight: 1, share: null },
    ]
    expect(totalOf(grades, 1)).toEqual({ percent: 90, dropped: ['b'] })
    expect(totalOf(grades, 5)).toEqual({ percent: 90, dropped: ['b'] })
  })
})

const share = fc.option(fc.float({ min: 0, max: 1, noNaN: true }))
const grades = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), weight: fc.constantFrom(0, 0.5, 1, 2, 10), share }),
  { selector: ({ id }) => id, maxLength: 12 },
)

it('lowers no total by dropping one grade more', () => {
  fc.assert(
    fc.property(grades, fc.nat(13), (list, drops) => {
      const [fewer, more] = [totalOf(list, drops).percent, totalOf(list, drops + 1).percent]
      expect(more === null).toBe(fewer === null)
      expect(more ?? 0).toBeGreaterThanOrEqual((fewer ?? 0) - 1e-9)
    }),
  )
})

it('has the total without a grade that is excused', () => {
  fc.assert(
    fc.property(grades, fc.nat(3), fc.nat(11), (list, drops, at) => {
      const excused = list.map((grade, index) => (index === at ? { ...grade, share: null } : grade))
      expect(totalOf(excused, drops)).toEqual(totalOf(list.toSpliced(at, 1), drops))
    }),
  )
})

it('keeps to what a teacher has decided, whatever is regraded', () => {
  const earned = fc.record({
    state: fc.constantFrom('in-progress' as const, 'finished' as const, 'abandoned' as const),
    points: fc.option(fc.integer({ min: 0, max: 10 })),
    ofPoints: fc.constant(10),
    isLate: fc.boolean(),
  })
  const decision = fc.oneof(
    fc.record({ points: fc.integer({ min: 0, max: 10 }), isExcused: fc.boolean(), comment: fc.string() }),
    fc.record({ points: fc.constant(null), isExcused: fc.constant(true), comment: fc.string() }),
  )
  fc.assert(
    fc.property(earned, earned, decision, fc.boolean(), (before, after, decided, isClosed) => {
      const share = (of: Earned) => countedShare(cellOf(of, decided, isClosed))
      expect(share(after)).toBe(share(before))
    }),
  )
})

it('averages what counts', () => {
  expect(averageOf([1, null, 0.5])).toEqual({ percent: 75, of: 2 })
  expect(averageOf([null])).toBeNull()
})

it('shows held grades from the moment of their release', () => {
  const at = new Date('2026-03-02T12:00:00Z')
  const before = new Date(at.getTime() - 1)
  expect(isReleased({ holdsGrades: false, gradesReleasedAt: null }, at)).toBe(true)
  expect(isReleased({ holdsGrades: true, gradesReleasedAt: null }, at)).toBe(false)
  expect(isReleased({ holdsGrades: true, gradesReleasedAt: at }, before)).toBe(false)
  expect(isReleased({ holdsGrades: true, gradesReleasedAt: at }, at)).toBe(true)
})
