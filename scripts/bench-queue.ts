/**
 * `npm run bench:queue`: how long it takes to be handed the next card and the counts of the day, by a learner with 1 000,
 * 10 000 and 100 000 cards, each with 1 000 000 reviews behind them; asked of the production server over HTTP, on SQLite
 * and on PostgreSQL. Prints JSON: medians and 95th percentiles in milliseconds. Takes some minutes.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { learnerCookie, sealLearner } from '@/features/accounts/identity.ts'
import { createLearner } from '@/features/accounts/mutations.ts'
import { intervalBucketOf } from '@/features/study/overdueness.ts'
import { type Database, openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { administer } from '@/testing/postgresql.ts'
import { startServer } from '@/testing/server.ts'
import { build, buildContent, isBuilt } from './build.mjs'
import { ensurePostgresql } from './test/postgresql.mjs'

const cardCounts = [1_000, 10_000, 100_000]
const reviewCount = 1_000_000
const rounds = { warmUp: 10, measured: 100 }
const rowsAtOnce = 2_000
const dayMs = 86_400_000

/** The shares of a collection that are due now, suspended, and new; the rest falls due later. */
const shares = { due: 0.3, suspended: 0.02, isNew: 0.1 }
/** How many are in their steps: what a day has begun, however large the collection is. */
const inSteps = 20

const secret = randomBytes(32).toString('hex')
const now = new Date()

/** A learner with a collection that is what years of use leave. */
async function makeLearner(db: Database, learner: number, cardCount: number): Promise<string> {
  const learnerId = randomUUID()
  await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, new Date(now.getTime() - 3_000 * dayMs))
  const cards = Array.from({ length: cardCount }, (_, index) => {
    const isNew = index >= cardCount * (1 - shares.isNew)
    const isInSteps = index < inSteps
    const intervalDays = isInSteps ? 0 : Math.ceil(2 ** (Math.random() * 10))
    const isDue = isInSteps || Math.random() < shares.due
    // A card that is due has been so for up to half its interval.
    const dueInMs = (isDue ? -Math.random() * 0.5 : 0.1 + Math.random()) * Math.max(1, intervalDays) * dayMs
    const dueAt = new Date(now.getTime() + dueInMs)
    const lastReviewedAt = new Date(Math.min(dueAt.getTime(), now.getTime() - 2 * dayMs) - intervalDays * dayMs)
    const id = `00000000-0000-4000-8${learner}00-${String(index).padStart(12, '0')}`
    return { index, id, isNew, isInSteps, intervalDays, dueAt, lastReviewedAt }
  })
  await inParts(cards, (part) =>
    db.ownCard.createMany({
      data: part.map(({ id, index, isNew }) => ({
        id,
        learnerId,
        front: `Front of card ${index}`,
        back: `Back of card ${index}`,
        createdAt: new Date(now.getTime() - 2_000 * dayMs + index),
        editedAt: now,
        isNew,
      })),
    }),
  )
  const seen = cards.filter(({ isNew }) => !isNew)
  await inParts(seen, (part) =>
    db.cardState.createMany({
      data: part.map(({ id, isInSteps, intervalDays, dueAt, lastReviewedAt }) => {
        const schedule = { phase: isInSteps ? 1 : 2, intervalDays, dueAt }
        return {
          ...schedule,
          learnerId,
          cardId: `own:${id}`,
          stability: Math.max(1, intervalDays),
          difficulty: 1 + 9 * Math.random(),
          learningStep: 0,
          reps: 5,
          lapses: 0,
          firstReviewedAt: new Date(now.getTime() - 2_500 * dayMs),
          lastReviewedAt,
          intervalBucket: intervalBucketOf(schedule),
          isSuspended: Math.random() < shares.suspended,
        }
      }),
    }),
  )
  await makeReviews(db, learnerId, seen[0]?.id.slice(0, 24) ?? '', seen.length)
  return learnerId
}

/** One in a thousand reviews is stored by itself and the rest is made of those, which is a hundred times faster. */
async function makeReviews(db: Database, learnerId: string, idsBeginWith: string, seenCount: number): Promise<void> {
  const copies = 1_000
  await db.review.createMany({
    data: Array.from({ length: reviewCount / copies }, (_, index) => ({
      id: `${learnerId} ${index}`,
      learnerId,
      cardId: `own:${idsBeginWith}${String(index % seenCount).padStart(12, '0')}`,
      cardRevision: 'bench',
      rating: 3,
      durationMs: index,
      timeZone: 'Europe/Lisbon',
      // The last two days are free, so that the day's limits are whole.
      reviewedAt: new Date(now.getTime() - (2 + 2_400 * Math.random()) * dayMs),
    })),
  })
  await db.$executeRaw`
    WITH RECURSIVE "copy"("number") AS (SELECT 1 UNION ALL SELECT "number" + 1 FROM "copy" WHERE "number" < ${copies - 1})
    INSERT INTO "Review" ("id", "learnerId", "cardId", "cardRevision", "rating", "durationMs", "timeZone", "reviewedAt")
    SELECT "id" || ' ' || "number", "learnerId",
      'own:' || ${idsBeginWith} || substr(
        '000000000000' || (("durationMs" * ${copies} + "number") % ${seenCount}),
        length('000000000000' || (("durationMs" * ${copies} + "number") % ${seenCount})) - 11
      ),
      "cardRevision", "rating", 4000, "timeZone", "reviewedAt"
    FROM "Review" CROSS JOIN "copy" WHERE "learnerId" = ${learnerId}`
}

async function inParts<Row>(rows: readonly Row[], store: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) await store(rows.slice(start, start + rowsAtOnce))
}

/** The time of each of many requests for what a session is handed out with, in turns for all learners. */
async function timeQueues(url: string, learnerIds: readonly string[]) {
  const times = learnerIds.map((): number[] => [])
  const counts = learnerIds.map(() => 0)
  const cookies = await Promise.all(
    learnerIds.map(async (id) => `${learnerCookie.name}=${await sealLearner(id, secret)}`),
  )
  for (let round = 0; round < rounds.warmUp + rounds.measured; round += 1) {
    for (const [index, cookie] of cookies.entries()) {
      const startedAt = performance.now()
      const response = await fetch(`${url}/api/queue?deck=all`, { headers: { cookie } })
      const session: { cards: unknown[] } = await response.json()
      const ms = performance.now() - startedAt
      if (!response.ok) throw new Error(`/api/queue answered ${response.status}: ${JSON.stringify(session)}`)
      counts[index] = session.cards.length
      if (round >= rounds.warmUp) times[index]?.push(ms)
    }
  }
  return times.map((ofLearner, index) => {
    const sorted = ofLearner.toSorted((a, b) => a - b)
    const quantile = (share: number) => Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10
    return { cardsHandedOut: counts[index], medianMs: quantile(0.5), p95Ms: quantile(0.95) }
  })
}

async function bench(name: string, databaseUrl: string) {
  await deploy(databaseUrl)
  const db = openDatabase(databaseUrl)
  const learnerIds: string[] = []
  for (const [index, cardCount] of cardCounts.entries()) {
    console.error(`${name}: making ${cardCount} cards and ${reviewCount} reviews …`)
    learnerIds.push(await makeLearner(db, index, cardCount))
  }
  // As the databases do by themselves once a collection has grown.
  await db.$executeRawUnsafe('ANALYZE')
  await db.$disconnect()
  const server = await startServer({ databaseUrl, secret })
  try {
    const measured = await timeQueues(server.url, learnerIds)
    const medians = measured.map(({ medianMs }) => medianMs)
    return {
      database: name,
      sizes: measured.map((one, index) => ({ cards: cardCounts[index], reviews: reviewCount, ...one })),
      largestOverSmallest: Math.round((100 * Math.max(...medians)) / Math.min(...medians)) / 100,
    }
  } finally {
    await server.stop()
  }
}

if (!isBuilt()) {
  await buildContent()
  await build()
}
const dir = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'))
const results = []
try {
  results.push(await bench('SQLite', `file:${path.join(dir, 'bench.db')}`))
} finally {
  rmSync(dir, { recursive: true })
}
const postgresql = await ensurePostgresql()
if ('missing' in postgresql) {
  console.error(`Not run on PostgreSQL: ${postgresql.missing}`)
} else {
  const databaseName = `rapporteur_bench_${process.pid}`
  const url = new URL(postgresql.url)
  await administer(url.href, `CREATE DATABASE ${databaseName}`)
  url.pathname = databaseName
  try {
    results.push(await bench('PostgreSQL', url.href))
  } finally {
    await administer(postgresql.url, `DROP DATABASE ${databaseName} WITH (FORCE)`)
    postgresql.remove()
  }
}
console.log(JSON.stringify({ what: 'GET /api/queue?deck=all', node: process.version, results }, null, 2))
process.exit()
