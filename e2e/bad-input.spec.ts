import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import type { Item } from '@/features/quiz/item.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { catalog, expect, items, test } from './fixtures.ts'

const [lesson] = catalog.lessons
const item = items.find(({ type }) => type === 'single-choice') as Item

async function becomeLearner(request: APIRequestContext) {
  expect((await request.post('/api/learner', { data: { timeZone: 'Europe/Lisbon' } })).status()).toBe(200)
}

const goodAnswer = () => ({
  answerId: randomUUID(),
  itemId: item.id,
  itemRevision: item.revision,
  response: keyResponse(item),
})

const card = () => ({ id: randomUUID(), factId: null, front: 'Who spoke first?', back: 'Ada.' })

const practice = (given: object = {}) => ({
  kind: 'practice',
  focus: 'mixed',
  topicIds: [],
  kinds: [],
  factIds: [],
  length: 5,
  behaviour: 'immediate-feedback',
  withCertainty: false,
  ...given,
})

test.describe('unknown addresses', () => {
  test.use({ expectedErrors: [/404/] })
  for (const path of [
    '/learn/no-such-lesson',
    '/quiz/no-such-lesson',
    '/review/no-such-lesson',
    '/tests/no-such-test',
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
    ['{"answerId":', 'body'],
    ['[]', 'body'],
  ]
  for (const [data, field] of wrong) {
    const response = await request.post('/api/answers', { data, headers: { 'content-type': 'application/json' } })
    expect(response.status()).toBe(400)
    expect((await response.json()).error.message).toMatch(new RegExp(`^${field}: `))
  }
  const wrongAttempts: [string, object, string][] = [
    ['/api/attempts', { attemptId: randomUUID(), plan: { kind: 'lesson' } }, 'plan.lessonId'],
    ['/api/attempts', { attemptId: randomUUID(), plan: practice({ length: 1000 }) }, 'plan.length'],
    ['/api/attempts/events', { eventId: randomUUID(), attemptId: randomUUID(), deed: { kind: 'won' } }, 'deed.kind'],
    ['/api/attempts/memory', { attemptId: randomUUID(), isTakenBack: 'yes' }, 'isTakenBack'],
    ['/api/own-cards', { change: { kind: 'keep', card: { ...card(), front: ' ' } } }, 'change.card.front'],
    ['/api/own-cards', { change: { kind: 'keep', card: { ...card(), id: 'x' } } }, 'change.card.id'],
    ['/api/own-cards', { change: { kind: 'lend', id: randomUUID() } }, 'change.kind'],
    ['/api/flags', { flagId: randomUUID(), itemId: item.id, itemRevision: item.revision, comment: '  ' }, 'comment'],
  ]
  for (const [path, data, field] of wrongAttempts) {
    const response = await request.post(path, { data })
    expect(response.status(), path).toBe(400)
    expect((await response.json()).error.message).toMatch(new RegExp(`^${field}: `))
  }
  const review = { reviewId: randomUUID(), cardId: 'x', rating: 5, durationMs: 1, at: new Date() }
  expect((await (await request.post('/api/reviews', { data: review })).json()).error.message).toMatch(/^rating: /)
  const zone = await request.post('/api/learner', { data: { timeZone: 'Mars/Olympus' } })
  expect((await zone.json()).error.message).toMatch(/^timeZone: /)
})

test('an unknown item, card or lesson is a 404, and an option the item does not have a 422', async ({ request }) => {
  await becomeLearner(request)
  expect((await request.post('/api/answers', { data: { ...goodAnswer(), itemId: 'made-000.a' } })).status()).toBe(404)
  expect((await request.get('/api/attempts?lesson=no-such-lesson')).status()).toBe(404)
  expect((await request.get('/api/queue?deck=lesson:no-such-lesson')).status()).toBe(404)
  const review = { reviewId: randomUUID(), cardId: 'made-000.a', rating: 3, durationMs: 1, at: new Date() }
  expect((await request.post('/api/reviews', { data: review })).status()).toBe(404)
  expect((await request.get('/api/facts/made-000')).status()).toBe(404)
  const onNoFact = { change: { kind: 'keep', card: { ...card(), factId: 'made-000' } } }
  expect((await request.post('/api/own-cards', { data: onNoFact })).status()).toBe(404)
  expect((await request.get('/api/own-cards?before=yesterday')).status()).toBe(400)
  expect(
    (await request.post('/api/answers', { data: { ...goodAnswer(), response: { optionId: 'zzz' } } })).status(),
  ).toBe(422)
})

test('an attempt that cannot be is refused with the reason, and nobody gets at another’s', async ({
  request,
  playwright,
  baseURL,
}) => {
  await becomeLearner(request)
  const begin = (plan: object, attemptId: string = randomUUID()) =>
    request.post('/api/attempts', { data: { attemptId, plan } })
  expect((await begin({ kind: 'test', testId: 'no-such-test', form: 1 })).status()).toBe(404)
  expect((await begin({ kind: 'test', testId: 'whole-record', form: 99 })).status()).toBe(404)
  const nothing = await begin(practice({ focus: 'wrong' }))
  expect(nothing.status()).toBe(422)
  expect((await nothing.json()).error.message).toContain('Nothing of this has gone wrong so far')

  const attemptId = randomUUID()
  expect((await begin({ kind: 'test', testId: 'whole-record', form: 1 }, attemptId)).status()).toBe(200)
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  await becomeLearner(stranger)
  expect((await stranger.get(`/api/attempts/${attemptId}`)).status()).toBe(404)
  const deed = { kind: 'submitted' }
  const handIn = { data: { eventId: randomUUID(), attemptId, deed } }
  expect((await stranger.post('/api/attempts/events', handIn)).status()).toBe(404)
  expect((await stranger.post('/api/attempts/memory', { data: { attemptId, isTakenBack: true } })).status()).toBe(404)
  expect((await (await request.get(`/api/attempts/${attemptId}`)).json()).status).toBe('in-progress')
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
    '/quiz',
    `/quiz/${lesson?.id}`,
    '/tests/whole-record',
    `/review/${lesson?.id}`,
    '/progress',
    '/record',
  ]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
  }
  expect(await context.cookies()).toEqual([])
})
