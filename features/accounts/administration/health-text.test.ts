import { expect, it } from 'vitest'
import { bytesText, isTight, stretchText } from './health-text.ts'

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [4_240_000, '4.2 MB'],
  [12_345_678_901, '12.3 GB'],
  [5e15, '5,000 TB'],
])('%d bytes are told in a unit that fits', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})

it.each([
  [0.4, '0 seconds'],
  [59, '59 seconds'],
  [61, '1 minute, 1 second'],
  [3 * 86400 + 4 * 3600 + 59, '3 days, 4 hours'],
  [86400 + 5, '1 day, 5 seconds'],
])('%d seconds are told by the two largest units', (seconds, text) => {
  expect(stretchText(seconds)).toBe(text)
})

it('calls a disk tight of which less than a twentieth is free', () => {
  expect(isTight({ free: 4, total: 100 })).toBe(true)
  expect(isTight({ free: 5, total: 100 })).toBe(false)
})
