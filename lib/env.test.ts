import { expect, it } from 'vitest'
import { shownUrl } from './database-url.ts'
import { readEnv, readSecret } from './env.ts'

it('takes nothing for unset', () => {
  const defaults = {
    DATABASE_URL: 'file:./data/rapporteur.db',
    PORT: 3000,
    NODE_ENV: 'development',
    GALLERY: 'off',
    TRUST_PROXY: 'off',
    GUEST_MONTHS: 24,
  }
  expect(readEnv({})).toEqual(defaults)
  expect(readEnv({ DATABASE_URL: '', PORT: '', NODE_ENV: '', GALLERY: '' })).toEqual(defaults)
})

it('takes both kinds of database, and a port as a number', () => {
  const url = 'postgresql://teacher:password@school.example/rapporteur'
  expect(readEnv({ DATABASE_URL: url, PORT: '8080', NODE_ENV: 'production', GALLERY: 'on' })).toEqual({
    DATABASE_URL: url,
    PORT: 8080,
    NODE_ENV: 'production',
    GALLERY: 'on',
    TRUST_PROXY: 'off',
    GUEST_MONTHS: 24,
  })
  expect(readEnv({ GUEST_MONTHS: 'off' }).GUEST_MONTHS).toBe('off')
  expect(readEnv({ DATABASE_URL: 'file:/var/lib/rapporteur.db' }).DATABASE_URL).toBe('file:/var/lib/rapporteur.db')
})

it.each([
  [
    { DATABASE_URL: 'mysql://teacher:password@host/db' },
    /^DATABASE_URL must be file:.*, but is mysql:\/\/host\/db: .*\.$/,
  ],
  [{ DATABASE_URL: 'file:' }, /^DATABASE_URL .* but is file:: /],
  [{ DATABASE_URL: 'file:data.db?connection_limit=1' }, /^DATABASE_URL /],
  [{ PORT: 'abc' }, /^PORT must be a number from 1 to 65535, but is abc: /],
  [{ PORT: '70000' }, /^PORT .* but is 70000: /],
  [{ PORT: '80.5' }, /^PORT .* but is 80\.5: /],
  [{ NODE_ENV: 'staging' }, /^NODE_ENV must be development, production or test, but is staging: /],
  [{ GUEST_MONTHS: '0' }, /^GUEST_MONTHS must be a number of months .* but is 0: /],
  [{ GUEST_MONTHS: 'never' }, /^GUEST_MONTHS .* but is never: /],
  [{ GALLERY: 'yes' }, /^GALLERY must be on or off, but is yes: /],
  [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY must be on or off, but is yes: /],
  [{ SITE_URL: 'https://school.example/learn' }, /^SITE_URL must be an address without a path.* but is https:/],
  [{ SMTP_URL: 'http://me:secret@mail.example' }, /^SMTP_URL must be smtp:.*, but is http:\/\/mail\.example: /],
  [{ SMTP_URL: 'smtp://mail.example' }, /^MAIL_FROM must be set where SMTP_URL is, but is not: /],
  [
    { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'learn@school.example' },
    /^SITE_URL must be set where SMTP_URL, MAIL_FROM are, but is not: set it to an address/,
  ],
  [{ OIDC_ID: 'rapporteur', OIDC_NAME: 'School' }, /^OIDC_ISSUER must be set where OIDC_ID, OIDC_NAME are, but is not/],
  [{ GOOGLE_SECRET: 'hush', SITE_URL: 'https://school.example' }, /^GOOGLE_ID must be set (?!.*hush)/],
])('names what is wrong in one sentence: %o', (variables, sentence) => {
  expect(() => readEnv(variables)).toThrow(sentence)
})

it('shows no user, password or option of a database', () => {
  expect(shownUrl('postgresql://teacher:p@ss/w?rd@host:5432/db?sslmode=require')).toBe('postgresql://host:5432/db')
  expect(shownUrl('file:./data/rapporteur.db')).toBe('file:./data/rapporteur.db')
})

it('prefers AUTH_SECRET to the one that is stored, and tells neither', () => {
  const [set, stored] = ['s'.repeat(32), 't'.repeat(43)]
  expect(readSecret({ AUTH_SECRET: set }, stored)).toBe(set)
  expect(readSecret({ AUTH_SECRET: '' }, stored)).toBe(stored)
  expect(() => readSecret({ AUTH_SECRET: 'hunter2' }, stored)).toThrow(
    /^AUTH_SECRET must hold .* but holds 7: (?!.*hunter2)/,
  )
  expect(() => readSecret({}, undefined)).toThrow(/^data\/secret must hold .* but holds 0: /)
})
