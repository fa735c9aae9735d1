import { encode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { learnerCookie, sealLearner, unsealLearner } from './identity.ts'

const secret = 'a secret that is long enough to be one'

describe('the learner cookie', () => {
  it('gives back the learner it was sealed for', async () => {
    expect(await unsealLearner(await sealLearner('learner-1', secret), secret)).toBe('learner-1')
  })

  it('gives nobody for a token that is missing, damaged or sealed by another server', async () => {
    const token = await sealLearner('learner-1', secret)
    expect(await unsealLearner(undefined, secret)).toBeNull()
    expect(await unsealLearner('nonsense', secret)).toBeNull()
    expect(await unsealLearner(`${token.slice(0, -4)}AAAA`, secret)).toBeNull()
    expect(await unsealLearner(token, `${secret}!`)).toBeNull()
  })

  it('gives nobody for an expired token', async () => {
    const expired = await encode({ token: { sub: 'learner-1' }, secret, salt: learnerCookie.name, maxAge: -60 })
    expect(await unsealLearner(expired, secret)).toBeNull()
  })
})
