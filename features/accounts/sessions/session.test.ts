import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiryAfter, rotated, type SessionRecord, type SessionToken, verdictOnToken } from './session.ts'

const start = new Date('2026-03-02T12:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const day = 24 * 60 * 60
const fresh: SessionRecord = { generation: 0, generationAt: start, expiresAt: expiryAfter(start), revokedAt: null }
const token = (generation: number): SessionToken => ({ sessionId: 's', generation, issuedAt: start })

describe('the cookie of a session', () => {
  it('is good until the session is revoked or nobody has come for 90 days', () => {
    expect(verdictOnToken(fresh, token(0), later(day))).toBe('good')
    expect(verdictOnToken({ ...fresh, revokedAt: start }, token(0), later(1))).toBe('ended')
    expect(verdictOnToken(fresh, token(0), later(90 * day))).toBe('ended')
  })

  it('is made anew after a day, by the latest generation only', () => {
    expect(rotated(token(0), fresh, later(day - 1))).toBeNull()
    expect(rotated(token(0), fresh, later(day))).toEqual({ sessionId: 's', generation: 1, issuedAt: later(day) })
    expect(rotated(token(0), { ...fresh, generation: 1 }, later(day))).toBeNull()
  })

  it('is taken for stolen once its successor has been seen for longer than requests are on their way', () => {
    const confirmed = { ...fresh, generation: 1, generationAt: later(day) }
    expect(verdictOnToken(confirmed, token(0), later(day + 60))).toBe('good')
    expect(verdictOnToken(confirmed, token(0), later(day + 61))).toBe('stolen')
    expect(verdictOnToken(confirmed, token(3), later(day))).toBe('stolen')
  })

  it('stays good for one browser, whichever answers are lost on the way', () => {
    const visits = fc.array(fc.record({ pauseSeconds: fc.nat({ max: 3 * day }), isLost: fc.boolean() }))
    fc.assert(
      fc.property(visits, (steps) => {
        let [held, session, now] = [token(0), fresh, start]
        for (const { pauseSeconds, isLost } of steps) {
          now = new Date(now.getTime() + pauseSeconds * 1000)
          const verdict = verdictOnToken(session, held, now)
          expect(['good', 'confirming']).toContain(verdict)
          if (verdict === 'confirming') session = { ...session, generation: held.generation, generationAt: now }
          session = { ...session, expiresAt: expiryAfter(now) }
          const next = rotated(held, session, now)
          if (next !== null && !isLost) held = next
        }
      }),
    )
  })
})
