import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { type RunningServer, startServer } from '@/testing/server.ts'
import { catalog, expect, test } from './fixtures.ts'

test.use({ serviceWorkers: 'allow', expectedErrors: [/net::ERR|Failed to (?:fetch|load)/] })

const [lesson, otherLesson] = catalog.lessons
if (lesson === undefined || otherLesson === undefined) throw new Error('there are no two lessons')

/** Grades the card on the table. */
async function grade(page: Page, name: 'Again' | 'Good' | 'Easy') {
  await page.getByRole('button', { name: /Show answer/ }).click()
  await page.getByRole('button', { name }).click()
}

/** Waits until the service worker is there and has what it keeps. */
async function settled(page: Page, ...paths: string[]) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect
    .poll(() =>
      page.evaluate(async () =>
        (await (await caches.open('rapporteur-pages')).keys()).map(({ url }) => new URL(url).pathname),
      ),
    )
    .toEqual(expect.arrayContaining(paths))
}

test('cards are reviewed without a network, and another device sees it once it is back', async ({ page, browser }) => {
  test.slow()
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-offline-'))
  const databaseUrl = `file:${join(folder, 'test.db')}`
  const secret = randomBytes(32).toString('hex')
  await deploy(databaseUrl)
  let server: RunningServer = await startServer({ databaseUrl, secret })
  const port = Number(new URL(server.url).port)
  const at = (path: string) => `${server.url}${path}`
  const deck = `/review/${lesson.id}`
  try {
    await page.goto(at('/'))
    await settled(page, '/', '/review')
    await page.goto(at(`/learn/${lesson.id}`))
    await page.goto(at(deck))
    await grade(page, 'Good')
    await expect(page.getByText('1 learning')).toBeVisible()
    await settled(page, `/learn/${lesson.id}`, deck)
    await page.goto(at('/review'))
    await expect(page.getByText('1 learning')).toBeVisible()
    await server.kill()

    await page.goto(at(deck))
    await expect(page.getByText('1 learning')).toBeVisible()
    await grade(page, 'Good')
    await grade(page, 'Easy')
    await grade(page, 'Again')
    const status = page.getByRole('status')
    await expect(status).toContainText('these are the cards of today as this device has them')
    await expect(status).toContainText('3 things you did are kept here and not sent yet.')
    await expect(page.getByText('3 learning')).toBeVisible()
    await page.keyboard.press('u')
    await expect(status).toContainText('4 things you did are kept here')
    await expect(page.getByText('2 learning')).toBeVisible()

    // A closed and opened page is where it was, and so is another deck with the same cards.
    await page.reload()
    await expect(page.getByText('2 learning')).toBeVisible()
    await expect(status).toContainText('4 things you did are kept here')
    await page.goto(at('/review'))
    await expect(page.getByText('2 learning')).toBeVisible()

    // What was opened can be read, and what was not says what can.
    await page.goto(at(`/learn/${lesson.id}`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title)
    await page.goto(at(`/learn/${otherLesson.id}`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here without a network')
    await page.getByRole('link', { name: lesson.title }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title)

    await page.goto(at(deck))
    server = await startServer({ databaseUrl, secret, port })
    await expect(status).toBeEmpty({ timeout: 60_000 })
    await expect(page.getByText('2 learning')).toBeVisible()

    const elsewhere = await browser.newContext({ storageState: await page.context().storageState() })
    const other = await elsewhere.newPage()
    await other.goto(at(deck))
    await expect(other.getByText('2 learning')).toBeVisible()
    await elsewhere.close()

    const db = openDatabase(databaseUrl)
    const kept = await db.review.findMany({ orderBy: { reviewedAt: 'asc' }, include: { undone: true } })
    await db.$disconnect()
    expect(kept.map(({ rating, undone }) => [rating, undone !== null])).toEqual([
      [3, false],
      [3, false],
      [4, false],
      [1, true],
    ])
  } finally {
    await page.goto('about:blank')
    await server.kill()
    rmSync(folder, { recursive: true })
  }
})
