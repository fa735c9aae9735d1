import { expect, it } from 'vitest'
import { isPassword } from './password.ts'

it('takes the password as it was said, with or without spaces around it', () => {
  expect(isPassword('open sesame', 'open sesame')).toBe(true)
  expect(isPassword(' open sesame ', 'open sesame')).toBe(true)
  // Composed and decomposed letters look alike.
  expect(isPassword('cafe\u0301', 'caf\u00e9')).toBe(true)
})

it('takes nothing else', () => {
  for (const typed of ['', 'open', 'Open sesame', 'open sesame!']) expect(isPassword(typed, 'open sesame')).toBe(false)
})
