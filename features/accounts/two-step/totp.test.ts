import { describe, expect, it } from 'vitest'
import { newTotpSecret, stepOfCode, totpAddress } from './totp.ts'

// RFC 6238, appendix B: the secret is "12345678901234567890"; its eight digits end in the six of an app.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('a code of the authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('is the one of the standard at second %d', (seconds, code) => {
    expect(stepOfCode(secret, code, null, at(seconds))).toBe(Math.floor(seconds / 30))
    expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, null, at(seconds))).not.toBeNull()
  })

  it('is taken half a minute early or late, and no further', () => {
    expect(stepOfCode(secret, '287082', null, at(59 + 30))).toBe(1)
    expect(stepOfCode(secret, '287082', null, at(59 - 30))).toBe(1)
    expect(stepOfCode(secret, '287082', null, at(59 + 61))).toBeNull()
  })

  it('is taken once', () => {
    expect(stepOfCode(secret, '287082', 0, at(59))).toBe(1)
    expect(stepOfCode(secret, '287082', 1, at(59))).toBeNull()
    expect(stepOfCode(secret, '287082', 2, at(59))).toBeNull()
  })

  it('has six digits', () => {
    for (const code of ['', '28708', '2870822', 'abcdef']) expect(stepOfCode(secret, code, null, at(59))).toBeNull()
  })

  it('comes from an address that names Rapporteur and the account', () => {
    const address = totpAddress(newTotpSecret(), 'ada@school.example')
    expect(address).toMatch(
      /^otpauth:\/\/totp\/Rapporteur:ada%40school\.example\?issuer=Rapporteur&secret=[A-Z2-7]{32}&/,
    )
  })
})
