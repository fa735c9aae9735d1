import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds wrong with a page: each rule with the first place. No page has frames, so axe need not look for them. */
export async function violationsOn(page: Page): Promise<[rule: string, html: string | undefined][]> {
  // It comes a moment after the page where one page leads on to another.
  await expect(page).toHaveTitle(/\S/)
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

/** Axe finds nothing, and nothing reaches out of the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect(await violationsOn(page)).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, 'it scrolls sideways').toBeLessThanOrEqual(0)
}
