import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { type AfterMerge, mergeGuest } from '@/features/accounts/merge/mutations.ts'
import { createLearner } from '@/features/accounts/mutations.ts'
import { type Database, inTransaction } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard } from '@/testing/factories.ts'
import { workOf } from '@/testing/work.ts'
import { listMemories } from './data.ts'
import { indexFacts } from './fact-index.ts'
import { deriveMemories, rebuildMemories } from './mutations.ts'

const cards = ['made-1.a', 'made-1.b', 'made-2.a'].map((id) => makeCard(id))
const facts = indexFacts(cards, [
  { id: 'made-1.who', factIds: ['made-1'] },
  { id: 'made-2.who', factIds: ['made-2'] },
])
const start = new Date('2026-03-02T12:00:00.500Z')
const afterHours = (hours: number) => new Date(start.getTime() + hours * 3_600_000)

/** Something that was done, by the guest or in the account. */
type Deed = { by: 'guest' | 'own'; hours: number; pick: number } & (
  | { kind: 'review'; rating: number; isUndone: boolean }
  | { kind: 'answer'; score: 0 | 1; isTakenBack: boolean }
  | { kind: 'check' | 'flag' }
)

const anyDeed = fc.tuple(
  fc.record({ by: fc.constantFrom('guest', 'own'), hours: fc.nat({ max: 3000 }), pick: fc.nat({ max: 5 }) }),
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('review'),
        rating: fc.integer({ min: 1, max: 4 }),
        isUndone: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('answer'), score: fc.constantFrom(0, 1), isTakenBack: fc.boolean() }),
    },
    fc.record({ kind: fc.constantFrom('check', 'flag') }),
  ),
)
const histories = fc
  .array(anyDeed, { maxLength: 14 })
  .map((pairs) => pairs.map(([where, what]) => ({ ...where, ...what }) as Deed))

const afterMerge: AfterMerge = async (tx, learnerId) => {
  await deriveMemories(tx, workOf(learnerId), facts, true)
}

describeOnBothDatabases('two histories that are joined', (open) => {
  let db: Database
  beforeEach(() => {
    db = open()
  })

  async function makeLearner() {
    const id = randomUUID()
    await createLearner(db, { id, timeZone: 'Europe/Lisbon' }, start)
    return id
  }

  /** Stores one deed under an id that begins with `prefix`. */
  async function store(learnerId: string, deed: Deed, prefix: string, index: number) {
    const id = `${prefix}-${String(index).padStart(3, '0')}`
    const at = afterHours(deed.hours)
    const factNumber = (deed.pick % 2) + 1
    const item = { itemId: `made-${factNumber}.who`, itemRevision: 'r1' }
    if (deed.kind === 'review') {
      const { id: cardId } = cards[deed.pick % cards.length] as (typeof cards)[number]
      const undone = deed.isUndone ? { undone: { create: { undoneAt: at } } } : {}
      await db.review.create({
        data: {
          id,
          learnerId,
          cardId,
          cardRevision: 'r1',
          rating: deed.rating,
          durationMs: 900,
          reviewedAt: at,
          ...undone,
        },
      })
    } else if (deed.kind === 'answer') {
      const plan = { kind: 'practice' }
      const taken = deed.isTakenBack ? at : null
      await db.attempt.create({
        data: {
          id,
          learnerId,
          plan,
          rules: {},
          startedAt: at,
          memoryTakenBackAt: taken,
          items: { create: { position: 1, ...item } },
          events: { create: { id: `${id}-e`, sequence: 1, kind: 'answered', detail: {}, givenAt: at, receivedAt: at } },
        },
      })
      await db.answer.create({
        data: { id: `${id}-a`, learnerId, attemptId: id, ...item, response: {}, score: deed.score, answeredAt: at },
      })
    } else if (deed.kind === 'check') {
      await db.answer.create({ data: { id, learnerId, ...item, response: {}, score: 1, answeredAt: at } })
    } else {
      await db.itemFlag.create({ data: { id, learnerId, ...item, comment: 'Odd.', flaggedAt: at } })
    }
  }

  /** All that is kept of a learner, with ids as if nothing had been prefixed. */
  async function allOf(learnerId: string) {
    const order = { orderBy: { id: 'asc' as const } }
    const rows = {
      reviews: await db.review.findMany({ where: { learnerId }, include: { undone: true }, ...order }),
      attempts: await db.attempt.findMany({ where: { learnerId }, include: { items: true, events: true }, ...order }),
      answers: await db.answer.findMany({ where: { learnerId }, ...order }),
      flags: await db.itemFlag.findMany({ where: { learnerId }, ...order }),
      memories: [...(await listMemories(db, workOf(learnerId)))],
    }
    return JSON.parse(
      JSON.stringify(rows)
        .replaceAll(/"(one|two)-/g, '"')
        .replaceAll(learnerId, 'learner'),
    )
  }

  it('are the history of one who did it all: nothing is lost and nothing is there twice', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (deeds) => {
        await db.learner.deleteMany({})
        const [guest, own, whole] = [await makeLearner(), await makeLearner(), await makeLearner()]
        for (const [index, deed] of deeds.entries()) {
          await store(deed.by === 'guest' ? guest : own, deed, 'one', index)
          await store(whole, deed, 'two', index)
        }
        for (const id of [guest, own, whole]) await rebuildMemories(db, workOf(id), facts, true)

        const merge = () => inTransaction(db, (tx) => mergeGuest(tx, guest, own, afterMerge))
        expect(await merge()).toBe(true)
        expect(await allOf(own)).toEqual(await allOf(whole))
        expect(await db.learner.findUnique({ where: { id: guest } })).toBeNull()
        // Again, as when the answer was lost and the browser asks once more.
        expect(await merge()).toBe(false)
        expect(await allOf(own)).toEqual(await allOf(whole))
        expect(await rebuildMemories(db, workOf(own), facts, false)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })

  it('keep what was decided about a card in either', async () => {
    const [guest, own] = [await makeLearner(), await makeLearner()]
    const standing = { suspendedAt: null, buriedUntil: null, markedAt: null, note: '' }
    await db.cardStanding.createMany({
      data: [
        { ...standing, learnerId: guest, cardId: 'made-1.a', suspendedAt: start, note: 'from the library' },
        { ...standing, learnerId: own, cardId: 'made-1.a', markedAt: start, note: 'from home' },
        { ...standing, learnerId: guest, cardId: 'made-1.b', buriedUntil: afterHours(5) },
      ],
    })
    await inTransaction(db, (tx) => mergeGuest(tx, guest, own, afterMerge))
    const rows = await db.cardStanding.findMany({ where: { learnerId: own }, orderBy: { cardId: 'asc' } })
    expect(rows).toEqual([
      {
        learnerId: own,
        cardId: 'made-1.a',
        suspendedAt: start,
        buriedUntil: null,
        markedAt: start,
        note: 'from home\n\nfrom the library',
      },
      { ...standing, learnerId: own, cardId: 'made-1.b', buriedUntil: afterHours(5) },
    ])
  })

  it('are not joined where the guest is the demo, oneself or somebody with an account', async () => {
    const [own, other] = [await makeLearner(), await makeLearner()]
    await createLearner(db, { id: 'demo', timeZone: 'UTC' }, start)
    await db.account.create({
      data: { id: 'a', learnerId: other, email: 'a@b.example', emailShown: 'a@b.example', name: 'A', createdAt: start },
    })
    for (const guest of ['demo', own, other, 'nobody']) {
      expect(await inTransaction(db, (tx) => mergeGuest(tx, guest, own, afterMerge))).toBe(false)
    }
    expect(await db.learner.count()).toBe(3)
  })
})
