import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { deploy } from '@/scripts/migration-engine.ts'
import { freePort } from '@/scripts/server.mjs'
import { startServer } from '@/testing/server.ts'
import { expectSignedIn, newPerson, type Person } from './accounts.ts'
import { databases } from './databases.ts'
import { answer, test as base, catalog, expect } from './fixtures.ts'
import { linkIn, type MailServer, startIdentityProvider, startMailServer } from './school.ts'

const [lesson] = catalog.lessons
const quiz = `/quiz/${lesson?.id}`

/** A site that is set up to send e-mail and to let people in through the school's provider. */
const test = base.extend<object, { site: { url: string; mail: MailServer } }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants one
    async ({}, use) => {
      const [sqlite] = databases
      const database = await sqlite?.make()
      if (database === undefined) throw new Error('There is always SQLite.')
      await deploy(database.url)
      const port = await freePort()
      const url = `http://localhost:${port}`
      const [mail, provider] = await Promise.all([startMailServer(), startIdentityProvider(url)])
      const server = await startServer({
        databaseUrl: database.url,
        port,
        variables: {
          SITE_URL: url,
          SMTP_URL: mail.url,
          MAIL_FROM: 'Rapporteur <learn@school.example>',
          OIDC_ISSUER: provider.issuer,
          OIDC_ID: provider.client.id,
          OIDC_SECRET: provider.client.secret,
          OIDC_NAME: 'the school',
        },
      })
      await use({ url, mail })
      await server.stop()
      await Promise.all([mail.stop(), provider.stop()])
      await database.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
})
// Whatever the server refuses, and what the provider's own pages would fetch from elsewhere.
test.use({ expectedErrors: [/status of (400|401|409|422)|net::ERR|favicon/] })

/** Makes an account by the link that is sent to its address. */
async function signUpByMail(page: Page, mail: MailServer, { name, email, password }: Person): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Look at your e-mail' })).toBeFocused()
  await page.goto(linkIn(await mail.lastTo(email), '/sign-up'))
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expectSignedIn(page, name)
}

async function ask(page: Page, button: 'Send a link to sign in' | 'Send a link for a new password', email: string) {
  await page.goto('/forgot')
  const form = page.getByRole('form').filter({ has: page.getByRole('button', { name: button }) })
  await form.getByLabel('E-mail address').fill(email)
  await form.getByRole('button', { name: button }).click()
  await expect(page.getByRole('heading', { name: 'Look at your e-mail' })).toBeVisible()
}

async function signInWithPassword(page: Page, { email, password }: Person) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs in at the provider's own pages, and agrees that the site may know who it is. */
async function signInAtProvider(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('the link to make an account leads on to the page that it was wanted for', async ({ page, site }) => {
  const ada = newPerson()
  await page.goto('/sign-up?to=/classes')
  await page.getByLabel('E-mail address').fill(ada.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.goto(linkIn(await site.mail.lastTo(ada.email), String.raw`/sign-up\?to=%2Fclasses`))
  await page.getByLabel('Name').fill(ada.name)
  await page.getByLabel('E-mail address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByRole('heading', { name: 'Make a class' })).toBeVisible()
})

test('a link makes the account, and a second one for the same address tells only its owner', async ({ page, site }) => {
  const ada = newPerson()
  await page.goto(quiz)
  await answer(page, { rightly: true })
  await signUpByMail(page, site.mail, ada)
  await page.goto(quiz)
  await expect(page.getByText('1 saved', { exact: true })).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill(ada.email.toUpperCase())
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Look at your e-mail' })).toBeVisible()
  await expect.poll(() => site.mail.lastTo(ada.email)).toContain('You have one already')
})

test('a forgotten password is changed by a link, which works once and signs out every browser', async ({
  page,
  site,
}) => {
  const ada = newPerson()
  await signUpByMail(page, site.mail, ada)
  const phone = await (await page.context().browser())?.newContext({ baseURL: site.url })
  const other = await phone?.newPage()
  if (other === undefined) throw new Error('There is always a browser.')
  await ask(other, 'Send a link for a new password', ada.email)
  await expect.poll(() => site.mail.lastTo(ada.email)).toContain('A new password')
  const link = linkIn(await site.mail.lastTo(ada.email), '/reset')

  // A scanner that opens every link uses none up.
  for (let visit = 0; visit < 3; visit += 1) expect((await other.request.get(link)).status()).toBe(200)
  await other.goto(link)
  await other.getByLabel('New password', { exact: true }).fill('basketball2024')
  await other.getByRole('button', { name: 'Change the password' }).click()
  await expect(other.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(/anybody would try/)
  await other.getByLabel('New password', { exact: true }).fill('four other quiet words')
  await other.getByRole('button', { name: 'Change the password' }).click()
  await expect(other.getByText('Your password is changed')).toBeVisible()

  await signInWithPassword(other, ada)
  await expect(other.getByRole('main').getByRole('alert')).toBeVisible()
  await signInWithPassword(other, { ...ada, password: 'four other quiet words' })
  await expectSignedIn(other, ada.name)
  await page.goto('/account')
  await expect(page.getByText('You were signed out here')).toBeVisible()

  await page.goto(link)
  await page.getByLabel('New password', { exact: true }).fill('five more quiet words')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no good any more')
  await phone?.close()
})

test('a link signs in, once, and whoever has no account is sent none', async ({ page, site }) => {
  const ada = newPerson()
  await signUpByMail(page, site.mail, ada)
  await page.context().clearCookies()
  const stranger = newPerson('Stranger')
  await ask(page, 'Send a link to sign in', stranger.email)
  await ask(page, 'Send a link for a new password', stranger.email)
  await ask(page, 'Send a link to sign in', ada.email)
  await expect.poll(() => site.mail.lastTo(ada.email)).toContain('Sign in to Rapporteur')
  const link = linkIn(await site.mail.lastTo(ada.email), '/sign-in')
  expect(link.startsWith(`${site.url}/sign-in#`)).toBe(true)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectSignedIn(page, ada.name)

  await page.context().clearCookies()
  await page.goto('/')
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no good any more')
  expect(site.mail.countTo(stranger.email)).toBe(0)
})

test('asking for a link is answered alike, and as fast, whether the address has an account or not', async ({
  page,
  site,
}) => {
  const ada = newPerson()
  await signUpByMail(page, site.mail, ada)
  const askFor = async (email: string) => {
    const from = performance.now()
    const response = await page.request.post('/api/links', { data: { kind: 'reset', email } })
    return { text: `${response.status()} ${await response.text()}`, ms: performance.now() - from }
  }
  await askFor(ada.email)
  const [known, unknown] = [await askFor(ada.email), await askFor(newPerson().email)]
  expect(known.text).toBe(unknown.text)
  // What differs is done after the answer; a busy machine still varies.
  expect(Math.abs(known.ms - unknown.ms)).toBeLessThan(250)
})

test('a link leads to this site, whichever host a request names', async ({ page, site }) => {
  const ada = newPerson()
  await signUpByMail(page, site.mail, ada)
  const before = site.mail.countTo(ada.email)
  const headers = { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' }
  await page.request.post('/api/links', { data: { kind: 'reset', email: ada.email }, headers })
  await expect.poll(() => site.mail.countTo(ada.email)).toBeGreaterThan(before)
  const mail = await site.mail.lastTo(ada.email)
  expect(linkIn(mail, '/reset').startsWith(`${site.url}/`)).toBe(true)
  expect(mail).not.toContain('elsewhere')
})

test('a new address is the account’s once its link is followed, and not before', async ({ page, site }) => {
  const [ada, next] = [newPerson(), newPerson()]
  await signUpByMail(page, site.mail, ada)
  await page.goto('/account')
  const section = page.getByRole('region', { name: 'E-mail address' })
  await section.getByText('Change it').click()
  await section.getByLabel('E-mail address', { exact: true }).fill(next.email)
  await section.getByLabel('Current password', { exact: true }).fill(ada.password)
  await section.getByRole('button', { name: 'Change the address' }).click()
  await expect(section.getByRole('status')).toContainText('Look at your e-mail there')
  await expect.poll(() => site.mail.lastTo(ada.email)).toContain('another address')
  await page.reload()
  await expect(section.getByText(ada.email)).toBeVisible()
  const link = linkIn(await site.mail.lastTo(next.email), '/account')

  // Whoever is not signed in comes by the sign-in, and the link with them.
  await page.context().clearCookies()
  await page.goto('/')
  await page.goto(link)
  await page.getByLabel('E-mail address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Confirm the address' }).click()
  await expect(section.getByText(next.email)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Confirm the address' })).toBeHidden()
})

test('the school’s provider makes an account with the guest’s progress, and lets in again', async ({ page, site }) => {
  test.slow()
  const login = `grace-${randomUUID().slice(0, 8)}`
  await page.goto(quiz)
  await answer(page, { rightly: true })
  await page.goto(`/sign-in?to=${quiz}`)
  await page.getByRole('button', { name: 'Sign in with the school' }).click()
  await signInAtProvider(page, login)
  await page.waitForURL(`${site.url}${quiz}`)
  await expectSignedIn(page, login)
  await expect(page.getByText('1 saved', { exact: true })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('region', { name: 'Other ways to sign in' })).toContainText(`${login}@school.example`)

  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with the school' }).click()
  await signInAtProvider(page, login)
  await page.waitForURL(`${site.url}/`)
  await expectSignedIn(page, login)
})

test('whoever comes by the provider after somebody else finds nothing of theirs in the browser', async ({
  page,
  site,
}) => {
  test.slow()
  const ada = newPerson()
  await signUpByMail(page, site.mail, ada)
  await page.evaluate(() => localStorage.setItem('rapporteur.outbox.probe', 'null'))
  const context = await page.context().browser()?.newContext({ baseURL: site.url })
  const phone = await context?.newPage()
  if (phone === undefined) throw new Error('There is always a browser.')
  await signInWithPassword(phone, ada)
  await expectSignedIn(phone, ada.name)
  await phone.goto('/account')
  await phone.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(phone.getByText('Every other browser is signed out.')).toBeVisible()
  await context?.close()

  await page.goto('/sign-in')
  await expect(page.getByText('You were signed out here')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in with the school' }).click()
  const login = `eve-${randomUUID().slice(0, 8)}`
  await signInAtProvider(page, login)
  await expectSignedIn(page, login)
  expect(await page.evaluate(() => localStorage.getItem('rapporteur.outbox.probe'))).toBeNull()
})

test('the provider lets into an account whose address both have verified, and links one that is signed in', async ({
  page,
  site,
}) => {
  test.slow()
  const login = `mary-${randomUUID().slice(0, 8)}`
  const mary = { ...newPerson('Mary'), email: `${login}@school.example` }
  await signUpByMail(page, site.mail, mary)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with the school' }).click()
  await signInAtProvider(page, login)
  await expectSignedIn(page, mary.name)

  const ada = newPerson()
  await page.context().clearCookies()
  await signUpByMail(page, site.mail, ada)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Link the school' }).click()
  await signInAtProvider(page, `ada-${randomUUID().slice(0, 8)}`)
  await page.waitForURL(`${site.url}/account`)
  await expect(page.getByRole('region', { name: 'Other ways to sign in' })).toContainText('as ada-')
  await expectSignedIn(page, ada.name)
})
