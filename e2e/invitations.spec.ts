import { beginSignedIn, expectSignedIn, newPerson, otherDevice } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { expect, test } from './fixtures.ts'

// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (404|422)/] })

test('people are invited by a list, which is looked through first, and join by one press without a code', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const [ben, cleo] = [newPerson('Ben'), newPerson('Cleo')]
  await beginSignedIn(page, newPerson('Ada'), '/classes')
  await page.getByRole('form', { name: 'Make a class' }).getByLabel('Name').fill('History 10b')
  await page.getByRole('button', { name: 'Make the class' }).click()
  await page.getByRole('link', { name: 'Invite people' }).click()
  await expect(page.getByText('This site sends no e-mails.')).toBeVisible()

  // A list with a line that cannot be read invites nobody, and says what to do.
  const form = page.getByRole('form', { name: 'Invite people' })
  await form.getByLabel('Whom to invite').fill(`${ben.email}, Ben Brown\nCleo\n`)
  await form.getByRole('button', { name: 'Look it through' }).click()
  await expect(
    form.getByText('Line 2: expected an e-mail address, such as name@school.org, found “Cleo”.'),
  ).toBeVisible()
  await expect(form.getByRole('button', { name: /^Invite/ })).toHaveCount(0)

  // A file from a spreadsheet.
  await form.getByLabel('Or take a CSV file').setInputFiles({
    name: 'class.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Name;E-mail;Role\nBrown, Ben;${ben.email};\nCleo;${cleo.email};assistant\n`),
  })
  await form.getByRole('button', { name: 'Look it through' }).click()
  await expect(form.getByText(`Brown, Ben, ${ben.email} will be invited as learner.`)).toBeVisible()
  await expect(form.getByText(`Cleo, ${cleo.email} will be invited as assistant.`)).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await form.getByRole('button', { name: 'Invite 2 people' }).click()
  await expect(form.getByText('2 people are invited.')).toBeVisible()
  const pending = page.getByRole('region', { name: 'Invited and not here yet' })
  await expect(pending.getByRole('listitem')).toHaveCount(2)

  const benPage = await otherDevice(browser, baseURL)
  await beginSignedIn(benPage, ben, '/classes')
  await expect(benPage.getByRole('region', { name: 'You are invited' })).toContainText('Taught by Ada.')
  expect(await violationsOn(benPage)).toEqual([])
  await benPage.getByRole('button', { name: 'Join History 10b' }).click()
  await expect(benPage.getByRole('heading', { name: 'History 10b' })).toBeVisible()

  const cleoPage = await otherDevice(browser, baseURL)
  await beginSignedIn(cleoPage, cleo, '/classes')
  await cleoPage.getByRole('button', { name: 'Decline History 10b' }).click()
  await expect(cleoPage.getByText('You are in no class yet')).toBeVisible()
  await expect(cleoPage.getByRole('region', { name: 'You are invited' })).toHaveCount(0)
  await expectSignedIn(cleoPage, 'Cleo')

  await page.reload()
  await expect(pending).toHaveCount(0)
  await page.getByRole('link', { name: 'History 10b' }).click()
  await expect(
    page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: 'Ben' }),
  ).toBeVisible()

  // Nobody else sees the page.
  const url = page.url()
  expect((await cleoPage.goto(`${url}/invite`))?.status()).toBe(404)
  expect((await benPage.goto(`${url}/invite`))?.status()).toBe(404)
  await benPage.context().close()
  await cleoPage.context().close()
})

test('an invitation can be taken back with the keyboard alone', async ({ page }) => {
  const ben = newPerson('Ben')
  await beginSignedIn(page, newPerson('Ada'), '/classes')
  await page.getByRole('form', { name: 'Make a class' }).getByLabel('Name').fill('Keys')
  await page.getByRole('button', { name: 'Make the class' }).click()
  await page.getByRole('link', { name: 'Invite people' }).click()
  await page.getByLabel('Whom to invite').focus()
  await page.keyboard.type(ben.email)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What this list does' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 person is invited.')).toBeVisible()
  await page.getByRole('button', { name: `Take back the invitation of ${ben.email}` }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Invited and not here yet' })).toHaveCount(0)
})
