import { beginSignedIn, newPerson, otherDevice } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { makeClass } from './classroom.ts'
import { expect, test } from './fixtures.ts'
import { keysOf } from './respond.ts'

test.use({ expectedErrors: [/favicon|status of 404/] })

test('a lesson is written with the keyboard alone, cites the record, and is read by the class it is shared with', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const keys = keysOf(page)
  const { address: classUrl, link } = await makeClass(page)

  await page.goto('/bank')
  await keys.press(page.getByRole('link', { name: 'Lessons of your own' }))
  await keys.press(page.getByRole('link', { name: 'New lesson' }))
  const form = page.getByRole('form', { name: 'Lesson' })
  const preview = page.getByRole('region', { name: 'How it will read' })
  await keys.press(form.getByRole('button', { name: 'Keep it' }))
  await expect(form.getByLabel('Title')).toBeFocused()
  await expect(form.getByLabel('Title')).toHaveAccessibleDescription('This is still empty.')
  await keys.type(form.getByLabel('Title'), 'Three pillars')
  await keys.type(
    form.getByLabel('Text'),
    '# First\n\nIt is **one**. <b>No</b> ![p](https://elsewhere.example/p.png)\n\n',
  )
  await expect(preview.getByRole('heading', { name: 'First' })).toBeVisible()
  await expect(preview.locator('strong')).toHaveText('one')
  await expect(preview.getByRole('img')).toHaveCount(0)
  await keys.type(form.getByLabel('Search the record for a fact'), 'genocide')
  await keys.press(form.getByRole('button', { name: /^Cite this/ }).first())
  await expect(form.getByLabel('Text')).toBeFocused()
  await expect(preview.getByRole('link')).toHaveAttribute('href', /^\/record\//)
  expect(await violationsOn(page)).toEqual([])
  await keys.press(form.getByRole('button', { name: 'Keep it' }))
  await page.waitForURL(/\/bank\/lessons\/[0-9a-f-]{36}$/)

  const sharing = page.getByRole('form', { name: 'Sharing' })
  await keys.tick(sharing.getByLabel('History 10b reads it'))
  await keys.press(sharing.getByRole('button', { name: 'Keep the sharing' }))
  await expect(sharing.getByText('It is shared as you chose.')).toBeVisible()

  const ben = await otherDevice(browser, baseURL)
  await beginSignedIn(ben, newPerson('Ben'), '/')
  const lessonUrl = page.url().replace('/bank/lessons', '/lessons')
  expect((await ben.goto(lessonUrl))?.status()).toBe(404)
  await ben.goto(link)
  await ben.getByRole('button', { name: 'Join the class' }).click()
  await ben.waitForURL('**/classes/*')
  await ben.getByRole('link', { name: 'Three pillars' }).click()
  await expect(ben.getByRole('heading', { name: 'Three pillars' })).toBeVisible()
  await expect(ben.getByText('A lesson by Ada')).toBeVisible()
  await expect(ben.getByRole('link', { name: 'Change it' })).toHaveCount(0)
  expect(await violationsOn(ben)).toEqual([])
  expect((await ben.goto(page.url()))?.status()).toBe(404)

  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
  expect((await ben.goto(lessonUrl))?.status()).toBe(404)
  await page.goto(classUrl)
  await expect(page.getByRole('region', { name: 'Lessons for this class' })).toHaveCount(0)
})
