import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnsweredFact } from './answered.ts'
import { formatInterval } from './interval.ts'
import {
  type Memory,
  preview,
  type Rating,
  ratings,
  recallProbability,
  replay,
  review,
  type Scheduling,
  tellingAnswers,
} from './schedule.ts'

const start = new Date('2026-03-02T09:00:00Z')
const minutes = (count: number) => count * 60_000
const days = (count: number) => count * 86_400_000
const plus = (date: Date, ms: number) => new Date(date.getTime() + ms)

/** Gaps in minutes and grades of a card's life. */
const histories = fc.array(
  fc.record({ gapMinutes: fc.integer({ min: 0, max: 60 * 24 * 90 }), rating: fc.constantFrom(...ratings) }),
  { maxLength: 30 },
)

/** Of one card: how sure its learner wants to be, and perhaps its id. */
const schedulings: fc.Arbitrary<Scheduling> = fc
  .record({ percent: fc.integer({ min: 70, max: 99 }), seed: fc.option(fc.string()) })
  .map(({ percent, seed }) => ({ desiredRetention: percent / 100, ...(seed === null ? {} : { seed }) }))

/** A card in review that is asked for after a while, whatever came before. */
const cardsInReview: fc.Arbitrary<{ memory: Memory; at: Date }> = fc
  .record({
    stability: fc.double({ min: 0.1, max: 36_500, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    gapDays: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ stability, difficulty, gapDays }) => {
    const intervalDays = Math.max(1, Math.round(stability))
    const steady = { phase: 2, learningStep: 0, reps: 3, lapses: 0, firstReviewedAt: start, lastReviewedAt: start }
    const memory = { ...steady, stability, difficulty, intervalDays, dueAt: plus(start, days(intervalDays)) }
    return { memory, at: plus(start, days(gapDays)) }
  })

/** What a memory says apart from the day on which the card falls due. */
function withoutDueDate(memory: Memory | null) {
  return memory === null ? null : { ...memory, dueAt: null, intervalDays: null }
}

function logOf(history: readonly { gapMinutes: number; rating: Rating }[]) {
  let at = start
  return history.map(({ gapMinutes, rating }) => {
    at = plus(at, minutes(gapMinutes))
    return { rating, reviewedAt: at }
  })
}

describe('review', () => {
  it('takes a new card through the steps of one and ten minutes into days, as Anki does', () => {
    const first = review(null, 3, start)
    expect(formatInterval(start, first.dueAt)).toBe('10m')
    expect(first.phase).toBe(1)
    const second = review(first, 3, first.dueAt)
    expect(second.phase).toBe(2)
    expect(second.intervalDays).toBeGreaterThanOrEqual(1)
  })

  it('shows Again in a minute and Good in ten for a new card, and grades in rising order', () => {
    const intervals = preview(null, start).map(({ dueAt }) => dueAt.getTime() - start.getTime())
    expect(intervals[0]).toBe(minutes(1))
    expect(intervals[2]).toBe(minutes(10))
    expect([...intervals].sort((a, b) => a - b)).toEqual(intervals)
  })

  it('sends a forgotten card into relearning and counts the lapse', () => {
    const known = replay([
      { rating: 4, reviewedAt: start },
      { rating: 3, reviewedAt: plus(start, days(20)) },
    ])
    const lapsed = review(known, 1, plus(start, days(60)))
    expect(lapsed).toMatchObject({ phase: 3, lapses: 1 })
    expect(lapsed.stability).toBeLessThan(known?.stability ?? 0)
  })
})

describe('replay', () => {
  it('gives the same memory from the whole log as step by step', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const log = logOf(history)
        const stepwise = log.reduce<ReturnType<typeof replay>>(
          (memory, { rating, reviewedAt }) => review(memory, rating, reviewedAt),
          null,
        )
        expect(replay(log)).toEqual(stepwise)
      }),
    )
  })

  it('is never due before the last review, and keeps its quantities in range', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const memory = replay(logOf(history))
        if (memory === null) {
          expect(history).toEqual([])
          return
        }
        expect(memory.dueAt.getTime()).toBeGreaterThan(memory.lastReviewedAt.getTime())
        expect(memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(memory.difficulty).toBeLessThanOrEqual(10)
        expect(memory.stability).toBeGreaterThan(0)
        expect(memory.intervalDays).toBeLessThanOrEqual(36_500)
      }),
    )
  })
})

describe('the desired retention', () => {
  it('is 0.90 unless told, and may go from 0.70 to 0.99', () => {
    const known = review(null, 4, start)
    expect(review(null, 4, start, { desiredRetention: 0.9 })).toEqual(known)
    expect(review(null, 4, start, { desiredRetention: 0.7 }).intervalDays).toBeGreaterThan(known.intervalDays)
    expect(review(null, 4, start, { desiredRetention: 0.99 }).intervalDays).toBeLessThan(known.intervalDays)
    for (const desiredRetention of [0.69, 0.991, 0, 1, 90, Number.NaN]) {
      const expected = `desiredRetention: expected a number from 0.7 to 0.99, found ${desiredRetention}.`
      expect(() => review(known, 3, start, { desiredRetention })).toThrow(expected)
      expect(() => preview(known, start, { desiredRetention })).toThrow(expected)
      expect(() => replay([{ rating: 4, reviewedAt: start }], [], { desiredRetention })).toThrow(expected)
    }
  })

  it('is what the probability of recall has fallen to at the end of an interval', () => {
    for (const desiredRetention of [0.7, 0.8, 0.9, 0.95]) {
      const known = [0, 8, 80].reduce<Memory | null>(
        (memory, day) => review(memory, 4, plus(start, days(day)), { desiredRetention }),
        null,
      ) as Memory
      expect(recallProbability(known, known.dueAt)).toBeCloseTo(desiredRetention, 2)
    }
  })

  it('brings no card sooner by being lower', () => {
    fc.assert(
      fc.property(cardsInReview, fc.constantFrom(...ratings), ({ memory, at }, rating) => {
        const waits = [0.99, 0.9, 0.8, 0.7].map(
          (desiredRetention) => review(memory, rating, at, { desiredRetention }).intervalDays,
        )
        expect([...waits].sort((a, b) => a - b)).toEqual(waits)
      }),
    )
  })
})

describe('the variation of intervals', () => {
  const variedBy = (memory: Memory | null, rating: Rating, at: Date, seed: string) =>
    review(memory, rating, at, { seed }).intervalDays

  it('gives one card the same memory from the same log, whatever is scheduled in between', () => {
    fc.assert(
      fc.property(histories, schedulings, (history, scheduling) => {
        const log = logOf(history)
        const stepwise = log.reduce<Memory | null>((memory, { rating, reviewedAt }) => {
          preview(memory, reviewedAt, { ...scheduling, seed: 'another' })
          return review(memory, rating, reviewedAt, scheduling)
        }, null)
        expect(replay(log, [], scheduling)).toEqual(stepwise)
      }),
    )
  })

  it('moves the day on which a card falls due and nothing else of its memory', () => {
    fc.assert(
      fc.property(histories, schedulings, (history, scheduling) => {
        const log = logOf(history)
        expect(withoutDueDate(replay(log, [], scheduling))).toEqual(withoutDueDate(replay(log)))
      }),
    )
  })

  it('counts from the last grade alone, however the card was scheduled before', () => {
    fc.assert(
      fc.property(histories, schedulings, schedulings, (history, before, last) => {
        const log = logOf(history)
        const end = log.at(-1)
        if (end === undefined) return
        const memory = review(replay(log.slice(0, -1), [], before), end.rating, end.reviewedAt, last)
        expect(memory).toEqual(replay(log, [], last))
      }),
    )
  })

  it('spreads cards with one log over every day that ts-fsrs allows around the interval', () => {
    const log = [0, 0, 2, 13].map((day) => ({ rating: 3, reviewedAt: plus(start, days(day)) }) as const)
    const cards = Array.from({ length: 200 }, (_, index) => `made-${index}.who`)
    const ofCards = cards.map((seed) => replay(log, [], { seed }))
    const found = [...new Set(ofCards.map((memory) => memory?.intervalDays ?? 0))].sort((a, b) => a - b)
    expect(replay(log)?.intervalDays).toBe(46)
    expect(found).toEqual([42, 43, 44, 45, 46, 47, 48, 49, 50])
  })

  it('keeps siblings that are learned together from staying together', () => {
    const facts = Array.from({ length: 200 }, (_, index) => `made-${index}`)
    const apart = facts.filter(
      (fact) => variedBy(null, 4, start, `${fact}.who`) !== variedBy(null, 4, start, `${fact}.what`),
    )
    expect(apart.length).toBeGreaterThan(140)
  })

  it('stays within a day and a share of the interval that falls from 15 to 5 percent, and leaves two days alone', () => {
    const share = (interval: number, from: number, to: number) => Math.max(0, Math.min(interval, to) - from)
    const widest = (interval: number) =>
      1 + 0.15 * share(interval, 2.5, 7) + 0.1 * share(interval, 7, 20) + 0.05 * share(interval, 20, Infinity)
    fc.assert(
      fc.property(cardsInReview, fc.string(), ({ memory, at }, seed) => {
        const exact = review(memory, 3, at).intervalDays
        const varied = variedBy(memory, 3, at, seed)
        // Half a day by rounding, and one by which Good stays apart from Hard.
        if (exact > 2) expect(Math.abs(varied - exact)).toBeLessThanOrEqual(widest(exact) + 1.5)
        else expect(varied).toBe(exact)
      }),
    )
  })

  it('is what the buttons show, and stays so until the next day', () => {
    fc.assert(
      fc.property(
        cardsInReview,
        schedulings,
        fc.integer({ min: 0, max: 12 * 60 - 1 }),
        ({ memory, at }, scheduling, wait) => {
          const shown = preview(memory, at, scheduling)
          for (const { rating, dueAt } of shown) {
            const graded = review(memory, rating, plus(at, minutes(wait)), scheduling)
            expect(graded.dueAt).toEqual(plus(dueAt, minutes(wait)))
          }
        },
      ),
    )
  })

  it('keeps a better grade later than a worse one, and everything within the longest interval', () => {
    fc.assert(
      fc.property(cardsInReview, schedulings, ({ memory, at }, scheduling) => {
        const waits = preview(memory, at, scheduling).map(({ dueAt }) => dueAt.getTime() - at.getTime())
        expect([...waits].sort((a, b) => a - b)).toEqual(waits)
        expect(waits[3]).toBeLessThanOrEqual(days(36_500))
      }),
    )
  })
})

describe('recallProbability', () => {
  it('is 1 when the card was last seen and before, and 0.9 once its stability has passed', () => {
    fc.assert(
      fc.property(cardsInReview, ({ memory }) => {
        expect(recallProbability(memory, start)).toBe(1)
        expect(recallProbability(memory, plus(start, -days(3)))).toBe(1)
        expect(recallProbability(memory, plus(start, days(memory.stability)))).toBeCloseTo(0.9, 4)
      }),
    )
  })

  it('falls within a day too, and never rises', () => {
    const memory = review(null, 3, start)
    const hourly = Array.from({ length: 48 }, (_, hour) => recallProbability(memory, plus(start, minutes(60 * hour))))
    expect([...hourly].sort((a, b) => b - a)).toEqual(hourly)
    expect(new Set(hourly).size).toBe(48)
  })
})

describe('replay of reviews and answers', () => {
  const graduated = { rating: 4, reviewedAt: start } as const
  const answer = (at: Date, given: Partial<AnsweredFact> = {}): AnsweredFact => ({
    score: 1,
    certainty: null,
    answeredAt: at,
    isAboutOneFact: true,
    ...given,
  })
  /** Some at the very instant of another, and of a review. */
  const answerLists = fc.array(
    fc.record({
      gapMinutes: fc.integer({ min: 0, max: 60 * 24 * 30 }),
      score: fc.constantFrom(0, 0.5, 1),
      certainty: fc.constantFrom(null, 1, 2, 3),
      isAboutOneFact: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  function answersOf(list: readonly ({ gapMinutes: number } & Omit<AnsweredFact, 'answeredAt'>)[]) {
    let at = start
    return list.map(({ gapMinutes, ...given }) => {
      at = plus(at, minutes(gapMinutes))
      return answer(at, given)
    })
  }

  it('takes a wrong answer for an Again and a right one for a Good, at the time when it was given', () => {
    const later = { rating: 3, reviewedAt: plus(start, days(30)) } as const
    for (const { score, rating } of [{ score: 0, rating: 1 } as const, { score: 1, rating: 3 } as const]) {
      const at = plus(start, days(9))
      expect(replay([graduated, later], [answer(at, { score })])).toEqual(
        replay([graduated, { rating, reviewedAt: at }, later]),
      )
    }
  })

  it('counts one of several right answers in a day', () => {
    const at = [days(5), days(5) + minutes(5), days(6) - 1].map((ms) => plus(start, ms))
    const [first, ...rest] = at.map((date) => answer(date))
    expect(tellingAnswers([graduated], [first as AnsweredFact, ...rest])).toEqual([{ answer: first, rating: 3 }])
    expect(tellingAnswers([graduated], [first as AnsweredFact, answer(plus(start, days(6)))])).toHaveLength(2)
  })

  it('counts one of several wrong answers, since the first has sent the card into its steps', () => {
    const wrong = [5, 6, 7].map((day) => answer(plus(start, days(day)), { score: 0 }))
    expect(replay([graduated], wrong)).toMatchObject({ phase: 3, lapses: 1 })
    expect(tellingAnswers([graduated], wrong)).toEqual([{ answer: wrong[0], rating: 1 }])
  })

  it('begins nothing with answers alone, and leaves the steps of a new card alone', () => {
    const answers = [0, 1].map((score) => answer(plus(start, days(2)), { score }))
    expect(replay([], answers)).toBeNull()
    const inSteps = [{ rating: 3, reviewedAt: start }] as const
    expect(replay(inSteps, answers)).toEqual(replay(inSteps))
    expect(replay([{ rating: 3, reviewedAt: plus(start, days(3)) }], answers)).toMatchObject({ reps: 1, phase: 1 })
  })

  it('puts a review before an answer of the same instant', () => {
    expect(replay([graduated], [answer(start, { score: 0 })])).toMatchObject({ phase: 3, lapses: 1 })
  })

  it('leaves what the log leaves in which the answers that tell are reviews', () => {
    fc.assert(
      fc.property(histories, answerLists, (history, list) => {
        const reviews = logOf(history)
        const answers = answersOf(list)
        const telling = tellingAnswers(reviews, answers)
        const asReviews = telling.map(({ answer: { answeredAt: reviewedAt }, rating }) => ({ rating, reviewedAt }))
        const both = [...reviews, ...asReviews].sort((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime())
        expect(replay(reviews, answers)).toEqual(replay(both))
      }),
    )
  })

  it('lets the same answers tell, however the card is scheduled', () => {
    fc.assert(
      fc.property(histories, answerLists, schedulings, (history, list, scheduling) => {
        const reviews = logOf(history)
        const answers = answersOf(list)
        const telling = tellingAnswers(reviews, answers)
        const asReviews = telling.map(({ answer: { answeredAt: reviewedAt }, rating }) => ({ rating, reviewedAt }))
        const both = [...reviews, ...asReviews].sort((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime())
        expect(replay(reviews, answers, scheduling)).toEqual(replay(both, [], scheduling))
      }),
    )
  })
})

describe('formatInterval', () => {
  it.each([
    [minutes(0.4), '<1m'],
    [minutes(10), '10m'],
    [minutes(180), '3h'],
    [days(4), '4d'],
    [days(46), '1.5mo'],
    [days(800), '2.2y'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatInterval(start, plus(start, ms))).toBe(text)
  })
})

describe('days in the schedule', () => {
  const inLosAngeles = { timeZone: 'America/Los_Angeles' }
  const at = (iso: string) => new Date(iso)
  /** Two Goods ten minutes apart, the second of which brings the card out of its steps. */
  const twoGoods = (first: string, second: string, scheduling = {}) =>
    replay(
      [
        { rating: 3, reviewedAt: at(first) },
        { rating: 3, reviewedAt: at(second) },
      ],
      [],
      scheduling,
    )

  it('are the study days of the learner, and not those of UTC', () => {
    const withinDay = twoGoods('2026-03-02T20:00:00Z', '2026-03-02T20:10:00Z', inLosAngeles)
    // Four in the afternoon in Los Angeles, where the study day goes on.
    const overMidnight = twoGoods('2026-03-02T23:55:00Z', '2026-03-03T00:05:00Z', inLosAngeles)
    expect(overMidnight?.stability).toBe(withinDay?.stability)
    expect(overMidnight?.intervalDays).toBe(withinDay?.intervalDays)
    // Four in the morning there, when the next one begins.
    const overRollover = twoGoods('2026-03-02T11:55:00Z', '2026-03-02T12:05:00Z', inLosAngeles)
    expect(overRollover?.stability).toBeGreaterThan(withinDay?.stability ?? 0)
  })

  it('leave the due date at the hour of the review', () => {
    const memory = twoGoods('2026-03-02T20:00:00Z', '2026-03-02T20:10:00Z', inLosAngeles)
    const days = memory?.intervalDays ?? 0
    expect(memory?.dueAt).toEqual(new Date(at('2026-03-02T20:10:00Z').getTime() + days * 86_400_000))
    expect(memory?.lastReviewedAt).toEqual(at('2026-03-02T20:10:00Z'))
  })

  it('are those of the time zone that each review was made in', () => {
    const travelling = replay([
      { rating: 3, reviewedAt: at('2026-03-02T23:55:00Z'), timeZone: 'America/Los_Angeles' },
      { rating: 3, reviewedAt: at('2026-03-03T00:05:00Z'), timeZone: 'America/Los_Angeles' },
      { rating: 3, reviewedAt: at('2026-03-05T10:00:00Z'), timeZone: 'Asia/Tokyo' },
    ])
    const before = twoGoods('2026-03-02T23:55:00Z', '2026-03-03T00:05:00Z', inLosAngeles)
    expect(travelling).toEqual(review(before, 3, at('2026-03-05T10:00:00Z'), { timeZone: 'Asia/Tokyo' }))
  })
})
