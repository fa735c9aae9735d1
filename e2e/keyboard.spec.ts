import { catalog, expect, shownItem, test } from './fixtures.ts'

const [lesson] = catalog.lessons

test('a quiz can be taken with the keyboard alone', async ({ page }) => {
  await page.goto(`/quiz/${lesson?.id}`)
  for (let question = 1; question <= 2; question += 1) {
    await expect(page.getByText(`Question ${question} of 10`)).toBeVisible()
    const item = await shownItem(page)
    // Tab to the first option; arrows choose, Enter sends.
    while (!(await page.evaluate(() => document.activeElement?.matches('input[type=radio]'))))
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator(`input[name="${item.id}"]`).nth(1)).toBeChecked()
    await page.keyboard.press('Enter')
    const verdict = page.getByText(/^(Right|Not right)\./)
    await expect(verdict).toBeFocused()
    while (!(await page.evaluate(() => document.activeElement?.textContent === 'Next question')))
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('Question 3 of 10')).toBeVisible()
})

test('cards go by Anki’s keys: Space shows and grades Good, 1 to 4 grade, u takes back', async ({ page }) => {
  await page.goto(`/review/${lesson?.id}`)
  const card = page.getByRole('article')
  const front = await card.textContent()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Good' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(card).not.toHaveText(front ?? '')
  await expect(page.getByText('1 learning')).toBeVisible()

  const second = await card.textContent()
  await page.keyboard.press('Enter')
  await page.keyboard.press('4')
  await expect(page.getByRole('button', { name: /Show answer/ })).toBeVisible()
  await expect(card).not.toHaveText(second ?? '')

  await page.keyboard.press('u')
  await expect(card).toHaveText(second ?? '')
  await page.keyboard.press('u')
  await expect(card).toHaveText(front ?? '')
  await expect(page.getByText('0 learning')).toBeVisible()
})

test('a grade is not given by a key before the answer shows', async ({ page }) => {
  await page.goto(`/review/${lesson?.id}`)
  const front = await page.getByRole('article').textContent()
  await page.keyboard.press('3')
  await expect(page.getByRole('article')).toHaveText(front ?? '')
  await expect(page.getByRole('button', { name: /Show answer/ })).toBeVisible()
})
