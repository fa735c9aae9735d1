import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Certainty } from '@/features/quiz/certainty.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard } from '@/testing/factories.ts'
import { workOf } from '@/testing/work.ts'
import type { Card } from './card.ts'
import {
  countReviewsSince,
  findSettings,
  listLogs,
  listMemories,
  listReviewsOfCard,
  listSeenSince,
  listStandings,
  memoryEffectsOf,
} from './data.ts'
import { indexFacts } from './fact-index.ts'
import {
  changeCards,
  changeSettings,
  type IncomingReview,
  rebuildMemories,
  recordReview,
  rememberAnswers,
  takeBackMemory,
  undoReview,
} from './mutations.ts'
import { type GradedReview, type Memory, type Rating, ratings, replay } from './schedule.ts'
import { usualSettings } from './settings.ts'
import { plainStanding } from './standing.ts'

const card = makeCard('made-1.a')
const sibling = makeCard('made-1.b')
const otherCard = makeCard('made-2.a')
const cards = [card, sibling, otherCard]
const onFirst = { id: 'made-1.who', factIds: ['made-1'] }
const alsoOnFirst = { id: 'made-1.what', factIds: ['made-1'] }
const onSecond = { id: 'made-2.who', factIds: ['made-2'] }
const onBoth = { id: 'made-m1', factIds: ['made-1', 'made-2'] }
const items = [onFirst, alsoOnFirst, onSecond, onBoth]
const facts = indexFacts(cards, items)
const start = new Date('2026-03-02T12:00:00.500Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
/** How a learner studies, as each review has it. */
const settings = { desiredRetention: 0.9, timeZone: 'Europe/Lisbon', parameterFitId: null }
const schedulingOf = (cardId: string) => ({ seed: cardId, ...settings })
const daysLater = (days: number) => later(days * 24 * 60)

describeOnBothDatabases('the log of reviews', (open) => {
  let db: Database
  let learnerId: string
  beforeEach(async () => {
    db = open()
    learnerId = randomUUID()
    await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, start)
  })

  function review(given: Partial<IncomingReview> = {}): IncomingReview {
    return { reviewId: randomUUID(), work: workOf(learnerId), card, rating: 3, durationMs: 4200, ...settings, ...given }
  }

  async function expectStateToFollowFromLog() {
    const memories = await listMemories(db, workOf(learnerId))
    expect(memories.get(card.id) ?? null).toEqual(
      replay(await listReviewsOfCard(db, workOf(learnerId), card.id), [], schedulingOf(card.id)),
    )
  }

  it('leaves exactly the memory that its replay gives', async () => {
    await recordReview(db, review(), facts, start)
    await recordReview(db, review({ rating: 1 }), facts, later(10))
    await recordReview(db, review({ rating: 4 }), facts, later(12))
    expect(await listReviewsOfCard(db, workOf(learnerId), card.id)).toHaveLength(3)
    await expectStateToFollowFromLog()
  })

  it('stores one review for the same id, however often and at once it is sent', async () => {
    const incoming = review()
    await Promise.all(Array.from({ length: 6 }, () => recordReview(db, incoming, facts, start)))
    expect(await listReviewsOfCard(db, workOf(learnerId), card.id)).toHaveLength(1)
    await expectStateToFollowFromLog()
  })

  it('counts every review when several come at once', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, index) => recordReview(db, review(), facts, later(index))))
    expect(await listReviewsOfCard(db, workOf(learnerId), card.id)).toHaveLength(5)
    await expectStateToFollowFromLog()
  })

  it('takes a review back once, keeps it in the log, and makes a card new again that has no other', async () => {
    const only = review()
    await recordReview(db, only, facts, start)
    expect(await undoReview(db, only, facts, later(1))).toEqual({ cardId: card.id })
    expect(await undoReview(db, only, facts, later(2))).toEqual({ cardId: card.id })
    expect(await listReviewsOfCard(db, workOf(learnerId), card.id)).toEqual([])
    expect(await listMemories(db, workOf(learnerId))).toEqual(new Map())
    expect(await db.review.count({ where: { learnerId } })).toBe(1)
  })

  it('does not bring back what was taken back when the review is sent again', async () => {
    const only = review()
    await recordReview(db, only, facts, start)
    await undoReview(db, only, facts, later(1))
    await recordReview(db, only, facts, later(2))
    expect(await listReviewsOfCard(db, workOf(learnerId), card.id)).toEqual([])
  })

  it('takes nothing back for somebody else', async () => {
    const incoming = review()
    await recordReview(db, incoming, facts, start)
    const other = randomUUID()
    await createLearner(db, { id: other, timeZone: 'UTC' }, start)
    expect(await undoReview(db, { reviewId: incoming.reviewId, work: workOf(other) }, facts, later(1))).toMatchObject({
      refused: { status: 404 },
    })
    expect(await recordReview(db, { ...incoming, work: workOf(other) }, facts, later(1))).toMatchObject({
      refused: { status: 409 },
    })
    expect(await listReviewsOfCard(db, workOf(learnerId), card.id)).toHaveLength(1)
  })

  it('counts new cards and reviews of a day apart, without what was taken back', async () => {
    const second = makeCard('made-2.a')
    const undone = review({ card: second })
    await recordReview(db, review(), facts, start)
    await recordReview(db, review(), facts, later(60 * 24))
    await recordReview(db, undone, facts, later(60 * 24))
    await undoReview(db, undone, facts, later(60 * 24 + 1))
    await recordReview(db, review({ card: makeCard('made-3.a') }), facts, later(60 * 24 + 2))
    const seen = await listSeenSince(db, workOf(learnerId), later(60 * 20))
    expect(seen).toEqual([
      { cardId: card.id, isNew: false },
      { cardId: 'made-3.a', isNew: true },
    ])
    expect(await countReviewsSince(db, workOf(learnerId), later(60 * 20), new Set(['made-3.a']))).toBe(1)
  })

  it('caps the time of an answer at a minute', async () => {
    await recordReview(db, review({ durationMs: 900_000 }), facts, start)
    expect(await db.review.findFirst({ where: { learnerId } })).toMatchObject({ durationMs: 60_000 })
  })
})

interface GivenAnswer {
  item: { id: string; factIds: string[] }
  score: number
  certainty?: Certainty | null
  /** Null for a check in a lesson; an attempt of its own unless given. */
  attemptId?: string | null
  at: Date
}

/** What a learner may do, in any order. Attempts and reviews go by number. */
const deeds = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      card: fc.constantFrom(...cards),
      // Easy brings a new card out of its steps at once.
      rating: fc.constantFrom(...ratings, 4 as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      item: fc.constantFrom(...items),
      score: fc.constantFrom(0, 0.5, 1, 1),
      certainty: fc.constantFrom(null, 1 as const, 2 as const, 3 as const),
      attempt: fc.constantFrom(null, 0, 1, 2),
      waitedHours: fc.constantFrom(0, 0, 1, 40),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), review: fc.nat({ max: 20 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('take-back' as const),
      attempt: fc.nat({ max: 2 }),
      isTakenBack: fc.boolean(),
    }),
  },
)
const histories = fc.array(fc.record({ gapHours: fc.integer({ min: 0, max: 24 * 10 }), deed: deeds }), {
  minLength: 8,
  maxLength: 24,
})
type Deed = typeof deeds extends fc.Arbitrary<infer Value> ? Value : never

/** Both logs once more, as the test has kept them, and what they leave. */
class Model {
  readonly reviews: (GradedReview & { id: string; cardId: string })[] = []
  readonly answers: GivenAnswer[] = []
  readonly undone = new Set<string>()
  readonly takenBack = new Set<string | null>()

  memoryOf({ id, factId }: Card): Memory | null {
    const reviews = this.reviews.filter((review) => review.cardId === id && !this.undone.has(review.id))
    const answers = this.answers
      .filter(
        ({ item, attemptId }) => item.factIds.includes(factId ?? '') && attemptId && !this.takenBack.has(attemptId),
      )
      .map(({ item, score, certainty = null, at: answeredAt }) => ({
        score,
        certainty,
        answeredAt,
        isAboutOneFact: item.factIds.length === 1,
      }))
      .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime())
    return replay(reviews, answers, schedulingOf(id))
  }
}

describeOnBothDatabases('answers that feed the memory of cards', (open) => {
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

  async function newAttempt(): Promise<string> {
    const id = randomUUID()
    await db.attempt.create({ data: { id, learnerId, plan: {}, rules: {}, startedAt: start } })
    return id
  }

  /** A card that one Easy has brought out of its steps. */
  async function graduate(...graduates: Card[]): Promise<void> {
    for (const each of graduates) await grade(each, 4, start)
  }

  async function grade(graded: Card, rating: (typeof ratings)[number], at: Date): Promise<string> {
    const reviewId = randomUUID()
    await recordReview(
      db,
      { reviewId, work: workOf(learnerId), card: graded, rating, durationMs: 4200, ...settings },
      facts,
      at,
    )
    return reviewId
  }

  /** Stores answers as a quiz does: all in one transaction, at the end of which they are remembered. */
  async function answer(...given: GivenAnswer[]): Promise<void> {
    const own = await Promise.all(
      given.map(async ({ attemptId }) => attemptId ?? (attemptId === null ? null : newAttempt())),
    )
    await inTransaction(db, async (tx) => {
      for (const [index, { item, score, certainty = null, at: answeredAt }] of given.entries()) {
        const attemptId = own[index] ?? null
        const stamp = { id: randomUUID(), learnerId, itemId: item.id, itemRevision: 'r1', attemptId }
        await tx.answer.create({ data: { ...stamp, response: {}, score, certainty, answeredAt } })
      }
      await rememberAnswers(
        tx,
        workOf(learnerId),
        given.map(({ item }) => item),
        facts,
      )
    })
  }

  const takeBack = (attemptId: string, isTakenBack: boolean, now: Date) =>
    takeBackMemory(db, { work: workOf(learnerId), attemptId, isTakenBack }, facts, now)
  const effects = (attemptId: string) => memoryEffectsOf(db, workOf(learnerId), attemptId, facts)
  const memories = () => listMemories(db, workOf(learnerId))
  const memoryOf = async ({ id }: Card) => (await memories()).get(id)
  const takenBackAt = async (attemptId: string) =>
    (await db.attempt.findUnique({ where: { id: attemptId } }))?.memoryTakenBackAt

  /** The memory that these grades leave of a card. */
  const left = ({ id }: Card, ...grades: [rating: Rating, reviewedAt: Date][]) =>
    replay(
      grades.map(([rating, reviewedAt]) => ({ rating, reviewedAt })),
      [],
      schedulingOf(id),
    )

  it('lets a wrong answer lapse every card of its fact that has left its steps, and no other', async () => {
    await graduate(card, sibling, otherCard)
    const untouched = await memoryOf(otherCard)
    await answer({ item: onFirst, score: 0, certainty: 3, at: later(5) })
    for (const each of [card, sibling]) {
      const lapsed = left(each, [4, start], [1, later(5)])
      expect(lapsed).toMatchObject({ phase: 3, lapses: 1 })
      expect(await memoryOf(each)).toEqual(lapsed)
    }
    expect(await memoryOf(otherCard)).toEqual(untouched)
  })

  it('strengthens by a right answer after a day what it does not strengthen before, or by a guess', async () => {
    await graduate(card)
    const graduated = await memoryOf(card)
    await answer({ item: onFirst, score: 1, at: later(24 * 60 - 1) })
    await answer({ item: onFirst, score: 1, certainty: 1, at: daysLater(2) })
    expect(await memoryOf(card)).toEqual(graduated)
    await answer({ item: onFirst, score: 1, certainty: 2, at: daysLater(3) })
    expect(await memoryOf(card)).toEqual(left(card, [4, start], [3, daysLater(3)]))
  })

  it('lets an item about several facts strengthen the cards of all, and none lapse', async () => {
    await graduate(card, otherCard)
    const graduated = await memories()
    await answer({ item: onBoth, score: 0, at: daysLater(2) })
    await answer({ item: onBoth, score: 0.5, at: daysLater(2) })
    expect(await memories()).toEqual(graduated)
    await answer({ item: onBoth, score: 1, at: daysLater(2) })
    for (const each of [card, otherCard]) expect(await memoryOf(each)).toMatchObject({ reps: 2, lapses: 0 })
  })

  it('changes nothing of a card in its steps, and leaves a card that was never seen new', async () => {
    await grade(card, 3, start)
    const inSteps = await memories()
    await answer({ item: onFirst, score: 0, at: daysLater(2) }, { item: onBoth, score: 1, at: daysLater(2) })
    expect(await memories()).toEqual(inSteps)
    await grade(sibling, 4, daysLater(3))
    expect(await memoryOf(sibling)).toEqual(left(sibling, [4, daysLater(3)]))
  })

  it('gives an answer its place in time, though it is stored after a later review', async () => {
    await graduate(card)
    await grade(card, 3, daysLater(4))
    await answer({ item: onFirst, score: 0, at: daysLater(2) })
    expect(await memoryOf(card)).toEqual(left(card, [4, start], [1, daysLater(2)], [3, daysLater(4)]))
  })

  it('still knows of the answers when the card is reviewed again, or a review of it is taken back', async () => {
    await graduate(card)
    await answer({ item: onFirst, score: 0, at: daysLater(2) })
    const lapsed = await memoryOf(card)
    const reviewId = await grade(card, 3, later(2 * 24 * 60 + 10))
    expect(await memoryOf(card)).toMatchObject({ phase: 2, lapses: 1 })
    await undoReview(db, { reviewId, work: workOf(learnerId) }, facts, daysLater(3))
    expect(await memoryOf(card)).toEqual(lapsed)
  })

  it('takes back exactly what an attempt has done, and brings exactly that back', async () => {
    await graduate(card, sibling, otherCard)
    const lessonCheck = { item: onSecond, score: 0, at: daysLater(1) }
    await answer(lessonCheck)
    const before = await memories()
    const attemptId = await newAttempt()
    await answer(
      { item: onFirst, score: 0, attemptId, at: daysLater(2) },
      { item: onBoth, score: 1, attemptId, at: daysLater(2) },
    )
    const after = await memories()
    expect(after).not.toEqual(before)

    expect(await takeBack(attemptId, true, daysLater(3))).toEqual({ strengthened: 0, lapsed: 0, isTakenBack: true })
    expect(await memories()).toEqual(before)
    expect(await db.answer.count({ where: { attemptId } })).toBe(2)
    expect(await takeBack(attemptId, false, daysLater(4))).toEqual({ strengthened: 0, lapsed: 2, isTakenBack: false })
    expect(await memories()).toEqual(after)
  })

  it('changes nothing when an attempt is taken back twice, or let count that counts', async () => {
    await graduate(card)
    const attemptId = await newAttempt()
    await answer({ item: onFirst, score: 0, attemptId, at: daysLater(2) })
    const counting = await memories()
    await takeBack(attemptId, false, daysLater(3))
    expect(await memories()).toEqual(counting)

    await takeBack(attemptId, true, daysLater(3))
    const takenBack = await memories()
    expect(await takeBack(attemptId, true, daysLater(4))).toMatchObject({ isTakenBack: true })
    expect(await memories()).toEqual(takenBack)
    expect(await takenBackAt(attemptId)).toEqual(daysLater(3))
  })

  it('does not count the answers that an attempt gets after it was taken back', async () => {
    await graduate(card)
    const graduated = await memories()
    const attemptId = await newAttempt()
    await takeBack(attemptId, true, daysLater(1))
    await answer({ item: onFirst, score: 0, attemptId, at: daysLater(2) })
    expect(await memories()).toEqual(graduated)
  })

  it('refuses to take back an attempt of somebody else, or one that is not there', async () => {
    await graduate(card)
    const attemptId = await newAttempt()
    await answer({ item: onFirst, score: 0, attemptId, at: daysLater(2) })
    const before = await memories()
    const refused = { refused: { status: 404, code: 'unknown-attempt' } }
    const somebodyElse = { work: workOf(await newLearner()), attemptId, isTakenBack: true }
    expect(await takeBackMemory(db, somebodyElse, facts, daysLater(3))).toMatchObject(refused)
    expect(await takeBack(randomUUID(), true, daysLater(3))).toMatchObject(refused)
    expect(await memories()).toEqual(before)
    expect(await takenBackAt(attemptId)).toBeNull()
    expect(await memoryEffectsOf(db, workOf(somebodyElse.work.learnerId), attemptId, facts)).toBeNull()
  })

  it('tells how many cards an attempt has strengthened and how many have lapsed by it, each card once', async () => {
    await graduate(card, otherCard)
    await grade(sibling, 3, start)
    await answer({ item: onFirst, score: 0, at: later(5) })
    const [early, late] = [await newAttempt(), await newAttempt()]
    await answer({ item: onSecond, score: 1, attemptId: early, at: later(60) })
    expect(await effects(early)).toEqual({ strengthened: 0, lapsed: 0, isTakenBack: false })

    await grade(card, 3, later(15))
    await answer(
      { item: onBoth, score: 1, attemptId: late, at: daysLater(2) },
      { item: alsoOnFirst, score: 0, attemptId: late, at: later(2 * 24 * 60 + 1) },
      { item: onSecond, score: 1, attemptId: late, at: later(2 * 24 * 60 + 2) },
    )
    // The card is strengthened first and lapses then; the other is strengthened once; the sibling is in its steps.
    expect(await effects(late)).toEqual({ strengthened: 1, lapsed: 1, isTakenBack: false })
  })

  it('moves no card by a check in a lesson, which is answered with the lesson in view', async () => {
    await graduate(card)
    const graduated = await memories()
    await answer({ item: onFirst, score: 0, attemptId: null, at: daysLater(2) })
    await answer({ item: onFirst, score: 1, attemptId: null, at: daysLater(5) })
    expect(await memories()).toEqual(graduated)
  })

  it('counts no answer towards the limits of a day', async () => {
    await graduate(card)
    await answer({ item: onFirst, score: 1, at: daysLater(2) }, { item: onSecond, score: 0, at: daysLater(2) })
    expect(await memoryOf(card)).toMatchObject({ reps: 2 })
    expect(await countReviewsSince(db, workOf(learnerId), daysLater(1), new Set())).toBe(0)
    expect((await listSeenSince(db, workOf(learnerId), daysLater(1))).some(({ isNew }) => isNew)).toBe(false)
  })

  it('finds by rebuilding what is stored otherwise than the log has it, and mends it when asked to', async () => {
    await changeCards(db, workOf(learnerId), [sibling.id], { kind: 'suspended', isSuspended: true }, start)
    await graduate(card, otherCard, sibling)
    const right = await memories()
    const key = { learnerId_cardId: { learnerId, cardId: card.id } }
    const siblingKey = { learnerId_cardId: { learnerId, cardId: sibling.id } }
    await db.cardState.update({ where: siblingKey, data: { isSuspended: false } })
    await db.cardState.update({ where: key, data: { intervalDays: 999 } })
    await db.cardState.delete({ where: { learnerId_cardId: { learnerId, cardId: otherCard.id } } })
    const differing = (await rebuildMemories(db, workOf(learnerId), facts, false)).map(({ cardId }) => cardId)
    expect(differing.sort()).toEqual([card.id, otherCard.id, sibling.id].sort())
    expect((await memoryOf(card))?.intervalDays).toBe(999)
    await rebuildMemories(db, workOf(learnerId), facts, true)
    expect(await memories()).toEqual(right)
    expect(await rebuildMemories(db, workOf(learnerId), facts, false)).toEqual([])
  })

  it('moves no card by a change of the desired retention before its next review', async () => {
    await graduate(card, otherCard)
    const before = await memories()
    await changeSettings(db, workOf(learnerId), { ...usualSettings, desiredRetention: 0.8 })
    expect(await findSettings(db, workOf(learnerId))).toEqual({ ...usualSettings, desiredRetention: 0.8 })
    expect(await rebuildMemories(db, workOf(learnerId), facts, true)).toEqual([])
    expect(await memories()).toEqual(before)
    // From then on the card may wait longer.
    const atNinety = left(card, [4, start], [3, daysLater(9)])
    const reviewId = randomUUID()
    const next = {
      reviewId,
      work: workOf(learnerId),
      card,
      rating: 3,
      durationMs: 1,
      ...settings,
      desiredRetention: 0.8,
    } as const
    await recordReview(db, next, facts, daysLater(9))
    expect((await memoryOf(card))?.intervalDays).toBeGreaterThan(atNinety?.intervalDays ?? 0)
    expect(await rebuildMemories(db, workOf(learnerId), facts, false)).toEqual([])
  })

  it('keeps what was decided about a card, one thing beside the other', async () => {
    const until = daysLater(1)
    await changeCards(db, workOf(learnerId), [card.id, sibling.id], { kind: 'buried', until }, start)
    await changeCards(db, workOf(learnerId), [card.id], { kind: 'suspended', isSuspended: true }, start)
    await changeCards(db, workOf(learnerId), [card.id], { kind: 'marked', isMarked: true }, start)
    await changeCards(db, workOf(learnerId), [card.id], { kind: 'noted', note: 'Mind the year.' }, start)
    expect(await listStandings(db, workOf(learnerId))).toEqual(
      new Map([
        [card.id, { isSuspended: true, buriedUntil: until, isMarked: true, note: 'Mind the year.' }],
        [sibling.id, { ...plainStanding, buriedUntil: until }],
      ]),
    )
    await changeCards(db, workOf(learnerId), [card.id], { kind: 'suspended', isSuspended: false }, start)
    expect((await listStandings(db, workOf(learnerId))).get(card.id)).toMatchObject({
      isSuspended: false,
      isMarked: true,
    })
    expect(await listStandings(db, workOf(await newLearner()))).toEqual(new Map())
  })

  it('reads the answers to more items than a query may name, the oldest first', async () => {
    const many = Array.from({ length: 1100 }, (_, index) => ({ id: `made-1.${index}`, factIds: ['made-1'] }))
    const [first, last] = [many[0], many.at(-1)] as [(typeof many)[number], (typeof many)[number]]
    await answer({ item: first, score: 1, at: daysLater(4) }, { item: last, score: 0, at: daysLater(2) })
    const [log] = await listLogs(db, workOf(learnerId), [card.id], indexFacts(cards, many))
    expect(log?.answers.map(({ score }) => score)).toEqual([0, 1])
  })

  it('stores what the replay of both logs gives, after any reviews, answers, undoings and takings back', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        learnerId = await newLearner()
        const attemptIds = [await newAttempt(), await newAttempt(), await newAttempt()]
        const model = new Model()
        let hours = 0
        for (const [index, { gapHours, deed }] of history.entries()) {
          hours += gapHours
          // No two at the same instant, where ids that differ at each run would decide which comes first.
          const instant = (hoursAgo: number) => new Date(start.getTime() + (hours - hoursAgo) * 3_600_000 + index)
          await perform(deed, attemptIds, instant, model)
          const stored = await memories()
          for (const each of cards) expect(stored.get(each.id) ?? null).toEqual(model.memoryOf(each))
        }
        expect(await rebuildMemories(db, workOf(learnerId), facts, false)).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  async function perform(deed: Deed, attemptIds: string[], instant: (hoursAgo: number) => Date, model: Model) {
    const at = instant(0)
    switch (deed.kind) {
      case 'review': {
        const id = await grade(deed.card, deed.rating, at)
        model.reviews.push({ id, cardId: deed.card.id, rating: deed.rating, reviewedAt: at })
        break
      }
      case 'answer': {
        const { item, score, certainty, waitedHours } = deed
        const attemptId = deed.attempt === null ? null : (attemptIds[deed.attempt] ?? null)
        // In an attempt the first answer to an item stands.
        if (attemptId !== null && model.answers.some((each) => each.attemptId === attemptId && each.item === item))
          break
        const given = { item, score, certainty, attemptId, at: instant(waitedHours) }
        await answer(given)
        model.answers.push(given)
        break
      }
      case 'undo': {
        const review = model.reviews[deed.review % Math.max(1, model.reviews.length)]
        if (review === undefined) break
        await undoReview(db, { reviewId: review.id, work: workOf(learnerId) }, facts, at)
        model.undone.add(review.id)
        break
      }
      case 'take-back': {
        const attemptId = attemptIds[deed.attempt] ?? ''
        await takeBack(attemptId, deed.isTakenBack, at)
        if (deed.isTakenBack) model.takenBack.add(attemptId)
        else model.takenBack.delete(attemptId)
        break
      }
    }
  }
})
