import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printOf, seal, unseal } from './seal.ts'

const secret = 'a secret that is long enough to be one'

it('gives back what was sealed, to the same purpose and secret only', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const sealed = seal(text, 'one', secret)
      expect(unseal(sealed, 'one', secret)).toBe(text)
      expect(unseal(sealed, 'two', secret)).toBeNull()
      expect(unseal(sealed, 'one', `${secret}!`)).toBeNull()
    }),
  )
})

it('gives nothing for what was changed or is no seal at all', () => {
  const sealed = seal('a secret text', 'one', secret)
  const bytes = Buffer.from(sealed, 'base64url')
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(unseal(changed.toString('base64url'), 'one', secret)).toBeNull()
  }
  expect(unseal('', 'one', secret)).toBeNull()
  expect(unseal('nonsense', 'one', secret)).toBeNull()
})

it('prints the same text alike, and differently for another purpose or secret', () => {
  expect(printOf('text', 'one', secret)).toBe(printOf('text', 'one', secret))
  const prints = [
    printOf('text', 'one', secret),
    printOf('text', 'two', secret),
    printOf('text', 'one', `${secret}!`),
    printOf('texts', 'one', secret),
  ]
  expect(new Set(prints).size).toBe(4)
})
