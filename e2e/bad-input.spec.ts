import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { catalog, expect, items, test } from './fixtures.ts'

const [lesson] = catalog.lessons
const [item] = items

async function becomeLearner(request: APIRequestContext) {
  expect((await request.post('/api/learner', { data: { timeZone: 'Europe/Lisbon' } })).status()).toBe(200)
}

const goodAnswer = () => ({
  answerId: randomUUID(),
  itemId: item?.id,
  itemRevision: item?.revision,
  response: { optionId: item?.key },
})

test.describe('unknown addresses', () => {
  test.use({ expectedErrors: [/404/] })
  for (const path of [
    '/learn/no-such-lesson',
    '/quiz/no-such-lesson',
    '/review/no-such-lesson',
    '/record/no-such-source',
    `/results/${randomUUID()}`,
    '/nowhere',
  ]) {
    test(`${path.replace(/[0-9a-f-]{36}/, 'somebody-else')} is a 404 page that leads on`, async ({ page }) => {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { name: 'Not in the record' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'To the front page' })).toBeVisible()
    })
  }
})

test('a malformed body is a 400 that names the field', async ({ request }) => {
  await becomeLearner(request)
  const wrong: [object | string, string][] = [
    [{ ...goodAnswer(), answerId: 'not-a-uuid' }, 'answerId'],
    [{ ...goodAnswer(), itemId: 7 }, 'itemId'],
    [{ ...goodAnswer(), attempt: { attemptId: randomUUID() } }, 'attempt.lessonId'],
    ['{"answerId":', 'body'],
    ['[]', 'body'],
  ]
  for (const [data, field] of wrong) {
    const response = await request.post('/api/answers', { data, headers: { 'content-type': 'application/json' } })
    expect(response.status()).toBe(400)
    expect((await response.json()).error.message).toMatch(new RegExp(`^${field}: `))
  }
  const review = { reviewId: randomUUID(), cardId: 'x', rating: 5, durationMs: 1, lessonId: null }
  expect((await (await request.post('/api/reviews', { data: review })).json()).error.message).toMatch(/^rating: /)
  const zone = await request.post('/api/learner', { data: { timeZone: 'Mars/Olympus' } })
  expect((await zone.json()).error.message).toMatch(/^timeZone: /)
})

test('an unknown item, card or lesson is a 404, and an option the item does not have a 422', async ({ request }) => {
  await becomeLearner(request)
  expect((await request.post('/api/answers', { data: { ...goodAnswer(), itemId: 'made-000.a' } })).status()).toBe(404)
  expect((await request.get('/api/attempts?lesson=no-such-lesson')).status()).toBe(404)
  expect((await request.get('/api/queue?lesson=no-such-lesson')).status()).toBe(404)
  const review = { reviewId: randomUUID(), cardId: 'made-000.a', rating: 3, durationMs: 1, lessonId: null }
  expect((await request.post('/api/reviews', { data: review })).status()).toBe(404)
  expect(
    (await request.post('/api/answers', { data: { ...goodAnswer(), response: { optionId: 'zzz' } } })).status(),
  ).toBe(422)
})

test('an answer to an earlier wording is refused, not graded', async ({ request }) => {
  await becomeLearner(request)
  const response = await request.post('/api/answers', { data: { ...goodAnswer(), itemRevision: 'earlier' } })
  expect(response.status()).toBe(409)
  expect((await response.json()).error.code).toBe('revised')
})

test('a forged cookie is nobody, and then a fresh learner, never somebody else', async ({ playwright, baseURL }) => {
  const victim = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  await becomeLearner(victim)
  await victim.post('/api/answers', { data: goodAnswer() })
  const token = (await victim.storageState()).cookies[0]?.value ?? ''

  const forged = `${token.slice(0, -6)}AAAAAA`
  const forger = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { cookie: `rapporteur.learner=${forged}` },
  })
  expect((await (await forger.get('/api/progress')).json()).progress).toBeNull()
  expect((await forger.post('/api/answers', { data: goodAnswer() })).status()).toBe(401)
  const fresh = await forger.post('/api/learner', { data: { timeZone: 'UTC' } })
  expect(fresh.headers()['set-cookie']).toContain('rapporteur.learner=')
  expect(fresh.headers()['set-cookie']).not.toContain(token)
})

test('a write from another site is turned away', async ({ request }) => {
  const response = await request.post('/api/learner', {
    data: { timeZone: 'UTC' },
    headers: { origin: 'https://elsewhere.example' },
  })
  expect(response.status()).toBe(403)
})

test('looking around makes no learner', async ({ page, context }) => {
  for (const path of [
    '/',
    '/learn',
    `/learn/${lesson?.id}`,
    `/quiz/${lesson?.id}`,
    `/review/${lesson?.id}`,
    '/progress',
    '/record',
  ]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(await context.cookies()).toEqual([])
})
