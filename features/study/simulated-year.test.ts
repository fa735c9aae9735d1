import { describe, expect, it } from 'vitest'
import { shortHash } from '@/lib/random.ts'
import { makeCard } from '@/testing/factories.ts'
import { studyDay } from './day.ts'
import { queueOf } from './queue.ts'
import {
  type GradedReview,
  isInSteps,
  type Memory,
  type Rating,
  recallProbability,
  replay,
  review,
  type Scheduling,
} from './schedule.ts'

/** The defaults of a deck in Anki. */
const limits = { newCards: 20, reviews: 200 }
const firstDay = new Date('2026-01-01T00:00:00Z')
const timeZone = 'Europe/Lisbon'
const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const answerMs = 8_000

/** 100 facts with two cards each, siblings next to each other. */
const deck = Array.from({ length: 200 }, (_, index) => makeCard(`made-${Math.floor(index / 2)}.${index % 2}`))

/** One grade of a simulated learner. */
interface SimulatedReview extends GradedReview {
  cardId: string
  day: number
  /** Whether it is the first of its card on its day, and the card was in review: what true retention counts. */
  isCounted: boolean
}

interface SimulatedYear {
  desiredRetention: number
  reviews: SimulatedReview[]
  memories: ReadonlyMap<string, Memory>
}

/** Numbers from 0 to 1 that look random and are the same for the same name. */
function drawsOf(name: string): () => number {
  let drawn = 0
  return () => {
    drawn += 1
    return Number.parseInt(shortHash(`${name} ${drawn}`).slice(0, 12), 16) / 16 ** 12
  }
}

/** How somebody grades a card. Of cards seen for the first time one in five is not known. */
function gradeOf(memory: Memory | null, at: Date, draw: () => number): Rating {
  const isRecalled = draw() < (memory === null ? 0.8 : recallProbability(memory, at))
  if (!isRecalled) return 1
  const ease = draw()
  return ease < 0.1 ? 2 : ease < 0.9 ? 3 : 4
}

/**
 * A year of somebody whose memory is exactly what the model takes it for. They come once a day, at some hour between
 * morning and night, and do what the queue has for them until it is empty.
 */
function simulateYear(name: string, desiredRetention: number): SimulatedYear {
  const draw = drawsOf(name)
  const memories = new Map<string, Memory>()
  const reviews: SimulatedReview[] = []
  for (let day = 0; day < 365; day += 1) {
    let now = new Date(firstDay.getTime() + day * dayMs + (7 + 14 * draw()) * 60 * minuteMs)
    const { startsAt: dayStartsAt, endsAt: dayEndsAt } = studyDay(now, timeZone)
    const seenBefore = new Set(memories.keys())
    const asked = { cards: deck, memories, takenFacts: new Map(), limits, dayStartsAt, dueBefore: dayEndsAt }
    const today: SimulatedReview[] = []
    for (;;) {
      const reviewsToday = today.filter(({ cardId }) => seenBefore.has(cardId)).length
      const newToday = memories.size - seenBefore.size
      const { next, nextDueAt } = queueOf({ ...asked, newToday, reviewsToday, now })
      if (next !== null) {
        const memory = memories.get(next.id) ?? null
        const rating = gradeOf(memory, now, draw)
        const isFirst = !today.some(({ cardId }) => cardId === next.id)
        const isCounted = isFirst && memory !== null && !isInSteps(memory)
        today.push({ cardId: next.id, day, rating, reviewedAt: now, isCounted })
        memories.set(next.id, review(memory, rating, now, schedulingOf(next.id, desiredRetention)))
        now = new Date(now.getTime() + answerMs)
      } else if (nextDueAt !== null && nextDueAt < dayEndsAt) {
        now = nextDueAt
      } else {
        break
      }
    }
    reviews.push(...today)
  }
  return { desiredRetention, reviews, memories }
}

function schedulingOf(cardId: string, desiredRetention: number): Scheduling {
  return { desiredRetention, seed: cardId }
}

/** The share of counted reviews that were passed; Hard is a pass. */
function trueRetentionOf(years: readonly SimulatedYear[]): number {
  const counted = years.flatMap(({ reviews }) => reviews.filter(({ isCounted }) => isCounted))
  return counted.filter(({ rating }) => rating > 1).length / counted.length
}

describe('a simulated year', () => {
  // Of several learners together, since chance alone moves the retention of one by a point.
  const names = ['ada', 'ben', 'cleo', 'dan']
  const usual = names.map((name) => simulateYear(name, 0.9))
  const relaxed = names.map((name) => simulateYear(name, 0.8))

  it('holds retention within two points of the desired 0.90', () => {
    expect(Math.abs(trueRetentionOf(usual) - 0.9)).toBeLessThanOrEqual(0.02)
  })

  it('holds retention within two points of a desired 0.80, with fewer reviews', () => {
    expect(Math.abs(trueRetentionOf(relaxed) - 0.8)).toBeLessThanOrEqual(0.02)
    for (const [index, { reviews }] of relaxed.entries()) {
      expect(reviews.length).toBeLessThan(0.85 * (usual[index]?.reviews.length ?? 0))
    }
  })

  it('brings twenty new cards on the first day, no more on any other, and all of them in the end', () => {
    for (const { reviews, memories } of [...usual, ...relaxed]) {
      expect(memories.size).toBe(deck.length)
      const firstDays = new Map([...reviews].reverse().map(({ cardId, day }) => [cardId, day]))
      const newOn = Array.from(
        { length: 365 },
        (_, day) => [...firstDays.values()].filter((first) => first === day).length,
      )
      expect(newOn[0]).toBe(20)
      expect(Math.max(...newOn)).toBe(20)
    }
  })

  it('ends with the memory that the log of each card gives', () => {
    for (const { desiredRetention, reviews, memories } of [...usual, ...relaxed]) {
      for (const { id } of deck) {
        const log = reviews.filter(({ cardId }) => cardId === id)
        expect(replay(log, [], schedulingOf(id, desiredRetention))).toEqual(memories.get(id))
      }
    }
  })
})
