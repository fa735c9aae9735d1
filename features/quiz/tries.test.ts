import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { penalties, usualPenalty } from './penalties.ts'
import { keptTriesSchema, markOfTries, marksOfTries } from './tries.ts'

const scores = fc.array(fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), {
  maxLength: 12,
})
const penalty = fc.oneof(fc.constantFrom(...penalties), fc.double({ min: 0, max: 1, noNaN: true }))
const place = fc.nat({ max: 12 })

describe('what tries come to', () => {
  it('is the score less the penalty for each earlier try that was not fully right', () => {
    expect(marksOfTries([0, 0, 1], usualPenalty)).toEqual([0, 0, 1 - usualPenalty * 2])
    expect(marksOfTries([0, 0.5, 1], 0.1)).toEqual([0, 0.4, 0.8])
    expect(markOfTries([1], usualPenalty)).toBe(1)
    expect(markOfTries([0, 1], usualPenalty)).toBe(1 - usualPenalty)
    expect(markOfTries([0, 0, 0, 1], usualPenalty)).toBe(0)
    expect(markOfTries([0, 1], 1)).toBe(0)
    expect(markOfTries([0, 0, 0, 1], 0)).toBe(1)
  })

  it('is what the best try earned, so that a worse one later takes nothing away', () => {
    expect(markOfTries([0.75, 0.5], 0.25)).toBe(0.75)
    expect(markOfTries([0.5, 0.75], 0.5)).toBe(0.5)
  })

  it('is nothing where nothing was tried', () => {
    expect(markOfTries([], usualPenalty)).toBe(0)
  })

  it('never lies under 0 or over 1, nor over the best score', () => {
    fc.assert(
      fc.property(scores, penalty, (tries, off) => {
        const mark = markOfTries(tries, off)
        expect(mark).toBeGreaterThanOrEqual(0)
        expect(mark).toBeLessThanOrEqual(Math.max(0, ...tries))
      }),
    )
  })

  it('is never raised by a wrong try more, wherever it comes', () => {
    fc.assert(
      fc.property(scores, penalty, place, (tries, off, at) => {
        expect(markOfTries(tries.toSpliced(at, 0, 0), off)).toBeLessThanOrEqual(markOfTries(tries, off))
      }),
    )
  })

  it('is never lowered by going on trying', () => {
    fc.assert(
      fc.property(scores, penalty, fc.double({ min: 0, max: 1, noNaN: true }), (tries, off, further) => {
        expect(markOfTries([...tries, further], off)).toBeGreaterThanOrEqual(markOfTries(tries, off))
      }),
    )
  })

  it('is raised by nothing that follows a try that was right', () => {
    fc.assert(
      fc.property(scores, scores, penalty, (before, after, off) => {
        const right = [...before, 1]
        // After a right try the next ones are worth no more than it was.
        expect(markOfTries([...right, ...after], off)).toBe(markOfTries(right, off))
      }),
    )
  })

  it('falls, or stays, with a higher penalty', () => {
    fc.assert(
      fc.property(scores, penalty, penalty, (tries, one, other) => {
        expect(markOfTries(tries, Math.max(one, other))).toBeLessThanOrEqual(markOfTries(tries, Math.min(one, other)))
      }),
    )
  })
})

it('keeps a penalty of a third exactly, as JSON', () => {
  const kept = { penalty: usualPenalty, tries: [{ response: 'x', score: 0, triedAt: '2026-03-02T12:00:00.000Z' }] }
  expect(keptTriesSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(JSON.parse(JSON.stringify(penalties))).toEqual(penalties)
})
