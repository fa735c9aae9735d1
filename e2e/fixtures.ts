import { readFileSync } from 'node:fs'
import { test as base, type ConsoleMessage, expect, type Locator, type Page } from '@playwright/test'
import type { Catalog } from '@/features/catalog/schema.ts'
import type { Item } from '@/features/quiz/item.ts'
import type { AttemptView } from '@/features/quiz/loaders.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { pointer, respond } from './respond.ts'

export { expect }

/** What the build froze: journeys know the right answers from here, as a teacher would. */
export const catalog: Catalog = JSON.parse(readFileSync('generated/catalog.json', 'utf8'))
export const items: Item[] = JSON.parse(readFileSync('generated/items.json', 'utf8'))
const bank = new Map(items.map((item) => [item.id, item]))

/** An item of the bank, with its key. */
export function itemById(id: string): Item {
  const item = bank.get(id)
  if (item === undefined) throw new Error(`no item "${id}" in the bank`)
  return item
}

/** Every test fails on an error in the browser's console that it did not announce. */
export const test = base.extend<{ expectedErrors: RegExp[] }, { sharedPage: Page }>({
  expectedErrors: [[], { option: true }],
  page: ({ page, expectedErrors }, use) => expectingErrors(page, expectedErrors, () => use(page)),
  sharedPage: [
    async ({ browser }, use, { project }) => {
      const { baseURL = '', serviceWorkers = 'block', timezoneId = 'UTC' } = project.use
      const context = await browser.newContext({ baseURL, serviceWorkers, timezoneId })
      await use(await context.newPage())
      await context.close()
    },
    { scope: 'worker' },
  ],
})

/**
 * For many short tests that leave nothing in the browser: they have the same page, one after the other. A page of its
 * own costs four times what it costs to open an address, since a process is started that compiles all scripts anew.
 */
export const testOnSharedPage = test.extend({
  page: async ({ sharedPage: page, expectedErrors, viewport, colorScheme }, use) => {
    await page.setViewportSize(viewport ?? { width: 1280, height: 800 })
    await page.emulateMedia({ colorScheme })
    await page.mouse.move(0, 0)
    await expectingErrors(page, expectedErrors, () => use(page))
    await page.goto('about:blank')
  },
})

async function expectingErrors(page: Page, expected: readonly RegExp[], work: () => Promise<void>): Promise<void> {
  const errors: string[] = []
  const onError = (error: Error) => errors.push(error.message)
  const onMessage = (message: ConsoleMessage) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  }
  page.on('pageerror', onError)
  page.on('console', onMessage)
  await work()
  page.off('pageerror', onError)
  page.off('console', onMessage)
  expect(errors.filter((error) => !expected.some((one) => one.test(error)))).toEqual([])
}

/** The first item within: the bank's, and the form that shows it. */
export async function shownItem(page: Page, within = page.locator('main')): Promise<{ item: Item; form: Locator }> {
  const form = within.locator('form[data-item]').first()
  return { item: itemById((await form.getAttribute('data-item')) ?? ''), form }
}

/** Answers the item that is open, rightly or wrongly, and waits until it is kept. */
export async function answer(
  page: Page,
  { rightly }: { rightly: boolean },
  within = page.locator('main'),
): Promise<Item> {
  const { item, form } = await shownItem(page, within)
  await respond(pointer, form, item, rightly ? keyResponse(item) : wrongResponse(item))
  await form.getByRole('button', { name: 'Check answer' }).click()
  await expect(form.getByText('Saved', { exact: true })).toBeVisible()
  return item
}

/** Begins an attempt by pressing its button, and returns it as it came. */
export async function begin(page: Page, button: string | RegExp): Promise<AttemptView> {
  const came = page.waitForResponse((response) => /\/api\/attempts$/.test(response.url()) && response.ok())
  await page.getByRole('button', { name: button }).click()
  const attempt: AttemptView = await (await came).json()
  await page.waitForURL(`**/attempts/${attempt.attemptId}`)
  return attempt
}
