import { catalog, expect, shownItem, test } from './fixtures.ts'

const [lesson] = catalog.lessons
test.use({ expectedErrors: [/net::ERR/] })

test('an answer that cannot be sent stays on the page, says so, and is sent again on request', async ({ page }) => {
  await page.goto(`/quiz/${lesson?.id}`)
  const item = await shownItem(page)
  await page.route('**/api/answers', (route) => route.abort())
  await page.getByRole('radio').nth(1).check()
  await page.getByRole('button', { name: 'Check answer' }).click()
  await expect(page.getByRole('button', { name: 'Saving your answer…' })).toBeDisabled()
  await expect(page.getByRole('alert').filter({ hasText: 'not saved yet' })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator(`input[name="${item.id}"]`).nth(1)).toBeChecked()

  await page.unroute('**/api/answers')
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByText('1 saved')).toBeVisible()
})

test('an answer whose acknowledgement is lost is kept once', async ({ page }) => {
  await page.goto(`/quiz/${lesson?.id}`)
  const sent: string[] = []
  await page.route('**/api/answers', async (route) => {
    sent.push((route.request().postDataJSON() as { answerId: string }).answerId)
    const response = await route.fetch()
    if (sent.length === 1) await route.abort()
    else await route.fulfill({ response })
  })
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Check answer' }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 })
  expect(sent).toHaveLength(2)
  expect(new Set(sent).size).toBe(1)
  await page.reload()
  await expect(page.getByText('1 saved')).toBeVisible()
})

test('a grade that cannot be sent keeps its card on the table and is sent again on request', async ({ page }) => {
  await page.goto(`/review/${lesson?.id}`)
  const front = await page.getByRole('article').textContent()
  await page.route('**/api/reviews', (route) => route.abort())
  await page.getByRole('button', { name: /Show answer/ }).click()
  await page.getByRole('button', { name: 'Good' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not saved yet' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('article')).toContainText(front ?? '')

  await page.unroute('**/api/reviews')
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByText('1 learning')).toBeVisible()
})
