import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { openDatabase } from '@/lib/database.ts'
import { sharedSite } from '@/testing/site.ts'
import { begin, expect, itemById, shownItem, test } from './fixtures.ts'
import { keysOf, pointer, respond } from './respond.ts'

test('a learner practises what they choose, says how sure they are, and goes on with what they missed by one press', async ({
  page,
}) => {
  test.slow()
  await page.goto('/quiz')
  await page.getByRole('radio', { name: '5', exact: true }).check({ force: true })
  await page.getByText('Topics', { exact: true }).click()
  await page.getByRole('checkbox', { name: 'Prevention', exact: true }).check()
  // Those below are in with it.
  await expect(page.getByRole('checkbox', { name: 'Early warning and early action' })).toBeChecked()
  await page.getByRole('checkbox', { name: /^Ask how sure I am/ }).check()
  const attempt = await begin(page, 'Begin')
  expect(attempt.items).toHaveLength(5)
  const prevention = ['prevention', 'early-action', 'root-causes']
  for (const { id } of attempt.items) {
    expect(itemById(id).topics.some((topic) => prevention.includes(topic))).toBe(true)
  }

  for (const index of attempt.items.keys()) {
    const { item, form } = await shownItem(page)
    await respond(pointer, form, item, index === 0 ? wrongResponse(item) : keyResponse(item))
    await form.getByRole('button', { name: 'Sure', exact: true }).click()
    await expect(form.getByText('Saved', { exact: true })).toBeVisible()
    await expect(
      form.getByText(index === 0 ? 'You were sure: −6 for certainty.' : 'You were sure: +3 for certainty.'),
    ).toBeVisible()
    if (index < 4) await page.getByRole('button', { name: 'Next question' }).click()
  }
  await page.getByRole('link', { name: 'See your result' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('4 of 5 points')
  await expect(page.getByRole('heading', { name: 'The questions' })).toBeVisible()
  await expect(page.getByText('You were sure of 5 answers and right in 4', { exact: false })).toBeVisible()

  const missed = itemById(attempt.items[0]?.id ?? '')
  const again = await begin(page, 'Practise what you missed')
  for (const { id } of again.items) {
    expect(itemById(id).factIds.some((fact) => missed.factIds.includes(fact))).toBe(true)
  }

  await page.goto('/quiz')
  await expect(page.getByRole('region', { name: 'Go on' }).getByRole('link')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Earlier results' })).toContainText('4 of 5 points')
  await expect(page.getByText(/^What I get wrong \([1-9]/)).toBeVisible()
})

test('what somebody finds wrong with a question reaches whoever keeps the questions', async ({ page }) => {
  await page.goto('/quiz/rtop-and-this-record')
  const { item, form } = await shownItem(page)
  await respond(pointer, form, item, keyResponse(item))
  await form.getByRole('button', { name: 'Check answer' }).click()
  await page.getByRole('button', { name: 'Something wrong with this question?' }).click()
  const kept = page.waitForResponse('**/api/flags')
  await page
    .getByRole('textbox', { name: 'What is wrong with this question?' })
    .fill('The second option is true as well.')
  await page.getByRole('button', { name: 'Send it' }).click()
  expect((await kept).status()).toBe(200)
  await expect(page.getByText('Whoever keeps the questions will read it')).toBeVisible()
})

test('a test is begun on one device, gone on with on another by the keys alone, and handed in there', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  await page.goto('/tests/whole-record')
  const attempt = await begin(page, /^Begin form A/)
  await expect(page.getByRole('timer')).toContainText(/^(40:00|39:\d\d) left$/)
  const [first, second] = attempt.items.map(({ id }) => itemById(id))
  if (first === undefined || second === undefined) throw new Error('the test has no two questions')
  await respond(pointer, page.locator(`form[data-item="${first.id}"]`), first, keyResponse(first))
  await page.getByRole('button', { name: 'Mark to come back to' }).nth(1).click()
  await expect(page.getByText('All saved')).toBeVisible()
  await expect(page.getByText('1 answered, 29 open, 1 marked.')).toBeVisible()

  const storageState = await page.context().storageState()
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '', storageState })
  const other = await elsewhere.newPage()
  await other.goto('/')
  await expect(other.getByText('Go on: The whole record, form A')).toBeVisible()
  await other.getByRole('link', { name: 'Continue' }).click()
  await expect(other.getByText('1 answered, 29 open, 1 marked.')).toBeVisible()
  const hand = keysOf(other)
  await respond(hand, other.locator(`form[data-item="${second.id}"]`), second, wrongResponse(second))
  await hand.press(other.getByRole('button', { name: 'Next page' }))
  await expect(other.getByText('Page 2 of 6')).toBeFocused()
  await expect(other.getByText('2 answered, 28 open, 1 marked.')).toBeVisible()
  await hand.press(other.getByRole('button', { name: 'Hand in…' }))
  await expect(other.getByRole('dialog')).toContainText('28 questions are still open and you marked 1 to come back to.')
  await other.keyboard.press('Escape')
  await expect(other.getByRole('dialog')).toBeHidden()
  await hand.press(other.getByRole('button', { name: 'Hand in…' }))
  await other.keyboard.press('Enter')
  await other.waitForURL(`**/results/${attempt.attemptId}`)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('1 of 30 points')
  await elsewhere.close()

  // The first device finds out when it is looked at again.
  await page.goto(`/attempts/${attempt.attemptId}`)
  await page.waitForURL(`**/results/${attempt.attemptId}`)
})

test.describe('one page after the other', () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] })
  test('a test whose pages come one after the other takes nothing back', async ({ page }) => {
    await page.goto('/tests/who-said-what')
    const attempt = await begin(page, /^Begin form A/)
    await expect(page.getByText('there is no way back')).toBeVisible()
    const shownFirst = await page.locator('main form[data-item]').first().getAttribute('data-item')
    // That the page was turned does not reach the server before it is loaded anew.
    await page.route('**/api/attempts/events', (route) => route.abort())
    await page.getByRole('button', { name: 'Next page' }).click()
    await expect(page.getByText(/^Page 2 of/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Previous page' })).toHaveCount(0)
    await page.reload()
    await expect(page.getByText(/^Page 2 of/)).toBeVisible()
    await page.unrouteAll()
    await page.reload()
    await expect(page.getByText('All saved')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText(/^Page 2 of/)).toBeVisible()
    const refused = await page.request.post('/api/attempts/events', {
      data: {
        eventId: crypto.randomUUID(),
        attemptId: attempt.attemptId,
        deed: {
          kind: 'answered',
          itemId: shownFirst,
          itemRevision: itemById(shownFirst ?? '').revision,
          response: keyResponse(itemById(shownFirst ?? '')),
          certainty: null,
          durationMs: null,
        },
      },
    })
    expect(await refused.json()).toMatchObject({ verdict: 'page-closed' })
  })
})

test('a test hands itself in when its time is up by the server’s clock', async ({ page }) => {
  test.slow()
  await page.goto('/tests/whole-record')
  const attempt = await begin(page, /^Begin form A/)
  const item = itemById(attempt.items[0]?.id ?? '')
  await respond(pointer, page.locator(`form[data-item="${item.id}"]`), item, keyResponse(item))
  await expect(page.getByText('All saved')).toBeVisible()

  const db = openDatabase(sharedSite.databaseUrl)
  const startedAt = new Date(Date.now() - 40 * 60_000 + 4_000)
  await db.attempt.update({ where: { id: attempt.attemptId }, data: { startedAt } })
  await db.$disconnect()
  await page.reload()
  await expect(page.getByRole('timer')).toContainText(/^00:0\d left$/)
  await page.waitForURL(`**/results/${attempt.attemptId}`, { timeout: 20_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 of 30 points')
})
