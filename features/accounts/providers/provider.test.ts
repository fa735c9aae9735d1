import { describe, expect, it } from 'vitest'
import { arrivalOf, configuredProviders, type Voucher } from './provider.ts'

const voucher: Voucher = {
  provider: 'oidc',
  subject: 's',
  email: 'ada@school.example',
  isEmailVerified: true,
  name: 'Ada',
}
const unknown = { linkedId: null, byEmail: null, signedInId: null }

describe('whoever comes back from a provider', () => {
  it('signs in where they are linked, whatever their address is by now', () => {
    const known = { ...unknown, linkedId: 'a', byEmail: { id: 'b', isEmailVerified: true } }
    expect(arrivalOf({ ...voucher, email: null }, known)).toEqual({ kind: 'sign-in', accountId: 'a' })
  })

  it('gets an account where nobody has their address', () => {
    expect(arrivalOf(voucher, unknown)).toEqual({ kind: 'make-account', email: 'ada@school.example' })
    expect(arrivalOf({ ...voucher, email: null }, unknown)).toEqual({ kind: 'no-email' })
  })

  it.each([
    [true, true, 'link-and-sign-in'],
    [true, false, 'sign-in-first'],
    [false, true, 'sign-in-first'],
    [false, false, 'sign-in-first'],
  ] as const)('with an address verified there: %s, and here: %s, is told to %s', (there, here, kind) => {
    const known = { ...unknown, byEmail: { id: 'a', isEmailVerified: here } }
    expect(arrivalOf({ ...voucher, isEmailVerified: there }, known)).toMatchObject({ kind })
  })

  it('is linked to the account that is signed in, unless to another already', () => {
    const known = { ...unknown, signedInId: 'a' }
    expect(arrivalOf(voucher, known)).toEqual({ kind: 'link', accountId: 'a' })
    expect(arrivalOf(voucher, { ...known, linkedId: 'a' })).toEqual({ kind: 'link', accountId: 'a' })
    expect(arrivalOf(voucher, { ...known, linkedId: 'b' })).toEqual({ kind: 'linked-elsewhere' })
  })
})

it('offers the providers whose variables are set', () => {
  expect(configuredProviders({})).toEqual([])
  expect(configuredProviders({ OIDC_ID: 'x', OIDC_NAME: 'School', GITHUB_ID: 'y' })).toEqual([
    { id: 'oidc', name: 'School' },
    { id: 'github', name: 'GitHub' },
  ])
})
