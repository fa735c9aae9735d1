import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import type { Catalog } from '@/features/catalog/schema.ts'
import type { Item } from '@/features/quiz/item.ts'

export { expect }

/** What the build froze: journeys know the right answers from here, as a teacher would. */
export const catalog: Catalog = JSON.parse(readFileSync('generated/catalog.json', 'utf8'))
export const items: Item[] = JSON.parse(readFileSync('generated/items.json', 'utf8'))
const itemById = new Map(items.map((item) => [item.id, item]))

/** Every test fails on an error in the browser's console that it did not announce. */
export const test = base.extend<{ expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
    })
    await use(page)
    expect(errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([])
  },
})

/** The item that a form on the page shows, by the name of its radio buttons. */
export async function shownItem(page: Page, within = page.locator('main')): Promise<Item> {
  const name = await within.getByRole('radio').first().getAttribute('name')
  const item = itemById.get(name ?? '')
  if (item === undefined) throw new Error(`no item "${name}" in the bank`)
  return item
}

/** Answers the item that is open, rightly or wrongly, and waits until it is kept. */
export async function answer(
  page: Page,
  { rightly }: { rightly: boolean },
  within = page.locator('main'),
): Promise<Item> {
  const item = await shownItem(page, within)
  const option = item.options.find(({ id }) => (id === item.key) === rightly)
  await within.locator(`input[type=radio][name="${item.id}"][value="${option?.id}"]`).check()
  await within.getByRole('button', { name: 'Check answer' }).click()
  await expect(within.getByText('Saved', { exact: true })).toBeVisible()
  return item
}
