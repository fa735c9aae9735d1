import { expect, it } from 'vitest'
import { linkWith, tokenIn } from './link.ts'
import { newToken } from './one-time-token.ts'

it('carries a token where no server sees it', () => {
  const token = newToken()
  const link = new URL(linkWith('https://school.example', '/reset', 'reset', token))
  expect(`${link.pathname}${link.search}`).toBe('/reset')
  expect(tokenIn(link.hash, 'reset')).toBe(token)
  expect(tokenIn(link.hash, 'sign-in')).toBeNull()
  expect(tokenIn('', 'reset')).toBeNull()
})
