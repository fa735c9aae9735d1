import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinedStanding, type StoredStanding } from './standing.ts'

const instant = fc.option(fc.date({ noInvalidDate: true }), { nil: null })
const standings: fc.Arbitrary<StoredStanding> = fc.record({
  suspendedAt: instant,
  buriedUntil: instant,
  markedAt: instant,
  note: fc.string({ maxLength: 40 }),
})

it('loses no decision and no word of a note', () => {
  fc.assert(
    fc.property(standings, standings, (a, b) => {
      const joined = joinedStanding(a, b)
      for (const { suspendedAt, markedAt, buriedUntil, note } of [a, b]) {
        if (suspendedAt !== null) expect(joined.suspendedAt?.getTime()).toBeGreaterThanOrEqual(suspendedAt.getTime())
        if (markedAt !== null) expect(joined.markedAt?.getTime()).toBeGreaterThanOrEqual(markedAt.getTime())
        if (buriedUntil !== null) expect(joined.buriedUntil?.getTime()).toBeGreaterThanOrEqual(buriedUntil.getTime())
        expect(joined.note).toContain(note)
      }
    }),
  )
})

it('changes nothing where both say the same', () => {
  fc.assert(
    fc.property(standings, (standing) => {
      expect(joinedStanding(standing, standing)).toEqual(standing)
    }),
  )
})

it('keeps a note that can be stored', () => {
  const plain = { suspendedAt: null, buriedUntil: null, markedAt: null }
  const joined = joinedStanding({ ...plain, note: 'a'.repeat(1500) }, { ...plain, note: 'b'.repeat(1500) })
  expect(joined.note).toHaveLength(2000)
})
