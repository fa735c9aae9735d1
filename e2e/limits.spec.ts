import { randomUUID } from 'node:crypto'
import { keyResponse } from '@/features/quiz/responses.ts'
import { catalog, expect, items, shownItem, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

const [lesson] = catalog.lessons
const [item] = items

test('whoever does something too often is told so in words, and when to come back', async ({ request }) => {
  expect((await request.post('/api/learner', { data: { timeZone: 'UTC' } })).status()).toBe(200)
  const flag = () =>
    request.post('/api/flags', {
      data: { flagId: randomUUID(), itemId: item?.id, itemRevision: item?.revision, comment: 'Once more' },
    })
  for (let n = 1; n <= 60; n += 1) expect((await flag()).status()).toBe(200)
  const tooMany = await flag()
  expect(tooMany.status()).toBe(429)
  expect(Number(tooMany.headers()['retry-after'])).toBeGreaterThan(3000)
  expect((await tooMany.json()).error).toMatchObject({
    code: 'too-many',
    message: expect.stringContaining('within an hour'),
  })
})

test.describe('a server that asks to wait', () => {
  test.use({ expectedErrors: [/429/] })

  test('is heeded, and the answer is kept once', async ({ page }) => {
    await page.goto(`/quiz/${lesson?.id}`)
    const sentAt: number[] = []
    await page.route('**/api/attempts/events', async (route) => {
      sentAt.push(Date.now())
      if (sentAt.length > 1) return route.continue()
      const error = { code: 'too-many', message: 'That was very much at once.' }
      return route.fulfill({ status: 429, headers: { 'retry-after': '4' }, json: { error } })
    })
    const { item, form } = await shownItem(page)
    await respond(pointer, form, item, keyResponse(item))
    await form.getByRole('button', { name: 'Check answer' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'not saved yet' })).toBeVisible()
    await expect(form.getByText('Saved', { exact: true })).toBeVisible({ timeout: 15_000 })
    expect(sentAt).toHaveLength(2)
    expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(4000)
    await page.reload()
    await expect(page.getByText('1 saved')).toBeVisible()
  })
})
