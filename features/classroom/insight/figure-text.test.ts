import { expect, it } from 'vitest'
import { undefinedBecause } from '../figure.ts'
import { figureNote, figureText, numberText } from './figure-text.ts'

it('writes numbers with a true minus, and none before a zero', () => {
  expect([numberText(61.6), numberText(-8.2), numberText(-0.2), numberText(1.239, 2)]).toEqual([
    '62',
    '−8',
    '0',
    '1.24',
  ])
})

it('says of a figure its number and its interval, or why there is none', () => {
  const value = { kind: 'value', value: 62, interval: { from: 48.4, to: 74 }, n: 40 } as const
  expect([figureText(value), figureNote(value)]).toEqual(['62', '48 to 74'])
  expect(figureNote({ ...value, interval: null })).toBe('')
  const few = { kind: 'too-few', n: 7, needed: 20 } as const
  expect([figureText(few), figureNote(few)]).toEqual(['too few', '7 of 20'])
  const none = undefinedBecause('all earned the same here')
  expect([figureText(none), figureNote(none)]).toEqual(['–', 'all earned the same here'])
})
