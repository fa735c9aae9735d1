import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { violationsOn } from './axe.ts'
import { databases } from './databases.ts'
import { answer, catalog, expect, test } from './fixtures.ts'

const [lesson] = catalog.lessons

test('what is held can be seen, downloaded and read', async ({ page }) => {
  await page.goto('/privacy/your-data')
  await expect(page.getByText('Nothing: this browser has given no answer yet.')).toBeVisible()
  await page.goto(`/quiz/${lesson?.id}`)
  const item = await answer(page, { rightly: true })
  await page.goto(`/review/${lesson?.id}`)
  await page.getByRole('button', { name: /Show answer/ }).click()
  await page.getByText('More for this card').click()
  await page.getByRole('button', { name: 'Good' }).click()
  await expect(page.getByText('1 learning')).toBeVisible()

  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'What we keep of you' }).click()
  await page.getByRole('link', { name: 'See, download or delete yours' }).click()
  await expect(page.getByRole('row', { name: 'Answers you gave 1' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Cards you reviewed 1' })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download everything' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^rapporteur-\d{4}-\d\d-\d\d\.zip$/)
  const files = unzipSync(readFileSync(await download.path()))
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const [answered] = JSON.parse(read('Answer.json'))
  expect(answered).toMatchObject({ itemId: item.id, score: 1 })
  expect(read('Answer.csv')).toContain(item.id)
  expect(JSON.parse(read('Review.json'))).toMatchObject([{ rating: 3 }])
  expect(JSON.parse(read('Learner.json'))).toHaveLength(1)
  expect(read('READ ME.txt')).toContain('Answer: Answers you gave (1)')
})

test('everything can be deleted, after a question that says what goes, and then the browser is nobody', async ({
  page,
  context,
}) => {
  await page.goto(`/quiz/${lesson?.id}`)
  await answer(page, { rightly: false })
  await page.goto('/privacy/your-data')
  await page.getByRole('button', { name: 'Delete everything…' }).click()
  const question = page.getByRole('dialog', { name: 'Delete everything?' })
  await expect(question.getByText('Answers you gave: 1')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])

  // Whoever thinks again loses nothing; by keyboard only.
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await page.reload()
  await expect(page.getByRole('row', { name: 'Answers you gave 1' })).toBeVisible()

  const cookiesBefore = await context.cookies()
  await page.getByRole('button', { name: 'Delete everything…' }).press('Enter')
  await page.getByRole('button', { name: 'Delete everything', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([[], []])
  const waiting = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('rapporteur.outbox')
        opening.onsuccess = () => {
          const all = opening.result.transaction('entries').objectStore('entries').getAll()
          all.onsuccess = () => resolve(all.result)
        }
      }),
  )
  expect(waiting).toEqual([])

  await page.goto('/privacy/your-data')
  await expect(page.getByText('Nothing: this browser has given no answer yet.')).toBeVisible()
  // An old copy of the cookie leads to nobody.
  await context.addCookies(cookiesBefore)
  await page.reload()
  await expect(page.getByText('Nothing: this browser has given no answer yet.')).toBeVisible()
  await page.goto(`/quiz/${lesson?.id}`)
  await answer(page, { rightly: true })
  await page.goto('/privacy/your-data')
  await expect(page.getByRole('row', { name: 'Answers you gave 1' })).toBeVisible()
})

test.describe('what could not be sent yet', () => {
  test.use({ expectedErrors: [/net::ERR/] })

  test('goes as well, and does not come back for the next person', async ({ page, context }) => {
    await page.goto(`/quiz/${lesson?.id}`)
    await answer(page, { rightly: true })
    await page.getByRole('button', { name: 'Next question' }).click()
    await context.route('**/api/attempts/events', (route) => route.abort())
    await page.evaluate(() => {
      const entry = {
        id: crypto.randomUUID(),
        lane: 'made',
        path: '/api/attempts/events',
        body: {},
        madeAtMs: 0,
        refusal: null,
      }
      localStorage.setItem(`rapporteur.outbox.${entry.id}`, JSON.stringify(entry))
    })
    await page.goto('/privacy/your-data')
    await page.getByRole('button', { name: 'Delete everything…' }).click()
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible()
    await context.unroute('**/api/attempts/events')
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.goto('/record/glossary')
    await page.waitForTimeout(2500)
    expect(sent).toEqual([])
  })
})

for (const { name, missing, make } of databases) {
  test(`a server that starts deletes what is held on guests who have long gone (${name})`, async () => {
    test.skip(missing, 'there is no PostgreSQL server: name one in TEST_POSTGRES_URL')
    test.slow()
    const { url: databaseUrl, remove } = await make()
    await deploy(databaseUrl)
    const db = openDatabase(databaseUrl)
    const learner = (id: string, createdAt: Date) => db.learner.create({ data: { id, timeZone: 'UTC', createdAt } })
    await learner('gone', new Date('2020-01-01T00:00:00.000Z'))
    await learner('here', new Date())
    const server = await startServer({ databaseUrl })
    try {
      const ids = async () => (await db.learner.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
      await expect.poll(ids, { timeout: 15_000 }).toEqual(['here'])
    } finally {
      await server.kill()
      await db.$disconnect()
      await remove()
    }
  })
}

test('nobody deletes by accident or from elsewhere', async ({ request, baseURL }) => {
  expect((await request.get('/api/privacy/export')).status()).toBe(404)
  expect((await request.post('/api/learner', { data: { timeZone: 'UTC' } })).status()).toBe(200)
  expect((await request.post('/api/privacy/delete', { data: {} })).status()).toBe(400)
  const confirmed = { data: { confirmed: 'everything' } }
  const foreign = { ...confirmed, headers: { origin: 'https://elsewhere.example' } }
  expect((await request.post('/api/privacy/delete', foreign)).status()).toBe(403)
  expect((await (await request.get('/api/privacy')).json()).who).toBe('guest')
  const own = { ...confirmed, headers: { origin: baseURL ?? '' } }
  expect((await request.post('/api/privacy/delete', own)).status()).toBe(200)
  expect((await (await request.get('/api/privacy')).json()).who).toBe('nobody')
})
