import { expect, it } from 'vitest'
import { claimsFromGithub, voucherOf } from './voucher.ts'

const email = 'ada@school.example'

it('takes an address for verified only where the provider says so', () => {
  expect(voucherOf('oidc', 's', { email, email_verified: true })).toMatchObject({ email, isEmailVerified: true })
  expect(voucherOf('oidc', 's', { email, email_verified: 'true' }).isEmailVerified).toBe(true)
  for (const claims of [{ email }, { email, email_verified: false }, { email, email_verified: 'false' }]) {
    expect(voucherOf('google', 's', claims).isEmailVerified).toBe(false)
  }
})

it('does not believe Microsoft an address unless its domain vouches for it', () => {
  expect(voucherOf('entra', 's', { email, email_verified: true }).isEmailVerified).toBe(false)
  expect(voucherOf('entra', 's', { email, xms_edov: true }).isEmailVerified).toBe(true)
  expect(voucherOf('entra', 's', { email, xms_edov: '0' }).isEmailVerified).toBe(false)
})

it('finds a name, and takes what makes no sense for unsaid', () => {
  expect(voucherOf('github', '7', { login: 'ada', name: null })).toEqual({
    provider: 'github',
    subject: '7',
    email: null,
    isEmailVerified: false,
    name: 'ada',
  })
  expect(voucherOf('oidc', 's', { email: 42, email_verified: true, name: {} })).toMatchObject({
    email: null,
    isEmailVerified: false,
    name: 'Learner',
  })
  expect(voucherOf('oidc', 's', { email: 'not an address', email_verified: true }).email).toBeNull()
})

it('takes the primary address of GitHub’s list', () => {
  const list = [
    { email: 'old@school.example', primary: false, verified: true },
    { email, primary: true, verified: false },
  ]
  expect(claimsFromGithub(list)).toEqual({ email, email_verified: false })
  expect(claimsFromGithub({ message: 'Not Found' })).toEqual({})
})
