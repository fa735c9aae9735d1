import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOfDeed } from './deed.ts'

const receivedAt = new Date('2026-03-02T12:00:00Z')
const earlier = (seconds: number) => new Date(receivedAt.getTime() - 1000 * seconds)

describe('the time of a deed', () => {
  it('is what the browser says, so that deeds stay in their order however long each is on its way', () => {
    // Done at 10 and 9 seconds before; the first was on its way for eight seconds, the second for none.
    expect(timeOfDeed(earlier(10), 2_000, receivedAt)).toEqual(earlier(10))
    expect(timeOfDeed(earlier(9), 9_000, receivedAt)).toEqual(earlier(9))
  })

  it('goes by how long it waited where the browser’s clock was set in between', () => {
    expect(timeOfDeed(earlier(3 * 3600), 5_000, receivedAt)).toEqual(earlier(5))
    expect(timeOfDeed(earlier(-3 * 3600), 5_000, receivedAt)).toEqual(earlier(5))
  })

  it('never lies after its arrival, whatever the browser says', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), fc.nat(), (at, waitedMs) => {
        expect(timeOfDeed(at, waitedMs, receivedAt).getTime()).toBeLessThanOrEqual(receivedAt.getTime())
      }),
    )
  })
})
