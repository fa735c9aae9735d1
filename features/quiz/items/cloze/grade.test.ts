import { expect, it } from 'vitest'
import { clozeExamples } from './examples.ts'
import { gradeCloze, revealCloze } from './grade.ts'

const [item] = clozeExamples as [(typeof clozeExamples)[number]]
const grade = (who: string, act: string) => gradeCloze(item, { gaps: { who, act } })

it('gives each gap an equal share, chosen or typed', () => {
  expect(grade('keepers', 'lantern')).toMatchObject({ score: 1 })
  expect(grade('keepers', 'Pier')).toMatchObject({ score: 0.5 })
  expect(grade('pilots', 'Lantern')).toMatchObject({ score: 0.5 })
  expect(grade('pilots', 'Pier')).toMatchObject({ score: 0 })
})

it('overlooks a slip where an answer is typed, and knows a likely mistake', () => {
  expect(grade('keepers', 'Lanturn')).toMatchObject({ score: 1, slots: [{}, { isClose: true }] })
  expect(grade('keepers', 'harbour')).toMatchObject({ score: 0.5, slots: [{}, { misreadingId: 'harbour' }] })
})

it('has a reason for each wrong option and each likely mistake', () => {
  expect(revealCloze(item).reasons.map(({ slotId, optionId }) => `${slotId} ${optionId}`)).toEqual([
    'who pilots',
    'who captains',
    'act harbour',
  ])
})

it('calls a gap left open, or filled with what is not offered, invalid', () => {
  expect(gradeCloze(item, { gaps: { who: 'keepers' } }).state).toBe('invalid')
  expect(grade('keepers', ' … ').state).toBe('invalid')
  expect(grade('', 'Lantern').state).toBe('invalid')
  expect(grade('captain', 'Lantern').state).toBe('invalid')
})
