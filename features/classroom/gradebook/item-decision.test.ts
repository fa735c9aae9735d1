import { describe, expect, it } from 'vitest'
import { trueFalseExamples } from '@/features/quiz/items/true-false/examples.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { pointsFor } from './item-decision.ts'

const [item] = trueFalseExamples
if (item === undefined) throw new Error('there are no examples')
const right = { response: keyResponse(item), score: 1, tries: null }
const wrong = { response: wrongResponse(item), score: 0, tries: null }

describe('pointsFor', () => {
  it('gives what the answer earned where nothing was decided, and nothing for an item that was left open', () => {
    expect(pointsFor({ answer: { response: 'x', score: 0.25, tries: null } })).toEqual({ points: 0.25, of: 1 })
    expect(pointsFor({ answer: null })).toEqual({ points: 0, of: 1 })
  })

  it('gives full marks to all who were asked, whether they answered or not', () => {
    for (const answer of [right, wrong, null]) {
      expect(pointsFor({ answer }, { kind: 'full-marks' })).toEqual({ points: 1, of: 1 })
    }
  })

  it('counts nothing of an item that is left out, neither earned nor possible', () => {
    for (const answer of [right, wrong, null]) {
      expect(pointsFor({ answer }, { kind: 'left-out' })).toEqual({ points: 0, of: 0 })
    }
  })

  it('grades an answer anew by the item as it is now, and not one that was not given', () => {
    const regraded = { kind: 'regraded', item } as const
    expect(pointsFor({ answer: { ...right, score: 0 } }, regraded)).toEqual({ points: 1, of: 1 })
    expect(pointsFor({ answer: { ...wrong, score: 1 } }, regraded)).toEqual({ points: 0, of: 1 })
    expect(pointsFor({ answer: null }, regraded)).toEqual({ points: 0, of: 1 })
  })

  it('grades every try anew where there were several, so that one which is right now costs those after it nothing', () => {
    const triedAt = '2026-03-02T12:00:00.000Z'
    const tries = [wrong, right].map(({ response, score }) => ({ response: response as never, score, triedAt }))
    const answer = { ...right, score: 0.5, tries: { penalty: 0.5, tries } }
    const regraded = (by: typeof item) => pointsFor({ answer }, { kind: 'regraded', item: by }).points
    expect(regraded(item)).toBe(0.5)
    const other = item.verdicts.find((verdict) => verdict !== item.key) ?? item.key
    // What was the first try is the key now, and what was the key is a later try at less.
    expect(regraded({ ...item, key: other })).toBe(1)
    expect(pointsFor({ answer }, { kind: 'regraded', item: undefined }).points).toBe(0.5)
  })

  it('leaves what was earned where the item is gone, or no longer offers what was chosen', () => {
    const kept = { points: 0.5, of: 1 }
    expect(pointsFor({ answer: { ...right, score: 0.5 } }, { kind: 'regraded', item: undefined })).toEqual(kept)
    expect(pointsFor({ answer: { response: ['gone'], score: 0.5, tries: null } }, { kind: 'regraded', item })).toEqual(
      kept,
    )
  })
})
