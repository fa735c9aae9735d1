import { describe, expect, it } from 'vitest'
import { isLeechAt, isShown, plainStanding } from './standing.ts'

const now = new Date('2026-03-02T12:00:00Z')
const later = new Date('2026-03-03T04:00:00Z')

describe('a card that was set aside', () => {
  it('is not shown while it is suspended, or before the day it was buried for has ended', () => {
    expect(isShown(plainStanding, now)).toBe(true)
    expect(isShown({ ...plainStanding, isSuspended: true }, now)).toBe(false)
    expect(isShown({ ...plainStanding, buriedUntil: later }, now)).toBe(false)
    expect(isShown({ ...plainStanding, buriedUntil: later }, later)).toBe(true)
  })
})

describe('a leech', () => {
  it('is told at the eighth lapse and then at every fourth', () => {
    const told = Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeechAt)
    expect(told).toEqual([8, 12, 16, 20])
  })
})
