import { expect, it } from 'vitest'
import { newRecoveryCodes, recoveryCodePrint } from './recovery-code.ts'

it('makes ten different codes that can be read aloud', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[2-9a-hj-km-np-z]{5}-[2-9a-hj-km-np-z]{5}$/)
})

it('prints a code alike however it is typed', () => {
  const print = (code: string) => recoveryCodePrint(code, 'a secret that is long enough to be one')
  expect(print(' K7M2P 9XQ4R ')).toBe(print('k7m2p-9xq4r'))
  expect(print('k7m2p-9xq4s')).not.toBe(print('k7m2p-9xq4r'))
})
