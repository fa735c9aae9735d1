import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeResponse, type Item, itemSchema, reveal, toPublic } from './item.ts'
import { quoteAttributionExamples } from './items/quote-attribution/examples.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'

const examples: Item[] = [...singleChoiceExamples, ...quoteAttributionExamples]

/** The response that chooses an option, in the form of the item's type. */
function choosing(item: Item, optionId: string): unknown {
  return item.type === 'single-choice' ? { optionId } : { speakerId: optionId }
}

describe.each(examples)('the example $id', (item) => {
  it('fits the schema of items', () => {
    expect(itemSchema.parse(item)).toEqual(item)
  })

  it('gives the key full score and every other option none', () => {
    for (const { id } of item.options) {
      expect(gradeResponse(item, choosing(item, id))).toEqual({ state: 'graded', score: id === item.key ? 1 : 0 })
    }
  })

  it('calls everything that is no response to it invalid, never wrong, and never throws', () => {
    const known = new Set(item.options.map(({ id }) => JSON.stringify(choosing(item, id))))
    fc.assert(
      fc.property(fc.anything(), (response) => {
        fc.pre(!known.has(JSON.stringify(response) ?? ''))
        expect(gradeResponse(item, response).state).toBe('invalid')
      }),
    )
    expect(gradeResponse(item, undefined).state).toBe('invalid')
    expect(gradeResponse(item, {}).state).toBe('invalid')
    expect(gradeResponse(item, choosing(item, 'not-an-option')).state).toBe('invalid')
  })

  it('shows a learner nothing of key, reasons, proofs or explanation', () => {
    const shown = toPublic(item)
    const text = JSON.stringify(shown)
    for (const field of ['"key"', '"because"', '"proof"', '"explanation"', '"locators"', '"factIds"', '"cites"']) {
      expect(text).not.toContain(field)
    }
    for (const { because } of item.options) if (because !== null) expect(text).not.toContain(because)
    expect(text).not.toContain(item.explanation)
  })

  it('looks the same to a learner whichever option is the key', () => {
    for (const { id } of item.options) expect(toPublic({ ...item, key: id } as Item)).toEqual(toPublic(item))
  })

  it('reveals the key and a reason for every other option', () => {
    const { keyOptionIds, reasons } = reveal(item)
    expect(keyOptionIds).toEqual([item.key])
    expect(reasons.map(({ optionId }) => optionId).sort()).toEqual(
      item.options
        .map(({ id }) => id)
        .filter((id) => id !== item.key)
        .sort(),
    )
  })
})
