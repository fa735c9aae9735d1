import { keyResponse } from '@/features/quiz/responses.ts'
import { answer, catalog, expect, shownItem, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

const [lesson] = catalog.lessons
test.use({ expectedErrors: [/net::ERR/] })

test('an answer that cannot be sent outlives the closed page, and is sent by itself when the network is back', async ({
  page,
  context,
}) => {
  await page.goto(`/quiz/${lesson?.id}`)
  // The first answer has arrived, so that the browser is a learner.
  await answer(page, { rightly: true })
  await page.getByRole('button', { name: 'Next question' }).click()
  const { item, form } = await shownItem(page)
  await context.route('**/api/**', (route) => route.abort())
  await respond(pointer, form, item, keyResponse(item))
  await page.getByRole('button', { name: 'Check answer' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not saved yet' })).toBeVisible()

  // One can go on without it.
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByText('Question 3 of 10')).toBeVisible()
  await expect(page.getByText('1 saved, 1 on the way')).toBeVisible()
  await page.close()

  await context.unroute('**/api/**')
  const again = await context.newPage()
  // Any page of the site sends it.
  const sent = again.waitForResponse('**/api/attempts/events')
  await again.goto('/record/glossary')
  expect((await sent).status()).toBe(200)
  await again.goto(`/quiz/${lesson?.id}`)
  await expect(again.getByText('Question 3 of 10')).toBeVisible()
  await expect(again.getByText('2 saved', { exact: true })).toBeVisible()
})

test('an answer whose acknowledgement is lost is kept once', async ({ page }) => {
  await page.goto(`/quiz/${lesson?.id}`)
  const sent: string[] = []
  await page.route('**/api/attempts/events', async (route) => {
    sent.push((route.request().postDataJSON() as { eventId: string }).eventId)
    const response = await route.fetch()
    if (sent.length === 1) await route.abort()
    else await route.fulfill({ response })
  })
  await answer(page, { rightly: true })
  expect(sent).toHaveLength(2)
  expect(new Set(sent).size).toBe(1)
  await page.reload()
  await expect(page.getByText('1 saved')).toBeVisible()
})

test('a check in a lesson waits for the network as well', async ({ page }) => {
  await page.goto(`/learn/${lesson?.id}`)
  const check = page.getByRole('complementary', { name: /^Check yourself/ }).first()
  const { item, form } = await shownItem(page, check)
  await page.route('**/api/**', (route) => route.abort())
  await respond(pointer, form, item, keyResponse(item))
  await form.getByRole('button', { name: 'Check answer' }).click()
  await expect(check.getByRole('alert')).toContainText('not saved yet', { timeout: 20_000 })
  await page.unroute('**/api/**')
  await expect(check.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 })
})

test('grades that cannot be sent do not hold up the session, are said to wait, and are sent by themselves', async ({
  page,
}) => {
  await page.goto(`/review/${lesson?.id}`)
  const front = await page.getByRole('article').textContent()
  await page.route('**/api/reviews', (route) => route.abort())
  for (const count of ['One thing you did is', '2 things you did are']) {
    await page.getByRole('button', { name: /Show answer/ }).click()
    await page.getByRole('button', { name: 'Good' }).click()
    await expect(page.getByRole('status')).toHaveText(`${count} kept here and not sent yet.`)
  }
  await expect(page.getByRole('article')).not.toContainText(front ?? '')

  await page.unroute('**/api/reviews')
  await expect(page.getByRole('status')).toBeEmpty({ timeout: 30_000 })
  await page.reload()
  await expect(page.getByText('2 learning')).toBeVisible()
})
