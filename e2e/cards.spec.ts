import type { Page } from '@playwright/test'
import { catalog, expect, test } from './fixtures.ts'

const [lesson] = catalog.lessons
const card = (page: Page) => page.getByRole('article')

/** Waits until another card than this lies on the table. */
async function gone(page: Page, front: string) {
  await expect(card(page)).not.toHaveText(front)
}

test('a card is set aside, marked and written on by Anki’s keys, and each can be taken back', async ({ page }) => {
  test.slow()
  await page.goto(`/review/${lesson?.id}`)
  await expect(card(page)).toBeVisible()
  const first = (await card(page).textContent()) ?? ''

  await page.keyboard.press('@')
  await gone(page, first)
  await expect(page.getByText('One card is set aside.')).toBeVisible()
  await page.keyboard.press('u')
  await expect(card(page)).toHaveText(first)
  await expect(page.getByText('set aside')).toBeHidden()

  await page.keyboard.press('-')
  await gone(page, first)
  await page.keyboard.press('u')
  await expect(card(page)).toHaveText(first)

  await page.keyboard.press('*')
  await expect(card(page).getByRole('img', { name: 'Marked' })).toBeVisible()

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Your note on this card' })
  // Keys that grade and command are letters of a note here.
  await dialog.getByRole('textbox').pressSequentially('1 = see @ e - o')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await page.keyboard.press('Space')
  await expect(card(page)).toContainText('1 = see @ e - o')

  await page.keyboard.press('i')
  const info = page.getByRole('dialog', { name: 'How this card stands' })
  await expect(info).toContainText('StateNew')
  await page.keyboard.press('Escape')
  await expect(info).toBeHidden()

  await page.keyboard.press('@')
  await expect(page.getByText('One card is set aside.')).toBeVisible()
  await page.getByRole('link', { name: 'See which' }).click()
  const listed = page.getByRole('listitem').filter({ hasText: '1 = see @ e - o' })
  await listed.getByRole('button', { name: 'Take up again' }).click()
  await expect(listed.getByRole('button', { name: 'Take up again' })).toBeHidden()
  await listed.getByRole('button', { name: 'Take the mark away' }).click()
  await page.reload()
  await expect(listed).toContainText('1 = see @ e - o')
  await expect(listed.getByRole('button')).toHaveCount(0)
})

test('the options hold from then on: fewer new cards, and a card waits by the recall that is wanted', async ({
  page,
}) => {
  await page.goto(`/review/${lesson?.id}`)
  await page.keyboard.press('o')
  const options = page.getByRole('dialog', { name: 'Options' })
  await options.getByLabel('New cards a day').fill('twenty')
  await expect(options.getByRole('button', { name: 'Keep it' })).toBeDisabled()
  await options.getByLabel('New cards a day').fill('3')
  await options.getByRole('slider').fill('70')
  await options.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('3 new')).toBeVisible()
  await page.keyboard.press('Space')
  const easy = page.getByRole('button', { name: 'Easy' })
  // At 90 % it is eight days.
  await expect(easy).not.toContainText('8d')
  await page.reload()
  await expect(page.getByText('3 new')).toBeVisible()
})

test('a topic has a deck of its own', async ({ page }) => {
  await page.goto('/review')
  await page.getByText('Other decks').click()
  await page.getByRole('link', { name: 'Prevention', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prevention')
  await expect(card(page)).toBeVisible()
})

test('a session before an exam repeats what is not known, and leaves the schedule alone', async ({ page }) => {
  await page.goto('/review/custom')
  await page.getByLabel('Deck').selectOption({ label: 'Topic: Disarmament' })
  await page.getByRole('button', { name: 'Begin' }).click()
  const left = page.getByText(/^\d+ of \d+ left$/)
  const count = Number((await left.textContent())?.match(/of (\d+)/)?.[1])
  const first = (await card(page).textContent()) ?? ''
  await page.keyboard.press('Space')
  await page.keyboard.press('1')
  await gone(page, first)
  await expect(left).toHaveText(`${count} of ${count} left`)
  for (let known = 1; known <= count; known += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('Space')
    if (known < count) await expect(left).toHaveText(`${count - known} of ${count} left`)
  }
  await expect(page.getByText(`All ${count} cards are known.`)).toBeVisible()
  // Nothing was written, so that the browser is nobody still.
  expect(await page.context().cookies()).toEqual([])
})

test('an answer can be typed before the back shows, and is held against it word by word', async ({ page }) => {
  await page.goto(`/review/${lesson?.id}`)
  await page.keyboard.press('o')
  await page.getByRole('checkbox', { name: /^Type the answer/ }).check()
  await page.getByRole('button', { name: 'Keep it' }).click()
  const field = page.getByRole('textbox', { name: 'Your answer' })
  await expect(field).toBeFocused()
  // Keys that grade and command are letters here.
  await page.keyboard.type('1 each u state')
  await page.keyboard.press('Enter')
  await expect(card(page)).toContainText('What you typed, against the answer')
  await expect(page.getByRole('button', { name: 'Good' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 learning')).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
})
