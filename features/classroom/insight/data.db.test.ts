import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import { lessonRules, type Plan } from '@/features/quiz/plan.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { listFinishedTestAttempts } from './data.ts'

const start = new Date('2026-03-02T12:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const test: Plan = { kind: 'test', testId: 'made-test', form: 2 }

describeOnBothDatabases('attempts at tests', (open) => {
  let db: Database
  let ada: string
  beforeEach(async () => {
    db = open()
    ada = await newLearner()
  })

  async function newLearner(): Promise<string> {
    const id = randomUUID()
    await createLearner(db, { id, timeZone: 'Europe/Lisbon' }, start)
    return id
  }

  /** An attempt with two items, of which those named were answered a minute after it began. */
  async function storeAttempt(given: {
    by?: string
    plan?: Plan
    status?: string
    answered?: { [itemId: string]: number }
    at: Date
  }) {
    const { by = ada, plan = test, status = 'finished', answered = {}, at } = given
    const id = randomUUID()
    const testId = plan.kind === 'test' ? plan.testId : null
    const items = ['made-1.who', 'made-2.who'].map((itemId, index) => ({
      position: index + 1,
      itemId,
      itemRevision: 'r1',
    }))
    await db.attempt.create({
      data: {
        id,
        learnerId: by,
        plan,
        rules: lessonRules,
        testId,
        startedAt: at,
        status,
        finishedAt: at,
        items: { create: items },
      },
    })
    for (const [itemId, score] of Object.entries(answered)) await storeAnswer({ by, attemptId: id, itemId, score, at })
  }

  async function storeAnswer(given: {
    by?: string
    attemptId: string | null
    itemId: string
    score: number
    at: Date
  }) {
    const { by = ada, attemptId, itemId, score, at } = given
    await db.answer.create({
      data: {
        id: randomUUID(),
        learnerId: by,
        itemId,
        itemRevision: 'r1',
        attemptId,
        response: { optionId: 'made' },
        score,
        answeredAt: new Date(at.getTime() + 60_000),
      },
    })
  }

  const asked = (itemId: string, score: number | null, isAnsweredBefore = false) => ({
    itemId,
    itemRevision: 'r1',
    answer: score === null ? null : { response: { optionId: 'made' }, score },
    isAnsweredBefore,
  })

  it('are listed with what was asked in its order and what came back, the earliest first', async () => {
    const ben = await newLearner()
    await storeAttempt({ by: ben, answered: { 'made-2.who': 0.5 }, at: later(5) })
    await storeAttempt({ answered: { 'made-2.who': 0, 'made-1.who': 1 }, at: start })
    expect(await listFinishedTestAttempts(db)).toEqual([
      { learnerId: ada, testId: 'made-test', form: 2, items: [asked('made-1.who', 1), asked('made-2.who', 0)] },
      { learnerId: ben, testId: 'made-test', form: 2, items: [asked('made-1.who', null), asked('made-2.who', 0.5)] },
    ])
  })

  it('tell of several tries what the first chose, and what all of them came to', async () => {
    const [chosen, triedAt] = [{ optionId: 'first' }, start.toISOString()]
    await storeAttempt({ answered: { 'made-1.who': 0.5 }, at: start })
    const tries = {
      penalty: 0.5,
      tries: [
        { response: chosen, score: 0, triedAt },
        { response: { optionId: 'made' }, score: 1, triedAt },
      ],
    }
    await db.answer.updateMany({ data: { tries, firstTryScore: 0 } })
    const [attempt] = await listFinishedTestAttempts(db)
    expect(attempt?.items[0]?.answer).toEqual({ response: chosen, score: 0.5 })
  })

  it('are left out unless finished, as is whatever is no test', async () => {
    await storeAttempt({ status: 'in-progress', answered: { 'made-1.who': 1 }, at: start })
    await storeAttempt({ status: 'abandoned', at: start })
    await storeAttempt({ plan: { kind: 'lesson', lessonId: 'made' }, answered: { 'made-1.who': 1 }, at: start })
    expect(await listFinishedTestAttempts(db)).toEqual([])
  })

  it('say of each question whether the learner had answered it before, in whatever place, and nobody else', async () => {
    const ben = await newLearner()
    await storeAnswer({ attemptId: null, itemId: 'made-1.who', score: 0, at: later(-10) })
    await storeAttempt({ answered: { 'made-1.who': 1, 'made-2.who': 1 }, at: start })
    await storeAnswer({ attemptId: null, itemId: 'made-2.who', score: 1, at: later(10) })
    await storeAttempt({ by: ben, answered: { 'made-1.who': 1, 'made-2.who': 1 }, at: later(20) })
    const listed = await listFinishedTestAttempts(db)
    expect(listed.map(({ learnerId, items }) => [learnerId, items.map((item) => item.isAnsweredBefore)])).toEqual([
      [ada, [true, false]],
      [ben, [false, false]],
    ])
  })
})
