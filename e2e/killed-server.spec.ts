import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { listAnswers } from '@/features/quiz/data.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { workOf } from '@/testing/work.ts'
import { databases } from './databases.ts'
import { expect, items, test } from './fixtures.ts'

const secret = 'the same secret before and after the server is killed'

/** The answers of a hasty learner: every tenth item once, rightly. */
const answers = items
  .filter((_, index) => index % 10 === 0)
  .map((item) => ({
    answerId: randomUUID(),
    itemId: item.id,
    itemRevision: item.revision,
    response: keyResponse(item),
  }))

/** Sends answers a few at a time until the server is gone; returns the ids of those it acknowledged. */
async function sendUntilGone(request: APIRequestContext, onAcknowledged: (count: number) => void): Promise<string[]> {
  const acknowledged: string[] = []
  const waiting = [...answers]
  const sendOnByOne = async () => {
    for (let answer = waiting.shift(); answer !== undefined; answer = waiting.shift()) {
      try {
        const response = await request.post('/api/answers', { data: answer, timeout: 5000 })
        if (response.status() !== 200) return
        acknowledged.push(answer.answerId)
        onAcknowledged(acknowledged.length)
      } catch {
        return
      }
    }
  }
  await Promise.all(Array.from({ length: 4 }, sendOnByOne))
  return acknowledged
}

for (const { name, missing, make } of databases) {
  test(`a server killed in the middle of answers loses none that it acknowledged, and takes the rest once (${name})`, async ({
    playwright,
  }) => {
    test.skip(missing, 'there is no PostgreSQL server: name one in TEST_POSTGRES_URL')
    test.slow()
    const { url: databaseUrl, remove } = await make()
    await deploy(databaseUrl)
    let server = await startServer({ databaseUrl, secret })
    try {
      const request = await playwright.request.newContext({ baseURL: server.url })
      expect((await request.post('/api/learner', { data: { timeZone: 'UTC' } })).status()).toBe(200)

      let killed: Promise<void> | undefined
      const acknowledged = await sendUntilGone(request, (count) => {
        if (count === 25) killed = server.kill()
      })
      await killed
      expect(acknowledged.length).toBeGreaterThanOrEqual(25)
      expect(acknowledged.length).toBeLessThan(answers.length)

      const kept = await storedIds(databaseUrl)
      for (const id of acknowledged) expect(kept).toContain(id)

      // The client does not know which of the others arrived, so it sends them all again with the same ids.
      server = await startServer({ databaseUrl, secret })
      const { cookies } = await request.storageState()
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      const again = await playwright.request.newContext({ baseURL: server.url, extraHTTPHeaders: { cookie } })
      for (const answer of answers) {
        expect((await again.post('/api/answers', { data: answer })).status()).toBe(200)
      }
      const afterwards = await storedIds(databaseUrl)
      expect(afterwards.sort()).toEqual(answers.map(({ answerId }) => answerId).sort())
    } finally {
      await server.kill()
      await remove()
    }
  })
}

/** The ids of all answers on disk, as another process finds them. */
async function storedIds(databaseUrl: string): Promise<string[]> {
  const db = openDatabase(databaseUrl)
  try {
    const [learner] = await db.learner.findMany({ orderBy: { id: 'asc' } })
    return (await listAnswers(db, workOf(learner?.id ?? ''))).map(({ id }) => id)
  } finally {
    await db.$disconnect()
  }
}
