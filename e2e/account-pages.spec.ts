import type { Page } from '@playwright/test'
import { beginSignedIn, expectSignedIn, expectSignedOut, newPerson, signUp } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { expect, test } from './fixtures.ts'

// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (400|401|409|422)/] })

test('what is wrong is said at its field, which gets the focus, and what was typed stays', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByLabel('Name')).toBeFocused()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/still empty/)
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail address').fill('ada.school.example')
  await page.getByLabel('Password', { exact: true }).fill('basketball2024')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('E-mail address')).toBeFocused()
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/not an e-mail address/)
  await page.getByLabel('E-mail address').fill(newPerson().email)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/anybody would try/)
  await expect(page.getByLabel('Name')).toHaveValue('Ada')
})

test('an account is made, signed out of and signed in to with the keyboard alone', async ({ page }) => {
  const ada = newPerson()
  await page.goto('/sign-up')
  await page.getByLabel('Name').focus()
  await page.keyboard.type(ada.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(ada.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(ada.password)
  await page.keyboard.press('Enter')
  await expectSignedIn(page, ada.name)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await expectSignedOut(page)
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('E-mail address').focus()
  await page.keyboard.type(ada.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(ada.password)
  await page.keyboard.press('Enter')
  await expectSignedIn(page, ada.name)
})

test('where no e-mail is set up, a forgotten password has somebody to ask', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'I have forgotten my password' }).click()
  await expect(page.getByText('Ask whoever runs it')).toBeVisible()
})

test('the header holds a long name on any screen', async ({ page }) => {
  await beginSignedIn(page, newPerson('Augusta Ada King, Countess of Lovelace'), '/')
  for (const width of [320, 390, 640, 700, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const { over, height } = await page.evaluate(() => ({
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      height: document.querySelector('header')?.clientHeight,
    }))
    expect({ width, over, height }).toEqual({ width, over: 0, height: 64 })
  }
})

// Each width and each scheme once, as on the other pages.
for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } })

    async function expectAccessible(page: Page) {
      await page.waitForLoadState('networkidle')
      expect(await violationsOn(page)).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, 'it scrolls sideways').toBeLessThanOrEqual(0)
    }

    test('the pages about accounts are accessible to axe and fit the screen, with what they say when something is wrong', async ({
      page,
    }) => {
      test.slow()
      for (const path of ['/sign-in', '/sign-in?problem=sign-in-first', '/sign-in?step=code', '/forgot', '/reset']) {
        await page.goto(path)
        await expectAccessible(page)
      }
      await page.goto('/sign-up')
      await page.getByRole('button', { name: 'Make the account' }).click()
      await expectAccessible(page)

      const ada = newPerson('Augusta Ada King, Countess of Lovelace')
      await signUp(page, ada)
      await page.goto('/account')
      await expectSignedIn(page, ada.name)
      await expectAccessible(page)
      const section = page.getByRole('region', { name: 'Two-step sign-in' })
      await section.getByLabel('Current password', { exact: true }).fill(ada.password)
      await section.getByRole('button', { name: 'Turn it on' }).click()
      await section.getByLabel('Code', { exact: true }).fill('000000')
      await section.getByRole('button', { name: 'Confirm' }).click()
      await expect(section.getByText('not the code that the app shows')).toBeVisible()
      await expectAccessible(page)
    })
  })
}
