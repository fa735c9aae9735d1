import { expect, it } from 'vitest'
import { undefinedBecause } from '../figure.ts'
import { reliabilityText } from './reliability.ts'

const figure = (value: number) => ({ kind: 'value', value, interval: null, n: 40 }) as const
const textOf = (value: number) =>
  reliabilityText({ coefficientOfInternalConsistency: figure(value), standardError: figure(8.4) })

it('says what the marks may be used for, and by how much they would move', () => {
  expect(textOf(91)).toBe(
    'Reliable enough to decide by for each learner. Another such test would move a learner’s mark by 8 % or less in two cases of three.',
  )
  expect(textOf(70)).toMatch(/^Reliable enough to compare/)
  expect(textOf(50)).toMatch(/^A rough picture/)
  expect(textOf(-20)).toMatch(/^Too unreliable/)
})

it('says so where there are too few attempts, or all are alike', () => {
  const few = { kind: 'too-few', n: 1, needed: 30 } as const
  expect(reliabilityText({ coefficientOfInternalConsistency: few, standardError: few })).toBe(
    '1 whole attempt is too few to say how reliable the marks are: it takes 30.',
  )
  const none = undefinedBecause('all earned the same in total')
  expect(reliabilityText({ coefficientOfInternalConsistency: none, standardError: none })).toBe(
    'How reliable the marks are cannot be said: all earned the same in total.',
  )
})
