import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { type Site, sharedSite } from '@/testing/site.ts'
import { beginSignedIn, newPerson, otherDevice } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { databases, type FreshDatabase } from './databases.ts'
import { expect, test } from './fixtures.ts'
import { simulateClass } from './simulated-class.ts'

/** A server on a database of its own. */
async function openSite(make: () => Promise<FreshDatabase>): Promise<{ site: Site; close: () => Promise<void> }> {
  const fresh = await make()
  await deploy(fresh.url)
  const of = { databaseUrl: fresh.url, secret: randomBytes(32).toString('hex') }
  const server = await startServer(of)
  return {
    site: { url: server.url, ...of },
    async close() {
      await server.kill()
      await fresh.remove()
    },
  }
}

for (const { name, missing, make } of databases) {
  test.describe(`what teachers see of how a class does (${name})`, () => {
    test.skip(missing, 'There is no PostgreSQL here.')
    let site: Site
    let close: () => Promise<void>
    const teacher = newPerson('Tess')
    test.beforeEach(async () => {
      const opened = name === 'SQLite' ? { site: sharedSite, close: async () => {} } : await openSite(make)
      site = opened.site
      close = opened.close
    })
    test.afterEach(() => close())

    test('names the question whose key the strongest contradict, who may need help, and prints the quiz', async ({
      browser,
    }) => {
      test.slow()
      const page = await otherDevice(browser, site.url)
      await beginSignedIn(page, teacher, '/', site)
      const made = await simulateClass(site.databaseUrl, teacher.email, 120)
      const quiz = `/classes/${made.classId}/assignments/${made.assignmentId}`

      await page.goto(`${quiz}/insight`)
      await expect(page.getByText('119 attempts have been handed in.')).toBeVisible()
      const rows = page.getByRole('region', { name: 'Table of the questions' }).getByRole('row')
      await expect(rows).toHaveCount(made.items.length + 1)
      // The worst first, with what to look at in words.
      await expect(rows.nth(1)).toContainText(`The strongest chose “${made.miskeyed.taken}”: is the key,`)
      await expect(page.getByText(/is the key,/)).toHaveCount(1)
      await expect(page.getByText('Is this really what the summary says?')).toBeVisible()
      expect(await violationsOn(page)).toEqual([])

      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Export as CSV' }).click(),
      ])
      const lines = readFileSync(await csv.path(), 'utf8')
        .trim()
        .split('\r\n')
      expect(lines).toHaveLength(made.items.length + 1)
      expect(lines[1]).toContain(made.miskeyed.taken)

      await rows.nth(1).getByRole('link').click()
      await page.waitForURL(`**/insight/${encodeURIComponent(made.miskeyed.itemId)}`)
      await expect(page.getByRole('heading', { name: 'One question' })).toBeVisible()
      await expect(page.getByRole('region', { name: 'What was chosen' }).getByRole('row')).toHaveCount(5)
      expect(await violationsOn(page)).toEqual([])

      await page.goto(`/classes/${made.classId}/insight`)
      const help = page.getByRole('region', { name: 'Who may need help' })
      const last = help.getByRole('listitem').filter({ hasText: 'Learner 120' })
      await expect(last.first()).toContainText('Has not handed in “The dialogue of 2016”.')
      await expect(last.first()).toContainText('Has not begun.')
      await expect(page.getByRole('heading', { name: 'The map of the record' })).toBeVisible()
      const [inNeed] = await Promise.all([
        page.waitForEvent('download'),
        help.getByRole('link', { name: 'Export who may need help as CSV' }).click(),
      ])
      expect(readFileSync(await inNeed.path(), 'utf8')).toContain('Learner 120,Has not begun.')
      expect(await violationsOn(page)).toEqual([])

      await page.goto(`${quiz}/paper?forms=2`)
      await expect(page.getByRole('region', { name: /form [AB]$/ })).toHaveCount(2)
      await expect(page.getByText('12 questions, one point each; 30 minutes.')).toHaveCount(2)
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('link', { name: 'Keys' }).click()
      await expect(page.getByRole('region', { name: 'Key to The dialogue of 2016, form B' })).toBeVisible()
      await expect(page.getByRole('row').filter({ hasText: /^\d+[A-D]/ })).toHaveCount(24)
      expect(await violationsOn(page)).toEqual([])
      await page.close()
    })
  })
}
