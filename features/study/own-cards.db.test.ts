import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard, makeFact } from '@/testing/factories.ts'
import { workOf } from '@/testing/work.ts'
import type { Card } from './card.ts'
import {
  type CatalogOfCards,
  findCardOf,
  findOwnCards,
  listMemories,
  listOwnCards,
  listReviewsOfCard,
  listStandings,
  withSiblings,
} from './data.ts'
import { indexFacts } from './fact-index.ts'
import {
  changeCards,
  deleteOwnCard,
  type KeptCard,
  keepOwnCard,
  rebuildMemories,
  recordReview,
  rememberAnswers,
  undoReview,
} from './mutations.ts'
import { cardIdOfOwn, largestOwnDeck, type OwnCard } from './own-card.ts'
import { type Rating, replay } from './schedule.ts'
import { plainStanding } from './standing.ts'

const fact = makeFact('account', { id: 'made-1' })
const catalogCard = makeCard('made-1.a')
const catalog: CatalogOfCards = {
  findCard: (cardId) => (cardId === catalogCard.id ? catalogCard : undefined),
  findFact: (factId) => (factId === fact.id ? fact : undefined),
}
const item = { id: 'made-1.who', factIds: ['made-1'] }
const facts = indexFacts([catalogCard], [item])
const start = new Date('2026-03-02T12:00:00.500Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const settings = { desiredRetention: 0.9, timeZone: 'Europe/Lisbon', parameterFitId: null }
const unknown = { refused: { status: 404, code: 'unknown-card' } }

describeOnBothDatabases('the cards that a learner makes', (open) => {
  let db: Database
  let learnerId: string
  let stranger: string
  beforeEach(async () => {
    db = open()
    learnerId = await newLearner()
    stranger = await newLearner()
  })

  async function newLearner(): Promise<string> {
    const id = randomUUID()
    await createLearner(db, { id, timeZone: 'Europe/Lisbon' }, start)
    return id
  }

  const written = (given: Partial<KeptCard> = {}): KeptCard => ({
    id: randomUUID(),
    factId: null,
    front: 'Who spoke first?',
    back: 'Ada,\nthen Ben.',
    ...given,
  })

  async function make(given: Partial<KeptCard> = {}, at = start, by = learnerId): Promise<OwnCard> {
    const result = await keepOwnCard(db, workOf(by), written(given), facts, at)
    if ('refused' in result) throw new Error(result.refused.message)
    return result.kept
  }

  async function cardOf({ id }: Pick<OwnCard, 'id'>, by = learnerId): Promise<Card> {
    const card = await findCardOf(db, workOf(by), cardIdOfOwn(id), catalog)
    if (card === undefined) throw new Error(`there is no card ${id}`)
    return card
  }

  async function grade(card: Card, rating: Rating, at: Date): Promise<string> {
    const reviewId = randomUUID()
    await recordReview(
      db,
      { reviewId, work: workOf(learnerId), card, rating, durationMs: 4200, ...settings },
      facts,
      at,
    )
    return reviewId
  }

  const newest = (before: OwnCard | null = null, count = 50) =>
    listOwnCards(db, workOf(learnerId), { newest: count, before })
  const isNew = async ({ id }: OwnCard) => (await newest()).find((card) => card.id === id)?.isNew
  const rebuilt = () => rebuildMemories(db, workOf(learnerId), facts, false)

  it('is kept as it was written, and once however often and at once it is sent', async () => {
    const card = written()
    await Promise.all(Array.from({ length: 6 }, () => keepOwnCard(db, workOf(learnerId), card, facts, start)))
    expect(await newest()).toEqual([{ ...card, createdAt: start, editedAt: start, isNew: true }])
    await keepOwnCard(db, workOf(learnerId), card, facts, later(1))
    expect(await newest()).toMatchObject([{ editedAt: start }])
  })

  it('takes a new wording and a new revision, and keeps its fact and its schedule', async () => {
    const made = await make({ factId: 'made-1' })
    const before = await cardOf(made)
    await grade(before, 4, later(1))
    const memories = await listMemories(db, workOf(learnerId))
    await keepOwnCard(db, workOf(learnerId), { ...made, factId: null, back: 'Ben.' }, facts, later(2))
    expect(await newest()).toEqual([
      { ...made, factId: 'made-1', back: 'Ben.', createdAt: start, editedAt: later(2), isNew: false },
    ])
    expect((await cardOf(made)).revision).not.toBe(before.revision)
    expect(await listMemories(db, workOf(learnerId))).toEqual(memories)
  })

  it('is found as a card among those of the catalog, with the citations of its fact', async () => {
    const free = await make()
    const onFact = await make({ factId: 'made-1' })
    const onLostFact = await make({ factId: 'made-999' })
    expect(await cardOf(free)).toMatchObject({ id: `own:${free.id}`, factId: null, locators: [] })
    expect(await cardOf(onFact)).toMatchObject({ factId: 'made-1', fact: fact.says, locators: fact.cites })
    expect(await cardOf(onLostFact)).toMatchObject({ factId: null, fact: '', locators: [] })
    expect(await findCardOf(db, workOf(learnerId), catalogCard.id, catalog)).toEqual(catalogCard)
    for (const cardId of [cardIdOfOwn(randomUUID()), 'own:', free.id, 'made-999.a']) {
      expect(await findCardOf(db, workOf(learnerId), cardId, catalog)).toBeUndefined()
    }
  })

  it('is a sibling of its fact’s cards and of others on it; a free card is alone', async () => {
    const [free, one, two] = [await make(), await make({ factId: 'made-1' }), await make({ factId: 'made-1' })]
    await make({ factId: 'made-1' }, start, stranger)
    const siblings = [catalogCard.id, cardIdOfOwn(one.id), cardIdOfOwn(two.id)].sort()
    expect((await withSiblings(db, workOf(learnerId), await cardOf(one), facts)).sort()).toEqual(siblings)
    expect((await withSiblings(db, workOf(learnerId), catalogCard, facts)).sort()).toEqual(siblings)
    expect(await withSiblings(db, workOf(learnerId), await cardOf(free), facts)).toEqual([cardIdOfOwn(free.id)])
  })

  it('is listed page by page, the newest first, those of the same instant too', async () => {
    const made = []
    for (const minutes of [0, 0, 0, 1, 2]) made.push(await make({}, later(minutes)))
    const order = made
      .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id)
    const paged: OwnCard[] = []
    for (let page = await newest(null, 2); page.length > 0; page = await newest(page.at(-1) ?? null, 2)) {
      paged.push(...page)
    }
    expect(paged.map(({ id }) => id)).toEqual(order)
  })

  it('is new until it is reviewed, and again once every review of it is taken back', async () => {
    const made = await make()
    const card = await cardOf(made)
    expect(await isNew(made)).toBe(true)
    const [first, second] = [await grade(card, 3, later(1)), await grade(card, 3, later(15))]
    expect(await isNew(made)).toBe(false)
    expect((await listMemories(db, workOf(learnerId))).get(card.id)).toEqual(
      replay(await listReviewsOfCard(db, workOf(learnerId), card.id), [], { seed: card.id, ...settings }),
    )
    await undoReview(db, { reviewId: second, work: workOf(learnerId) }, facts, later(16))
    expect(await isNew(made)).toBe(false)
    expect(await undoReview(db, { reviewId: first, work: workOf(learnerId) }, facts, later(17))).toEqual({
      cardId: card.id,
    })
    expect(await isNew(made)).toBe(true)
    expect(await listMemories(db, workOf(learnerId))).toEqual(new Map())
    expect(await rebuilt()).toEqual([])
  })

  it('is not moved by answers to questions on its fact, as those are other questions', async () => {
    const made = await make({ factId: 'made-1' })
    for (const card of [await cardOf(made), catalogCard]) await grade(card, 4, start)
    const before = await listMemories(db, workOf(learnerId))
    const attempt = { id: randomUUID(), learnerId, plan: {}, rules: {}, startedAt: start }
    await db.attempt.create({ data: attempt })
    await inTransaction(db, async (tx) => {
      const stamp = { id: randomUUID(), learnerId, itemId: item.id, itemRevision: 'r1', attemptId: attempt.id }
      await tx.answer.create({ data: { ...stamp, response: {}, score: 0, answeredAt: later(60) } })
      await rememberAnswers(tx, workOf(learnerId), [item], facts)
    })
    const after = await listMemories(db, workOf(learnerId))
    expect(after.get(catalogCard.id)).toMatchObject({ lapses: 1 })
    expect(after.get(cardIdOfOwn(made.id))).toEqual(before.get(cardIdOfOwn(made.id)))
    expect(await rebuilt()).toEqual([])
  })

  it('goes with its memory and what was decided about it; its reviews stay in the log', async () => {
    const [made, other] = [await make(), await make()]
    for (const each of [made, other]) await grade(await cardOf(each), 4, later(1))
    const cardIds = [made, other].map(({ id }) => cardIdOfOwn(id))
    await changeCards(db, workOf(learnerId), cardIds, { kind: 'noted', note: 'Mind the year.' }, later(2))
    await deleteOwnCard(db, workOf(learnerId), made.id)
    await deleteOwnCard(db, workOf(learnerId), made.id)
    await deleteOwnCard(db, workOf(learnerId), randomUUID())

    const left = cardIdOfOwn(other.id)
    expect((await newest()).map(({ id }) => id)).toEqual([other.id])
    expect([...(await listMemories(db, workOf(learnerId))).keys()]).toEqual([left])
    expect(await listStandings(db, workOf(learnerId))).toEqual(
      new Map([[left, { ...plainStanding, note: 'Mind the year.' }]]),
    )
    expect(await db.review.count({ where: { learnerId } })).toBe(2)
    expect(await rebuilt()).toEqual([])
  })

  it('gets no memory any more by what was on its way when it was deleted', async () => {
    const made = await make()
    const card = await cardOf(made)
    const reviewId = await grade(card, 4, later(1))
    await deleteOwnCard(db, workOf(learnerId), made.id)
    const late = {
      reviewId: randomUUID(),
      work: workOf(learnerId),
      card,
      rating: 3,
      durationMs: 1,
      ...settings,
    } as const
    expect(await recordReview(db, late, facts, later(2))).toEqual({ memory: null })
    await undoReview(db, { reviewId, work: workOf(learnerId) }, facts, later(3))
    expect(await listMemories(db, workOf(learnerId))).toEqual(new Map())
    expect(await rebuilt()).toEqual([])
  })

  it('comes back with its memory when it is kept again after it was deleted', async () => {
    const made = await make()
    await grade(await cardOf(made), 4, later(1))
    const before = await listMemories(db, workOf(learnerId))
    await deleteOwnCard(db, workOf(learnerId), made.id)
    expect(await make(made, later(2))).toMatchObject({ id: made.id, isNew: false })
    expect(await listMemories(db, workOf(learnerId))).toEqual(before)
    expect(await rebuilt()).toEqual([])
  })

  it('is mended by rebuilding where its memory or its mark as new is not what the log leaves', async () => {
    const [seen, unseen, plain] = [await make(), await make(), await make()]
    await grade(await cardOf(seen), 4, later(1))
    const right = [await listMemories(db, workOf(learnerId)), await newest()]
    await db.ownCard.updateMany({ where: { id: seen.id }, data: { isNew: true } })
    await db.ownCard.updateMany({ where: { id: unseen.id }, data: { isNew: false } })
    const differences = await rebuilt()
    expect(new Map(differences.map(({ cardId, isStoredNew }) => [cardId, isStoredNew]))).toEqual(
      new Map([
        [cardIdOfOwn(seen.id), true],
        [cardIdOfOwn(unseen.id), false],
      ]),
    )
    await db.cardState.deleteMany({ where: { learnerId } })
    await rebuildMemories(db, workOf(learnerId), facts, true)
    expect([await listMemories(db, workOf(learnerId)), await newest()]).toEqual(right)
    expect(await isNew(plain)).toBe(true)
    expect(await rebuilt()).toEqual([])
  })

  it('is nobody else’s: another learner can neither read, change, delete, decide on nor review it', async () => {
    const made = await make({ factId: 'made-1' })
    const cardId = cardIdOfOwn(made.id)
    await grade(await cardOf(made), 4, later(1))
    await changeCards(db, workOf(learnerId), [cardId], { kind: 'noted', note: 'Mine.' }, later(2))
    const mine = [await newest(), await listMemories(db, workOf(learnerId)), await listStandings(db, workOf(learnerId))]

    expect(await listOwnCards(db, workOf(stranger), { newest: 50, before: null })).toEqual([])
    expect(await listOwnCards(db, workOf(stranger), { factIds: ['made-1'] })).toEqual([])
    expect(await findOwnCards(db, workOf(stranger), [cardId])).toEqual(new Map())
    // Every write that names a card finds it by this first.
    expect(await findCardOf(db, workOf(stranger), cardId, catalog)).toBeUndefined()
    expect(await keepOwnCard(db, workOf(stranger), { ...made, front: 'Theirs?' }, facts, later(3))).toMatchObject(
      unknown,
    )
    await deleteOwnCard(db, workOf(stranger), made.id)
    // Even a review that got past that leaves no trace on either’s memory.
    const forged = {
      reviewId: randomUUID(),
      work: workOf(stranger),
      card: await cardOf(made),
      durationMs: 1,
      ...settings,
    }
    expect(await recordReview(db, { ...forged, rating: 1 }, facts, later(4))).toEqual({ memory: null })
    expect(await listMemories(db, workOf(stranger))).toEqual(new Map())

    expect([
      await newest(),
      await listMemories(db, workOf(learnerId)),
      await listStandings(db, workOf(learnerId)),
    ]).toEqual(mine)
  })

  it('goes with its learner', async () => {
    await make()
    await db.learner.delete({ where: { id: learnerId } })
    expect(await db.ownCard.count()).toBe(0)
  })

  it('is refused in words when there are as many as are kept, until one is deleted', async () => {
    const { id } = await make()
    // By copying it where it lies: sent one by one they would take half a minute.
    await db.$executeRaw`
      INSERT INTO "OwnCard" ("id", "learnerId", "front", "back", "createdAt", "editedAt", "isNew")
      WITH RECURSIVE copy(number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM copy WHERE number < ${largestOwnDeck})
      SELECT 'copy-' || number, "learnerId", "front", "back", "createdAt", "editedAt", "isNew"
      FROM "OwnCard" CROSS JOIN copy WHERE "id" = ${id}`
    const card = written()
    expect(await keepOwnCard(db, workOf(learnerId), card, facts, later(1))).toMatchObject({
      refused: { status: 422, code: 'too-many-cards', message: expect.stringContaining('100,000 cards') },
    })
    // What is there can still be changed, and others are not held up.
    expect(await make({ id, front: 'Who?' })).toMatchObject({ front: 'Who?' })
    await make({}, start, stranger)
    await deleteOwnCard(db, workOf(learnerId), 'copy-2')
    expect(await make(card)).toMatchObject({ id: card.id })
  }, 60_000)
})
