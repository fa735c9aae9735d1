import { describe, expect, it } from 'vitest'
import { stateInWords } from './card-info.ts'
import type { Memory } from './schedule.ts'
import { plainStanding } from './standing.ts'

const at = new Date('2026-03-05T12:00:00Z')
const memory: Memory = {
  dueAt: new Date('2026-03-09T23:30:00Z'),
  stability: 5,
  difficulty: 5,
  phase: 2,
  learningStep: 0,
  intervalDays: 5,
  reps: 2,
  lapses: 0,
  firstReviewedAt: new Date('2026-01-01T12:00:00Z'),
  lastReviewedAt: new Date('2026-03-04T12:00:00Z'),
}

describe('stateInWords', () => {
  it('tells the state and, of a card that has been seen, when it is due on the learner’s calendar', () => {
    expect(stateInWords(null, plainStanding, at, 'UTC')).toBe('New')
    expect(stateInWords(memory, plainStanding, at, 'UTC')).toBe('Young, due on 9 March 2026')
    expect(stateInWords(memory, plainStanding, at, 'Asia/Tokyo')).toBe('Young, due on 10 March 2026')
    expect(stateInWords({ ...memory, dueAt: at }, plainStanding, at, 'UTC')).toBe('Young, due now')
  })

  it('tells that a card is set aside, for as long as it is', () => {
    const until = (buriedUntil: Date) => stateInWords(null, { isSuspended: false, buriedUntil }, at, 'UTC')
    expect(stateInWords(null, { isSuspended: true, buriedUntil: null }, at, 'UTC')).toBe('New, suspended')
    expect(until(new Date(at.getTime() + 1))).toBe('New, buried until tomorrow')
    expect(until(at)).toBe('New')
  })
})
