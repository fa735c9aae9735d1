import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import type { Settings } from '@/features/classroom/assignments/settings.ts'
import type { AttemptView } from '@/features/quiz/loaders.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { openDatabase } from '@/lib/database.ts'
import { type MadePerson, makeAssignment, makeClass, quizOf, signedInCookie } from '@/testing/assigned.ts'
import { sharedSite } from '@/testing/site.ts'
import { violationsOn } from './axe.ts'
import { expect, itemById, items, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

// What the server refuses, and what does not reach it, the browser also notes in its console.
test.use({ expectedErrors: [/status of (404|422)|net::ERR_FAILED/] })

/** A class with a quiz. */
interface School {
  classId: string
  assignmentId: string
  cookies: ReadonlyMap<string, { name: string; value: string }>
}

const asked = items
  .filter(({ type }) => type === 'single-choice')
  .slice(0, 3)
  .map(({ id }) => id)
/** How long the page of a teacher, and of a learner, may take to ask anew. */
const soon = { timeout: 30_000 }

async function openSchool(settings: Partial<Settings>): Promise<School> {
  const { databaseUrl, secret } = sharedSite
  const db = openDatabase(databaseUrl)
  const { classId, teacher, learners } = await makeClass(db, { learners: ['Ben', 'Cleo'] })
  const assignmentId = await makeAssignment(db, classId, { work: quizOf(asked), settings })
  const cookies = new Map<string, { name: string; value: string }>()
  for (const { accountId, name } of [teacher, ...learners] as MadePerson[]) {
    cookies.set(name, await signedInCookie(db, accountId, secret, new Date()))
  }
  await db.$disconnect()
  return { classId, assignmentId, cookies }
}

let school: School
test.beforeEach(() => {
  // What arrives by itself takes a while to.
  test.slow()
})

const assignmentUrl = () => `${sharedSite.url}/classes/${school.classId}/assignments/${school.assignmentId}`

async function signInAs(page: Page, name: string) {
  const cookie = school.cookies.get(name)
  if (cookie === undefined) throw new Error('there is no session')
  await page.context().addCookies([{ ...cookie, url: sharedSite.url }])
}

/** Begins the quiz as a learner, on a device of their own. */
async function beginAs(browser: Browser, name: string): Promise<{ page: Page; attempt: AttemptView }> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, name)
  await page.goto(assignmentUrl())
  const came = page.waitForResponse((response) => /\/api\/attempts\/[^/]+$/.test(response.url()) && response.ok())
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL('**/attempts/*')
  return { page, attempt: await (await came).json() }
}

test('a teacher sees who is in it and how far, gives more time and tells something, which arrives by itself', async ({
  page,
  browser,
}) => {
  school = await openSchool({ timeLimitSeconds: 1800 })
  await signInAs(page, 'Ada')
  await page.goto(assignmentUrl())
  await page.getByRole('link', { name: 'Live view' }).click()
  await expect(page.getByRole('heading', { name: 'Live view of “A quiz”' })).toBeVisible()
  await expect(page.getByText('2 have not begun.')).toBeVisible()
  await expect(page.getByText('Nobody has begun yet.')).toBeVisible()

  const { page: ben, attempt } = await beginAs(browser, 'Ben')
  await expect(ben.getByRole('timer')).toHaveText(/^(30|29):\d\d left$/)
  const [first] = attempt.items
  const item = itemById(first?.id ?? '')
  await respond(pointer, ben.locator(`form[data-item="${item.id}"]`), item, keyResponse(item))
  await expect(ben.getByText('All saved')).toBeVisible()

  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  await expect(row('Ben')).toContainText('1 of 3', soon)
  await expect(row('Ben')).toContainText('In it')
  await expect(row('Ben')).toContainText(/\d+ s ago/)
  await expect(row('Ben')).toContainText(/(30|29) min/)
  await expect(row('Cleo')).toContainText('Not begun')
  await expect(page.getByRole('status').filter({ hasText: '1 is in it, 1 has not begun.' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])

  // By the keys alone.
  const minutes = page.getByLabel('Minutes more')
  await minutes.fill('90')
  await minutes.press('Enter')
  await expect(minutes).toHaveAccessibleDescription(/from 1 to 60/)
  await expect(minutes).toBeFocused()
  await minutes.fill('10')
  await minutes.press('Enter')
  await expect(page.getByText('One learner has 10 minutes more.')).toBeVisible()
  await page.getByLabel('Message', { exact: true }).fill('Question 2: read “four” for “five”.')
  await page.getByLabel('Message', { exact: true }).press('Enter')
  await expect(page.getByText('One learner is told.')).toBeVisible()
  await expect(page.getByLabel('Message', { exact: true })).toHaveValue('')
  await expect(row('Ben')).toContainText(/(40|39) min/, soon)

  await expect(ben.getByText('Question 2: read “four” for “five”.')).toBeVisible(soon)
  await expect(ben.getByRole('timer')).toHaveText(/^(40|39):\d\d left$/, soon)
  // Nothing of what was chosen is lost by it.
  await expect(ben.getByText('1 answered, 2 open')).toBeVisible()
  expect(await violationsOn(ben)).toEqual([])
  // What is not read yet is there again after a reload, and what is read stays away.
  await ben.reload()
  await expect(ben.getByText('Question 2: read “four” for “five”.')).toBeVisible()
  await ben.getByRole('button', { name: 'Understood' }).click()
  await expect(ben.getByText('Question 2: read “four” for “five”.')).toHaveCount(0)
  await ben.reload()
  await expect(ben.getByText('1 answered, 2 open')).toBeVisible()
  await expect(ben.getByText('Question 2: read “four” for “five”.')).toHaveCount(0)

  // What was last said stays where the server cannot be reached, and a phone shows all of it.
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.route('**/api/classes/live?*', (route) => route.abort())
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' })).toContainText(
    /how they stood at \d\d:\d\d:\d\d/,
    soon,
  )
  await expect(row('Ben')).toContainText('1 of 3')
  await page.unroute('**/api/classes/live?*')
  await expect(page.getByText('The server cannot be reached.')).toHaveCount(0, soon)

  // It is nobody's who learns in the class.
  expect((await ben.goto(`${assignmentUrl()}/live`))?.status()).toBe(404)
  await ben.context().close()
})

test('whose time was up goes on when more is given, without doing anything', async ({ page, browser }) => {
  school = await openSchool({ timeLimitSeconds: 60, whenTimeIsUp: 'grace', graceSeconds: 900 })
  const { page: ben, attempt } = await beginAs(browser, 'Ben')
  // As if he had begun nearly a minute ago.
  const db = openDatabase(sharedSite.databaseUrl)
  await db.attempt.update({ where: { id: attempt.attemptId }, data: { startedAt: new Date(Date.now() - 55_000) } })
  await db.$disconnect()
  await ben.reload()
  await expect(ben.getByText('Time is up. Nothing more can be changed')).toBeVisible(soon)
  const choice = ben.locator(`form[data-item="${attempt.items[0]?.id}"]`).getByRole('radio').first()
  await expect(choice).toBeDisabled()

  await signInAs(page, 'Ada')
  const { classId, assignmentId } = school
  const given = await page.request.post(`${sharedSite.url}/api/classes/live`, {
    data: { kind: 'extend', actId: randomUUID(), classId, assignmentId, minutes: 10 },
  })
  expect(await given.json()).toEqual({ reached: 1 })
  await expect(ben.getByRole('timer')).toHaveText(/^(10|09):\d\d left$/, soon)
  await expect(ben.getByText('Time is up.')).toHaveCount(0)
  await choice.check()
  await expect(ben.getByText('1 answered, 2 open')).toBeVisible()
  await expect(ben.getByText('All saved')).toBeVisible()
  await ben.context().close()
})
