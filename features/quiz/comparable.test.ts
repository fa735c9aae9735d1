import { describe, expect, it } from 'vitest'
import { comparableResponse } from './comparable.ts'
import { examples } from './examples.ts'
import { gradeResponse, toPublic } from './item.ts'
import { clozeExamples } from './items/cloze/examples.ts'
import { multipleResponseExamples } from './items/multiple-response/examples.ts'
import { shortAnswerExamples } from './items/short-answer/examples.ts'
import { keyResponse, wrongResponse } from './responses.ts'

describe('responses that are one and the same try', () => {
  it('compare alike however their parts are ordered, and not with another', () => {
    for (const item of examples) {
      const [right, wrong] = [keyResponse(item), wrongResponse(item)]
      const reordered = JSON.parse(JSON.stringify(right), (_, value) =>
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).reverse())
          : value,
      )
      const compared = (response: unknown) => comparableResponse(toPublic(item), response)
      expect(compared(reordered)).toBe(compared(right))
      expect(compared(wrong)).not.toBe(compared(right))
      expect(gradeResponse(item, reordered)).toEqual(gradeResponse(item, right))
    }
  })

  it('may choose in another order, and type with other capitals and signs', () => {
    const [several] = multipleResponseExamples
    const [typed] = shortAnswerExamples
    if (several === undefined || typed === undefined) throw new Error('there are no examples')
    const ids = several.options.map(({ id }) => id)
    expect(comparableResponse(toPublic(several), { optionIds: [...ids].reverse() })).toBe(
      comparableResponse(toPublic(several), { optionIds: ids }),
    )
    expect(comparableResponse(toPublic(typed), { text: ' the côte d’ivoire. ' })).toBe(
      comparableResponse(toPublic(typed), { text: 'Cote d’Ivoire' }),
    )
  })

  it('compares what is chosen in a gap by its id, whatever its letters', () => {
    const item = clozeExamples.find(({ gaps }) => gaps.some(({ kind }) => kind === 'chosen'))
    const gap = item?.gaps.find(({ kind }) => kind === 'chosen')
    if (item === undefined || gap === undefined) throw new Error('there is no example')
    const compared = (given: string) => comparableResponse(toPublic(item), { gaps: { [gap.id]: given } })
    expect(compared('A')).not.toBe(compared('a'))
  })
})
