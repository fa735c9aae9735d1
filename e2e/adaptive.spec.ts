import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { feedbackFor } from '@/features/quiz/feedback.ts'
import type { Item, ItemOf } from '@/features/quiz/item.ts'
import type { AttemptView } from '@/features/quiz/loaders.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import { reviewParts } from '@/features/quiz/review-options.ts'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { makeAssignment, makeClass, quizOf, signedInCookie } from '@/testing/assigned.ts'
import { startServer } from '@/testing/server.ts'
import { violationsOn } from './axe.ts'
import { beginAssigned, fillQuiz, handIn, joinBy, makeClass as makeClassInBrowser } from './classroom.ts'
import { databases } from './databases.ts'
import { begin, expect, itemById, items, test } from './fixtures.ts'
import { type Hand, keysOf, pointer, respond } from './respond.ts'

// What the server refuses, the browser also notes in its console.
test.use({ expectedErrors: [/status of (404|409|422)|net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/] })

/** Everything that the server says to the page from now on. */
function overhear(page: Page): { bodies: () => Promise<string[]> } {
  const reading: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/') || response.url().includes('/attempts/')) {
      reading.push(response.text().catch(() => ''))
    }
  })
  return { bodies: () => Promise.all(reading) }
}

/** Texts that tell the answer to an item, wherever they stand. */
function telling(item: Item): string[] {
  const because: string[] = []
  JSON.stringify(item, (field, value) => {
    if (field === 'because' && typeof value === 'string') because.push(value)
    return value
  })
  return [item.explanation, ...because]
}

function expectKeyAtHome(bodies: readonly string[], texts: readonly string[]) {
  for (const body of bodies) for (const text of texts) expect(body).not.toContain(JSON.stringify(text).slice(1, -1))
}

/** That of no item at all the key has come. */
function expectNoKey(bodies: readonly string[]) {
  expect(bodies.length).toBeGreaterThan(0)
  for (const body of bodies) expect(body).not.toMatch(/"isKeyShown":true|"keyOptionIds":\["/)
}

const formOf = (page: Page, { id }: Item) => page.locator(`form[data-item="${id}"]`)
const stands = (form: Locator) => form.getByRole('group', { name: 'Your last try' })
const check = (form: Locator) => form.getByRole('button', { name: 'Check', exact: true })
const tryOut = async (hand: Hand, form: Locator, item: Item, response: unknown) => {
  await respond(hand, form, item, response)
  await hand.press(check(form))
}

test('a question is tried until it is right, each wrong try at its cost, and the key stays home meanwhile', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const { address, link } = await makeClassInBrowser(page)
  const ben = await joinBy(browser, baseURL, link, 'Ben')
  await fillQuiz(page, address, 'Try again', 2)
  await page.getByText('How questions are asked').click()
  await page.getByRole('radio', { name: /^After each try/ }).check()
  await expect(page.getByRole('checkbox', { name: /^Ask how sure they are/ })).toHaveCount(0)
  await expect(page.getByLabel('What a wrong try costs')).toHaveValue('33.33 %')
  await page.getByLabel('What a wrong try costs').selectOption('50 %')
  await page.getByLabel('What a wrong try costs').selectOption('33.33 %')
  await page.getByText('What learners see afterwards').click()
  await page.getByRole('checkbox', { name: 'Explain a question once it is right' }).check()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/assignments\/(?!new)/)
  const assignment = page.url()

  await ben.goto(assignment)
  await expect(ben.getByText('takes 33.33 % of the points off what a later one earns')).toBeVisible()
  const heard = overhear(ben)
  const attempt = await beginAssigned(ben, 'Begin')
  const [first, second] = attempt.items.map(({ id }) => itemById(id)) as [
    ItemOf<'single-choice'>,
    ItemOf<'single-choice'>,
  ]
  const form = formOf(ben, first)
  await expect(
    form.getByText('Fully right now earns 1 point. If it is not fully right, a later try earns at most 0.67.'),
  ).toBeVisible()
  // What is not whole is no try.
  await expect(check(form)).toBeDisabled()
  await expect(form.getByRole('status').filter({ hasText: 'Nothing chosen yet.' })).toBeVisible()

  // By the keys alone.
  await tryOut(keysOf(ben), form, first, wrongResponse(first))
  await expect(stands(form)).toContainText('Not right.')
  await expect(stands(form)).toContainText('This try earns 0 of 1 point. The question stands at 0 of 1 point.')
  await expect(stands(form).getByText('Not right.')).toBeFocused()
  await expect(form.getByText('Fully right now earns 0.67 of 1 point.')).toBeVisible()
  // The same again is no try either, and is said not to be.
  await expect(
    form.getByText('You have tried this already, so it is not graded again and costs nothing.'),
  ).toBeVisible()
  await expect(check(form)).toBeDisabled()
  expect(await violationsOn(ben)).toEqual([])
  expectKeyAtHome(await heard.bodies(), telling(first))

  // Tries are still there after a closed tab, on the page and on the server.
  await ben.reload()
  await expect(stands(form)).toContainText('The question stands at 0 of 1 point.')
  await expect(ben.getByText('Your try', { exact: true })).toBeVisible()
  const told: AttemptView = await (await ben.request.get(`/api/attempts/${attempt.attemptId}`)).json()
  expect(told.tried).toMatchObject([{ itemId: first.id, tries: [{ score: 0, mark: 0 }] }])
  expect(told.answers).toEqual([])
  expectKeyAtHome(await heard.bodies(), [...telling(first), ...telling(second)])
  expectNoKey(await heard.bodies())

  await tryOut(keysOf(ben), form, first, keyResponse(first))
  await expect(stands(form)).toContainText('Right.')
  await expect(stands(form)).toContainText(
    'This try earns 1 of 1 point by itself, 0.67 with the penalty for 1 earlier try. The question stands at 0.67 of 1 point.',
  )
  // Once it is right it is explained, as the teacher has it, and cannot be changed.
  await expect(stands(form)).toContainText(first.explanation)
  await expect(check(form)).toHaveCount(0)
  expectKeyAtHome(await heard.bodies(), telling(second))
  await expect(ben.getByRole('button', { name: 'Question 1, right' })).toBeVisible()
  await expect(ben.getByText('1 right, 0 tried and not right yet, 1 open.')).toBeVisible()
  expect(await violationsOn(ben)).toEqual([])

  // What is filled in and not checked is a try when it is handed in, and is said to be.
  await respond(pointer, formOf(ben, second), second, keyResponse(second))
  await expect(ben.getByText('All saved')).toBeVisible()
  await ben.getByRole('button', { name: 'Hand in…' }).click()
  await expect(ben.getByRole('dialog')).toContainText('1 answer is not checked yet, and will be graded as one more try')
  await ben.getByRole('dialog').getByRole('button', { name: 'Go on answering' }).click()
  await handIn(ben)
  await expect(ben.getByRole('heading', { name: '1.67 of 2 points' })).toBeVisible()
  const result = ben.locator('details').filter({ hasText: '2 tries: 0.67 of 1 point.' }).first()
  await result.locator('summary').first().click()
  const tries = result.getByRole('list', { name: 'Your tries' })
  await expect(tries.getByRole('listitem')).toHaveCount(2)
  await expect(tries).toContainText('Try 1. ✗ Not right. 0 of 1 point.')
  expect(await violationsOn(ben)).toEqual([])

  await page.goto(`${address}/gradebook`)
  await expect(page.getByRole('row').filter({ hasText: 'Ben' })).toContainText('1.67 / 2')
  await ben.context().close()
})

test('tries wait in the browser while the network is gone, count once, and the teacher sees them live', async ({
  page,
  browser,
}) => {
  test.slow()
  const secret = randomBytes(32).toString('hex')
  const fresh = await databases.find(({ missing }) => !missing)?.make()
  if (fresh === undefined) throw new Error('there is no database')
  await deploy(fresh.url)
  const db = openDatabase(fresh.url)
  const made = await makeClass(db, { learners: ['Ben'] })
  const item = items.find((one) => one.type === 'single-choice' && hasHint(one)) as ItemOf<'single-choice'>
  const assignmentId = await makeAssignment(db, made.classId, {
    work: quizOf([item.id]),
    settings: {
      behaviour: 'adaptive',
      penalty: 0.1,
      // Whatever is allowed, the right answer is not told of what can still be tried.
      review: Object.fromEntries(
        ['during', 'immediately-after', 'later-while-open', 'after-close'].map((moment) => [moment, [...reviewParts]]),
      ) as never,
    },
  })
  const cookieOf = async ({ accountId }: { accountId: string }) => signedInCookie(db, accountId, secret, new Date())
  const [teachers, bens] = [await cookieOf(made.teacher), await cookieOf(made.learners[0] as { accountId: string })]
  await db.$disconnect()
  let server = await startServer({ databaseUrl: fresh.url, secret })
  try {
    const ben = await (await browser.newContext()).newPage()
    await ben.context().addCookies([{ ...bens, url: server.url }])
    const address = `${server.url}/classes/${made.classId}/assignments/${assignmentId}`
    await ben.goto(address)
    const heard = overhear(ben)
    await beginAssigned(ben, 'Begin')
    const form = formOf(ben, item)
    await ben.context().setOffline(true)
    await tryOut(pointer, form, item, wrongOption(item))
    await expect(form.getByText(/^Checking your answer/)).toBeVisible()
    await ben.context().setOffline(false)
    await expect(stands(form)).toContainText('Not right.', { timeout: 30_000 })
    // The reason on what was chosen is the hint that the teacher allows.
    await expect(stands(form)).toContainText(hintOf(item) ?? 'a hint')
    expectKeyAtHome(await heard.bodies(), [item.explanation])
    expectNoKey(await heard.bodies())

    // A server that is started anew knows of the try.
    const port = Number(new URL(server.url).port)
    await server.kill()
    server = await startServer({ databaseUrl: fresh.url, secret, port })
    await ben.reload()
    await expect(stands(form)).toContainText('The question stands at 0 of 1 point.')

    // Another tab tries the same, which is no other try, and then the key.
    const other = await ben.context().newPage()
    await other.goto(ben.url())
    await tryOut(pointer, formOf(other, item), item, keyResponse(item))
    await expect(stands(formOf(other, item))).toContainText('0.9 with the penalty for 1 earlier try')
    await other.close()

    await page.context().addCookies([{ ...teachers, url: server.url }])
    await page.goto(`${address}/live`)
    await expect(page.getByRole('row').filter({ hasText: 'Ben' })).toContainText('2 tries')
    await ben.close()
  } finally {
    await page.goto('about:blank')
    await server.kill()
    await fresh.remove()
  }
})

test('practice can be tried until it is right too, a question at a time', async ({ page }) => {
  await page.goto('/quiz')
  await page.getByRole('radio', { name: '5', exact: true }).check({ force: true })
  await page.getByRole('radio', { name: 'After each try, until it is right' }).check({ force: true })
  await expect(page.getByRole('checkbox', { name: /^Ask how sure I am/ })).toHaveCount(0)
  const { items: asked } = await begin(page, 'Begin')
  const item = itemById(asked[0]?.id ?? '')
  const form = formOf(page, item)
  await tryOut(pointer, form, item, wrongResponse(item))
  await expect(stands(form)).toContainText('The question stands at 0 of 1 point.')
  // What was ticked stays ticked otherwise.
  await form.getByRole('button', { name: 'Clear my answer' }).click()
  await tryOut(pointer, form, item, keyResponse(item))
  await expect(stands(form)).toContainText('The question stands at 0.67 of 1 point.')
  await expect(stands(form)).toContainText(item.explanation)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(formOf(page, itemById(asked[1]?.id ?? ''))).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

const lookup = { citation: () => ({}) as never, lesson: () => null }
const wrongOption = (item: ItemOf<'single-choice'>) => ({
  optionId: item.options.find(({ because }) => because !== null && because === hintOf(item))?.id ?? '',
})

/** A reason why an option is wrong that does not name the right one. */
function hintOf(item: Item): string | undefined {
  const { slots, reasons } = feedbackFor(item, null, 0, lookup)
  const key = (slots[0]?.keyText ?? '').toLowerCase().replace(/^(the|a|an) /, '')
  return reasons.find(({ because }) => !because.toLowerCase().includes(key))?.because
}

function hasHint(item: Item): boolean {
  return hintOf(item) !== undefined
}
