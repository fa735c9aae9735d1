import { describe, expect, it } from 'vitest'
import { byUrgency, isToDo, standingOf } from './standing.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const hour = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const terms = { opensAt: hour(-2), dueAt: hour(2), closesAt: hour(4) }
const untouched = { isDone: false, isBegun: false }

describe('how an assignment stands', () => {
  it('goes by the learner’s own times', () => {
    const at = (hours: number) => standingOf(terms, untouched, hour(hours))
    expect([-3, -2, 2, 3, 4].map(at)).toEqual(['ahead', 'open', 'open', 'late', 'missed'])
    expect(standingOf({ opensAt: null, dueAt: null, closesAt: null }, untouched, noon)).toBe('open')
  })

  it('stays done when it closes, and begun until it ends', () => {
    expect(standingOf(terms, { isDone: true, isBegun: false }, hour(9))).toBe('done')
    expect(standingOf(terms, { isDone: true, isBegun: true }, hour(3))).toBe('begun')
  })

  it('asks for something only while it can be done', () => {
    expect((['begun', 'late', 'open', 'ahead', 'done', 'missed'] as const).filter(isToDo)).toEqual([
      'begun',
      'late',
      'open',
    ])
  })
})

it('puts what is urgent first', () => {
  const listed = [
    { id: 'done', standing: 'done' as const, terms },
    { id: 'whenever', standing: 'open' as const, terms: { opensAt: null, dueAt: null, closesAt: null } },
    { id: 'next week', standing: 'open' as const, terms: { ...terms, dueAt: hour(160) } },
    { id: 'today', standing: 'open' as const, terms },
    { id: 'opens soon', standing: 'ahead' as const, terms: { ...terms, opensAt: hour(1) } },
    { id: 'late', standing: 'late' as const, terms },
    { id: 'begun', standing: 'begun' as const, terms },
  ]
  expect(byUrgency(listed).map(({ id }) => id)).toEqual([
    'begun',
    'late',
    'today',
    'next week',
    'whenever',
    'opens soon',
    'done',
  ])
})
