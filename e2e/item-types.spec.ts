import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { examples } from '@/features/quiz/examples.ts'
import { gradeResponse, type Item, type ItemType } from '@/features/quiz/item.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { violationsOn } from './axe.ts'
import { expect, testOnSharedPage as test } from './fixtures.ts'
import { keysOf, pointer, respond } from './respond.ts'

/** Opens the gallery at an example that is not answered yet; Tab goes on from there. */
async function openAt(page: Page, item: Item) {
  await page.goto(`/gallery?type=${item.type}#${item.id}`)
  // The page comes with its fields; what they do comes after it.
  await page.waitForLoadState('networkidle')
  const exhibit = page.getByRole('article', { name: `${item.id} unanswered`, exact: true })
  return {
    exhibit,
    form: exhibit.locator('form'),
    check: exhibit.getByRole('button', { name: 'Check answer' }),
    /** What would have been sent. */
    sent: async () => JSON.parse((await exhibit.locator('output').textContent()) ?? '') as unknown,
  }
}

/** Narrow and wide, light and dark: what axe finds depends on either, hardly on both at once. */
const screens = [
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const

function exampleOf(type: ItemType): Item {
  return examples.find((example) => example.type === type) as Item
}

for (const item of examples) {
  test(`${item.type} can be answered with the keyboard alone (${item.id})`, async ({ page }) => {
    const { exhibit, form, check, sent } = await openAt(page, item)
    await expect(check).toBeDisabled()
    await respond(keysOf(page), form, item, keyResponse(item))
    await expect(exhibit.getByRole('status').filter({ hasText: /still|yet/ })).toHaveCount(0)
    await keysOf(page).press(check)
    expect(gradeResponse(item, await sent())).toMatchObject({ state: 'graded', score: 1 })
  })
}

for (const item of examples.filter(({ type }, index) => type !== examples[index - 1]?.type)) {
  test(`${item.type} can be answered by touch, and is accessible to axe on every screen`, async ({ page }) => {
    test.slow()
    const { form, check, sent } = await openAt(page, item)
    await respond(pointer, form, item, wrongResponse(item))
    for (const { width, colorScheme } of screens) {
      await page.setViewportSize({ width, height: 844 })
      await page.emulateMedia({ colorScheme })
      expect(await smallControls(form)).toEqual([])
      // The page shows this type in every state: open, not whole, right, close, partly right, wrong.
      expect(await violationsOn(page), `at ${width} px, ${colorScheme}`).toEqual([])
    }
    await check.click()
    expect(gradeResponse(item, await sent())).toMatchObject({ state: 'graded', score: 0 })
  })
}

/** Whatever is less than 44 pixels high, and so easily missed by a finger. */
function smallControls(form: Locator): Promise<string[]> {
  return form
    .locator('button, select, input[type=text], label:has(input)')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML))
}

test('what is no number is said to be none and is not sent', async ({ page }) => {
  const { exhibit, form, check, sent } = await openAt(page, exampleOf('numeric'))
  const field = form.getByRole('textbox')
  await field.fill('fifteen hundred')
  await expect(exhibit.getByText('That is no number yet.')).toBeVisible()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(check).toBeDisabled()
  await field.press('Enter')
  await expect(exhibit.locator('output')).toHaveCount(0)
  await field.fill('1,500')
  await field.press('Enter')
  expect(await sent()).toEqual({ value: 1500 })
})

test('a response that is not whole says what is missing', async ({ page }) => {
  const { exhibit, form, check } = await openAt(page, exampleOf('matching'))
  await expect(exhibit.getByRole('status')).toHaveText('4 of 4 still without a match.')
  await form.getByRole('combobox').first().selectOption({ index: 1 })
  await expect(exhibit.getByRole('status')).toHaveText('3 of 4 still without a match.')
  await expect(check).toBeDisabled()
  await expect(check).toHaveAccessibleDescription('3 of 4 still without a match.')
})

test('an order counts once it is touched or said to be meant, and the focus goes along with an entry', async ({
  page,
}) => {
  const { form, check, sent } = await openAt(page, exampleOf('ordering'))
  const isMine = form.getByRole('checkbox', { name: 'This is my order' })
  const entries = form.getByRole('listitem')
  const first = (await entries.first().textContent()) ?? ''
  await expect(check).toBeDisabled()

  await isMine.check()
  await expect(check).toBeEnabled()
  await isMine.uncheck()
  await expect(check).toBeDisabled()

  const down = form.getByRole('button', { name: /^Move down: / }).first()
  const name = (await down.getAttribute('aria-label')) ?? ''
  const moved = form.getByRole('button', { name, exact: true })
  await down.focus()
  for (let place = 2; place <= (await entries.count()); place += 1) {
    await page.keyboard.press('Enter')
    await expect(moved).toBeFocused()
    await expect(form.getByRole('status').filter({ hasText: `to ${place} of 4` })).toHaveCount(1)
  }
  await expect(isMine).toBeChecked()
  // At the end of its way it stays there, and keeps the focus.
  await page.keyboard.press('Enter')
  await expect(moved).toBeFocused()
  await expect(entries.last()).toContainText(first.replace(/[⠿\d↑↓]/g, ''))
  await check.click()
  expect(gradeResponse(exampleOf('ordering'), await sent()).state).toBe('graded')
})

test('an order can be dragged by its grips', async ({ page }) => {
  const { form } = await openAt(page, exampleOf('ordering'))
  const entries = form.getByRole('listitem')
  const text = async (index: number) => (await entries.nth(index).textContent())?.replace(/[⠿\d↑↓]/g, '')
  const [first, second, third] = [await text(0), await text(1), await text(2)]
  const centre = async (index: number) => {
    const box = await entries.nth(index).locator('[data-grip]').boundingBox()
    if (box === null) throw new Error('the grip is not to be seen')
    return [box.x + box.width / 2, box.y + box.height / 2] as const
  }
  await entries.first().scrollIntoViewIfNeeded()
  await page.mouse.move(...(await centre(0)))
  await page.mouse.down()
  const [x, y] = await centre(2)
  await page.mouse.move(x, y, { steps: 10 })
  await page.mouse.up()
  await expect(form.getByRole('checkbox', { name: 'This is my order' })).toBeChecked()
  expect([await text(0), await text(1), await text(2)]).toEqual([second, third, first])
})

test('the gallery is not there unless it is asked for', async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-gallery-'))
  const databaseUrl = `file:${join(folder, 'test.db')}`
  await deploy(databaseUrl)
  const server = await startServer({ databaseUrl, gallery: 'off' })
  try {
    expect((await request.get(`${server.url}/gallery`)).status()).toBe(404)
  } finally {
    await server.kill()
    rmSync(folder, { recursive: true })
  }
})
