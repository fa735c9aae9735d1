import { expect, it } from 'vitest'
import { singleChoiceExamples } from './examples.ts'
import { gradeSingleChoice, revealSingleChoice } from './grade.ts'

const [item] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]

it('gives the key all points and every other option none, with its reason', () => {
  for (const { id } of item.options) {
    expect(gradeSingleChoice(item, { optionId: id })).toMatchObject({ score: id === item.key ? 1 : 0 })
  }
  expect(revealSingleChoice(item).reasons.map(({ optionId }) => optionId)).toEqual(['o1', 'o3'])
})

it('calls an option that it does not have invalid', () => {
  expect(gradeSingleChoice(item, { optionId: 'o9' }).state).toBe('invalid')
})
