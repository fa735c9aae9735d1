import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { listAnswers } from '@/features/quiz/data.ts'
import { openDatabase } from '@/lib/database.ts'
import { administer } from '@/testing/postgresql.ts'
import { deploy, startServer } from '@/testing/server.ts'
import { expect, items, test } from './fixtures.ts'

const secret = 'the same secret before and after the server is killed'

/** Where a fresh database comes from, and how it goes again. */
const databases = [
  {
    name: 'SQLite',
    missing: false,
    async make() {
      const folder = mkdtempSync(join(tmpdir(), 'rapporteur-killed-'))
      return { url: `file:${join(folder, 'test.db')}`, remove: async () => rmSync(folder, { recursive: true }) }
    },
  },
  {
    name: 'PostgreSQL',
    missing: process.env.TEST_POSTGRES_URL === undefined,
    async make() {
      const server = process.env.TEST_POSTGRES_URL ?? ''
      const name = `rapporteur_killed_${randomUUID().slice(0, 8)}`
      await administer(server, `CREATE DATABASE ${name}`)
      const url = new URL(server)
      url.pathname = name
      return { url: url.href, remove: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`) }
    },
  },
]

/** The answers of a hasty learner: every item once, rightly. */
const answers = items.map((item) => ({
  answerId: randomUUID(),
  itemId: item.id,
  itemRevision: item.revision,
  response: item.type === 'single-choice' ? { optionId: item.key } : { speakerId: item.key },
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
    return (await listAnswers(db, learner?.id ?? '')).map(({ id }) => id)
  } finally {
    await db.$disconnect()
  }
}
