/**
 * `npm run bench:gradebook`: how long a teacher waits for the grades of 100 and of 1 000 learners in 50 assignments, asked
 * of the production server over HTTP, on SQLite and on PostgreSQL. Prints JSON: medians and 95th percentiles in
 * milliseconds, and the time for each cell shown, which in the larger should be within three times that in the smaller.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { GradebookSheet } from '@/features/classroom/gradebook/sheet.ts'
import { type Database, openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { inParts, makeAssignment, makeClass, quizOf, signedInCookie } from '@/testing/assigned.ts'
import { administer } from '@/testing/postgresql.ts'
import { startServer } from '@/testing/server.ts'
import { build, buildContent, isBuilt } from './build.mjs'
import { ensurePostgresql } from './test/postgresql.mjs'

const learnerCounts = [100, 1_000]
const assignmentCount = 50
const questionCount = 20
const rounds = { warmUp: 5, measured: 30 }
const dayMs = 86_400_000

/** The shares of cells that are not begun, late, and decided about by hand. */
const shares = { notBegun: 0.1, late: 0.1, decided: 0.03 }

const secret = randomBytes(32).toString('hex')
const now = new Date()

interface MadeClass {
  classId: string
  cookie: string
  cells: number
}

/** A class at the end of a year: attempts, grades, and what teachers decided. */
async function makeGradedClass(db: Database, learnerCount: number): Promise<MadeClass> {
  const names = Array.from({ length: learnerCount }, (_, index) => `Learner ${String(index).padStart(4, '0')}`)
  const { classId, teacher, learners } = await makeClass(db, { learners: names })
  const work = quizOf(Array.from({ length: questionCount }, (_, index) => `question-${index}`))
  for (let number = 0; number < assignmentCount; number += 1) {
    const startedAt = new Date(now.getTime() - (assignmentCount - number) * 7 * dayMs)
    const assignmentId = await makeAssignment(db, classId, {
      work,
      title: `Quiz ${number + 1}`,
      createdAt: startedAt,
      closesAt: new Date(startedAt.getTime() + 6 * dayMs),
    })
    const begun = learners
      .filter(() => Math.random() >= shares.notBegun)
      .map((learner) => ({ ...learner, attemptId: randomUUID() as string }))
    await inParts(begun, (part) =>
      db.attempt.createMany({
        data: part.map(({ attemptId, learnerId }) => ({
          id: attemptId,
          learnerId,
          assignmentId,
          plan: { kind: 'assignment', assignmentId, title: `Quiz ${number + 1}`, form: 1 },
          rules: {},
          startedAt,
          status: 'finished',
          finishedAt: startedAt,
        })),
      }),
    )
    await inParts(begun, (part) =>
      db.gradeCell.createMany({
        data: part.map(({ attemptId, accountId }) => ({
          id: randomUUID(),
          assignmentId,
          accountId,
          state: 'finished',
          points: Math.round(Math.random() * questionCount * 4) / 4,
          ofPoints: questionCount,
          isLate: Math.random() < shares.late,
          attempts: 1,
          attemptId,
          handedInAt: startedAt,
        })),
      }),
    )
    await inParts(
      begun.filter(() => Math.random() < shares.decided),
      (part) =>
        db.gradeDecision.createMany({
          data: part.map(({ accountId }) => ({
            assignmentId,
            accountId,
            points: 10,
            comment: '',
            decidedAt: startedAt,
          })),
        }),
    )
  }
  const { name, value } = await signedInCookie(db, teacher.accountId, secret, now)
  return { classId, cookie: `${name}=${value}`, cells: learnerCount * assignmentCount }
}

/** The time of many requests for each gradebook, in turns. */
async function timeGradebooks(url: string, classes: readonly MadeClass[]) {
  const times = classes.map((): number[] => [])
  for (let round = 0; round < rounds.warmUp + rounds.measured; round += 1) {
    for (const [index, { classId, cookie, cells }] of classes.entries()) {
      const startedAt = performance.now()
      const response = await fetch(`${url}/api/classes/gradebook?class=${classId}`, { headers: { cookie } })
      const sheet: GradebookSheet = await response.json()
      const ms = performance.now() - startedAt
      const shown = sheet.learners?.reduce((sum, learner) => sum + learner.cells.length, 0)
      if (shown !== cells) throw new Error(`${response.status}: expected ${cells} cells, found ${shown}`)
      if (round >= rounds.warmUp) times[index]?.push(ms)
    }
  }
  return classes.map(({ cells }, index) => {
    const sorted = (times[index] ?? []).toSorted((a, b) => a - b)
    const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
    const rounded = (number: number, digits: number) => Number(number.toFixed(digits))
    return {
      learners: learnerCounts[index],
      assignments: assignmentCount,
      cells,
      medianMs: rounded(quantile(0.5), 1),
      p95Ms: rounded(quantile(0.95), 1),
      msPerCell: rounded(quantile(0.5) / cells, 5),
    }
  })
}

async function bench(name: string, databaseUrl: string) {
  await deploy(databaseUrl)
  const db = openDatabase(databaseUrl)
  const classes: MadeClass[] = []
  for (const learnerCount of learnerCounts) {
    console.error(`${name}: making ${learnerCount} learners with ${assignmentCount} grades each …`)
    classes.push(await makeGradedClass(db, learnerCount))
  }
  // As the databases do by themselves once tables have grown.
  await db.$executeRawUnsafe(name === 'SQLite' ? 'ANALYZE' : 'VACUUM ANALYZE')
  await db.$disconnect()
  const server = await startServer({ databaseUrl, secret })
  try {
    const sizes = await timeGradebooks(server.url, classes)
    const [small, large] = sizes
    const largeOverSmall = Number(((large?.msPerCell ?? 0) / (small?.msPerCell ?? 1)).toFixed(2))
    return { database: name, sizes, perCellLargeOverSmall: largeOverSmall, isWithinThree: largeOverSmall <= 3 }
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
console.log(JSON.stringify({ what: 'GET /api/classes/gradebook', node: process.version, results }, null, 2))
process.exit()
