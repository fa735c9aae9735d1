import { expect, it } from 'vitest'
import { trueFalseExamples } from './examples.ts'
import { gradeTrueFalse, revealTrueFalse } from './grade.ts'
import { questionOf, verdictText } from './wording.ts'

const [judged, unsaid] = trueFalseExamples as [(typeof trueFalseExamples)[number], (typeof trueFalseExamples)[number]]

it('gives the key all points and every other verdict none, with its reason', () => {
  for (const verdict of judged.verdicts) {
    expect(gradeTrueFalse(judged, { verdict })).toMatchObject({ score: verdict === judged.key ? 1 : 0 })
  }
  expect(revealTrueFalse(judged).reasons.map(({ optionId }) => optionId)).toEqual(['true', 'unsaid'])
})

it('calls a verdict that is not offered invalid', () => {
  expect(gradeTrueFalse(unsaid, { verdict: 'unsaid' }).state).toBe('invalid')
})

it('asks whether the source bears it out where “not said” is not offered, so that not said is not called false', () => {
  expect(questionOf(judged)).toBe('True or false by the report, or does it not say?')
  expect(judged.verdicts.map((verdict) => verdictText(verdict, judged))).toEqual([
    'True.',
    'False.',
    'The report does not say.',
  ])
  expect(questionOf(unsaid)).toBe('Does the report bear this out?')
  expect(unsaid.verdicts.map((verdict) => verdictText(verdict, unsaid))).toEqual(['Yes, it does.', 'No, it does not.'])
})
