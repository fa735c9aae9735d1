import { expect, it } from 'vitest'
import { quoteAttributionExamples } from './examples.ts'
import { gradeQuoteAttribution, revealQuoteAttribution } from './grade.ts'

const [item] = quoteAttributionExamples as [(typeof quoteAttributionExamples)[number]]

it('gives the speaker all points and everybody else none, with the reason', () => {
  for (const { id } of item.options) {
    expect(gradeQuoteAttribution(item, { speakerId: id })).toMatchObject({ score: id === item.key ? 1 : 0 })
  }
  expect(revealQuoteAttribution(item).reasons.map(({ optionId }) => optionId)).toEqual(['ben', 'cleo'])
})

it('calls a speaker whom it does not offer invalid', () => {
  expect(gradeQuoteAttribution(item, { speakerId: 'dan' }).state).toBe('invalid')
})
