import type { Page } from '@playwright/test'
import type { Item } from '@/features/quiz/item.ts'
import type { AttemptView, QuizHome } from '@/features/quiz/loaders.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { violationsOn } from './axe.ts'
import { beginAssigned, fillQuiz, handIn, inHours, joinBy, makeClass, setTime } from './classroom.ts'
import { catalog, expect, itemById, items, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (400|404|409|422)/] })

/** Answers all on the page rightly, and hands in. */
async function answerAll(page: Page, attempt: AttemptView): Promise<void> {
  for (const { id } of attempt.items) {
    const item = itemById(id)
    await respond(pointer, page.locator(`form[data-item="${id}"]`), item, keyResponse(item))
  }
  await handIn(page)
}

test('a quiz is assigned, taken by each learner’s own terms, and shows what the teacher lets it show', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const { address, link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  const cleo = await joinBy(browser, baseURL, link, 'Cleo')
  const dan = await joinBy(browser, baseURL, link, 'Dan')

  await fillQuiz(page, address, 'The first quiz', 2)
  await page.getByLabel('Due', { exact: true }).fill(inHours(48))
  await page.getByLabel('Closes', { exact: true }).fill(inHours(72))
  await page.getByText('Time and attempts').click()
  await page.getByLabel('Time limit in minutes').fill('30')
  // Points are kept back until it has closed.
  await page.getByText('What learners see afterwards').click()
  await page.getByRole('checkbox', { name: 'Points, within two minutes of handing in' }).uncheck()
  await page.getByRole('checkbox', { name: 'Whether each is right, within two minutes of handing in' }).uncheck()
  await page.getByRole('button', { name: 'Keep as a draft' }).click()
  await expect(page.getByText('A draft: the class does not see it yet.')).toBeVisible()
  const assignment = page.url()

  // Nobody sees a draft, and those who teach can try it out.
  expect((await ben.goto(assignment))?.status()).toBe(404)
  const preview = await beginAssigned(page, 'Preview as a learner')
  await expect(page.getByRole('heading', { name: 'Preview of “The first quiz”' })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^(30|29):\d\d left$/)
  await answerAll(page, preview)
  await expect(page.getByRole('heading', { name: 'Handed in' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to the assignment' }).click()
  await page.waitForURL(assignment)

  // Cleo has more time, and nothing is due for her; for Dan it opens later.
  await giveTerms(page, 'Cleo', async (form) => {
    await form.getByLabel('Extra minutes').fill('15')
    await expect(form.getByLabel('Due', { exact: true })).toHaveAccessibleDescription(
      /^For everybody: .+, \d\d:\d\d\.$/,
    )
    await form.getByLabel('Due', { exact: true }).selectOption({ label: 'No due time' })
  })
  await giveTerms(page, 'Dan', (form) => setTime(form, 'Opens', inHours(24)))
  await expect(page.getByText('No due time; 15 minutes more.')).toBeVisible()
  await page.getByRole('button', { name: 'Change the terms of Cleo' }).click()
  const ofCleo = page.getByRole('form', { name: 'Change the terms of Cleo' })
  await expect(ofCleo.getByLabel('Due', { exact: true })).toHaveValue('none')
  await expect(ofCleo.getByLabel('Closes', { exact: true })).toHaveValue('as-for-all')
  await ofCleo.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('The class sees it now.')).toBeVisible()
  await expect(page.getByText('Nobody has begun it.', { exact: true })).toBeVisible()

  await ben.goto('/review')
  await ben.getByRole('region', { name: 'Due in your classes' }).getByRole('link', { name: 'The first quiz' }).click()
  await expect(ben.getByText('You have 30 minutes.')).toBeVisible()
  await expect(ben.getByText('(in 2 days)')).toBeVisible()
  const taken = await beginAssigned(ben, 'Begin')
  await answerAll(ben, taken)
  await expect(ben.getByRole('heading', { name: 'Handed in' })).toBeVisible()
  await expect(ben.getByText('Right.', { exact: true })).toHaveCount(0)
  await expect(ben.getByText('Answered', { exact: true }).first()).toBeVisible()
  // Nor does anything else tell.
  const told: AttemptView = await (await ben.request.get(`/api/attempts/${taken.attemptId}`)).json()
  expect(told.answers.map(({ score, feedback }) => ({ score, feedback }))).toEqual([
    { score: null, feedback: null },
    { score: null, feedback: null },
  ])
  await ben.getByRole('link', { name: 'Back to the assignment' }).click()
  await expect(ben.getByText('You have taken it.')).toBeVisible()
  await expect(ben.getByRole('region', { name: 'Your attempts' })).toContainText('Handed in')

  await cleo.goto(assignment)
  await expect(cleo.getByText('For you: you have 15 minutes more, it has no due time and it closes on')).toBeVisible()
  await expect(cleo.getByText('You have 45 minutes, 15 minutes of them extra for you.')).toBeVisible()
  await beginAssigned(cleo, 'Begin')
  await expect(cleo.getByRole('timer')).toHaveText(/^(45|44):\d\d left$/)
  // A closed tab goes on where it was.
  await cleo.goto(assignment)
  await cleo.getByRole('link', { name: 'Go on' }).click()
  await expect(cleo.getByRole('timer')).toBeVisible()

  await dan.goto(assignment)
  await expect(dan.getByText(/^You can begin in (24 hours|1 day)/)).toBeVisible()
  await expect(dan.getByRole('button', { name: 'Begin' })).toHaveCount(0)
  const [classId, assignmentId] = [address.split('/').at(-1), assignment.split('/').at(-1)]
  const early = await dan.request.post('/api/assignments/attempts', {
    data: { attemptId: crypto.randomUUID(), classId, assignmentId },
  })
  expect(early.status()).toBe(409)
  expect((await early.json()).error.code).toBe('not-open')

  // What was asked stays now, and it is closed rather than deleted.
  await page.reload()
  await expect(page.getByText('2 learners have begun it.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete…' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Close now…' }).click()
  await page.getByRole('button', { name: 'Close it' }).click()
  await expect(page.getByText('It is closed.')).toBeVisible()
  // By Ben's own close, points and the key are shown.
  await ben.getByRole('link', { name: /^Attempt 1/ }).click()
  await expect(ben.getByRole('heading', { name: '2 of 2 points' })).toBeVisible()
  for (const other of [ben, cleo, dan]) await other.context().close()
})

async function giveTerms(page: Page, name: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name: 'Give other terms' }).click()
  const form = page.getByRole('form', { name: 'Give other terms' })
  await form.getByLabel('Who', { exact: true }).selectOption({ label: name })
  await fill(form)
  await form.getByRole('button', { name: 'Keep these terms' }).click()
  // It is not kept without a reason.
  await expect(form.getByLabel('Reason', { exact: true })).toHaveAccessibleDescription(/give a reason/)
  await form.getByLabel('Reason', { exact: true }).fill('Agreed with the school.')
  await form.getByRole('button', { name: 'Keep these terms' }).click()
  await expect(page.getByText('These terms are kept.')).toBeVisible()
}

/** Writes a question of which the second option is right, and returns where it is in the bank. */
async function writeLamps(page: Page): Promise<string> {
  await page.goto('/bank/new?type=single-choice')
  const question = page.getByRole('form', { name: 'Question' })
  await question.getByLabel('Option 2 is right', { exact: true }).check()
  await question.getByLabel('Question', { exact: true }).fill('Which lamp burns?')
  for (const number of [1, 2, 3, 4]) {
    await question.getByLabel(`Option ${number}`, { exact: true }).fill(`Lamp ${number}`)
  }
  for (const index of [0, 1, 2]) await question.getByLabel('Why it is wrong', { exact: true }).nth(index).fill('Out.')
  await question.getByLabel('Explanation').fill('It was lit.')
  await question.getByLabel('Difficulty', { exact: true }).selectOption({ label: 'Hard' })
  await question.getByRole('button', { name: 'Keep it' }).click()
  await page.waitForURL(/\/bank\/[0-9a-f-]{36}$/)
  return page.url()
}

test('a password is asked for, a blueprint is proved, lessons are counted, and a copy goes to another class', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const { address, link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')

  await page.goto(`${address}/assignments/new`)
  await page.getByLabel('Title', { exact: true }).fill('Drawn')
  await page.getByRole('radio', { name: /Drawn by a blueprint/ }).check()
  await expect(page.getByText('It can be drawn.')).toBeVisible()
  await page.getByLabel('Difficulty', { exact: true }).selectOption('hard')
  const kinds = page.getByRole('group', { name: 'Row 1: kinds' })
  await page.getByText('Row 1: kinds', { exact: true }).first().click()
  await kinds.getByRole('checkbox', { name: 'Whose words?' }).check()
  await page.getByLabel('How many', { exact: true }).fill('100')
  await expect(page.getByText(/cannot be drawn: row 1 lacks/)).toBeVisible()
  await page.getByLabel('Difficulty', { exact: true }).selectOption('')
  // Each kind and each topic beside another lets more questions in.
  const expectFitting = (fits: (item: Item) => boolean) =>
    expect(page.getByText(`The bank has ${items.filter(fits).length} for this row.`)).toBeVisible()
  await expectFitting(({ type }) => type === 'quote-attribution')
  await kinds.getByRole('checkbox', { name: 'Matching' }).press('Space')
  await expect(page.getByText('Matching; Whose words?')).toBeVisible()
  const isOfKinds = ({ type }: Item) => type === 'quote-attribution' || type === 'matching'
  await expectFitting(isOfKinds)
  const topics = page.getByRole('group', { name: 'Row 1: topics' })
  await page.getByText('Row 1: topics', { exact: true }).first().click()
  await topics.getByRole('checkbox', { name: 'Replies and closing remarks' }).check()
  const onReplies = (item: Item) => isOfKinds(item) && item.topics.includes('replies-and-closing')
  await expectFitting(onReplies)
  await topics.getByRole('checkbox', { name: 'The nature and limits of the commitment' }).check()
  await expect(topics).toHaveAccessibleName('Row 1: topics (2 chosen)')
  await expectFitting((item) => onReplies(item) || (isOfKinds(item) && item.topics.includes('legal-nature')))
  await page.getByLabel('How many', { exact: true }).fill('3')
  await page.getByLabel('Forms', { exact: true }).selectOption('2')
  await expect(page.getByText('All 2 forms can be drawn, and no question stands in two of them.')).toBeVisible()
  // A time that does not come is said where it was typed.
  await page.getByLabel('Opens', { exact: true }).fill('2026-03-29T01:30')
  await page.getByText('What learners see afterwards').click()
  await page.getByRole('checkbox', { name: /^Hold grades until I release them/ }).check()
  await page.getByText('Password and weight').click()
  await page.getByLabel('Password', { exact: true }).fill('open sesame')
  await page.getByRole('button', { name: 'Keep and publish' }).click()
  await expect(page.getByLabel('Opens', { exact: true })).toHaveAccessibleDescription(/This time does not come.*02:30/)
  await page.getByLabel('Opens', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Keep and publish' }).click()
  await expect(page.getByText('Published and open.')).toBeVisible()
  const assignment = page.url()

  await ben.goto(assignment)
  await ben.getByLabel('Password', { exact: true }).fill('guess')
  await ben.getByRole('button', { name: 'Begin' }).click()
  await expect(ben.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/That is not the password/)
  await ben.getByLabel('Password', { exact: true }).fill('open sesame')
  const attempt = await beginAssigned(ben, 'Begin')
  expect(attempt.items).toHaveLength(3)
  await answerAll(ben, attempt)
  // Nothing tells of what is held: neither the result, nor lists and progress, nor what became of cards.
  await expect(ben.getByRole('heading', { name: 'Handed in' })).toBeVisible()
  await expect(ben.getByText(/^Right|Your answer, right/)).toHaveCount(0)
  const { ended }: QuizHome = await (await ben.request.get('/api/quizzes')).json()
  expect(ended.map(({ title, points }) => ({ title, points }))).toEqual([{ title: 'Drawn', points: null }])
  const { progress } = await (await ben.request.get('/api/progress')).json()
  expect(progress.levels).toEqual({})
  const takenBack = await ben.request.post('/api/attempts/memory', {
    data: { attemptId: attempt.attemptId, isTakenBack: true },
  })
  expect((await takenBack.json()).error.code).toBe('kept-back')
  await ben.goto(assignment)
  await expect(ben.getByText('Your teacher releases the points later.')).toBeVisible()

  const [first, second] = catalog.lessons
  await page.goto(`${address}/assignments/new`)
  await page.getByLabel('Title', { exact: true }).fill('Read two')
  await page.getByRole('radio', { name: 'Lessons to read' }).check()
  await page.getByRole('checkbox', { name: first?.title ?? '', exact: true }).check()
  await page.getByRole('checkbox', { name: second?.title ?? '', exact: true }).check()
  await page.getByRole('button', { name: 'Keep and publish' }).click()
  await expect(page.getByText('Published and open.')).toBeVisible()
  await ben.goto(address)
  await ben.getByRole('link', { name: 'Read two' }).click()
  await expect(ben.getByText('0 of 2 lessons read')).toBeVisible()
  await expect(ben.getByRole('link', { name: first?.title ?? '' })).toContainText('checks answered')

  await page.goto('/classes')
  const form = page.getByRole('form', { name: 'Make a class' })
  await form.getByLabel('Name').fill('History 9a')
  await form.getByRole('button', { name: 'Make the class' }).click()
  await expect(page.getByRole('heading', { name: 'History 9a' })).toBeVisible()
  await page.goto(assignment)
  await page.getByRole('radio', { name: /Clear them/ }).check()
  await page.getByRole('button', { name: 'Copy it' }).click()
  await expect(page.getByText('Its times are cleared.')).toBeVisible()
  await page.getByRole('link', { name: 'The copy' }).click()
  await expect(page.getByText('A draft: the class does not see it yet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'History 9a' })).toBeVisible()
  await ben.context().close()
})

test('a question of one’s own is picked beside one of the catalog, taken, graded, and stays once it leaves the bank', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const { address, link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  const inBank = await writeLamps(page)

  await page.goto(`${address}/assignments/new`)
  await page.getByLabel('Title', { exact: true }).fill('Lamps')
  const bank = page.getByRole('region', { name: 'Questions to pick from' })
  await bank.getByLabel('Where from', { exact: true }).selectOption({ label: 'My bank' })
  await expect(bank.getByText('1 question fits.')).toBeVisible()
  await bank.getByRole('button', { name: 'Look at: Which lamp burns?' }).click()
  await expect(page.getByRole('dialog')).toContainText('It was lit.')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await bank.getByRole('button', { name: 'Add: Which lamp burns?' }).click()
  await expect(page.getByRole('heading', { name: 'Picked: 1' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Picked: 1' })).toContainText('One of several, hard, from a bank')
  await bank.getByLabel('Where from', { exact: true }).selectOption({ label: 'My bank and the catalog' })
  await bank.getByLabel('Kind', { exact: true }).selectOption('true-false')
  await expect(bank.getByText('Which lamp burns?')).toHaveCount(0)
  await bank
    .getByRole('button', { name: /^Add: / })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Picked: 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep and publish' }).click()
  await expect(page.getByText('Published and open.')).toBeVisible()
  const assignment = page.url()
  // Opened again, the form says as much of it.
  await page.getByRole('link', { name: 'Change…' }).click()
  await expect(page.getByRole('region', { name: 'Picked: 2' })).toContainText('One of several, hard, from a bank')

  // Out of the bank it stays for the class, which has not begun.
  await page.goto(inBank)
  await page.getByRole('button', { name: 'Delete…' }).click()
  await expect(page.getByRole('dialog')).toContainText('What is assigned goes on asking it')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()

  await ben.goto(assignment)
  const attempt = await beginAssigned(ben, 'Begin')
  expect(attempt.items).toHaveLength(2)
  for (const { id } of attempt.items) {
    const asked = ben.locator(`form[data-item="${id}"]`)
    if (id.startsWith('own:')) await asked.getByRole('radio', { name: 'Lamp 2' }).check()
    else await respond(pointer, asked, itemById(id), keyResponse(itemById(id)))
  }
  await ben.getByRole('button', { name: 'Hand in…' }).click()
  await ben.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await ben.waitForURL('**/results/*')
  await expect(ben.getByRole('heading', { name: '2 of 2 points' })).toBeVisible()
  await expect(ben.getByText('Which lamp burns?').first()).toBeVisible()

  await page.goto(`${address}/gradebook`)
  await expect(page.getByRole('row').filter({ hasText: 'Ben' })).toContainText('2 / 2')
  await page.getByRole('link', { name: 'Lamps', exact: true }).click()
  await page.getByRole('button', { name: 'Decide about “Which lamp burns?”…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Leave it out/ }).check()
  await dialog.getByLabel('Reason').fill('All lamps burn.')
  await dialog.getByRole('button', { name: 'See whose grade moves' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText(['Ben2 / 2 →becomes 1 / 1'])

  await page.goto(`${assignment}/insight`)
  await page.getByRole('link', { name: /Which lamp burns\?/ }).click()
  await expect(page.getByRole('heading', { name: 'One question' })).toBeVisible()
  await expect(page.getByText('It was lit.')).toBeVisible()
  await page.goto(`${assignment}/paper`)
  await expect(page.getByText('Which lamp burns?')).toBeVisible()
  await expect(page.getByText('Lamp 2')).toBeVisible()
  await ben.context().close()
})

test('a newer version of a picked question is told of, and taken with one press until learners have begun', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const { address, link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  const inBank = await writeLamps(page)
  /** Another option is right now. */
  async function change(option: number, version: number) {
    await page.goto(inBank)
    const question = page.getByRole('form', { name: 'Question' })
    await question.getByLabel(`Option ${option} is right`, { exact: true }).check()
    for (const index of [0, 1, 2]) await question.getByLabel('Why it is wrong', { exact: true }).nth(index).fill('Out.')
    await question.getByRole('button', { name: 'Keep it' }).click()
    await expect(question.getByText(`Kept as version ${version}.`)).toBeVisible()
  }
  await page.goto(`${address}/assignments/new`)
  await page.getByLabel('Title', { exact: true }).fill('Lamps')
  await page.getByRole('button', { name: 'Add: Which lamp burns?' }).click()
  await page.getByRole('button', { name: 'Keep and publish' }).click()
  await expect(page.getByText('Published and open.')).toBeVisible()
  const assignment = page.url()
  await expect(page.getByText('newer version')).toHaveCount(0)

  await change(3, 2)
  await page.goto(assignment)
  await expect(page.getByText('Question 1 has a newer version than what is picked.')).toBeVisible()
  await page.getByRole('link', { name: 'See it and take it' }).click()
  const take = page.getByRole('button', { name: 'Take the newer version: Which lamp burns?' })
  await take.press('Enter')
  await expect(page.getByRole('heading', { name: 'Picked: 1' })).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'is picked in its newer version' })).toBeVisible()
  await expect(take).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep the changes' }).click()
  await page.waitForURL(assignment)
  await expect(page.getByText('Published and open.')).toBeVisible()
  await expect(page.getByText('newer version')).toHaveCount(0)

  await ben.goto(assignment)
  const attempt = await beginAssigned(ben, 'Begin')
  expect(attempt.items.map(({ id }) => id)).toEqual([expect.stringMatching(/:v2$/)])
  await ben.getByRole('radio', { name: 'Lamp 4' }).check()
  await handIn(ben)
  await expect(ben.getByRole('heading', { name: '0 of 1 point' })).toBeVisible()

  // Now what was asked stays, and is graded anew instead.
  await change(4, 3)
  await page.goto(`${assignment}/edit`)
  await expect(page.getByText('Question 1 has a newer version than what learners are asked.')).toBeVisible()
  await expect(take).toHaveCount(0)
  expect(await violationsOn(page)).toEqual([])
  await page.goto(assignment)
  await page.getByRole('link', { name: 'Grade answers anew' }).click()
  await page.getByRole('button', { name: 'Decide about “Which lamp burns?”…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Grade anew/ }).check()
  await dialog.getByLabel('Reason').fill('The fourth burns.')
  await dialog.getByRole('button', { name: 'See whose grade moves' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText(['Ben0 / 1 →becomes 1 / 1'])
  await dialog.getByRole('button', { name: 'Grade anew', exact: true }).click()
  await expect(page.getByText('Graded anew', { exact: true })).toBeVisible()
  // With that it is dealt with.
  await page.goto(assignment)
  await expect(page.getByText('One learner has begun it.')).toBeVisible()
  await expect(page.getByText('newer version')).toHaveCount(0)
  await ben.context().close()
})

test('an answer that may no longer be explained is saved all the same, and the page says so', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const { address, link } = await makeClass(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  await fillQuiz(page, address, 'Explained at once', 2)
  await page.getByText('How questions are asked').click()
  await page.getByRole('radio', { name: /^After each answer/ }).check()
  await page.getByRole('button', { name: 'Keep and publish' }).click()
  await expect(page.getByText('Published and open.')).toBeVisible()
  const assignment = page.url()

  await ben.goto(assignment)
  const attempt = await beginAssigned(ben, 'Begin')
  const [first, second] = attempt.items.map(({ id }) => itemById(id)) as [Item, Item]
  await respond(pointer, ben.locator(`form[data-item="${first.id}"]`), first, keyResponse(first))
  await ben.getByRole('button', { name: 'Check answer' }).click()
  await expect(ben.getByRole('group', { name: 'Why' })).toBeVisible()
  await ben.getByRole('button', { name: 'Next question' }).click()

  // The teacher thinks better of it while Ben is at it.
  await page.getByRole('link', { name: 'Change…' }).click()
  await page.getByText('How questions are asked').click()
  await page.getByRole('radio', { name: /^At the end/ }).check()
  await page.getByText('What learners see afterwards').click()
  await page.getByRole('checkbox', { name: /^Hold grades until I release them/ }).check()
  await page.getByRole('button', { name: 'Keep the changes' }).click()
  await page.waitForURL(assignment)

  const asked = ben.locator(`form[data-item="${second.id}"]`)
  await respond(pointer, asked, second, keyResponse(second))
  await ben.getByRole('button', { name: 'Check answer' }).click()
  await expect(ben.getByText('Your answer is saved. Whether it is right may be shown later')).toBeFocused()
  await expect(ben.getByRole('button', { name: 'Check answer' })).toHaveCount(0)
  await expect(asked.getByRole('radio', { checked: true })).toHaveCount(1)
  await expect(asked.getByRole('radio').first()).toBeDisabled()
  expect(await violationsOn(ben)).toEqual([])
  await expect(ben.getByRole('link', { name: 'See your result' })).toBeVisible()
  await ben.context().close()
})

for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } })

    test('the pages about assignments are accessible to axe and fit the screen', async ({ page, browser, baseURL }) => {
      test.slow()
      async function expectAccessible(seen: Page) {
        await seen.waitForLoadState('networkidle')
        expect(await violationsOn(seen)).toEqual([])
        const overflow = await seen.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, 'it scrolls sideways').toBeLessThanOrEqual(0)
      }
      const { address, link } = await makeClass(page, { name: 'International relations and humanitarian law, 10b' })
      const ben = await joinBy(browser, baseURL, link, 'Ben')
      await ben.setViewportSize({ width, height: 844 })
      await ben.emulateMedia({ colorScheme })
      await fillQuiz(page, address, 'What was said, by whom, and what stayed open', 2)
      for (const folded of await page.locator('details > summary').all()) await folded.click()
      await expectAccessible(page)
      await page
        .getByRole('button', { name: /^Look at: / })
        .first()
        .click()
      await expect(page.getByRole('dialog', { name: 'The question with its answer' })).toContainText(
        'Your answer, right',
      )
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Close', exact: true }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.getByRole('radio', { name: /Drawn by a blueprint/ }).check()
      for (const part of ['topics', 'kinds']) await page.getByText(`Row 1: ${part}`, { exact: true }).first().click()
      await expectAccessible(page)
      await page.getByRole('radio', { name: 'Cards to learn' }).check()
      await page.getByRole('button', { name: 'Keep and publish' }).click()
      await expect(page.getByRole('form').getByRole('alert')).toContainText('at least one lesson or topic')
      await expectAccessible(page)
      await page.getByRole('radio', { name: 'A quiz' }).check()
      await page.getByRole('radio', { name: /Picked by me/ }).check()
      await page.getByRole('button', { name: 'Keep and publish' }).click()
      await expect(page.getByText('Published and open.')).toBeVisible()
      await page.getByRole('button', { name: 'Give other terms' }).click()
      await page.getByLabel('Due', { exact: true }).selectOption({ label: 'At another time' })
      await page.getByLabel('Closes', { exact: true }).selectOption({ label: 'No close' })
      await expectAccessible(page)
      await ben.goto(page.url())
      await expectAccessible(ben)
      await ben.goto(address)
      await expectAccessible(ben)
      await page.goto(address)
      await expectAccessible(page)
      await ben.context().close()
    })
  })
}
