import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { type Database, openDatabase } from '@/lib/database.ts'
import { restoreBackup } from '@/scripts/backup/restore.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { freePort } from '@/scripts/server.mjs'
import { startServer } from '@/testing/server.ts'
import { expectSignedIn, newPerson, type Person, signIn } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { databases } from './databases.ts'
import { test as base, expect } from './fixtures.ts'
import { linkIn, type MailServer, startMailServer } from './school.ts'

/** A site with a database that tests can reach. */
interface Site {
  url: string
  db: Database
  stop(): Promise<void>
}

async function startSite(variables: Record<string, string> = {}): Promise<Site> {
  const database = await databases[0]?.make()
  if (database === undefined) throw new Error('There is always SQLite.')
  await deploy(database.url)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = await startServer({ databaseUrl: database.url, port, variables: { SITE_URL: url, ...variables } })
  const db = openDatabase(database.url)
  return {
    url,
    db,
    async stop() {
      await db.$disconnect()
      await server.stop()
      await database.remove()
    },
  }
}

const mailFrom = { MAIL_FROM: 'Rapporteur <learn@school.example>' }

const test = base.extend<object, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants one
    async ({}, use) => {
      const site = await startSite()
      await use(site)
      await site.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
})
// Whatever the server refuses.
test.use({ expectedErrors: [/status of (401|404|409|422)/] })

const accountOf = (db: Database, { email }: Person) =>
  db.account.findUniqueOrThrow({ where: { email: email.toLowerCase() } })

/** Makes an account without its form, which has tests of its own. */
async function makeAccount(page: Page, name: string): Promise<Person> {
  const person = newPerson(name)
  const response = await page.request.post('/api/sign-up', { data: { ...person, timeZone: 'UTC', link: null } })
  expect(response.status()).toBe(200)
  return person
}

/** Makes an account that runs the site. */
async function signUpAdministrator(page: Page, db: Database): Promise<Person> {
  const boss = await makeAccount(page, 'Boss')
  await db.account.updateMany({ where: { email: boss.email.toLowerCase() }, data: { isAdministrator: true } })
  return boss
}

/** Somebody with an account, on a device of their own. */
async function somebody(page: Page, name: string, baseURL: string | undefined) {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: baseURL ?? '' })
  const device = await context?.newPage()
  if (device === undefined) throw new Error('There is always a browser.')
  return { person: await makeAccount(device, name), device }
}

/** Goes by the list of people to one of them. */
async function goTo(page: Page, { name, email }: Person): Promise<void> {
  await page.goto('/administration/people')
  await page.getByRole('searchbox', { name: 'Name or e-mail address' }).fill(email)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('status')).toHaveText(`1 account with “${email}”.`)
  await page.getByRole('main').getByRole('link', { name: email }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Presses what is asked about once more, and gives the password where that is asked for. */
async function act(page: Page, button: string, confirm: string, password?: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  if (password !== undefined) await page.getByRole('dialog').getByLabel('Your own password').fill(password)
  await page.getByRole('dialog').getByRole('button', { name: confirm }).click()
}

const told = (page: Page) => page.getByRole('region', { name: 'What can be done' }).getByRole('status')

test('an administrator finds the way from their account, and nobody else finds anything', async ({ page, site }) => {
  await makeAccount(page, 'Ada')
  await page.goto('/account')
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0)
  expect((await page.goto('/administration'))?.status()).toBe(404)
  await page.context().clearCookies()
  await signUpAdministrator(page, site.db)
  await page.goto('/account')
  await page.getByRole('link', { name: 'Administration of this site' }).click()
  await expect(page.getByRole('heading', { name: 'Administration' })).toBeVisible()
  const health = page.getByRole('region', { name: 'Health' })
  await expect(health).toContainText(/SQLite, answers in (less than )?\d+ ms/)
  await expect(health).toContainText(process.version)
  await expect(health).toContainText(/not set up: set SMTP_URL/)
  await expect(page.getByRole('main')).not.toContainText('.db')
  await expect(page.getByRole('main')).not.toContainText(tmpdir())
})

test('somebody is found, and signed out everywhere', async ({ page, site, baseURL }) => {
  test.slow()
  await signUpAdministrator(page, site.db)
  const { person, device } = await somebody(page, 'Ada', baseURL)
  await goTo(page, person)
  await expect(page.getByRole('main')).toContainText('Browsers signed in')
  await act(page, 'Sign out everywhere…', 'Sign out everywhere')
  await expect(told(page)).toHaveText('Ada is signed out everywhere.')
  await expect(page.getByRole('button', { name: 'Sign out everywhere…' })).toHaveCount(0)
  await device.goto('/sign-in')
  await expect(device.getByText('You were signed out here')).toBeVisible()
  await page.goto('/administration/log')
  await expect(page.getByText('Boss signed Ada out everywhere').first()).toBeVisible()
  await device.context().close()
})

test('somebody who has lost app and codes gets in again, once an administrator has given their own password', async ({
  page,
  site,
  baseURL,
}) => {
  test.slow()
  const boss = await signUpAdministrator(page, site.db)
  const { person, device } = await somebody(page, 'Ada', baseURL)
  const { id } = await accountOf(site.db, person)
  await site.db.account.update({ where: { id }, data: { totpSecret: 'lost', totpConfirmedAt: new Date() } })
  await goTo(page, person)
  await act(page, 'Turn off two-step sign-in…', 'Turn it off', 'not the password')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('not your password')
  expect((await accountOf(site.db, person)).totpConfirmedAt).not.toBeNull()
  await page.getByRole('dialog').getByLabel('Your own password').fill(boss.password)
  await page.getByRole('dialog').getByRole('button', { name: 'Turn it off' }).click()
  await expect(told(page)).toHaveText('Two-step sign-in of Ada is off.')
  await device.context().clearCookies()
  await signIn(device, person)
  await expectSignedIn(device, 'Ada')
  await device.context().close()
})

test('where no e-mail is sent, a link to choose a new password is shown once, and lets in', async ({
  page,
  site,
  baseURL,
}) => {
  test.slow()
  const boss = await signUpAdministrator(page, site.db)
  const { person, device } = await somebody(page, 'Ada', baseURL)
  await goTo(page, person)
  await act(page, 'New password…', 'Make the link', boss.password)
  await expect(told(page)).toContainText('Give this link to Ada and nobody else')
  const link =
    (await told(page)
      .getByText(/\/reset#reset=/)
      .textContent()) ?? ''
  await page.reload()
  await expect(page.getByText(/\/reset#/)).toHaveCount(0)
  await device.context().clearCookies()
  await device.goto(link)
  await device.getByLabel('New password', { exact: true }).fill('four other quiet words')
  await device.getByRole('button', { name: 'Change the password' }).click()
  await expect(device.getByText('Your password is changed')).toBeVisible()
  await signIn(device, { ...person, password: 'four other quiet words' })
  await expectSignedIn(device, 'Ada')
  await device.context().close()
})

test('administrators are made and unmade, but nobody ends it for themselves', async ({ page, site, baseURL }) => {
  test.slow()
  const boss = await signUpAdministrator(page, site.db)
  const { person, device } = await somebody(page, 'Ada', baseURL)
  await goTo(page, person)
  await act(page, 'Make an administrator…', 'Make an administrator', boss.password)
  await expect(told(page)).toHaveText('Ada is an administrator now.')
  await goTo(page, boss)
  await expect(page.getByText('This is your own account.')).toBeVisible()
  await expect(page.getByRole('button', { name: /administrator…/ })).toHaveCount(0)
  await goTo(device, boss)
  await act(device, 'End that they are an administrator…', 'End it', person.password)
  await expect(told(device)).toHaveText('Boss is no administrator any more.')
  expect((await page.goto('/administration'))?.status()).toBe(404)
  await device.context().close()
})

test('a class keeps its teacher until it is given another, and then the account can be deleted', async ({
  page,
  site,
  baseURL,
}) => {
  test.slow()
  const boss = await signUpAdministrator(page, site.db)
  const { person: ada, device: adas } = await somebody(page, 'Ada', baseURL)
  const { device: bens } = await somebody(page, 'Ben', baseURL)
  const { person: cleo, device: cleos } = await somebody(page, 'Cleo', baseURL)
  const name = `History ${Date.now()}`
  const id = crypto.randomUUID()
  expect((await adas.request.post('/api/classes', { data: { id, name, timeZone: 'UTC' } })).status()).toBe(200)
  const { joinCode: code } = await site.db.class.findUniqueOrThrow({ where: { id } })
  expect((await bens.request.post('/api/join', { data: { code } })).status()).toBe(200)

  // Neither by oneself nor by an administrator.
  await adas.goto('/privacy/your-data')
  await adas.getByRole('button', { name: 'Delete everything…' }).click()
  await adas.getByRole('button', { name: 'Delete everything', exact: true }).click()
  await expect(adas.getByRole('main').getByRole('alert')).toContainText(`You are the only teacher of “${name}”`)
  await goTo(page, ada)
  await act(page, 'Delete…', 'Delete the account', boss.password)
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(`Ada is the only teacher of “${name}”`)

  await page.goto('/administration/classes')
  await page.getByRole('searchbox', { name: 'Name of the class' }).fill(name)
  await page.getByRole('button', { name: 'Search' }).click()
  const shown = page.getByRole('listitem').filter({ hasText: name })
  await expect(shown).toContainText('Taught by Ada')
  await shown.getByText('Give it a teacher').click()
  await shown.getByLabel('E-mail address').fill(newPerson('Nobody').email)
  await shown.getByRole('button', { name: 'Make them a teacher' }).click()
  await expect(shown.getByLabel('E-mail address')).toHaveAccessibleDescription(/No account has this address/)
  await shown.getByLabel('E-mail address').fill(cleo.email)
  await shown.getByRole('button', { name: 'Make them a teacher' }).click()
  await expect(shown).toContainText('Taught by Ada and Cleo')

  await goTo(page, ada)
  await act(page, 'Delete…', 'Delete the account', boss.password)
  await page.waitForURL('**/administration/people')
  await expect.poll(() => site.db.account.count({ where: { email: ada.email.toLowerCase() } })).toBe(0)
  await cleos.goto(`/classes/${id}`)
  await expect(cleos.getByRole('region', { name: 'People' })).toContainText('Ben')
  await page.goto('/administration/log')
  await expect(page.getByText(/Boss deleted an account and all that was held on it/).first()).toBeVisible()
  for (const device of [adas, bens, cleos]) await device.context().close()
})

test('a backup is downloaded, and restores the site elsewhere', async ({ page, site }) => {
  test.slow()
  const boss = await signUpAdministrator(page, site.db)
  await page.goto('/administration')
  const downloading = page.waitForEvent('download')
  await act(page, 'Make a backup…', 'Make and download it', boss.password)
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^rapporteur-\d{4}-\d\d-\d\dT\d{6}Z\.ndjson\.gz$/)
  await expect(page.getByText(`saved as ${download.suggestedFilename()}`)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Health' })).toContainText(/Last backup\s*\d+ \w+ \d{4}, \d\d:\d\d UTC/)

  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-restored-'))
  try {
    const [file, databaseUrl] = [path.join(folder, 'backup.gz'), `file:${path.join(folder, 'restored.db')}`]
    await download.saveAs(file)
    await deploy(databaseUrl)
    await restoreBackup(databaseUrl, file, { isReplacing: false }, new Date())
    const restored = openDatabase(databaseUrl)
    expect(await accountOf(restored, boss)).toEqual(await accountOf(site.db, boss))
    await restored.$disconnect()
  } finally {
    rmSync(folder, { recursive: true })
  }
  await page.goto('/administration/log')
  await expect(page.getByText('Boss downloaded a backup').first()).toBeVisible()
})

test('backups are made one at a time', async ({ page, site }) => {
  const boss = await signUpAdministrator(page, site.db)
  const ask = () => page.request.post('/api/administration/backup', { data: { password: boss.password } })
  const statuses = (await Promise.all([ask(), ask(), ask()])).map((response) => response.status())
  expect(statuses.sort()).toEqual([200, 409, 409])
})

base.describe('where e-mail is set up', () => {
  // Whatever the server refuses, and what a page would have fetched in advance from a server that is stopped.
  base.use({ expectedErrors: [/status of (401|409|422)|net::ERR_CONNECTION_REFUSED/] })

  async function withMail(mailUrl: string, work: (site: Site) => Promise<void>) {
    const site = await startSite({ SMTP_URL: mailUrl, ...mailFrom })
    try {
      await work(site)
    } finally {
      await site.stop()
    }
  }
  /** By the link that is sent, or straight into the database where none is. */
  async function signUpByMail(page: Page, site: Site, mail: MailServer, person: Person) {
    await page.goto(`${site.url}/sign-up`)
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page.goto(linkIn(await mail.lastTo(person.email), '/sign-up'))
    await page.getByLabel('Name').fill(person.name)
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByLabel('Password', { exact: true }).fill(person.password)
    await page.getByRole('button', { name: 'Make the account' }).click()
    await expectSignedIn(page, person.name)
  }

  base('a trial e-mail comes to the administrator, and links for others to those', async ({ page }) => {
    base.slow()
    const mail = await startMailServer()
    await withMail(mail.url, async (site) => {
      const [boss, ada] = [newPerson('Boss'), newPerson('Ada')]
      await signUpByMail(page, site, mail, ada)
      await page.context().clearCookies()
      await signUpByMail(page, site, mail, boss)
      await site.db.account.updateMany({ where: { name: 'Boss' }, data: { isAdministrator: true } })
      await site.db.account.updateMany({
        where: { name: 'Ada' },
        data: { totpSecret: 'lost', totpConfirmedAt: new Date() },
      })
      await page.goto(`${site.url}/administration`)
      await page.getByRole('button', { name: 'Send a trial e-mail' }).click()
      await expect(page.getByRole('region', { name: 'E-mail' }).getByRole('status')).toContainText(
        'The mail server took it, and answered: 250',
      )
      await expect.poll(() => mail.lastTo(boss.email)).toContain('Rapporteur can send e-mail')

      const { id } = await accountOf(site.db, ada)
      await page.goto(`${site.url}/administration/people/${id}`)
      await act(page, 'New password…', 'Send the link', boss.password)
      await expect(told(page)).toHaveText(`The link is sent to ${ada.email}.`)
      await expect.poll(() => mail.lastTo(ada.email)).toContain('A new password for Rapporteur')
      expect(linkIn(await mail.lastTo(ada.email), '/reset')).toContain(site.url)
      await act(page, 'Turn off two-step sign-in…', 'Turn it off', boss.password)
      await expect.poll(() => mail.lastTo(ada.email)).toContain('was turned off')

      // The mail server goes away.
      await mail.stop()
      await page.goto(`${site.url}/administration`)
      await page.getByRole('button', { name: 'Send a trial e-mail' }).click()
      await expect(page.getByRole('region', { name: 'E-mail' }).getByRole('alert')).toContainText(/ECONNREFUSED/)
    })
  })
})

// Each width and each scheme once, as on the other pages.
for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } })

    test('the pages of administration are accessible to axe, and fit the screen', async ({ page, site, baseURL }) => {
      test.slow()
      await signUpAdministrator(page, site.db)
      const { person, device } = await somebody(page, 'Augusta Ada King, Countess of Lovelace', baseURL)
      const data = { id: crypto.randomUUID(), name: 'A class with a long name'.repeat(3), timeZone: 'UTC' }
      await device.request.post('/api/classes', { data })
      await device.context().close()
      const { id } = await accountOf(site.db, person)
      await site.db.account.update({ where: { id }, data: { totpSecret: 'lost', totpConfirmedAt: new Date() } })
      const expectAccessible = async () => {
        await page.waitForLoadState('networkidle')
        expect(await violationsOn(page)).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, 'it scrolls sideways').toBeLessThanOrEqual(0)
      }
      for (const path of ['', '/people', `/people/${id}`, '/classes', '/log']) {
        await page.goto(`/administration${path}`)
        await expect(page.getByRole('navigation', { name: 'Administration' })).toBeVisible()
        await expectAccessible()
      }
      await page.goto(`/administration/people/${id}`)
      await page.getByRole('button', { name: 'Delete…' }).click()
      await expectAccessible()
    })
  })
}
