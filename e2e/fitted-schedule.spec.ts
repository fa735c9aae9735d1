import { execFileSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { learnerCookie, sealLearner } from '@/features/accounts/identity.ts'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Card } from '@/features/study/card.ts'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { type RunningServer, startServer } from '@/testing/server.ts'
import { databases, type FreshDatabase } from './databases.ts'
import { expect, test } from './fixtures.ts'

const cards: Card[] = JSON.parse(readFileSync('generated/cards.json', 'utf8'))
const dayMs = 86_400_000

/** Somebody who has reviewed so many cards on four days each, and forgets one in five. */
async function learnerWith(databaseUrl: string, cardCount: number): Promise<string> {
  const learnerId = randomUUID()
  const db = openDatabase(databaseUrl)
  const start = Date.now() - 40 * dayMs
  await createLearner(db, { id: learnerId, timeZone: 'UTC' }, new Date(start))
  await db.review.createMany({
    data: cards.slice(0, cardCount).flatMap((card, index) =>
      [0, 1, 4, 12].map((day, turn) => ({
        id: randomUUID(),
        learnerId,
        cardId: card.id,
        cardRevision: card.revision,
        rating: turn > 0 && (index + turn) % 5 === 0 ? 1 : 3,
        durationMs: 3000,
        timeZone: 'UTC',
        reviewedAt: new Date(start + day * dayMs + index * 60_000),
      })),
    ),
  })
  await db.$disconnect()
  // The states of the cards follow from the log.
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/study-rebuild.ts', '--write'], { env })
  return learnerId
}

for (const { name, missing, make } of databases) {
  test.describe(`a schedule fitted to one’s own reviews (${name})`, () => {
    test.skip(missing, 'There is no PostgreSQL here.')
    const secret = randomBytes(32).toString('hex')
    let fresh: FreshDatabase
    let server: RunningServer
    test.beforeEach(async () => {
      fresh = await make()
      await deploy(fresh.url)
      server = await startServer({ databaseUrl: fresh.url, secret })
    })
    test.afterEach(async ({ page }) => {
      await page.goto('about:blank')
      await server.kill()
      await fresh.remove()
    })

    async function openAs(page: Page, learnerId: string) {
      const value = await sealLearner(learnerId, secret)
      await page.context().addCookies([{ name: learnerCookie.name, value, url: server.url }])
      await page.goto(`${server.url}/review/schedule`)
    }

    test('is shown before it is used, holds for the reviews from then on, and can be given up again', async ({
      page,
    }) => {
      test.slow()
      const learnerId = await learnerWith(fresh.url, 60)
      await openAs(page, learnerId)
      await expect(page.getByText('There are 180 reviews on another day than the one before')).toBeVisible()
      await page.getByRole('button', { name: 'Fit to my reviews' }).click()
      await expect(page.getByRole('heading', { name: /^It predicts your reviews/ })).toBeVisible({ timeout: 30_000 })
      await expect(page.getByRole('row', { name: /^A new card graded Good waits/ })).toBeVisible()
      await page.getByRole('button', { name: 'Keep what I have' }).click()
      await expect(page.getByText('Your cards follow the usual schedule.')).toBeVisible()

      await page.getByRole('button', { name: 'Fit to my reviews' }).click()
      await page.getByRole('button', { name: 'Use it from now on' }).click()
      await expect(page.getByText('Your cards follow a schedule that was fitted to you.')).toBeVisible()
      await page.getByRole('link', { name: 'Back to the review' }).click()
      await page.getByRole('button', { name: /Show answer/ }).click()
      const kept = page.waitForResponse('**/api/reviews')
      await page.getByRole('button', { name: 'Good' }).click()
      expect((await kept).status()).toBe(200)

      const db = openDatabase(fresh.url)
      const fits = await db.parameterFit.findMany({ orderBy: { fittedAt: 'asc' } })
      const last = await db.review.findFirst({ orderBy: { reviewedAt: 'desc' } })
      await db.$disconnect()
      expect(last?.parameterFitId).toBe(fits[1]?.id)

      await page.goto(`${server.url}/review/schedule`)
      await page.getByRole('button', { name: 'Back to the usual schedule' }).click()
      await expect(page.getByText('Your cards follow the usual schedule.')).toBeVisible()
    })

    test('waits for enough reviews, and says how many', async ({ page }) => {
      await openAs(page, await learnerWith(fresh.url, 1))
      await expect(
        page.getByText('There are 3 reviews on another day than the one before; fitting takes 8.'),
      ).toBeVisible()
      await expect(page.getByRole('button', { name: 'Fit to my reviews' })).toBeDisabled()
    })
  })
}
