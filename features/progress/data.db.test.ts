import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import { listLogs } from '@/features/study/data.ts'
import { indexFacts } from '@/features/study/fact-index.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard } from '@/testing/factories.ts'
import { workOf } from '@/testing/work.ts'
import { cardLogsOf } from './card-log.ts'
import { listReviews, listTimedAnswers } from './data.ts'

const cards = ['made-1.a', 'made-1.b', 'made-2.a'].map((id) => makeCard(id))
const items = [
  { id: 'made-1.who', factIds: ['made-1'] },
  { id: 'made-2.who', factIds: ['made-2'] },
  { id: 'made-m1', factIds: ['made-1', 'made-2'] },
]
const facts = indexFacts(cards, items)
const start = new Date('2026-03-02T12:00:00.500Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

describeOnBothDatabases('what statistics are made from', (open) => {
  let db: Database
  let learnerId: string
  beforeEach(async () => {
    db = open()
    learnerId = await newLearner()
  })

  async function newLearner(): Promise<string> {
    const id = randomUUID()
    await createLearner(db, { id, timeZone: 'Europe/Lisbon' }, start)
    return id
  }

  async function storeReview(given: { by?: string; cardId?: string; rating?: number; isUndone?: boolean; at: Date }) {
    const { by = learnerId, cardId = 'made-1.a', rating = 3, isUndone = false, at } = given
    const id = randomUUID()
    const review = { id, learnerId: by, cardId, cardRevision: 'r1', rating, durationMs: 4200, reviewedAt: at }
    await db.review.create({ data: { ...review, desiredRetention: 0.85, timeZone: 'Europe/Lisbon' } })
    if (isUndone) await db.reviewUndo.create({ data: { reviewId: id, undoneAt: at } })
    return id
  }

  /** An answer in an attempt of its own, or, as a check in a lesson, in none. */
  async function storeAnswer(given: {
    by?: string
    itemId?: string
    score?: number
    durationMs?: number | null
    attempt: 'counts' | 'taken back' | 'none'
    at: Date
  }) {
    const { by = learnerId, itemId = 'made-1.who', score = 1, durationMs = 9000, attempt, at } = given
    const [id, attemptId] = [randomUUID(), attempt === 'none' ? null : randomUUID()]
    if (attemptId !== null) {
      const memoryTakenBackAt = attempt === 'taken back' ? at : null
      await db.attempt.create({
        data: { id: attemptId, learnerId: by, plan: {}, rules: {}, startedAt: at, memoryTakenBackAt },
      })
    }
    await db.answer.create({
      data: {
        id,
        learnerId: by,
        itemId,
        itemRevision: 'r1',
        attemptId,
        response: {},
        score,
        certainty: 2,
        durationMs,
        answeredAt: at,
      },
    })
    return id
  }

  it('lists reviews with all that tells on a memory and how long they took, the oldest first', async () => {
    const second = await storeReview({ rating: 1, at: later(10) })
    const first = await storeReview({ cardId: 'made-2.a', rating: 4, at: later(5) })
    expect(await listReviews(db, workOf(learnerId))).toEqual([
      {
        id: first,
        cardId: 'made-2.a',
        rating: 4,
        durationMs: 4200,
        parameters: null,
        desiredRetention: 0.85,
        timeZone: 'Europe/Lisbon',
        reviewedAt: later(5),
      },
      {
        id: second,
        cardId: 'made-1.a',
        rating: 1,
        durationMs: 4200,
        parameters: null,
        desiredRetention: 0.85,
        timeZone: 'Europe/Lisbon',
        reviewedAt: later(10),
      },
    ])
  })

  it('leaves out reviews that were taken back, and everything of other learners', async () => {
    const other = await newLearner()
    const kept = await storeReview({ at: start })
    await storeReview({ isUndone: true, at: later(1) })
    await storeReview({ by: other, at: later(2) })
    await storeAnswer({ by: other, attempt: 'counts', at: later(3) })
    expect((await listReviews(db, workOf(learnerId))).map(({ id }) => id)).toEqual([kept])
    expect(await listTimedAnswers(db, workOf(learnerId))).toEqual([])
  })

  it('lists every answer, the oldest first, and says which may move the memory of cards', async () => {
    const takenBack = await storeAnswer({ attempt: 'taken back', at: later(3) })
    const check = await storeAnswer({ attempt: 'none', durationMs: null, at: later(2) })
    const counting = await storeAnswer({ attempt: 'counts', at: later(4) })
    const answers = await listTimedAnswers(db, workOf(learnerId))
    expect(answers.map(({ id, durationMs, tellsOnMemory }) => [id, durationMs, tellsOnMemory])).toEqual([
      [check, null, false],
      [takenBack, 9000, false],
      [counting, 9000, true],
    ])
    expect(answers[2]).toMatchObject({ itemId: 'made-1.who', score: 1, certainty: 2, answeredAt: later(4) })
  })

  it('gives of every card that was reviewed the log that its memory is derived from', async () => {
    const deeds = fc.array(
      fc.record({
        isReview: fc.boolean(),
        cardId: fc.constantFrom('made-1.a', 'made-1.b', 'made-2.a', 'given-up.a'),
        rating: fc.integer({ min: 1, max: 4 }),
        isUndone: fc.constantFrom(false, false, false, true),
        itemId: fc.constantFrom('made-1.who', 'made-2.who', 'made-m1', 'given-up.who'),
        score: fc.constantFrom(0, 0.5, 1),
        attempt: fc.constantFrom('counts' as const, 'counts' as const, 'taken back' as const, 'none' as const),
        // Several at once, too, for the order within an instant to be the same.
        minute: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 5, maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(deeds, async (given) => {
        learnerId = await newLearner()
        for (const { isReview, minute, ...deed } of given) {
          if (isReview) await storeReview({ ...deed, at: later(minute) })
          else await storeAnswer({ ...deed, at: later(minute) })
        }
        const reviews = await listReviews(db, workOf(learnerId))
        const cardIds = [...new Set(reviews.map(({ cardId }) => cardId))]
        const logs = cardLogsOf(reviews, await listTimedAnswers(db, workOf(learnerId)), facts)
        expect(logs).toEqual(await listLogs(db, workOf(learnerId), cardIds, facts))
      }),
      { numRuns: 15 },
    )
  })
})
