import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptToGrade, type GradedBy, gradeOf, marksOf } from './grade.ts'
import type { ItemDecision } from './item-decision.ts'

const due = new Date('2026-03-02T12:00:00Z')
const hoursAfter = (hours: number) => new Date(due.getTime() + hours * 3_600_000)
const by = (given: Partial<GradedBy['settings']> = {}, decisions: Record<string, ItemDecision> = {}): GradedBy => ({
  settings: { gradeMethod: 'highest', latePercentPerDay: 0, latePercentAtMost: 100, ...given },
  terms: { dueAt: due },
  decisions: new Map(Object.entries(decisions)),
})

/** An attempt at items a, b, c … with these scores; null for one left open. */
function attempt(id: string, scores: (number | null)[], given: Partial<AttemptToGrade> = {}): AttemptToGrade {
  return {
    id,
    startedAt: hoursAfter(-10),
    status: 'finished',
    finishedAt: hoursAfter(-9),
    asked: scores.map((score, index) => ({
      itemId: String.fromCharCode(97 + index),
      answer: score === null ? null : { response: 'anything', score, tries: null },
    })),
    ...given,
  }
}

const first = attempt('1', [1, 0.5, null, 0])
const second = attempt('2', [1, 1, 1, 0], { startedAt: hoursAfter(-5), finishedAt: hoursAfter(-4) })
const third = attempt('3', [0, 0, 1, 0], { startedAt: hoursAfter(1), finishedAt: hoursAfter(2) })

describe('gradeOf', () => {
  it('is nothing where no attempt was begun', () => {
    expect(gradeOf([], by())).toBeNull()
  })

  it('is in progress until something is handed in, and earns nothing before', () => {
    const open = attempt('1', [1, null], { status: 'in-progress', finishedAt: null })
    expect(gradeOf([open], by())).toEqual({
      state: 'in-progress',
      points: null,
      ofPoints: 2,
      isLate: false,
      attempts: 1,
      attemptId: null,
      handedInAt: null,
    })
    expect(gradeOf([first, { ...open, id: '2' }], by())).toMatchObject({ state: 'finished', points: 1.5, attempts: 2 })
  })

  it('does not count what was abandoned', () => {
    const abandoned = attempt('2', [1, 1, 1, 1], { status: 'abandoned' })
    expect(gradeOf([abandoned], by())).toMatchObject({ state: 'abandoned', points: null })
    expect(gradeOf([first, abandoned], by())).toMatchObject({ state: 'finished', points: 1.5, attempts: 2 })
  })

  it('counts the highest, the first or the last of several attempts, and says which', () => {
    const attempts = [second, third, first]
    expect(gradeOf(attempts, by({ gradeMethod: 'highest' }))).toMatchObject({ points: 3, attemptId: '2' })
    expect(gradeOf(attempts, by({ gradeMethod: 'first' }))).toMatchObject({ points: 1.5, attemptId: '1' })
    expect(gradeOf(attempts, by({ gradeMethod: 'last' }))).toMatchObject({
      points: 1,
      attemptId: '3',
      isLate: true,
      handedInAt: third.finishedAt,
    })
  })

  it('counts the average of all attempts, which is no single one of them', () => {
    const grade = gradeOf([first, second, third], by({ gradeMethod: 'average' }))
    expect(grade).toMatchObject({ ofPoints: 4, attemptId: null, isLate: true, handedInAt: third.finishedAt })
    expect(grade?.points).toBeCloseTo(5.5 / 3)
  })

  it('takes the late penalty off the points possible, and never more than was earned', () => {
    const penalty = { latePercentPerDay: 10, latePercentAtMost: 100 }
    expect(gradeOf([third], by(penalty))).toMatchObject({ points: 0.6, isLate: true })
    const weeksLater = { ...third, finishedAt: hoursAfter(500) }
    expect(gradeOf([weeksLater], by(penalty))).toMatchObject({ points: 0, isLate: true })
    expect(marksOf(weeksLater, by(penalty)).takenOff).toBe(1)
  })

  it('prefers an attempt in time to a later one that the penalty puts below it', () => {
    const late = attempt('2', [1, 1, null, 0], { startedAt: hoursAfter(1), finishedAt: hoursAfter(2) })
    expect(gradeOf([first, late], by({ latePercentPerDay: 20 }))).toMatchObject({ attemptId: '1', isLate: false })
  })

  it('has nothing to count where every question is left out', () => {
    const none = { a: { kind: 'left-out' }, b: { kind: 'left-out' }, c: { kind: 'left-out' }, d: { kind: 'left-out' } }
    const grade = gradeOf([first], by({}, none as Record<string, ItemDecision>))
    expect(grade).toMatchObject({ state: 'finished', points: null, ofPoints: 0 })
  })
})

const scores = fc.array(fc.option(fc.constantFrom(0, 0.25, 0.5, 1)), { minLength: 4, maxLength: 4 })
const attempts = fc
  .array(
    fc.record({
      scores,
      status: fc.constantFrom('in-progress' as const, 'finished' as const, 'abandoned' as const),
      begunAt: fc.integer({ min: -50, max: 50 }),
      took: fc.integer({ min: 0, max: 50 }),
    }),
    { maxLength: 5 },
  )
  .map((list) =>
    list.map(({ scores, status, begunAt, took }, index) =>
      attempt(String(index), scores, {
        status,
        startedAt: hoursAfter(begunAt),
        finishedAt: status === 'in-progress' ? null : hoursAfter(begunAt + took),
      }),
    ),
  )
const settings = fc.record({
  gradeMethod: fc.constantFrom('highest' as const, 'average' as const, 'first' as const, 'last' as const),
  latePercentPerDay: fc.nat(100),
  latePercentAtMost: fc.nat(100),
})
const itemIds = fc.subarray(['a', 'b', 'c', 'd'])

it('does not depend on the order in which attempts are given', () => {
  const shuffled = attempts.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, settings, ([list, mixed], given) => {
      expect(gradeOf(mixed, by(given))).toEqual(gradeOf(list, by(given)))
    }),
  )
})

it('lowers nobody’s grade by giving full marks', () => {
  fc.assert(
    fc.property(attempts, settings, itemIds, (list, given, ids) => {
      const voided = Object.fromEntries(ids.map((id) => [id, { kind: 'full-marks' } as const]))
      const before = gradeOf(list, by(given))
      const after = gradeOf(list, by(given, voided))
      expect(after?.state).toBe(before?.state)
      expect(after?.ofPoints).toBe(before?.ofPoints)
      expect(after?.points ?? 0).toBeGreaterThanOrEqual((before?.points ?? 0) - 1e-9)
    }),
  )
})

it('earns from nothing up to the points possible', () => {
  const decisions = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.constantFrom<ItemDecision>({ kind: 'full-marks' }, { kind: 'left-out' }, { kind: 'regraded', item: undefined }),
  )
  fc.assert(
    fc.property(attempts, settings, decisions, (list, given, decided) => {
      const grade = gradeOf(list, by(given, decided))
      if (grade === null) return
      expect(grade.points ?? 0).toBeGreaterThanOrEqual(0)
      expect(grade.points ?? 0).toBeLessThanOrEqual(grade.ofPoints + 1e-9)
    }),
  )
})
