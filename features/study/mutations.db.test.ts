import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard } from '@/testing/factories.ts'
import { countReviewsSince, listMemories, listReviewsOfCard } from './data.ts'
import { type IncomingReview, recordReview, undoReview } from './mutations.ts'
import { replay } from './schedule.ts'

const card = makeCard('made-1.a')
const start = new Date('2026-03-02T12:00:00.500Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

describeOnBothDatabases('the log of reviews', (open) => {
  let db: Database
  let learnerId: string
  beforeEach(async () => {
    db = open()
    learnerId = randomUUID()
    await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, start)
  })

  function review(given: Partial<IncomingReview> = {}): IncomingReview {
    return { reviewId: randomUUID(), learnerId, card, rating: 3, durationMs: 4200, ...given }
  }

  async function expectStateToFollowFromLog() {
    const memories = await listMemories(db, learnerId)
    expect(memories.get(card.id) ?? null).toEqual(replay(await listReviewsOfCard(db, learnerId, card.id)))
  }

  it('leaves exactly the memory that its replay gives', async () => {
    await recordReview(db, review(), start)
    await recordReview(db, review({ rating: 1 }), later(10))
    await recordReview(db, review({ rating: 4 }), later(12))
    expect(await listReviewsOfCard(db, learnerId, card.id)).toHaveLength(3)
    await expectStateToFollowFromLog()
  })

  it('stores one review for the same id, however often and at once it is sent', async () => {
    const incoming = review()
    await Promise.all(Array.from({ length: 6 }, () => recordReview(db, incoming, start)))
    expect(await listReviewsOfCard(db, learnerId, card.id)).toHaveLength(1)
    await expectStateToFollowFromLog()
  })

  it('counts every review when several come at once', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, index) => recordReview(db, review(), later(index))))
    expect(await listReviewsOfCard(db, learnerId, card.id)).toHaveLength(5)
    await expectStateToFollowFromLog()
  })

  it('takes a review back once, keeps it in the log, and makes a card new again that has no other', async () => {
    const only = review()
    await recordReview(db, only, start)
    expect(await undoReview(db, only, later(1))).toEqual({ cardId: card.id })
    expect(await undoReview(db, only, later(2))).toEqual({ cardId: card.id })
    expect(await listReviewsOfCard(db, learnerId, card.id)).toEqual([])
    expect(await listMemories(db, learnerId)).toEqual(new Map())
    expect(await db.review.count({ where: { learnerId } })).toBe(1)
  })

  it('does not bring back what was taken back when the review is sent again', async () => {
    const only = review()
    await recordReview(db, only, start)
    await undoReview(db, only, later(1))
    await recordReview(db, only, later(2))
    expect(await listReviewsOfCard(db, learnerId, card.id)).toEqual([])
  })

  it('takes nothing back for somebody else', async () => {
    const incoming = review()
    await recordReview(db, incoming, start)
    const other = randomUUID()
    await createLearner(db, { id: other, timeZone: 'UTC' }, start)
    expect(await undoReview(db, { reviewId: incoming.reviewId, learnerId: other }, later(1))).toMatchObject({
      refused: { status: 404 },
    })
    expect(await recordReview(db, { ...incoming, learnerId: other }, later(1))).toMatchObject({
      refused: { status: 409 },
    })
    expect(await listReviewsOfCard(db, learnerId, card.id)).toHaveLength(1)
  })

  it('counts new cards and reviews of a day apart, without what was taken back', async () => {
    const second = makeCard('made-2.a')
    const undone = review({ card: second })
    await recordReview(db, review(), start)
    await recordReview(db, review(), later(60 * 24))
    await recordReview(db, undone, later(60 * 24))
    await undoReview(db, undone, later(60 * 24 + 1))
    await recordReview(db, review({ card: makeCard('made-3.a') }), later(60 * 24 + 2))
    expect(await countReviewsSince(db, learnerId, later(60 * 20))).toEqual({ newCards: 1, reviews: 1 })
  })

  it('caps the time of an answer at a minute', async () => {
    await recordReview(db, review({ durationMs: 900_000 }), start)
    expect(await db.review.findFirst({ where: { learnerId } })).toMatchObject({ durationMs: 60_000 })
  })
})
