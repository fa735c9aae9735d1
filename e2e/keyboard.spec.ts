import { examples } from '@/features/quiz/examples.ts'
import type { Item } from '@/features/quiz/item.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { catalog, expect, shownItem, test } from './fixtures.ts'
import { keysOf, respond } from './respond.ts'

const [lesson] = catalog.lessons

test('a quiz can be taken with the keyboard alone', async ({ page }) => {
  test.slow()
  const keys = keysOf(page)
  await page.goto(`/quiz/${lesson?.id}`)
  for (let question = 1; question <= 4; question += 1) {
    await expect(page.getByText(`Question ${question} of 10`)).toBeVisible()
    const { item, form } = await shownItem(page)
    await respond(keys, form, item, keyResponse(item))
    await keys.press(form.getByRole('button', { name: 'Check answer' }))
    await expect(form.getByText(/^Right\./)).toBeFocused()
    await keys.press(page.getByRole('button', { name: 'Next question' }))
  }
  await expect(page.getByText('Question 5 of 10')).toBeVisible()
})

test('Enter in a field or on a choice sends the answer', async ({ page }) => {
  for (const type of ['single-choice', 'multiple-response', 'numeric', 'short-answer'] as const) {
    const item = examples.find((example) => example.type === type) as Item
    await page.goto(`/gallery?type=${type}#${item.id}`)
    const exhibit = page.getByRole('article', { name: `${item.id} unanswered` })
    await respond(keysOf(page), exhibit.locator('form'), item, keyResponse(item))
    await page.keyboard.press('Enter')
    expect(JSON.parse((await exhibit.locator('output').textContent()) ?? '')).toEqual(keyResponse(item))
  }
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
