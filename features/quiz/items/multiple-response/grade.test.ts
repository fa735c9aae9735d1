import { expect, it } from 'vitest'
import { multipleResponseExamples } from './examples.ts'
import { gradeMultipleResponse } from './grade.ts'

const [item] = multipleResponseExamples as [(typeof multipleResponseExamples)[number]]
const grade = (...optionIds: string[]) => gradeMultipleResponse(item, { optionIds })

it.each([
  [['ada', 'ben', 'cleo'], 1],
  [['ada', 'ben'], 2 / 3],
  [['ada', 'ben', 'cleo', 'dan'], 2 / 3],
  [['ada', 'dan'], 0],
  [['dan', 'eve'], 0],
  [['ada', 'ben', 'cleo', 'dan', 'eve'], 1 / 3],
])('takes for each wrong option what a right one gives, never below none: %o', (chosen, score) => {
  expect(grade(...chosen)).toMatchObject({ state: 'graded', score })
})

it('counts an option once, however often it is named', () => {
  expect(grade('ada', 'ada', 'ada')).toMatchObject({ score: 1 / 3 })
})

it('calls choosing nothing, or what is not there, invalid', () => {
  expect(grade().state).toBe('invalid')
  expect(grade('ada', 'fay').state).toBe('invalid')
})
