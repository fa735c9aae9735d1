import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { findAttempt, findOpenAttempt } from '@/features/quiz/data.ts'
import { stateOf } from '@/features/quiz/mutations.ts'
import { listDueReviews } from '@/features/study/data.ts'
import { intervalBucketOf } from '@/features/study/overdueness.ts'
import { type Database, openDatabase } from '@/lib/database.ts'
import type {} from '@/testing/database-templates.ts'
import { administer } from '@/testing/postgresql.ts'
import { workOf } from '@/testing/work.ts'
import { deploy } from './migration-engine.ts'

const template = inject('databaseTemplates').postgresql

const databases = [
  {
    name: 'SQLite',
    missing: false,
    async make() {
      const dir = mkdtempSync(path.join(tmpdir(), 'rapporteur-migrations-'))
      return { url: `file:${path.join(dir, 'test.db')}`, remove: async () => rmSync(dir, { recursive: true }) }
    },
  },
  {
    name: 'PostgreSQL',
    missing: template === undefined,
    async make() {
      const url = new URL(template ?? '')
      const name = `rapporteur_migrations_${process.pid}`
      await administer(url.href, `CREATE DATABASE ${name}`)
      url.pathname = name
      return { url: url.href, remove: () => administer(template ?? '', `DROP DATABASE ${name} WITH (FORCE)`) }
    },
  },
]

const startedAt = new Date('2026-01-02T10:00:00.000Z')
const answeredAt = new Date('2026-01-02T10:01:00.500Z')

/** Two attempts at a lesson's quiz as the first version stored them: one gone through, one begun. */
async function storeAsFirstVersion(db: Database) {
  await db.$executeRaw`INSERT INTO "Learner" ("id", "timeZone", "createdAt") VALUES ('somebody', 'UTC', ${startedAt})`
  await db.$executeRaw`INSERT INTO "Attempt" ("id", "learnerId", "lessonId", "startedAt", "finishedAt") VALUES ('done', 'somebody', 'made-lesson', ${startedAt}, ${answeredAt})`
  await db.$executeRaw`INSERT INTO "Attempt" ("id", "learnerId", "lessonId", "startedAt") VALUES ('begun', 'somebody', 'made-lesson', ${startedAt})`
  for (const [attemptId, position, itemId] of [
    ['done', 1, 'made-1.a'],
    ['begun', 1, 'made-1.a'],
    ['begun', 2, 'made-2.a'],
  ] as const) {
    await db.$executeRaw`INSERT INTO "AttemptItem" ("attemptId", "position", "itemId", "itemRevision") VALUES (${attemptId}, ${position}, ${itemId}, 'r1')`
  }
  for (const attemptId of ['done', 'begun']) {
    await db.answer.createMany({
      data: [
        {
          id: `answer ${attemptId}`,
          learnerId: 'somebody',
          attemptId,
          itemId: 'made-1.a',
          itemRevision: 'r1',
          response: { optionId: 'o1' },
          score: 1,
          answeredAt,
        },
      ],
    })
  }
}

const later = new Date('2026-02-02T10:00:00.000Z')

/** Two cards as they were stored before there was an index by interval: one due, one suspended in its steps. */
async function storeCardsWithoutIndex(db: Database) {
  await db.$executeRaw`INSERT INTO "Learner" ("id", "timeZone", "createdAt") VALUES ('somebody', 'UTC', ${startedAt})`
  for (const [id, cardId, reviewedAt] of [
    ['first', 'made-1.a', startedAt],
    ['second', 'made-1.a', answeredAt],
    ['third', 'made-2.a', answeredAt],
    ['undone', 'made-2.a', startedAt],
  ] as const) {
    await db.$executeRaw`INSERT INTO "Review" ("id", "learnerId", "cardId", "cardRevision", "rating", "durationMs", "reviewedAt") VALUES (${id}, 'somebody', ${cardId}, 'r1', 3, 1000, ${reviewedAt})`
  }
  await db.$executeRaw`INSERT INTO "ReviewUndo" ("reviewId", "undoneAt") VALUES ('undone', ${answeredAt})`
  await db.$executeRaw`INSERT INTO "CardStanding" ("learnerId", "cardId", "suspendedAt") VALUES ('somebody', 'made-2.a', ${answeredAt})`
  for (const [cardId, phase, intervalDays] of [
    ['made-1.a', 2, 11],
    ['made-2.a', 1, 0],
  ] as const) {
    await db.$executeRaw`INSERT INTO "CardState" ("learnerId", "cardId", "dueAt", "stability", "difficulty", "phase", "learningStep", "intervalDays", "reps", "lapses", "lastReviewedAt") VALUES ('somebody', ${cardId}, ${answeredAt}, 1, 5, ${phase}, 0, ${intervalDays}, 1, 0, ${answeredAt})`
  }
}

for (const { name, missing, make } of databases) {
  describe.skipIf(missing)(`the migrations (${name})`, () => {
    it('keep the attempts of the first version, and let those that were begun go on', async () => {
      const { url, remove } = await make()
      try {
        await deploy(url, '20261123234814_init')
        const before = openDatabase(url)
        await storeAsFirstVersion(before)
        await before.$disconnect()
        await deploy(url)

        const db = openDatabase(url)
        const done = await findAttempt(db, workOf('somebody'), 'done')
        expect(done).toMatchObject({
          plan: { kind: 'lesson', lessonId: 'made-lesson' },
          status: 'finished',
          finishedAt: answeredAt,
          answers: [{ id: 'answer done', score: 1, certainty: null, durationMs: null }],
          events: [
            { id: 'answer done', givenAt: answeredAt, deed: { kind: 'answered', response: { optionId: 'o1' } } },
          ],
        })
        const begun = await findOpenAttempt(db, workOf('somebody'), 'made-lesson')
        expect(begun?.id).toBe('begun')
        const state = begun && stateOf(begun, answeredAt)
        expect(state?.status).toBe('in-progress')
        expect([...(state?.responses.keys() ?? [])]).toEqual(['made-1.a'])
        await db.$disconnect()
      } finally {
        await remove()
      }
    })

    it('find the cards that were due before sessions looked for them by index', async () => {
      const { url, remove } = await make()
      try {
        await deploy(url, '20261125041041_flashcards')
        const before = openDatabase(url)
        await storeCardsWithoutIndex(before)
        await before.$disconnect()
        await deploy(url)

        const db = openDatabase(url)
        const states = await db.cardState.findMany({ orderBy: { cardId: 'asc' } })
        expect(
          states.map(({ cardId, firstReviewedAt, isSuspended }) => ({ cardId, firstReviewedAt, isSuspended })),
        ).toEqual([
          { cardId: 'made-1.a', firstReviewedAt: startedAt, isSuspended: false },
          { cardId: 'made-2.a', firstReviewedAt: answeredAt, isSuspended: true },
        ])
        for (const state of states) expect(state.intervalBucket).toBe(intervalBucketOf(state))
        const asked = { now: later, dueBefore: later, lastReviewedBefore: later, most: 10 }
        expect(await listDueReviews(db, workOf('somebody'), asked)).toEqual(['made-1.a'])
        await db.$disconnect()
      } finally {
        await remove()
      }
    })
  })
}
