import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numericExamples } from './examples.ts'
import { gradeNumeric, revealNumeric } from './grade.ts'
import { numberText, typedNumber } from './wording.ts'

const [exact, atLeast] = numericExamples as [(typeof numericExamples)[number], (typeof numericExamples)[number]]

it('takes the number itself and, where there is a tolerance, what is within it', () => {
  expect(gradeNumeric(exact, { value: 1500 })).toMatchObject({ score: 1 })
  expect(gradeNumeric(exact, { value: 1499 })).toMatchObject({ score: 0 })
  const rough = { ...exact, tolerance: 10 }
  expect(gradeNumeric(rough, { value: 1490 })).toMatchObject({ score: 1 })
  expect(gradeNumeric(rough, { value: 1511 })).toMatchObject({ score: 0 })
})

it('knows another number of the source, and has its reason', () => {
  const { slots } = gradeNumeric(exact, { value: 150 }) as Extract<ReturnType<typeof gradeNumeric>, { slots: unknown }>
  expect(slots[0]?.misreadingId).toBe('150')
  expect(revealNumeric(exact).reasons.map(({ optionId }) => optionId)).toEqual(['150'])
})

it('tells a lower bound as one', () => {
  expect(revealNumeric(exact).slots[0]?.keyText).toBe('1,500')
  expect(revealNumeric(atLeast).slots[0]?.keyText).toBe('over 20')
})

it.each([
  ['68', 68],
  [' 68 ', 68],
  ['1,500', 1500],
  ['1 500', 1500],
  ['1’500', 1500],
  ['1,234,567', 1_234_567],
  ['0.5', 0.5],
  ['-3', -3],
  ['−3', -3],
  ['007', 7],
])('reads %o as a number', (text, value) => {
  expect(typedNumber(text)).toBe(value)
})

it.each(['', ' ', 'sixty-eight', '68 states', '1,5', '1,50,000', '1.2.3', '12e3', '0x10', 'over 20', '--3', 'NaN'])(
  'reads %o as no number',
  (text) => {
    expect(typedNumber(text)).toBeNaN()
  },
)

it('reads every number as it is written out', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(typedNumber(numberText(value))).toBe(value)
    }),
  )
})
