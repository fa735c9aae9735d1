import type { Page } from '@playwright/test'
import { beginSignedIn, expectSignedIn, newPerson, otherDevice } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { joinBy, linkOn, makeClass } from './classroom.ts'
import { answer, catalog, expect, test } from './fixtures.ts'

const [lesson] = catalog.lessons
// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (404|409|422)/] })

/** Somebody without an account follows the link, and makes one on the way. */
async function makeAccountAndJoin(page: Page, name: string) {
  await page.getByRole('main').getByRole('link', { name: 'Make an account' }).click()
  const person = newPerson(name)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expectSignedIn(page, name)
  // Back where they came from.
  await page.getByRole('button', { name: 'Join the class' }).click()
  await page.waitForURL('**/classes/*')
}

const person = (page: Page, name: string) =>
  page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: name })

test('a guest with progress joins by the link, makes an account on the way, and keeps the progress', async ({
  page,
  browser,
  baseURL,
}) => {
  const { link } = await makeClass(page)
  await expect(page.getByRole('region', { name: 'Nobody has joined yet' })).toContainText('print it')

  const ben = await otherDevice(browser, baseURL)
  await ben.goto(`/quiz/${lesson?.id}`)
  await answer(ben, { rightly: true })
  await ben.goto(link)
  await expect(ben.getByRole('heading', { name: 'Join History 10b' })).toBeVisible()
  await expect(ben.getByText('Taught by Ada.')).toBeVisible()
  await makeAccountAndJoin(ben, 'Ben')
  await expect(ben.getByRole('heading', { name: 'History 10b' })).toBeVisible()
  await expect(ben.getByRole('main')).toContainText('Ada')
  // A learner sees neither the code nor the others.
  await expect(ben.getByRole('region', { name: 'How to join' })).toHaveCount(0)
  await expect(ben.getByRole('region', { name: 'People' })).toHaveCount(0)
  expect((await ben.goto(`${ben.url()}/card`))?.status()).toBe(404)
  await ben.goto('/progress')
  await expect(ben.getByRole('heading', { name: 'What you know' })).toBeVisible()
  // Following the link again leads to the class.
  await ben.goto(link)
  await ben.waitForURL('**/classes/*')

  await page.reload()
  await expect(person(page, 'Ben')).toContainText('Learner, joined on')
  await expect(page.getByRole('region', { name: 'Nobody has joined yet' })).toHaveCount(0)
  await page.goto('/classes')
  await expect(page.getByRole('link', { name: 'History 10b' })).toContainText('Teacher, 1 learner')
  await ben.context().close()
})

test('a code that was replaced opens nothing and says so kindly, and the new one can be typed', async ({
  page,
  browser,
  baseURL,
}) => {
  const { link: old } = await makeClass(page)
  await page.getByRole('button', { name: 'Replace the code…' }).click()
  await page.getByRole('button', { name: 'Replace it' }).click()
  await expect(page.getByText('The class has a new code.')).toBeVisible()
  await expect.poll(() => linkOn(page)).not.toBe(old)
  const code = (await linkOn(page)).split('/').at(-1) ?? ''

  const ben = await otherDevice(browser, baseURL)
  await ben.goto(old)
  await expect(ben.getByRole('heading', { name: 'This code opens no class now' })).toBeVisible()
  await ben.getByLabel('Code').fill('7KX')
  await ben.keyboard.press('Enter')
  await expect(ben.getByLabel('Code')).toHaveAccessibleDescription(/nine letters and digits\. Look/)
  await ben.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
  await ben.keyboard.press('Enter')
  await expect(ben.getByRole('heading', { name: 'Join History 10b' })).toBeVisible()

  await page.getByRole('button', { name: 'Close the class…' }).click()
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText('The class is closed: nobody can join it.')).toBeVisible()
  // The button that was pressed is gone: the focus is on what was said.
  await expect(page.locator(':focus')).toHaveText('The class is closed.')
  await ben.reload()
  await expect(ben.getByRole('heading', { name: 'This code opens no class now' })).toBeVisible()
  await page.getByRole('button', { name: 'Open it with a new code' }).click()
  await expect.poll(() => linkOn(page)).toContain('/join/')
  await ben.context().close()
})

test('roles are given, a class keeps a teacher, and whoever leaves or is put out is in it no more', async ({
  page,
  browser,
  baseURL,
}) => {
  const { link } = await makeClass(page)
  const ben = await otherDevice(browser, baseURL)
  await ben.goto(link)
  await makeAccountAndJoin(ben, 'Ben')
  const cleo = await joinBy(browser, baseURL, link, 'Cleo')
  await page.reload()

  // The only teacher stays one.
  await page.getByRole('button', { name: 'Change Ada…' }).click()
  await page.getByRole('radio', { name: 'Learner' }).check()
  await page.getByRole('button', { name: 'Keep this role' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('always has a teacher')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Change Ben…' }).click()
  await page.getByRole('radio', { name: 'Assistant' }).check()
  await page.getByRole('button', { name: 'Keep this role' }).click()
  await expect(person(page, 'Ben')).toContainText('Assistant')
  await ben.reload()
  await expect(ben.getByRole('region', { name: 'People' })).toContainText('Cleo')
  await expect(ben.getByRole('button', { name: /^Change/ })).toHaveCount(0)
  await expect(ben.getByRole('button', { name: /Replace|Archive|Make a group/ })).toHaveCount(0)

  await page.getByRole('button', { name: 'Make a group' }).click()
  const form = page.getByRole('form', { name: 'Make a group' })
  await form.getByLabel('Name of the group').fill('North')
  await form.getByRole('checkbox', { name: 'Cleo' }).check()
  await form.getByRole('button', { name: 'Keep the group' }).click()
  await expect(page.getByText('North is kept.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Groups' }).getByRole('listitem')).toHaveText(/North.*Cleo/)
  await cleo.reload()
  await expect(cleo.getByRole('main')).toContainText('North')

  await ben.getByRole('button', { name: 'Leave the class…' }).click()
  await ben.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(ben.getByText('You are in no class yet')).toBeVisible()
  await page.getByRole('button', { name: 'Change Cleo…' }).click()
  await page.getByRole('button', { name: 'Put out of the class' }).click()
  await expect(person(page, 'Cleo')).toHaveCount(0)
  await expect(person(page, 'Ada')).toHaveCount(1)
  expect((await cleo.reload())?.status()).toBe(404)
  await ben.context().close()
  await cleo.context().close()
})

test('an archived class can be read, takes no changes, and can be taken up again', async ({
  page,
  browser,
  baseURL,
}) => {
  const { link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  await page.reload()
  const before = await otherDevice(browser, baseURL)
  await before.context().addCookies(await page.context().cookies())
  await before.goto(page.url())
  await page.getByRole('button', { name: 'Archive…' }).click()
  await page.getByRole('button', { name: 'Archive it' }).click()
  await expect(page.getByText('is archived: it is kept')).toBeVisible()
  await expect(person(page, 'Ben')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Change|Make a group|Replace|Open it)/ })).toHaveCount(0)
  // A page that was opened before is told.
  await before.getByRole('button', { name: 'Replace the code…' }).click()
  await before.getByRole('button', { name: 'Replace it' }).click()
  await expect(before.getByRole('dialog').getByRole('alert')).toContainText('archived')

  await ben.goto('/classes')
  await ben.getByRole('region', { name: 'Archived' }).getByRole('link', { name: 'History 10b' }).click()
  await expect(ben.getByText('is archived: it is kept')).toBeVisible()
  await page.getByRole('button', { name: 'Take it up again' }).click()
  await expect(page.getByRole('button', { name: 'Open it with a new code' })).toBeVisible()
  await before.context().close()
  await ben.context().close()
})

test('a class is made and a code is replaced with the keyboard alone', async ({ page }) => {
  await beginSignedIn(page, newPerson(), '/classes')
  await page.getByRole('form', { name: 'Make a class' }).getByLabel('Name').focus()
  await page.keyboard.type('Keys')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible()
  const old = await linkOn(page)
  await page.getByRole('button', { name: 'Replace the code…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => linkOn(page)).not.toBe(old)
  await expect(page.getByRole('button', { name: 'Replace the code…' })).toBeFocused()
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

    test('the pages about classes are accessible to axe and fit the screen', async ({ page, browser, baseURL }) => {
      test.slow()
      await page.goto('/join/222-222-222')
      await expectAccessible(page)
      const teacher = 'Augusta Ada King, Countess of Lovelace'
      const { link } = await makeClass(page, { teacher, name: 'International relations and humanitarian law, 10b' })
      await expectAccessible(page)
      await page.goto(`${page.url()}/card`)
      await expectAccessible(page)
      await page.goBack()

      const cleo = await joinBy(browser, baseURL, link, 'Cleo')
      await cleo.setViewportSize({ width, height: 844 })
      await cleo.emulateMedia({ colorScheme })
      await expectAccessible(cleo)
      const guest = await otherDevice(browser, baseURL)
      await guest.setViewportSize({ width, height: 844 })
      await guest.emulateMedia({ colorScheme })
      await guest.goto(link)
      await expectAccessible(guest)

      await page.reload()
      await page.getByRole('button', { name: 'Make a group' }).click()
      await page.getByLabel('Name of the group').fill('North')
      await page.getByRole('checkbox', { name: 'Cleo' }).check()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Keep the group' }).click()
      await expect(page.getByRole('heading', { name: 'North' })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Change Cleo…' }).click()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.goto('/classes')
      await expectAccessible(page)
      await cleo.context().close()
      await guest.context().close()
    })
  })
}
