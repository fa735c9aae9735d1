import { expect, it } from 'vitest'
import { likePattern } from './like-pattern.ts'

it('takes every sign of a text for itself', () => {
  expect(likePattern('ada')).toBe('%ada%')
  expect(likePattern(String.raw`100%_\ `)).toBe(String.raw`%100\%\_\\ %`)
})
