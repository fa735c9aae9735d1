import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { makeCard } from '@/testing/factories.ts'
import { workOf } from '@/testing/work.ts'
import { memoryOf, memoryUnder } from './card-memory.ts'
import { type Fit, findFitInUse, listFits, listLogs, listMemories } from './data.ts'
import { indexFacts } from './fact-index.ts'
import { keepFit, rebuildMemories, recordReview, takeIntoUse, undoReview } from './mutations.ts'
import { type Rating, ratings, replay, usualParameters } from './schedule.ts'

const cards = ['made-1.a', 'made-2.a'].map((id) => makeCard(id))
const facts = indexFacts(cards, [])
const start = new Date('2026-03-02T12:00:00Z')
const settings = { desiredRetention: 0.9, timeZone: 'Europe/Lisbon' }

/** Parameters of somebody who remembers so many times as long. */
const scaled = (factor: number) => usualParameters.map((one, index) => (index < 4 ? one * factor : one))

const deeds = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ card: fc.nat({ max: 1 }), rating: fc.constantFrom(...ratings) }) },
    { weight: 1, arbitrary: fc.record({ use: fc.constantFrom(null, 0, 1) }) },
    { weight: 1, arbitrary: fc.record({ undo: fc.nat() }) },
  ),
  { maxLength: 25 },
)

describeOnBothDatabases('fitted parameters', (open) => {
  let db: Database
  let learnerId: string
  let fits: Fit[]
  beforeEach(async () => {
    db = open()
    await newLearner()
  })

  async function newLearner() {
    learnerId = randomUUID()
    await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, start)
    fits = [0.4, 2.5].map((factor, index) => ({
      id: randomUUID(),
      parameters: scaled(factor),
      before: usualParameters,
      reviewCount: 70,
      predictedBefore: { logLoss: 0.4, expectedShare: 0.9 },
      predictedAfter: { logLoss: 0.3, expectedShare: 0.85 },
      recalledShare: 0.84,
      fittedAt: new Date(start.getTime() + index),
    }))
    for (const fit of fits) await keepFit(db, workOf(learnerId), fit)
  }

  async function grade(index: number, rating: Rating, at: Date): Promise<string> {
    const reviewId = randomUUID()
    const parameterFitId = (await findFitInUse(db, workOf(learnerId)))?.id ?? null
    const card = cards[index] ?? makeCard('made-1.a')
    const given = { reviewId, work: workOf(learnerId), card, rating, durationMs: 1, ...settings, parameterFitId }
    await recordReview(db, given, facts, at)
    return reviewId
  }

  it('are kept once, beside those they are compared with, and come into use when asked', async () => {
    await keepFit(db, workOf(learnerId), fits[0] as Fit)
    expect(await listFits(db, workOf(learnerId))).toEqual(fits.toReversed())
    expect(await findFitInUse(db, workOf(learnerId))).toBeNull()
    expect(await takeIntoUse(db, workOf(learnerId), fits[0]?.id ?? '')).toBeNull()
    expect(await findFitInUse(db, workOf(learnerId))).toEqual(fits[0])
    await takeIntoUse(db, workOf(learnerId), null)
    expect(await findFitInUse(db, workOf(learnerId))).toBeNull()
  })

  it('are nobody else’s', async () => {
    const theirs = fits[0]?.id ?? ''
    await newLearner()
    expect(await takeIntoUse(db, workOf(learnerId), theirs)).toMatchObject({ refused: { status: 404 } })
    expect((await listFits(db, workOf(learnerId))).map(({ id }) => id)).not.toContain(theirs)
  })

  it('move no card before its next review, and from then on schedule the whole of its log', async () => {
    const days = (count: number) => new Date(start.getTime() + count * 86_400_000)
    await grade(0, 4, start)
    const before = await listMemories(db, workOf(learnerId))
    await takeIntoUse(db, workOf(learnerId), fits[0]?.id ?? '')
    expect(await listMemories(db, workOf(learnerId))).toEqual(before)
    expect(await rebuildMemories(db, workOf(learnerId), facts, true)).toEqual([])
    expect(await listMemories(db, workOf(learnerId))).toEqual(before)
    await grade(0, 3, days(8))
    const log = [
      { rating: 4, reviewedAt: start, timeZone: 'Europe/Lisbon' },
      { rating: 3, reviewedAt: days(8), timeZone: 'Europe/Lisbon' },
    ] as const
    const scheduling = { seed: 'made-1.a', ...settings, parameters: scaled(0.4) }
    expect((await listMemories(db, workOf(learnerId))).get('made-1.a')).toEqual(replay(log, [], scheduling))
    expect(replay(log, [], scheduling)).not.toEqual(replay(log, [], { ...scheduling, parameters: usualParameters }))
  })

  it('say before a review what it will lead to, though the card still lies as it did', async () => {
    await grade(0, 4, start)
    await takeIntoUse(db, workOf(learnerId), fits[1]?.id ?? '')
    const [log] = await listLogs(db, workOf(learnerId), ['made-1.a'], facts)
    if (log === undefined) throw new Error('there is no log')
    const memory = memoryOf(log)
    if (memory === null) throw new Error('there is no memory')
    const next = memoryUnder(memory, log, scaled(2.5))
    expect(next.dueAt).toEqual(memory.dueAt)
    expect(next.stability).toBeGreaterThan(memory.stability)
    expect(memoryUnder(memory, log, null)).toEqual(memory)
  })

  it('leave nothing that a rebuild would store otherwise, whenever they change and whatever is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (history) => {
        await newLearner()
        const reviewIds: string[] = []
        for (const [index, deed] of history.entries()) {
          const at = new Date(start.getTime() + index * 31 * 3_600_000)
          if ('rating' in deed) reviewIds.push(await grade(deed.card, deed.rating, at))
          else if ('use' in deed) {
            const before = await listMemories(db, workOf(learnerId))
            await takeIntoUse(db, workOf(learnerId), deed.use === null ? null : (fits[deed.use]?.id ?? ''))
            expect(await listMemories(db, workOf(learnerId))).toEqual(before)
          } else {
            const reviewId = reviewIds[deed.undo % Math.max(1, reviewIds.length)]
            if (reviewId !== undefined) await undoReview(db, { reviewId, work: workOf(learnerId) }, facts, at)
          }
        }
        expect(await rebuildMemories(db, workOf(learnerId), facts, false)).toEqual([])
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})
