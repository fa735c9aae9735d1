import { TOTP } from 'otpauth'
import { keyResponse } from '@/features/quiz/responses.ts'
import { expectSignedIn, expectSignedOut, newPerson, otherDevice, signIn, signUp } from './accounts.ts'
import { answer, catalog, expect, shownItem, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

const [lesson] = catalog.lessons
const quiz = `/quiz/${lesson?.id}`
// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (400|401|409|422)|net::ERR/] })

test('an account takes over what the browser has kept, and goes on from any device', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const ada = newPerson()
  await page.goto(quiz)
  await answer(page, { rightly: true })
  await signUp(page, ada, `?to=${quiz}`)
  expect(new URL(page.url()).pathname).toBe(quiz)
  await expect(page.getByText('1 saved', { exact: true })).toBeVisible()

  const cookies = await page.context().cookies()
  expect(cookies.map(({ name }) => name)).toEqual(['rapporteur.session'])
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

  const phone = await otherDevice(browser, baseURL)
  await signIn(phone, ada)
  await expectSignedIn(phone, ada.name)
  await phone.goto(quiz)
  await expect(phone.getByText('1 saved', { exact: true })).toBeVisible()
  await answer(phone, { rightly: true })

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await expectSignedOut(page)
  expect(await page.context().cookies()).toEqual([])
  await page.goto(quiz)
  await expect(page.getByText('Question 1 of 10')).toBeVisible()
  await expect(page.getByText('0 saved', { exact: true })).toBeVisible()
})

test('signing in joins what a guest did to the account, with what was not sent yet', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const ada = newPerson()
  await signUp(page, ada)
  await page.goto(quiz)
  await answer(page, { rightly: true })

  const library = await otherDevice(browser, baseURL)
  const [, second] = catalog.lessons
  await library.goto(`/quiz/${second?.id}`)
  await answer(library, { rightly: true })
  await library.getByRole('button', { name: 'Next question' }).click()
  const { item, form } = await shownItem(library)
  await library.context().route('**/api/attempts/events', (route) => route.abort())
  await respond(pointer, form, item, keyResponse(item))
  await form.getByRole('button', { name: 'Check answer' }).click()
  await expect(library.getByRole('alert').filter({ hasText: 'not saved yet' })).toBeVisible()

  await signIn(library, ada)
  await expect(library.getByRole('heading', { name: 'You are signed in' })).toBeFocused()
  await library.context().unroute('**/api/attempts/events')
  await library.getByRole('button', { name: 'Go on' }).click()
  await expectSignedIn(library, ada.name)
  await library.goto(`/quiz/${second?.id}`)
  await expect(library.getByText('2 saved', { exact: true })).toBeVisible()
  await library.goto(quiz)
  await expect(library.getByText('1 saved', { exact: true })).toBeVisible()
  await library.context().close()
})

test('a wrong password and an unknown address are answered alike', async ({ page }) => {
  const ada = newPerson()
  await signUp(page, ada)
  await page.context().clearCookies()
  const answers: string[] = []
  for (const given of [
    { email: ada.email, password: 'not the right words' },
    { email: newPerson().email, password: 'not the right words' },
  ]) {
    const came = page.waitForResponse('**/api/sign-in')
    await signIn(page, given)
    const response = await came
    answers.push(`${response.status()} ${await response.text()}`)
    await expect(page.getByRole('main').getByRole('alert')).toContainText('No account has this address and password')
  }
  expect(answers[0]).toBe(answers[1])
})

test('an authenticator app is asked for when signing in, and a recovery code stands in for it once', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const ada = newPerson()
  await signUp(page, ada)
  await page.goto('/account')
  const section = page.getByRole('region', { name: 'Two-step sign-in' })
  await section.getByLabel('Current password', { exact: true }).fill(ada.password)
  await section.getByRole('button', { name: 'Turn it on' }).click()
  await expect(section.getByRole('img', { name: /The key as a picture/ })).toBeVisible()
  const app = new TOTP({ secret: ((await section.locator('code').textContent()) ?? '').replaceAll(' ', '') })
  await section.getByLabel('Code').fill('000000')
  await section.getByRole('button', { name: 'Confirm' }).click()
  await expect(section.getByLabel('Code')).toHaveAccessibleDescription(/not the code that the app shows/)
  await section.getByLabel('Code').fill(app.generate())
  await section.getByRole('button', { name: 'Confirm' }).click()
  const list = section.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(list).toHaveCount(10)
  const codes = await list.allTextContents()
  await section.getByRole('button', { name: 'I have kept them' }).click()
  await expect(section.getByText('You have 10 recovery codes left.')).toBeVisible()

  const phone = await otherDevice(browser, baseURL)
  await signIn(phone, ada)
  await expect(phone.getByRole('heading', { name: 'One more step' })).toBeVisible()
  // The first step alone lets nobody in.
  expect((await (await phone.request.get('/api/account')).json()).account).toBeNull()
  await expect(phone.getByRole('textbox', { name: 'Code' })).toBeFocused()
  // The next step of the app: the one that confirmed it is not taken again.
  await phone.getByRole('textbox', { name: 'Code' }).fill(app.generate({ timestamp: Date.now() + 30_000 }))
  await phone.keyboard.press('Enter')
  await expectSignedIn(phone, ada.name)

  const [code = ''] = codes
  for (const isLetIn of [true, false]) {
    const laptop = await otherDevice(browser, baseURL)
    await signIn(laptop, ada)
    await laptop.getByRole('button', { name: 'I do not have the app at hand' }).click()
    await laptop.getByRole('textbox', { name: 'Recovery code' }).fill(code)
    await laptop.keyboard.press('Enter')
    if (isLetIn) await expectSignedIn(laptop, ada.name)
    else
      await expect(laptop.getByRole('textbox', { name: 'Recovery code' })).toHaveAccessibleDescription(
        /was used before/,
      )
    await laptop.context().close()
  }
})

test('a browser is signed out from another, and keeps what it cannot send until it is signed in again', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const ada = newPerson()
  await signUp(page, ada)
  const phone = await otherDevice(browser, baseURL)
  await signIn(phone, ada)
  await expectSignedIn(phone, ada.name)
  await phone.goto(quiz)
  await answer(phone, { rightly: true })
  await phone.getByRole('button', { name: 'Next question' }).click()

  await page.goto('/account')
  const sessions = page.getByRole('region', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await sessions.getByRole('button', { name: /^Sign out Chrome/ }).click()
  await expect(sessions.getByRole('status')).toContainText('is signed out')
  await expect(sessions.getByRole('listitem')).toHaveCount(1)

  const { item, form } = await shownItem(phone)
  await respond(pointer, form, item, keyResponse(item))
  await form.getByRole('button', { name: 'Check answer' }).click()
  await expect(phone.getByRole('alert').filter({ hasText: 'You were signed out' })).toBeVisible()
  await signIn(phone, ada)
  await expectSignedIn(phone, ada.name)
  await phone.goto(quiz)
  await expect(phone.getByText('2 saved', { exact: true })).toBeVisible({ timeout: 30_000 })
  await phone.context().close()
})

test('what one person could not send does not become another’s who signs in after them', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const [ada, grace] = [newPerson(), newPerson('Grace')]
  await signUp(page, grace)
  await page.context().clearCookies()
  await signUp(page, ada)
  await page.goto(`/learn/${lesson?.id}`)
  const check = page.getByRole('complementary', { name: /^Check yourself/ }).first()
  const { item, form } = await shownItem(page, check)
  await page.route('**/api/answers', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await respond(pointer, form, item, keyResponse(item))
  await form.getByRole('button', { name: 'Check answer' }).click()
  await expect(check.getByRole('alert')).toContainText('not saved yet', { timeout: 20_000 })

  const phone = await otherDevice(browser, baseURL)
  await signIn(phone, ada)
  await expectSignedIn(phone, ada.name)
  await phone.goto('/account')
  await phone.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(phone.getByText('Every other browser is signed out.')).toBeVisible()
  await phone.context().close()

  await signIn(page, grace)
  await expectSignedIn(page, grace.name)
  await page.unroute('**/api/answers')
  await page.goto(`/learn/${lesson?.id}`)
  await page.waitForLoadState('networkidle')
  const kept = await page.request.get(`/api/answers?lesson=${lesson?.id}`)
  expect(await kept.json()).toEqual({ answers: [] })
})

test('a new password signs every other browser out, and the old one is of no use', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const ada = newPerson()
  await signUp(page, ada)
  const phone = await otherDevice(browser, baseURL)
  await signIn(phone, ada)
  await expectSignedIn(phone, ada.name)

  await page.goto('/account')
  const section = page.getByRole('region', { name: 'Password' })
  await section.getByText('Change it').click()
  await section.getByLabel('Current password', { exact: true }).fill('not the right words')
  await section.getByLabel('New password', { exact: true }).fill('four other quiet words')
  await section.getByRole('button', { name: 'Change the password' }).click()
  await expect(section.getByLabel('Current password', { exact: true })).toHaveAccessibleDescription(
    'This is not your password.',
  )
  await section.getByLabel('Current password', { exact: true }).fill(ada.password)
  await section.getByRole('button', { name: 'Change the password' }).click()
  await expect(section.getByRole('status')).toContainText('Your password is changed')
  await page.reload()
  await expectSignedIn(page, ada.name)

  await phone.goto('/progress')
  await expect(phone.getByRole('banner').getByRole('link', { name: 'Sign in again' })).toBeVisible()
  await phone.goto('/account')
  await expect(phone.getByText('You were signed out here')).toBeVisible()
  await signIn(phone, ada)
  await expect(phone.getByRole('main').getByRole('alert')).toBeVisible()
  await signIn(phone, { ...ada, password: 'four other quiet words' })
  await expectSignedIn(phone, ada.name)
  await phone.context().close()
})

test('signing in leads to a page of this site, whatever an address asks for', async ({ page }) => {
  const ada = newPerson()
  await signUp(page, ada)
  for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await page.getByLabel('E-mail address').fill(ada.email)
    await page.getByLabel('Password', { exact: true }).fill(ada.password)
    await page.keyboard.press('Enter')
    await expectSignedIn(page, ada.name)
    expect(new URL(page.url()).pathname).toBe('/')
  }
})
