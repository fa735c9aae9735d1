import { expect, it } from 'vitest'
import { nextTryText, penaltyRule, penaltyText, tryMarkText } from './adaptive-wording.ts'
import { penalties, usualPenalty } from './penalties.ts'

it('writes every penalty as Moodle does', () => {
  expect(penalties.map(penaltyText)).toEqual(['0 %', '10 %', '20 %', '25 %', '33.33 %', '50 %', '100 %'])
})

it('says what the next try can earn, and what it costs if it is not right', () => {
  expect(nextTryText(usualPenalty, 0)).toBe(
    'Fully right now earns 1 point. If it is not fully right, a later try earns at most 0.67.',
  )
  expect(nextTryText(usualPenalty, 1)).toContain(
    'earns 0.67 of 1 point. If it is not fully right, a later try earns at most 0.33.',
  )
  expect(nextTryText(usualPenalty, 2)).toContain(
    'earns 0.33 of 1 point. If it is not fully right, a later try earns nothing.',
  )
  expect(nextTryText(usualPenalty, 3)).toBe('A further try earns nothing more, and costs nothing: try on to find out.')
  expect(nextTryText(1, 0)).toContain('a later try earns nothing.')
  expect(nextTryText(0, 7)).toBe('A try that is not right costs nothing.')
})

it('says before the first try how tries are marked', () => {
  expect(penaltyRule(0.25)).toContain('takes 25 % of the points off what a later one earns; the best try counts.')
  expect(penaltyRule(0)).toContain('costs nothing')
})

it('says what a try earned, and what of that the penalty left', () => {
  expect(tryMarkText(1, 1, 0)).toBe('1 of 1 point')
  expect(tryMarkText(1, 2 / 3, 1)).toBe('1 of 1 point by itself, 0.67 with the penalty for 1 earlier try')
  expect(tryMarkText(1, 1 / 3, 2)).toContain('0.33 with the penalty for 2 earlier tries')
})
