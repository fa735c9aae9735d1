import { readdirSync } from 'node:fs'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { databases } from './databases.ts'
import { answer, begin, catalog, expect, test } from './fixtures.ts'
import { openWithinPolicy, watchPolicy } from './policy.ts'

const [lesson] = catalog.lessons

/** A stack trace, a place in a file, or a folder of a machine. */
const insides =
  /\n\s+at \S|\.[cm]?[jt]sx?:\d+|node_modules|file:\/\/|(^|[\s"'(])\/(home|root|tmp|usr|var|work|app|opt)\//

// Every other page is opened so where axe looks at it (e2e/pages.spec.ts).
for (const path of ['/gallery', '/nowhere']) {
  test.describe(path, () => {
    test.use({ expectedErrors: path === '/nowhere' ? [/404/] : [] })

    test('comes with a policy, breaks none of it, and asks nobody else for anything', async ({ page, baseURL }) => {
      test.slow(path === '/gallery')
      await openWithinPolicy(page, path, baseURL)
    })
  })
}

test.describe('what somebody puts into a page', () => {
  test.use({ expectedErrors: [/Content Security Policy/] })
  // One page that the build made, one that is made for each request.
  for (const path of ['/quiz', '/progress']) {
    test(`is not run on ${path}`, async ({ page }) => {
      const violations = await watchPolicy(page)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.injected = "a script"'
        document.body.append(script)
        const picture = document.createElement('div')
        picture.innerHTML = '<img src="data:," onerror="window.injected = \'a handler\'">'
        document.body.append(picture)
        const foreign = document.createElement('script')
        foreign.src = 'https://elsewhere.example/script.js'
        document.body.append(foreign)
      })
      await expect.poll(async () => (await violations()).length).toBe(3)
      expect(await page.evaluate(() => 'injected' in window)).toBe(false)
    })
  }
})

test('a quiz, a card and a test on the way break nothing of the policy', async ({ page }) => {
  test.slow()
  const violations = await watchPolicy(page)
  await page.goto(`/quiz/${lesson?.id}`)
  await answer(page, { rightly: true })
  expect(await violations()).toEqual([])
  await page.goto(`/review/${lesson?.id}`)
  await page.getByRole('button', { name: /Show answer/ }).click()
  await page.getByText('More for this card').click()
  expect(await violations()).toEqual([])
  await page.goto('/tests/debates')
  await begin(page, /^Begin form/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Hand in…' })).toBeVisible()
  expect(await violations()).toEqual([])
})

/** The addresses of all route handlers, with something in place of what they name. */
const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map(
    (file) =>
      `/api/${file
        .replaceAll('\\', '/')
        .replace(/\/route\.ts$/, '')
        .replaceAll(/\[[^\]]+\]/g, 'nothing')}`,
  )

test('no answer of a route to bad calls tells of the insides', async ({ request }) => {
  expect(routes.length).toBeGreaterThan(10)
  for (const route of routes) {
    for (const [method, data] of [
      ['get', undefined],
      ['post', '{"broken":'],
      ['post', '{"nothing":"of this"}'],
      ['put', '{}'],
      ['delete', undefined],
    ] as const) {
      const headers = { 'content-type': 'application/json' }
      const response = await request[method](route, data === undefined ? {} : { data, headers })
      expect(response.status(), `${method} ${route}`).toBeLessThan(500)
      expect(response.headers()['content-security-policy']).toContain("default-src 'none'")
      expect(await response.text(), `${method} ${route}`).not.toMatch(insides)
    }
  }
})

for (const { name, missing, make } of databases) {
  test.describe(`when the server has lost its tables (${name})`, () => {
    test.skip(missing, 'there is no PostgreSQL server: name one in TEST_POSTGRES_URL')
    test.use({ expectedErrors: [/./] })

    test('neither a page nor a route tells of the insides', async ({ page }) => {
      test.slow()
      const { url: databaseUrl, remove } = await make()
      await deploy(databaseUrl)
      const server = await startServer({ databaseUrl })
      try {
        const violations = await watchPolicy(page)
        const request = page.context().request
        expect((await request.post(`${server.url}/api/learner`, { data: { timeZone: 'UTC' } })).status()).toBe(200)
        const db = openDatabase(databaseUrl)
        await db.$executeRawUnsafe('ALTER TABLE "Learner" RENAME TO "Gone"')
        await db.$disconnect()
        const response = await page.goto(`${server.url}/progress`)
        expect(response?.status()).toBe(500)
        expect(await response?.text()).not.toMatch(insides)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await page.locator('main').textContent()).not.toMatch(insides)
        expect(await violations()).toEqual([])
        const failed = await request.get(`${server.url}/api/progress`)
        expect(failed.status()).toBe(500)
        expect(await failed.text()).not.toMatch(insides)
      } finally {
        await server.kill()
        await remove()
      }
    })
  })
}
