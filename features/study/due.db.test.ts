import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { listDueInSteps, listDueReviews, nextDueAfter } from './data.ts'
import { changeCards } from './mutations.ts'
import { intervalBucketOf, intervalBuckets } from './overdueness.ts'

const now = new Date('2026-03-02T12:00:00Z')
const dueBefore = new Date('2026-03-03T04:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

const states = fc.array(
  fc.record({
    phase: fc.constantFrom(1, 2, 2, 2, 2, 3),
    intervalDays: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 36_500 })),
    dueInHours: fc.integer({ min: -3000, max: 200 }),
    isSuspended: fc.boolean(),
  }),
  { maxLength: 60 },
)

describeOnBothDatabases('what is due', (open) => {
  let db: Database
  beforeEach(() => {
    db = open()
  })

  it('is found by indexes as a look at every card would find it', async () => {
    await fc.assert(
      fc.asyncProperty(states, fc.integer({ min: 1, max: 30 }), async (given, most) => {
        const learnerId = randomUUID()
        await createLearner(db, { id: learnerId, timeZone: 'UTC' }, now)
        const rows = given.map(({ phase, intervalDays, dueInHours, isSuspended }, index) => {
          const memory = { phase, intervalDays: phase === 2 ? intervalDays : 0, dueAt: inHours(dueInHours) }
          return {
            ...memory,
            cardId: `made-${String(index).padStart(2, '0')}.a`,
            isSuspended,
            learnerId,
            stability: 1,
            difficulty: 5,
            learningStep: 0,
            reps: 1,
            lapses: 0,
            firstReviewedAt: inHours(-5000),
            lastReviewedAt: inHours(-4000),
            intervalBucket: intervalBucketOf(memory),
          }
        })
        await db.cardState.createMany({ data: rows })

        const due = rows.filter(({ dueAt, isSuspended }) => !isSuspended && dueAt < dueBefore)
        const daysOf = new Map(intervalBuckets.map(({ bucket, days }) => [bucket, days]))
        const late = ({ dueAt, intervalBucket }: (typeof rows)[number]) =>
          (now.getTime() - dueAt.getTime()) / (daysOf.get(intervalBucket) ?? 1)
        const reviews = due.filter(({ phase }) => phase === 2).sort((a, b) => late(b) - late(a))
        const asked = { now, dueBefore, lastReviewedBefore: now, most }
        const found = await listDueReviews(db, workOf(learnerId), asked)
        expect(found).toHaveLength(Math.min(most, reviews.length))
        const lateness = new Map(rows.map((row) => [row.cardId, late(row)]))
        expect(found.map((id) => lateness.get(id))).toEqual(reviews.slice(0, most).map(late))

        const steps = due
          .filter(({ phase }) => phase !== 2)
          .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.cardId < b.cardId ? -1 : 1))
        expect(await listDueInSteps(db, workOf(learnerId), dueBefore)).toEqual(steps.map(({ cardId }) => cardId))

        const later = rows.flatMap(({ dueAt, isSuspended }) => (!isSuspended && dueAt > now ? [dueAt.getTime()] : []))
        const next = await nextDueAfter(db, workOf(learnerId), now)
        expect(next?.getTime() ?? Number.POSITIVE_INFINITY).toBe(Math.min(...later, Number.POSITIVE_INFINITY))
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('leaves out what was seen since, and what is suspended from now on', async () => {
    const learnerId = randomUUID()
    await createLearner(db, { id: learnerId, timeZone: 'UTC' }, now)
    const row = {
      learnerId,
      dueAt: inHours(-1),
      stability: 1,
      difficulty: 5,
      phase: 2,
      learningStep: 0,
      intervalDays: 3,
      reps: 2,
      lapses: 0,
      firstReviewedAt: inHours(-400),
      intervalBucket: intervalBucketOf({ phase: 2, intervalDays: 3 }),
    }
    await db.cardState.createMany({
      data: [
        { ...row, cardId: 'made-1.a', lastReviewedAt: inHours(-2) },
        { ...row, cardId: 'made-2.a', lastReviewedAt: inHours(-100) },
      ],
    })
    const ask = (lastReviewedBefore: Date) =>
      listDueReviews(db, workOf(learnerId), { now, dueBefore, lastReviewedBefore, most: 10 })
    expect(await ask(inHours(-8))).toEqual(['made-2.a'])
    expect(await ask(now)).toEqual(['made-1.a', 'made-2.a'])
    await changeCards(db, workOf(learnerId), ['made-1.a'], { kind: 'suspended', isSuspended: true }, now)
    expect(await ask(now)).toEqual(['made-2.a'])
    await changeCards(db, workOf(learnerId), ['made-1.a'], { kind: 'suspended', isSuspended: false }, now)
    expect(await ask(now)).toEqual(['made-1.a', 'made-2.a'])
  })
})
