import { expect, it } from 'vitest'
import { type Limit, limitKey, limits } from './limits.ts'

const secret = 'a secret that is long enough to be one'

it('counts under a key that is the same every time, differs by limit and person, and does not name the person', () => {
  const key = limitKey(limits.password, 'ada@school.example', secret)
  expect(limitKey(limits.password, 'ada@school.example', secret)).toBe(key)
  expect(limitKey(limits.mail, 'ada@school.example', secret)).not.toBe(key)
  expect(limitKey(limits.password, 'ben@school.example', secret)).not.toBe(key)
  expect(limitKey(limits.password, 'ada@school.example', `${secret}!`)).not.toBe(key)
  expect(key).not.toMatch(/ada|school/)
})

it('lets a fast learner and a queue of hundreds pass, and stops whoever tries passwords', () => {
  const perSecond = ({ times, seconds }: Limit) => times / seconds
  for (const writing of [limits.answers, limits.reviews]) {
    expect(perSecond(writing)).toBeGreaterThan(10)
    expect(writing.times).toBeGreaterThanOrEqual(1000)
  }
  expect(perSecond(limits.password)).toBeLessThan(1 / 60)
})

it('names each limit once, since they share a table', () => {
  const names = Object.values(limits).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
