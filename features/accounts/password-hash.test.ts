import { expect, it } from 'vitest'
import { hashPassword, isPassword } from './password-hash.ts'

it('hashes with argon2id, salted anew each time, and knows the password again', async () => {
  const [first, second] = await Promise.all([hashPassword('three quiet words'), hashPassword('three quiet words')])
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(first).not.toBe(second)
  expect(await isPassword('three quiet words', first)).toBe(true)
  expect(await isPassword('three quiet word', first)).toBe(false)
})

it('takes one password for the same on any keyboard', async () => {
  expect(await isPassword('cafe\u0301 and cake', await hashPassword('caf\u00e9 and cake'))).toBe(true)
})

it('is wrong for whoever has none, after as much work', async () => {
  const stored = await hashPassword('three quiet words')
  await isPassword('warming up', null)
  const time = async (hash: string | null) => {
    const from = performance.now()
    for (let round = 0; round < 5; round += 1) expect(await isPassword('another guess', hash)).toBe(false)
    return performance.now() - from
  }
  const [known, unknown] = [await time(stored), await time(null)]
  // A busy machine varies; skipping the work would make it a hundred times faster.
  expect(unknown).toBeGreaterThan(known / 5)
})
