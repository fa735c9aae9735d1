import type { BrowserContext, Page, Request, Route } from '@playwright/test'
import { readTries } from '@/features/quiz/data.ts'
import { usualPenalty } from '@/features/quiz/penalties.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { type RunningServer, startServer } from '@/testing/server.ts'
import { databases } from './databases.ts'
import { begin, expect, itemById, shownItem, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

const secret = 'the same secret before and after the server restarts'

/** What may happen to a message on its way, in turn, so that each happens in every run. */
const faults = ['lost', 'doubled', 'unanswered', 'delayed', 'delivered'] as const
type Fault = (typeof faults)[number]

/** A network that loses, doubles and delays, and what the browser was told all the same. */
class BadNetwork {
  readonly met = new Map<Fault, number>()
  /** The ids of what the server acknowledged and the browser heard of. */
  readonly acknowledged = new Set<string>()
  private turn = 0

  async spoil(context: BrowserContext): Promise<void> {
    await context.route('**/api/attempts/events', (route) => this.pass(route))
  }

  private async pass(route: Route): Promise<void> {
    const fault = faults[this.turn % faults.length] as Fault
    this.turn += 1
    this.met.set(fault, (this.met.get(fault) ?? 0) + 1)
    if (fault === 'lost') return route.abort()
    try {
      if (fault === 'delayed') await new Promise((resolve) => setTimeout(resolve, 700))
      const response = await route.fetch()
      if (fault === 'unanswered') return await route.abort()
      const last = fault === 'doubled' ? await route.fetch() : response
      await route.fulfill({ response: last })
      if (last.status() === 200) this.acknowledged.add(idIn(route.request()))
    } catch {
      // The server is down.
      await route.abort().catch(() => {})
    }
  }
}

function idIn(request: Request): string {
  return (request.postDataJSON() as { eventId: string }).eventId
}

/** A server on a database of its own, to be stopped and started again in the same place. */
class Server {
  private constructor(
    readonly databaseUrl: string,
    private running: RunningServer,
  ) {}

  static async start(databaseUrl: string): Promise<Server> {
    await deploy(databaseUrl)
    return new Server(databaseUrl, await startServer({ databaseUrl, secret }))
  }

  get url(): string {
    return this.running.url
  }

  kill(): Promise<void> {
    return this.running.kill()
  }

  async startAgain(): Promise<void> {
    this.running = await startServer({ databaseUrl: this.databaseUrl, secret, port: Number(new URL(this.url).port) })
  }
}

/** What another process finds on disk. */
async function onDisk(databaseUrl: string, attemptId: string) {
  const db = openDatabase(databaseUrl)
  try {
    const answers = await db.answer.findMany({ where: { attemptId }, orderBy: { itemId: 'asc' } })
    const events = await db.attemptEvent.findMany({ where: { attemptId }, orderBy: { sequence: 'asc' } })
    const { status } = await db.attempt.findUniqueOrThrow({ where: { id: attemptId } })
    return { answers, events, status }
  } finally {
    await db.$disconnect()
  }
}

for (const { name, missing, make } of databases) {
  test.describe(`on ${name}`, () => {
    test.skip(missing, 'there is no PostgreSQL server: name one in TEST_POSTGRES_URL')
    test.use({ expectedErrors: [/net::ERR|Failed to load resource/] })
    test.setTimeout(300_000)

    test('practice, tries and a test lose and double no answer while messages are lost, delayed and doubled, the clock is wrong, and the server restarts', async ({
      page,
      context,
    }) => {
      const { url: databaseUrl, remove } = await make()
      const server = await Server.start(databaseUrl)
      const network = new BadNetwork()
      await network.spoil(context)
      // Three days slow: only the server's clock may count.
      await page.addInitScript(() => {
        const right = Date.now
        Date.now = () => right() - 3 * 86_400_000
      })
      try {
        await test.step('practice: each answer explained at once', async () => {
          await page.goto(`${server.url}/quiz`)
          await page.getByRole('radio', { name: '5', exact: true }).check({ force: true })
          const attempt = await begin(page, 'Begin')
          const given = new Map<string, unknown>()
          for (const [index] of attempt.items.entries()) {
            await expect(page.getByText(`Question ${index + 1} of ${attempt.items.length}`)).toBeVisible()
            const { item, form } = await shownItem(page)
            const response = index === 1 ? wrongResponse(item) : keyResponse(item)
            given.set(item.id, response)
            await respond(pointer, form, item, response)
            if (index === 2) await server.kill()
            const check = form.getByRole('button', { name: 'Check answer' })
            // Twice, as a hasty hand does.
            await check.dblclick()
            if (index === 2) {
              await expect(page.getByRole('alert').filter({ hasText: 'not saved yet' })).toBeVisible()
            } else if (index < 2) {
              await expect(form.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 })
            }
            // The fourth is given while the server is down as well; then it comes back.
            if (index === 3) {
              await expect(page.getByText('2 saved, 2 on the way')).toBeVisible()
              await server.startAgain()
            }
            if (index < attempt.items.length - 1) {
              await page.getByRole('button', { name: 'Next question' }).click({ timeout: 30_000 })
            }
          }
          await page.getByRole('link', { name: 'See your result' }).click({ timeout: 30_000 })
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('4 of 5 points', { timeout: 30_000 })

          const { answers, events, status } = await onDisk(databaseUrl, attempt.attemptId)
          expect(status).toBe('finished')
          expect(new Map(answers.map(({ itemId, response }) => [itemId, response]))).toEqual(given)
          expect(answers).toHaveLength(given.size)
          expect(events.map(({ kind }) => kind)).toEqual(Array.from(given, () => 'answered'))
          const kept = new Set(events.map(({ id }) => id))
          for (const id of network.acknowledged) expect(kept).toContain(id)
        })

        await test.step('practice: each question tried until it is right', async () => {
          network.acknowledged.clear()
          await page.goto(`${server.url}/quiz`)
          await page.getByRole('radio', { name: '5', exact: true }).check({ force: true })
          await page.getByRole('radio', { name: 'After each try, until it is right' }).check({ force: true })
          const attempt = await begin(page, 'Begin')
          for (const [index] of attempt.items.entries()) {
            const { item, form } = await shownItem(page)
            expect(item.id).toBe(attempt.items[index]?.id)
            const stands = form.getByRole('group', { name: 'Your last try' })
            const check = form.getByRole('button', { name: 'Check', exact: true })
            await respond(pointer, form, item, wrongResponse(item))
            if (index === 1) await server.kill()
            await check.dblclick()
            if (index === 1) {
              await expect(page.getByText(/^Not saved yet/)).toBeVisible({ timeout: 30_000 })
              await server.startAgain()
            }
            await expect(stands).toContainText('The question stands at 0 of 1 point.', { timeout: 60_000 })
            await form.getByRole('button', { name: 'Clear my answer' }).click()
            await respond(pointer, form, item, keyResponse(item))
            await check.dblclick()
            await expect(stands).toContainText('The question stands at 0.67 of 1 point.', { timeout: 60_000 })
            if (index < attempt.items.length - 1) await page.getByRole('button', { name: 'Next page' }).click()
          }
          await page.getByRole('button', { name: 'Hand in…' }).click()
          await page.getByRole('button', { name: 'Hand in', exact: true }).click()
          await page.waitForURL(`**/results/${attempt.attemptId}`, { timeout: 60_000 })
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('3.33 of 5 points')

          const { answers, events } = await onDisk(databaseUrl, attempt.attemptId)
          expect(answers.map(({ tries }) => readTries(tries)?.tries.map(({ score }) => score))).toEqual(
            Array.from({ length: 5 }, () => [0, 1]),
          )
          expect(answers.map(({ score }) => score)).toEqual(Array.from({ length: 5 }, () => 1 - usualPenalty))
          const kept = events.map(({ id }) => id)
          expect(new Set(kept).size).toBe(kept.length)
          for (const id of network.acknowledged) expect(kept).toContain(id)
        })

        await test.step('a test: answers changed and saved until it is handed in, on two pages at once', async () => {
          network.acknowledged.clear()
          await page.goto(`${server.url}/tests/whole-record`)
          const attempt = await begin(page, /^Begin form/)
          const given = new Map<string, unknown>()
          const give = async (on: Page, itemId: string, response: unknown) => {
            await respond(pointer, on.locator(`form[data-item="${itemId}"]`), itemById(itemId), response)
            given.set(itemId, response)
          }
          const saved = (on: Page) => expect(on.getByText('All saved')).toBeVisible({ timeout: 60_000 })
          const [one, two, three, four, five] = attempt.items.slice(0, 5).map(({ id }) => id) as [
            string,
            string,
            string,
            string,
            string,
          ]
          await give(page, one, wrongResponse(itemById(one)))
          await give(page, two, keyResponse(itemById(two)))
          await saved(page)

          // The first answer is changed, and the page is gone before the network takes it.
          await server.kill()
          await page.reload().catch(() => {})
          await server.startAgain()
          // What Chromium shows in its place is loaded anew by itself once the server answers, which may come in between.
          await expect(() => page.goto(`${server.url}/attempts/${attempt.attemptId}`)).toPass({ timeout: 30_000 })
          await page.locator(`form[data-item="${one}"]`).getByRole('button', { name: 'Clear my answer' }).click()
          await give(page, one, keyResponse(itemById(one)))
          await server.kill()
          await give(page, three, keyResponse(itemById(three)))
          await expect(page.getByText(/^Not saved yet/)).toBeVisible({ timeout: 30_000 })
          await page.close()

          await server.startAgain()
          const again = await context.newPage()
          await again.goto(`${server.url}/attempts/${attempt.attemptId}`)
          await saved(again)
          const other = await context.newPage()
          await other.goto(`${server.url}/attempts/${attempt.attemptId}`)
          await give(other, four, keyResponse(itemById(four)))
          await give(again, five, keyResponse(itemById(five)))
          await saved(other)
          await saved(again)
          await again.getByRole('button', { name: 'Hand in…' }).click()
          await again.getByRole('button', { name: 'Hand in', exact: true }).click()
          await again.waitForURL(`**/results/${attempt.attemptId}`, { timeout: 60_000 })
          const { answers, events, status } = await onDisk(databaseUrl, attempt.attemptId)
          expect(status).toBe('finished')
          expect(new Map(answers.map(({ itemId, response }) => [itemId, response]))).toEqual(given)
          expect(answers).toHaveLength(5)
          await expect(again.getByRole('heading', { level: 1 })).toHaveText(`5 of ${attempt.items.length} points`)
          const kept = events.map(({ id }) => id)
          expect(new Set(kept).size).toBe(kept.length)
          for (const id of network.acknowledged) expect(kept).toContain(id)
        })
        for (const fault of faults) expect(network.met.get(fault) ?? 0, `no message was ${fault}`).toBeGreaterThan(0)
      } finally {
        await server.kill()
        await remove()
      }
    })
  })
}
