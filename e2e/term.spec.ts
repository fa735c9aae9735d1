import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { AttemptView } from '@/features/quiz/loaders.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { beginAssigned, fillQuiz, giveTerms, handIn, inHours, joinBy, makeClass, setTime } from './classroom.ts'
import { expect, itemById, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

/** Gives a right or a wrong response to the question at a place in what was picked, wherever it stands in the attempt. */
async function give(page: Page, itemId: string | undefined, isRight: boolean): Promise<void> {
  const item = itemById(itemId ?? '')
  const response = isRight ? keyResponse(item) : wrongResponse(item)
  await respond(pointer, page.locator(`form[data-item="${item.id}"]`), item, response)
}

const idsOf = ({ items }: AttemptView) => items.map(({ id }) => id).sort()

test('a term: a class is made and assigned a quiz, three take it, a question is voided, grades are released and exported', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  // The class, and who learns in it.
  const { address, link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  const cleo = await joinBy(browser, baseURL, link, 'Cleo')
  let dan = await joinBy(browser, baseURL, link, 'Dan')

  // A quiz that was due an hour ago, with a day more for two of them, and extra time for one of these.
  await fillQuiz(page, address, 'The dialogue', 3)
  await page.getByLabel('Due', { exact: true }).fill(inHours(-1))
  await page.getByLabel('Closes', { exact: true }).fill(inHours(72))
  await page.getByText('Time and attempts').click()
  await page.getByLabel('Time limit in minutes').fill('30')
  await page.getByText('What comes late').click()
  await page.getByLabel('Percent off for each day').fill('10')
  await page.getByText('What learners see afterwards').click()
  await page.getByRole('checkbox', { name: /^Hold grades until I release them/ }).check()
  await page.getByRole('button', { name: 'Keep as a draft' }).click()
  await expect(page.getByText('A draft: the class does not see it yet.')).toBeVisible()
  const assignment = page.url()
  const assignmentId = assignment.split('/').at(-1) ?? ''
  await giveTerms(page, 'Ben', async (form) => {
    await form.getByLabel('Extra minutes').fill('15')
    await setTime(form, 'Due', inHours(24))
  })
  await giveTerms(page, 'Dan', (form) => setTime(form, 'Due', inHours(24)))
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('The class sees it now.')).toBeVisible()

  // Ben has his extra time, and gets all of it right.
  await ben.goto(assignment)
  await expect(ben.getByText('You have 45 minutes, 15 minutes of them extra for you.')).toBeVisible()
  const asked = idsOf(await beginAssigned(ben, 'Begin'))
  for (const id of asked) await give(ben, id, true)
  await handIn(ben)
  await expect(ben.getByRole('heading', { name: 'Handed in' })).toBeVisible()

  // Dan is interrupted: the tab is gone, and on coming back his answer is there. One question he leaves open.
  await dan.goto(assignment)
  await beginAssigned(dan, 'Begin')
  await give(dan, asked[0], false)
  await expect(dan.getByText('All saved')).toBeVisible()
  const context = dan.context()
  await dan.close()
  dan = await context.newPage()
  await dan.goto(assignment)
  await dan.getByRole('link', { name: 'Go on' }).click()
  await expect(dan.locator(`form[data-item="${asked[0]}"]`).getByRole('radio', { checked: true })).toHaveCount(1)
  await give(dan, asked[1], true)
  await handIn(dan)

  // Cleo is late.
  await cleo.goto(assignment)
  await beginAssigned(cleo, 'Begin')
  await give(cleo, asked[0], false)
  await give(cleo, asked[1], true)
  await give(cleo, asked[2], true)
  await handIn(cleo)
  await cleo.goto(`${address}/grades`)
  await expect(cleo.getByText('The dialogue')).toHaveCount(0)

  // The gradebook has them all; the first question turns out to be bad.
  await page.goto(`${address}/gradebook`)
  const grid = page.getByRole('grid', { name: 'Gradebook' })
  const cellOf = (name: string) =>
    grid
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
      .getByRole('gridcell')
      .nth(1)
  await expect(cellOf('Ben')).toContainText('3 / 3')
  await expect(cellOf('Cleo')).toContainText('1.7 / 3')
  await expect(cellOf('Cleo')).toContainText('late')
  await expect(cellOf('Dan')).toContainText('1 / 3')
  await page.goto(`${address}/gradebook/${assignmentId}`)
  // What went worst comes first, and Ben alone has it right.
  await page
    .getByRole('button', { name: /^Decide about/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('It can be read in two ways.')
  await dialog.getByRole('button', { name: 'See whose grade moves' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText(['Cleo1.7 / 3 →becomes 2.7 / 3', 'Dan1 / 3 →becomes 2 / 3'])
  await dialog.getByRole('button', { name: 'Full marks for all' }).click()
  await expect(page.getByText('Voided, full marks for all. 2 grades have moved.')).toBeVisible()

  // Released, and taken home.
  await page.getByRole('button', { name: 'Release now' }).click()
  await expect(page.getByText('Grades are released: learners see them now.')).toBeVisible()
  await cleo.goto(`${address}/grades`)
  const graded = cleo.getByRole('listitem').filter({ hasText: 'The dialogue' }).first()
  await expect(graded).toContainText('2.7 / 3')
  await expect(graded).toContainText('A question was voided: you have full marks for it.')
  await page.goto(`${address}/gradebook`)
  await expect(cellOf('Dan')).toContainText('2 / 3')
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ])
  const rows = readFileSync(await csv.path(), 'utf8').split('\r\n')
  expect(rows.find((row) => row.startsWith('Ben,'))).toContain(',3,3,')
  expect(rows.find((row) => row.startsWith('Cleo,'))).toContain(',2.7,3,')
  expect(rows.find((row) => row.startsWith('Dan,'))).toContain(',2,3,')
  for (const other of [ben, cleo, dan]) await other.context().close()
})
