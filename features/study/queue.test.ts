import { describe, expect, it } from 'vitest'
import { makeCard } from '@/testing/factories.ts'
import { type QueueCard, type QueueInput, queueOf } from './queue.ts'
import type { Memory } from './schedule.ts'

const now = new Date('2026-03-02T12:00:00Z')
const dayStartsAt = new Date('2026-03-02T04:00:00Z')
const dayEndsAt = new Date('2026-03-03T04:00:00Z')
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

function memory(given: Partial<Memory>): Memory {
  return {
    dueAt: now,
    stability: 5,
    difficulty: 5,
    phase: 2,
    learningStep: 0,
    intervalDays: 5,
    reps: 2,
    lapses: 0,
    firstReviewedAt: inMinutes(-10 * 1440),
    lastReviewedAt: inMinutes(-5 * 1440),
    ...given,
  }
}

function queue(cards: string[], memories: Record<string, Memory> = {}, given: Partial<QueueInput<QueueCard>> = {}) {
  const { left, ...queue } = queueOf<QueueCard>({
    cards: cards.map((id) => makeCard(id)),
    memories: new Map(Object.entries(memories)),
    takenFacts: new Map(),
    limits: { newCards: 20, reviews: 200 },
    newToday: 0,
    reviewsToday: 0,
    now,
    dayStartsAt,
    dueBefore: dayEndsAt,
    ...given,
  })
  const { learning, reviews, unseen } = left
  return { ...queue, counts: { new: unseen.length, learning: learning.length, review: reviews.length } }
}

describe('queueOf', () => {
  it('puts cards in their steps before reviews, and reviews before new cards', () => {
    const due = { 'b.x': memory({ dueAt: inMinutes(-60) }), 'c.x': memory({ phase: 1, dueAt: inMinutes(-1) }) }
    expect(queue(['a.x', 'b.x', 'c.x'], due).next?.id).toBe('c.x')
    expect(queue(['a.x', 'b.x'], due).next?.id).toBe('b.x')
    expect(queue(['a.x'], due).next?.id).toBe('a.x')
  })

  it('takes first what is most overdue for its interval, not what is longest overdue', () => {
    const due = {
      'long.x': memory({ dueAt: inMinutes(-3 * 1440), intervalDays: 300 }),
      'short.x': memory({ dueAt: inMinutes(-2 * 1440), intervalDays: 2 }),
    }
    expect(queue(['long.x', 'short.x'], due).next?.id).toBe('short.x')
  })

  it('shows one card of every fact before the second of any', () => {
    const order = ['a.1', 'a.2', 'b.1', 'b.2']
    const seen: string[] = []
    const memories: Record<string, Memory> = {}
    for (let round = 0; round < 2; round += 1) {
      const next = queue(order, memories).next?.id ?? ''
      seen.push(next)
      memories[next] = memory({ phase: 1, dueAt: inMinutes(10) })
    }
    expect(seen).toEqual(['a.1', 'b.1'])
  })

  it('keeps the siblings of what was seen today, or is in its steps, for another day', () => {
    const seenToday = { 'a.1': memory({ dueAt: inMinutes(5 * 1440), lastReviewedAt: inMinutes(-10) }) }
    const due = { 'a.2': memory({ dueAt: inMinutes(-60) }) }
    expect(queue(['a.1', 'a.2', 'a.3'], { ...seenToday, ...due })).toMatchObject({
      next: null,
      counts: { new: 0, review: 0 },
    })
    const learning = { 'a.1': memory({ phase: 1, dueAt: inMinutes(30) }) }
    expect(queue(['a.1', 'a.2'], { ...learning, ...due }).next).toBeNull()
    // Yesterday's is no reason any more.
    const seenBefore = { 'a.1': memory({ dueAt: inMinutes(5 * 1440) }) }
    expect(queue(['a.1', 'a.2'], { ...seenBefore, ...due }).next?.id).toBe('a.2')
  })

  it('lets one of several siblings that are due come, the most overdue', () => {
    const due = {
      'a.1': memory({ dueAt: inMinutes(-60), intervalDays: 50 }),
      'a.2': memory({ dueAt: inMinutes(-60), intervalDays: 2 }),
    }
    expect(queue(['a.1', 'a.2', 'a.3'], due)).toMatchObject({ next: { id: 'a.2' }, counts: { review: 1, new: 0 } })
  })

  it('keeps for another day the siblings of a card that is not among these', () => {
    const due = { 'a.2': memory({ dueAt: inMinutes(-60) }) }
    const takenFacts = new Map([['a', 'a.1']])
    expect(queue(['a.2', 'a.3', 'b.1'], due, { takenFacts })).toMatchObject({
      next: { id: 'b.1' },
      counts: { new: 1, review: 0 },
    })
    expect(queue(['a.2'], due, { takenFacts: new Map([['a', 'a.2']]) }).next?.id).toBe('a.2')
  })

  it('takes a card on no fact for nobody’s sibling', () => {
    const { left } = queueOf({
      cards: ['own:1', 'own:2'].map((id) => ({ id, factId: null })),
      memories: new Map(),
      limits: { newCards: 20, reviews: 200 },
      newToday: 0,
      reviewsToday: 0,
      takenFacts: new Map(),
      now,
      dayStartsAt,
      dueBefore: dayEndsAt,
    })
    expect(left.unseen).toHaveLength(2)
  })

  it('stops at twenty new cards a day and lets the review limit cap them too', () => {
    const many = Array.from({ length: 30 }, (_, index) => `n${index}.x`)
    expect(queue(many).counts.new).toBe(20)
    expect(queue(many, {}, { newToday: 15 }).counts.new).toBe(5)
    expect(queue(many, {}, { reviewsToday: 195 }).counts.new).toBe(5)
    expect(queue(many, {}, { reviewsToday: 200 })).toMatchObject({ next: null, counts: { new: 0 } })
  })

  it('shows a step that is nearly due only when nothing else is left, and otherwise says when the next one is', () => {
    const soon = { 'a.x': memory({ phase: 1, dueAt: inMinutes(9) }) }
    expect(queue(['a.x', 'b.x'], soon).next?.id).toBe('b.x')
    expect(queue(['a.x'], soon).next?.id).toBe('a.x')
    const later = { 'a.x': memory({ phase: 1, dueAt: inMinutes(50) }) }
    expect(queue(['a.x'], later)).toMatchObject({ next: null, nextDueAt: inMinutes(50), counts: { learning: 1 } })
  })

  it('goes on past the end of the day with the steps of a sitting, but not with a step further off', () => {
    const late = { now: new Date('2026-03-03T03:55:00Z') }
    const afterTheDay = (minutes: number) =>
      memory({ phase: 1, dueAt: new Date(dayEndsAt.getTime() + minutes * 60_000) })
    expect(queue(['a.x'], { 'a.x': afterTheDay(5) }, late)).toMatchObject({
      next: { id: 'a.x' },
      counts: { learning: 1 },
    })
    expect(queue(['a.x'], { 'a.x': afterTheDay(50) }, late)).toMatchObject({ next: null, counts: { learning: 0 } })
  })

  it('brings a review at any hour of the study day it is due on, and not before', () => {
    expect(queue(['a.x'], { 'a.x': memory({ dueAt: new Date('2026-03-03T03:00:00Z') }) }).next?.id).toBe('a.x')
    expect(queue(['a.x'], { 'a.x': memory({ dueAt: new Date('2026-03-03T05:00:00Z') }) }).next).toBeNull()
  })
})
