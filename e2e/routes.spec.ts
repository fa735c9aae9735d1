import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import type { Item } from '@/features/quiz/item.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { catalog, expect, items, test } from './fixtures.ts'

/**
 * Who gets what from which route. A route that is not in the table fails the test, and so does one that answers
 * somebody otherwise than it says. Whoever comes later (a teacher, an administrator) becomes a column.
 */

const callers = ['nobody', 'guest', 'stranger', 'foreign page'] as const
/** A foreign page acts in the guest's browser, cookie and all; the stranger is another learner, who asks for the guest's. */
type Caller = (typeof callers)[number]

/** What the guest has, which is nobody else's. */
interface Own {
  attemptId: string
  reviewId: string
}

interface Row {
  /** What is asked for; nothing where the address itself says it. */
  query?: (own: Own) => string
  body?: (own: Own) => object
  answers: Record<Caller, number>
}

const [lesson] = catalog.lessons
const item = items.find(({ type }) => type === 'single-choice') as Item
const [card] = JSON.parse(readFileSync('generated/cards.json', 'utf8')) as { id: string }[]
const [fact] = catalog.facts

/** For a read: it shows everybody their own, which another site's page can ask for and can't read. */
const ownRead = { nobody: 200, guest: 200, stranger: 200, 'foreign page': 200 }
/** For what takes an account: nobody here has one. */
const accountOnly = { nobody: 401, guest: 401, stranger: 401, 'foreign page': 403 }
/** For a write: everybody writes their own, and no other site's page can. */
const ownWrite = { nobody: 401, guest: 200, stranger: 200, 'foreign page': 403 }

const table: Record<string, Row> = {
  'POST /api/learner': {
    body: () => ({ timeZone: 'UTC' }),
    answers: { nobody: 200, guest: 200, stranger: 200, 'foreign page': 403 },
  },
  'GET /api/answers': { query: () => `lesson=${lesson?.id}`, answers: ownRead },
  'POST /api/answers': {
    body: () => ({ answerId: randomUUID(), itemId: item.id, itemRevision: item.revision, response: keyResponse(item) }),
    answers: ownWrite,
  },
  'GET /api/attempts': { query: () => `lesson=${lesson?.id}`, answers: ownRead },
  'POST /api/attempts': {
    body: () => ({ attemptId: randomUUID(), plan: { kind: 'lesson', lessonId: lesson?.id } }),
    answers: ownWrite,
  },
  'GET /api/attempts/[attempt]': { answers: { nobody: 404, guest: 200, stranger: 404, 'foreign page': 200 } },
  'POST /api/attempts/events': {
    body: ({ attemptId }) => ({ eventId: randomUUID(), attemptId, deed: { kind: 'submitted' } }),
    answers: { ...ownWrite, stranger: 404 },
  },
  'POST /api/attempts/memory': {
    body: ({ attemptId }) => ({ attemptId, isTakenBack: true }),
    answers: { ...ownWrite, stranger: 404 },
  },
  'GET /api/cards': { answers: ownRead },
  'POST /api/cards': {
    body: () => ({ cardId: card?.id, change: { kind: 'marked', isMarked: true } }),
    answers: ownWrite,
  },
  'GET /api/cram': { query: () => 'deck=all', answers: ownRead },
  'POST /api/flags': {
    body: () => ({ flagId: randomUUID(), itemId: item.id, itemRevision: item.revision, comment: 'A word' }),
    answers: ownWrite,
  },
  'GET /api/privacy': { answers: ownRead },
  'GET /api/privacy/export': { answers: { ...ownRead, nobody: 404 } },
  'GET /api/progress': { answers: ownRead },
  'GET /api/queue': { query: () => 'deck=all', answers: ownRead },
  'GET /api/quizzes': { answers: ownRead },
  'POST /api/reviews': {
    body: () => ({
      reviewId: randomUUID(),
      cardId: card?.id,
      rating: 3,
      durationMs: 900,
      at: new Date().toISOString(),
    }),
    answers: ownWrite,
  },
  'POST /api/reviews/undo': {
    body: ({ reviewId }) => ({ reviewId }),
    answers: { ...ownWrite, stranger: 404 },
  },
  'POST /api/study-settings': {
    body: () => ({ newCardsPerDay: 10, reviewsPerDay: 100, desiredRetention: 0.9 }),
    answers: ownWrite,
  },
  'GET /api/own-cards': { answers: ownRead },
  'POST /api/own-cards': {
    body: () => ({ change: { kind: 'keep', card: { id: randomUUID(), factId: null, front: 'Q', back: 'A' } } }),
    answers: ownWrite,
  },
  'GET /api/facts/[fact]': { answers: ownRead },
  'GET /api/parameters': { answers: ownRead },
  'POST /api/parameters': { body: () => ({ kind: 'use', fitId: null }), answers: ownWrite },
  'GET /api/account': { answers: ownRead },
  'POST /api/account': { body: () => ({ kind: 'name', name: 'Ada' }), answers: accountOnly },
  'POST /api/account/sessions': { body: () => ({ kind: 'others' }), answers: accountOnly },
  'POST /api/account/two-step': { body: () => ({ kind: 'begin', password: 'x' }), answers: accountOnly },
  'POST /api/account/verification': { body: () => ({}), answers: accountOnly },
  'POST /api/sign-in': {
    body: () => ({ kind: 'password', email: 'nobody@school.example', password: 'not the password' }),
    answers: { nobody: 401, guest: 401, stranger: 401, 'foreign page': 403 },
  },
  'POST /api/sign-up': {
    body: () => ({ email: 'nobody@school.example' }),
    answers: { nobody: 400, guest: 400, stranger: 400, 'foreign page': 403 },
  },
  'POST /api/links': {
    // No e-mail is set up here.
    body: () => ({ kind: 'sign-in', email: 'nobody@school.example' }),
    answers: { nobody: 409, guest: 409, stranger: 409, 'foreign page': 403 },
  },
  'POST /api/password-reset': {
    body: () => ({ token: 'none', password: 'long enough a password' }),
    answers: { nobody: 409, guest: 409, stranger: 409, 'foreign page': 403 },
  },
  'POST /api/classes': {
    body: () => ({ id: randomUUID(), name: 'A class', timeZone: 'UTC' }),
    answers: accountOnly,
  },
  'POST /api/classes/changes': { body: () => ({ kind: 'close', classId: randomUUID() }), answers: accountOnly },
  'POST /api/classes/members': { body: () => ({ kind: 'leave', classId: randomUUID() }), answers: accountOnly },
  'POST /api/join': { body: () => ({ code: 'XXX XXX XXX' }), answers: accountOnly },
  'POST /api/bank': { body: () => ({ kind: 'delete', id: randomUUID() }), answers: accountOnly },
  'POST /api/bank/preview': { body: () => ({ item, response: null }), answers: accountOnly },
  'GET /api/bank/facts': { query: () => 'q=debate', answers: ownRead },
  'POST /api/own-lessons': { body: () => ({ kind: 'delete', id: randomUUID() }), answers: accountOnly },
  'GET /sw.js': { answers: ownRead },
  'GET /demo': { answers: { nobody: 404, guest: 404, stranger: 404, 'foreign page': 404 } },
  // The last two, as there is nobody left after them.
  'POST /api/privacy/delete': {
    body: () => ({ confirmed: 'everything' }),
    answers: { nobody: 404, guest: 200, stranger: 200, 'foreign page': 403 },
  },
  'POST /api/sign-out': {
    body: () => ({}),
    answers: { nobody: 200, guest: 200, stranger: 200, 'foreign page': 403 },
  },
}

/** Every method of every route handler, such as "GET /api/attempts/[attempt]". */
const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .flatMap((file) => {
    const methods = readFileSync(`app/${file}`, 'utf8').matchAll(/export (?:const|async function|function) ([A-Z]+)\b/g)
    return [...methods].map(([, method]) => `${method} /${file.replace(/\/route\.ts$/, '')}`)
  })

test('every route is in the table, and the table has no other', () => {
  expect(Object.keys(table).sort()).toEqual(routes.sort())
})

async function call(request: APIRequestContext, caller: Caller, route: string, row: Row, own: Own): Promise<number> {
  const [method = '', path = ''] = route.split(' ')
  const address = path.replace('[attempt]', own.attemptId).replace('[fact]', fact?.id ?? '')
  const url = row.query === undefined ? address : `${address}?${row.query(own)}`
  const headers =
    caller === 'foreign page' ? { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } : {}
  const response = await request.fetch(url, { method, headers, ...(row.body && { data: row.body(own) }) })
  // Nothing lets another site's page read it.
  expect(response.headers()['access-control-allow-origin'], route).toBeUndefined()
  return response.status()
}

test('everybody gets from each route what the table says, and nobody another’s', async ({ playwright, baseURL }) => {
  test.slow()
  const visitor = () => playwright.request.newContext({ baseURL: baseURL ?? '' })
  const learner = async () => {
    const request = await visitor()
    expect((await request.post('/api/learner', { data: { timeZone: 'UTC' } })).status()).toBe(200)
    return request
  }
  const [guest, stranger] = [await learner(), await learner()]
  const own: Own = { attemptId: randomUUID(), reviewId: randomUUID() }
  const plan = { kind: 'test', testId: 'debates', form: 1 }
  expect((await guest.post('/api/attempts', { data: { attemptId: own.attemptId, plan } })).status()).toBe(200)
  const review = { reviewId: own.reviewId, cardId: card?.id, rating: 3, durationMs: 900, at: new Date().toISOString() }
  expect((await guest.post('/api/reviews', { data: review })).status()).toBe(200)

  const found: Record<string, Record<string, number>> = {}
  for (const [route, row] of Object.entries(table)) {
    const answers: Record<string, number> = {}
    // Whoever may not goes first, so that nothing they do is hidden by what the guest does.
    for (const caller of ['nobody', 'stranger', 'foreign page', 'guest'] as const) {
      const request = caller === 'nobody' ? await visitor() : caller === 'stranger' ? stranger : guest
      answers[caller] = await call(request, caller, route, row, own)
    }
    found[route] = answers
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(table).map(([route, { answers }]) => [route, answers])))
})

test('a body that a form of another site could send is not taken', async ({ request }) => {
  for (const [route, row] of Object.entries(table)) {
    if (row.body === undefined) continue
    const own = { attemptId: randomUUID(), reviewId: randomUUID() }
    const headers = { 'content-type': 'text/plain' }
    const response = await request.post(route.split(' ')[1] ?? '', { headers, data: JSON.stringify(row.body(own)) })
    expect(response.status(), route).toBe(415)
  }
})
