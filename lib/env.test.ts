import { expect, it } from 'vitest'
import { shownUrl } from './database-url.ts'
import { readEnv, readSecret } from './env.ts'

it('takes nothing for unset', () => {
  const defaults = { DATABASE_URL: 'file:./data/rapporteur.db', PORT: 3000, NODE_ENV: 'development' }
  expect(readEnv({})).toEqual(defaults)
  expect(readEnv({ DATABASE_URL: '', PORT: '', NODE_ENV: '' })).toEqual(defaults)
})

it('takes both kinds of database, and a port as a number', () => {
  const url = 'postgresql://teacher:password@school.example/rapporteur'
  expect(readEnv({ DATABASE_URL: url, PORT: '8080', NODE_ENV: 'production' })).toEqual({
    DATABASE_URL: url,
    PORT: 8080,
    NODE_ENV: 'production',
  })
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
