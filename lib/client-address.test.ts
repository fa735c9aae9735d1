import { expect, it } from 'vitest'
import { clientAddress } from './client-address.ts'

const from = (value?: string) => new Headers(value === undefined ? {} : { 'x-forwarded-for': value })

it('believes a proxy only where it is trusted, and only what the proxy itself has added', () => {
  expect(clientAddress(from('203.0.113.7'), false)).toBeNull()
  expect(clientAddress(from('203.0.113.7'), true)).toBe('203.0.113.7')
  expect(clientAddress(from('10.0.0.1, made-up , 2001:db8::7'), true)).toBe('2001:db8::7')
  expect(clientAddress(from(), true)).toBeNull()
  expect(clientAddress(from(''), true)).toBeNull()
})
