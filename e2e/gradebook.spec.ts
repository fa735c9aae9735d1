import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser, Download, Locator, Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { openDatabase } from '@/lib/database.ts'
import { type MadePerson, makeAssignment, makeAttempt, makeClass, quizOf, signedInCookie } from '@/testing/assigned.ts'
import { sharedSite } from '@/testing/site.ts'
import { expectAccessible } from './axe.ts'
import { expect, items, test } from './fixtures.ts'

/** A class with grades. */
interface School {
  classId: string
  teacher: MadePerson
  learners: MadePerson[]
  cookies: ReadonlyMap<string, { name: string; value: string }>
}

const asked = items.slice(0, 4).map(({ id }) => id)
const quizzes = 12
const names = ['=1+1 Dan', 'Ben', 'Cleo', 'Zoë', ...Array.from({ length: 60 }, (_, index) => `Learner ${index + 10}`)]

async function openSchool(): Promise<School> {
  const { databaseUrl, secret } = sharedSite
  const db = openDatabase(databaseUrl)
  const { classId, teacher, learners } = await makeClass(db, { learners: names })
  const day = (number: number) => new Date(Date.UTC(2026, 1, 1 + number, 12))
  for (let number = 0; number < quizzes; number += 1) {
    const assignmentId = await makeAssignment(db, classId, {
      work: quizOf(asked),
      title: `Quiz ${number + 1}`,
      createdAt: day(number),
      dueAt: day(number + 2),
      settings: { latePercentPerDay: 10 },
    })
    if (number > 0) continue
    // All of the first question are wrong, which is why it is voided below.
    const [one = '', two = '', three = '', four = ''] = asked
    const scores = { Ben: [0, 0, 1, 0], Cleo: [0, 1, 1, 1], Zoë: [0, 1, null, null] }
    for (const [name, [ofOne, ofTwo, ofThree, ofFour]] of Object.entries(scores)) {
      const learnerId = learners.find((learner) => learner.name === name)?.learnerId ?? ''
      const given = { [one]: ofOne ?? null, [two]: ofTwo ?? null, [three]: ofThree ?? null, [four]: ofFour ?? null }
      await makeAttempt(db, { assignmentId, learnerId }, given, { startedAt: day(name === 'Zoë' ? 3 : 1) })
    }
  }
  const cookies = new Map<string, { name: string; value: string }>()
  for (const { accountId } of [teacher, ...learners.slice(0, 4)]) {
    cookies.set(accountId, await signedInCookie(db, accountId, secret, new Date()))
  }
  await db.$disconnect()
  // Grades follow from the log; those of other journeys stay, as theirs do too.
  const env = { ...process.env, DATABASE_URL: databaseUrl, AUTH_SECRET: secret }
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/grades-rebuild.ts', '--write'], { env })
  return { classId, teacher, learners, cookies }
}

// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (404|422)/] })

let school: School
test.beforeEach(async () => {
  test.slow()
  school = await openSchool()
})

async function signInAs(page: Page, { accountId }: MadePerson) {
  const cookie = school.cookies.get(accountId)
  if (cookie === undefined) throw new Error('there is no session')
  await page.context().addCookies([{ ...cookie, url: sharedSite.url }])
}

async function asLearner(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, school.learners.find((learner) => learner.name === name) as MadePerson)
  return page
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Gradebook' })
const rowOf = (page: Page, name: string) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const firstCell = (row: Locator) => row.getByRole('gridcell').nth(1)
const gradebookUrl = () => `${sharedSite.url}/classes/${school.classId}/gradebook`

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

test('a teacher sorts, finds, opens a cell by the keyboard, sets a grade, and exports all', async ({ page }) => {
  await signInAs(page, school.teacher)
  await page.goto(`${sharedSite.url}/classes/${school.classId}`)
  await page.getByRole('link', { name: 'Gradebook' }).click()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(names.length + 2))
  await expect(grid(page)).toHaveAttribute('aria-colcount', String(quizzes + 2))
  await expect(rowOf(page, 'Ben')).toContainText('1 / 4')
  // Only what is in sight is drawn.
  expect(await grid(page).getByRole('row').count()).toBeLessThan(names.length)

  await grid(page).getByRole('button', { name: 'Total' }).click()
  await expect(grid(page).getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'descending')
  await expect(grid(page).getByRole('rowheader').first()).toHaveText('Cleo')

  // From the header down to Ben, who has the second best total, and right to the first quiz.
  await grid(page).getByRole('button', { name: 'Total' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ben: Quiz 1' })
  await expect(dialog).toContainText('handed in 2 February 2026, 12:00')
  await dialog.getByLabel('Points, in place of what was earned').fill('9')
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(dialog.getByRole('alert')).toContainText('from 0 to 4')
  await dialog.getByLabel('Points, in place of what was earned').fill('3.5')
  await dialog.getByLabel('Comment for the learner').fill('For what you said in class.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(firstCell(rowOf(page, 'Ben'))).toHaveText('3.5 / 4set by hand, comment')
  await expect(page.getByText('The grade of Ben is kept.')).toBeVisible()

  // The focus goes to the last row and column and back, wherever they are drawn.
  await firstCell(rowOf(page, 'Ben')).getByRole('button').focus()
  await page.keyboard.press('Control+End')
  await expect(page.locator(':focus')).toHaveAttribute('aria-colindex', String(quizzes + 2))
  await page.keyboard.press('ArrowUp')
  await expect(page.locator(':focus')).toHaveText('–not begun')
  await page.keyboard.press('Control+Home')
  await expect(grid(page).getByRole('button', { name: 'Name' })).toBeFocused()

  await page.getByLabel('Find a learner').fill('zoe')
  await expect(page.getByRole('status')).toContainText([`1 of ${names.length} learners`])
  await expect(firstCell(rowOf(page, 'Zoë'))).toContainText('late')

  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ])
  const text = (await bytesOf(csv)).toString('utf8')
  expect(text).toContain(`\r\nBen,,87.5,3.5,4,"handed in, set by hand, comment",`)
  expect(text).toContain(`\r\n'=1+1 Dan,`)
  const [xlsx] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as XLSX' }).click(),
  ])
  const files = Object.values(unzipSync(await bytesOf(xlsx))).map((file) => strFromU8(file))
  expect(files.some((file) => file.includes('Zoë'))).toBe(true)
})

test('a question is voided after seeing whose grade moves, and grades are held and released', async ({
  page,
  browser,
}) => {
  await signInAs(page, school.teacher)
  await page.goto(gradebookUrl())
  await page.getByRole('link', { name: 'Quiz 1', exact: true }).click()
  await page.getByRole('button', { name: 'Hold grades back' }).click()
  await expect(page.getByText('Grades are held back: learners see nothing of them.')).toBeVisible()

  const cleo = await asLearner(browser, 'Cleo')
  await cleo.goto(`${sharedSite.url}/classes/${school.classId}`)
  await cleo.getByRole('link', { name: 'Your grades' }).click()
  await expect(cleo.getByRole('heading', { name: 'Your grades' })).toBeVisible()
  await expect(cleo.getByRole('listitem').filter({ hasText: 'Quiz 2' })).toBeVisible()
  await expect(cleo.getByRole('heading', { name: 'Quiz 1', exact: true })).toHaveCount(0)
  await expect(cleo.getByText('Total so far: –')).toBeVisible()
  // Nor is there a way round the page.
  expect((await cleo.goto(gradebookUrl()))?.status()).toBe(404)
  const asked = await cleo.request.get(`${sharedSite.url}/api/classes/gradebook?class=${school.classId}`)
  expect(asked.status()).toBe(404)

  // What went worst comes first.
  await page
    .getByRole('button', { name: /^Decide about/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'See whose grade moves' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Reason: this is still empty')
  await dialog.getByLabel('Reason').fill('Two answers are right')
  await dialog.getByRole('button', { name: 'See whose grade moves' }).click()
  await expect(dialog.getByRole('heading', { name: '3 grades move' })).toBeFocused()
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Ben1 / 4 →becomes 2 / 4',
    'Cleo3 / 4 →becomes 4 / 4',
    'Zoë0.6 / 4 →becomes 1.6 / 4',
  ])
  await dialog.getByRole('button', { name: 'Full marks for all' }).click()
  await expect(page.getByText('Voided, full marks for all. 3 grades have moved.')).toBeVisible()
  await expect(page.getByText(/since .*: Two answers are right/)).toBeVisible()

  await page.getByRole('button', { name: 'Release now' }).click()
  await expect(page.getByText('Grades are released: learners see them now.')).toBeVisible()
  await cleo.goto(`${sharedSite.url}/classes/${school.classId}/grades`)
  const quiz = cleo.getByRole('listitem').filter({ hasText: 'Quiz 1' }).first()
  await expect(quiz).toContainText('4 / 4')
  await expect(quiz).toContainText('A question was voided: you have full marks for it.')
  await expect(cleo.getByText('Total so far: 100 %')).toBeVisible()
  await cleo.context().close()
})

// Each width and each scheme once, as on the other pages.
for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } })

    test('the pages about grades are accessible to axe and fit the screen', async ({ page, browser }) => {
      await signInAs(page, school.teacher)
      await page.goto(gradebookUrl())
      await expect(grid(page)).toBeVisible()
      await expectAccessible(page)
      await firstCell(rowOf(page, 'Ben')).getByRole('button').click()
      await expect(page.getByRole('dialog').getByRole('heading', { name: 'Attempts' })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.getByRole('link', { name: 'Quiz 1', exact: true }).click()
      await page.getByRole('button', { name: 'Hold grades back' }).click()
      await expect(page.getByRole('button', { name: 'Release now' })).toBeVisible()
      await expectAccessible(page)
      await page
        .getByRole('button', { name: /^Decide about/ })
        .first()
        .click()
      await page.getByLabel('Reason').fill('Two answers are right')
      await expectAccessible(page)
      await page.getByRole('button', { name: 'See whose grade moves' }).click()
      await expect(page.getByRole('heading', { name: '3 grades move' })).toBeVisible()
      await expectAccessible(page)

      const ben = await asLearner(browser, 'Ben')
      await ben.setViewportSize({ width, height: 844 })
      await ben.emulateMedia({ colorScheme })
      await ben.goto(`${sharedSite.url}/classes/${school.classId}/grades`)
      await expectAccessible(ben)
      await ben.context().close()
    })
  })
}
