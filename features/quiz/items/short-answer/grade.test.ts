import { expect, it } from 'vitest'
import { shortAnswerExamples } from './examples.ts'
import { gradeShortAnswer, revealShortAnswer } from './grade.ts'

const [named, short] = shortAnswerExamples as [
  (typeof shortAnswerExamples)[number],
  (typeof shortAnswerExamples)[number],
]

it('takes every accepted answer, and one that is close with all points', () => {
  expect(gradeShortAnswer(named, { text: 'cote du phare' })).toMatchObject({ score: 1, slots: [{ isClose: false }] })
  expect(gradeShortAnswer(named, { text: 'the Lighthouse Coast' })).toMatchObject({ score: 1 })
  expect(gradeShortAnswer(named, { text: 'Cote du Fare' })).toMatchObject({ score: 1, slots: [{ isClose: true }] })
})

it('takes no slip in a short form', () => {
  expect(gradeShortAnswer(short, { text: 'lhc' })).toMatchObject({ score: 1 })
  expect(gradeShortAnswer(short, { text: 'LHCC' })).toMatchObject({ score: 0 })
})

it('knows a likely mistake however it is written, and has its reason', () => {
  const grade = gradeShortAnswer(named, { text: 'COTE DU PORT' })
  const [reason] = revealShortAnswer(named).reasons
  expect(grade).toMatchObject({ score: 0, slots: [{ misreadingId: reason?.optionId }] })
})

it('calls an answer without a letter or digit invalid', () => {
  for (const text of ['', '  ', '…', '?!']) expect(gradeShortAnswer(named, { text }).state).toBe('invalid')
})
