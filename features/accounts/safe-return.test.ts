import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeReturn } from './safe-return.ts'

it('lets pages of this site pass', () => {
  for (const path of ['/', '/progress', '/review/custom?deck=all#top']) expect(safeReturn(path)).toBe(path)
})

it.each([
  undefined,
  null,
  '',
  'progress',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  'javascript:alert(1)',
  ' /progress',
])('takes %j for the front page', (asked) => {
  expect(safeReturn(asked)).toBe('/')
})

it('never leads to another site, whatever is asked for', () => {
  const part = fc.constantFrom('/', '\\', '.', '..', 'a.example', ':', '@', '\t', '\n', '%2f', 'http:', '?', '#')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const site = 'https://school.example'
      expect(new URL(safeReturn(parts.join('')), site).origin).toBe(site)
    }),
    { numRuns: 2000 },
  )
})
