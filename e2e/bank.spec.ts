import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import type { BankChange } from '@/features/classroom/bank/actions.ts'
import type { Item, ItemType } from '@/features/quiz/item.ts'
import { itemTypeNames } from '@/features/quiz/item-wording.ts'
import { findBankItems } from '@/features/quiz/own-items/data.ts'
import { ownItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { lessonRules } from '@/features/quiz/plan.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { openDatabase } from '@/lib/database.ts'
import { sharedSite } from '@/testing/site.ts'
import { beginSignedIn, newPerson } from './accounts.ts'
import { violationsOn } from './axe.ts'
import { joinBy, makeClass } from './classroom.ts'
import { catalog, expect, itemById, test } from './fixtures.ts'
import { type Hand, keysOf, pointer, respond } from './respond.ts'

test.use({ expectedErrors: [/favicon/] })

const form = (page: Page) => page.getByRole('form', { name: 'Question' })
const preview = (page: Page) => page.getByRole('region', { name: 'How learners see it' })
const entries = (page: Page) =>
  page
    .getByRole('region', { name: /question|of/ })
    .getByRole('listitem')
    .filter({ has: page.getByText('Duplicate').or(page.getByText('Copy to my bank')) })

/** Keeps what stands in the form, and returns the item that was sent. */
async function keep(page: Page, press: (button: Locator) => Promise<void> = (button) => button.click()): Promise<Item> {
  const sent: Item[] = []
  await page.route('**/api/bank', async (route) => {
    sent.push((route.request().postDataJSON() as Extract<BankChange, { kind: 'create' | 'change' }>).item)
    await route.continue()
  })
  await press(form(page).getByRole('button', { name: 'Keep it' }))
  await expect(form(page).getByText(/^Kept/)).toBeVisible()
  await page.unroute('**/api/bank')
  const [item] = sent
  if (item === undefined) throw new Error('nothing was sent')
  return item
}

/** How each kind is written: text by the label of its field, and what is pressed. */
interface Written {
  fields: [label: string, text: string][]
  /** What is marked, by its label. */
  marks?: string[]
  /** What is chosen, by the label of its field. */
  choices?: [label: string, option: string][]
}

const options = (count: number, right: readonly number[]): Written['fields'] =>
  Array.from({ length: count }, (_, index) => [`Option ${index + 1}`, `Lamp ${index + 1}`] as [string, string]).concat(
    Array.from({ length: count - right.length }, (_, index) => [`Why it is wrong ${index + 1}`, 'It is out.']),
  )

const written: Record<ItemType, Written> = {
  'single-choice': { fields: [['Question', 'Which lamp?'], ...options(4, [2])], marks: ['Option 2 is right'] },
  'multiple-response': {
    fields: [['Question', 'Which lamps?'], ...options(5, [1, 3])],
    marks: ['Option 1 is right', 'Option 3 is right'],
  },
  'true-false': {
    fields: [
      ['Sentence to be judged', 'All lamps are lit.'],
      ['Why “Yes, it does.” is wrong', 'Some are not.'],
    ],
    marks: ['“No, it does not.” is right'],
  },
  numeric: {
    fields: [
      ['Question', 'How many lamps?'],
      ['Right number', '1,500'],
      ['What it counts', 'lamps'],
    ],
  },
  'short-answer': {
    fields: [
      ['Question', 'Which coast?'],
      ['Right answer', 'Lighthouse Coast'],
    ],
  },
  matching: {
    fields: [
      ['Question', 'Who lights what?'],
      ...[1, 2, 3].flatMap((pair): Written['fields'] => [
        [`Pair ${pair}`, `Keeper ${pair}`],
        [`Goes with ${pair}`, `Lamp ${pair}`],
        [`Why they belong together ${pair}`, 'It is their own.'],
      ]),
    ],
  },
  ordering: {
    fields: [
      ['Question', 'In which order, the first on top?'],
      ['Entry 1', 'Dusk'],
      ['Entry 2', 'Night'],
      ['Entry 3', 'Dawn'],
    ],
  },
  cloze: {
    fields: [
      ['Text before gap 1', 'They light the '],
      ['Right answer', 'lamps'],
      ['Text after gap 1', ' at dusk.'],
    ],
  },
  categorising: {
    fields: [
      ['Question', 'Lit or not?'],
      ['Category 1', 'Lit'],
      ['Category 2', 'Out'],
      ...[1, 2, 3].flatMap((entry): Written['fields'] => [
        [`Entry ${entry}`, `Lamp ${entry}`],
        [`Why it belongs there ${entry}`, 'So it was seen.'],
      ]),
    ],
    choices: [
      ['Belongs to 1', 'Lit'],
      ['Belongs to 2', 'Out'],
      ['Belongs to 3', 'Lit'],
    ],
  },
  'quote-attribution': {
    fields: [
      ['Quoted words', 'a grave matter'],
      ['What they are about', 'the lamps'],
      ['Speaker 1', 'Ada'],
      ['Speaker 2', 'Ben'],
      ['Speaker 3', 'Cleo'],
      ['Why they are not theirs 1', 'Ada was away.'],
      ['Why they are not theirs 2', 'Cleo was silent.'],
    ],
    marks: ['Speaker 2 is right'],
  },
}

/** A field by its label, or the third of those of one label. */
function labelled(page: Page, label: string): Locator {
  const exact = form(page).getByLabel(label, { exact: true })
  const [, shared, which] =
    /^(Why it is wrong|Goes with|Why they .*|Why it belongs there|Belongs to) (\d)$/.exec(label) ?? []
  if (shared === undefined) return exact
  return form(page)
    .getByLabel(shared, { exact: true })
    .nth(Number(which) - 1)
}

async function write(page: Page, hand: Hand, { fields, marks = [], choices = [] }: Written) {
  for (const label of marks) await hand.tick(form(page).getByLabel(label, { exact: true }))
  for (const [label, text] of fields) await hand.type(labelled(page, label), text)
  for (const [label, option] of choices) {
    const select = labelled(page, label)
    const value = await select.getByRole('option', { name: option }).getAttribute('value')
    await hand.choose(select, value ?? '')
  }
  await hand.type(form(page).getByLabel('Explanation'), 'So it is.')
}

for (const [type, answers] of Object.entries(written) as [ItemType, Written][]) {
  test(`a question of the kind ${type} is written, kept and tried with the keyboard alone`, async ({ page }) => {
    test.slow()
    const keys = keysOf(page)
    await beginSignedIn(page, newPerson(), '/bank')
    await keys.press(page.getByRole('link', { name: 'New question' }))
    await keys.press(page.getByRole('link', { name: itemTypeNames[type] }))

    // Nothing is said of empty fields before one tries, and then the cursor is where the first thing is missing.
    await expect(form(page).getByText('still empty')).toHaveCount(0)
    await keys.press(form(page).getByRole('button', { name: 'Keep it' }))
    await expect(form(page).getByText(/things are still to be done|One thing is still to be done/)).toBeVisible()
    await expect(form(page).locator(':focus')).toHaveAttribute('aria-invalid', 'true')
    expect(await violationsOn(page)).toEqual([])

    await write(page, keys, answers)
    const item = await keep(page, keys.press)
    await page.waitForURL(/\/bank\/[0-9a-f-]{36}$/)
    await expect(preview(page).locator('form')).toBeVisible()
    await respond(keys, preview(page).locator('form'), item, keyResponse(item))
    await keys.press(preview(page).getByRole('button', { name: 'Try this answer' }))
    await expect(preview(page).getByText('Right.', { exact: true })).toBeVisible()
    await expect(preview(page).getByText('So it is.')).toBeVisible()
    // It rests on no fact: there is no place to show and no lesson to lead to.
    await expect(preview(page).getByText(/It rests on|Taught in/)).toHaveCount(0)
    expect(await violationsOn(page)).toEqual([])

    await page.goto('/bank')
    await expect(entries(page)).toHaveCount(1)
    await expect(entries(page)).toContainText(`${itemTypeNames[type]}, version 1`)
    expect(await violationsOn(page)).toEqual([])
  })
}

test('a question of the catalog is copied, keeps where it comes from, and a changed answer makes a new version', async ({
  page,
}) => {
  test.slow()
  const original = itemById('background-001.a')
  await beginSignedIn(page, newPerson(), '/bank')
  await page.goto(`/bank/new?copy=${original.id}`)
  await expect(page.getByText(/^A copy of the catalog’s/)).toContainText(original.id)
  await form(page).getByLabel('Folder').fill('Week 1')
  await form(page).getByLabel('Tags').fill('basics, Basics , crimes')
  await keep(page)
  const versions = page.getByRole('region', { name: 'Versions' }).getByRole('listitem')
  await expect(versions).toHaveText([/^Version 1, .*, by Ada$/])
  await expect(preview(page).getByRole('radio')).toHaveCount(4)
  // Nothing is other than it was.
  await expect(page.getByText(/^After the catalog’s/)).not.toContainText('changed')

  await form(page).getByLabel('Question').fill('What does it include?')
  await expect(preview(page)).toContainText('What does it include?')
  await keep(page)
  await expect(form(page).getByText('Only words have changed, so that it is still version 1.')).toBeVisible()
  await expect(page.getByText(/^After the catalog’s/)).toContainText('changed')

  await form(page).getByLabel('Option 1 is right').check()
  await form(page).getByLabel('Why it is wrong').first().fill('Not any more.')
  await keep(page)
  await expect(form(page).getByText('Kept as version 2.')).toBeVisible()
  await expect(versions).toHaveText([/^Version 2/, /^Version 1/, /^Version 1/])
  await page.reload()
  await expect(form(page).getByLabel('Option 1 is right')).toBeChecked()
  // Tried, it shows what it rests on.
  await preview(page).getByRole('radio').first().check()
  await preview(page).getByRole('button', { name: 'Try this answer' }).click()
  await expect(preview(page).getByText('It rests on')).toBeVisible()
  await expect(preview(page).getByText('Saved', { exact: true })).toHaveCount(0)

  await page.goto('/bank?folder=Week+1&tag=crimes&type=single-choice&q=INCLUDE')
  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText(['in Week 1'])
  await page.getByLabel('Search').fill('nothing of the kind')
  await page.getByRole('button', { name: 'Show these' }).click()
  await expect(page.getByText('No question fits all of this.')).toBeVisible()
  await page.getByRole('link', { name: 'Show all' }).click()

  await entries(page).getByText('Move and tag').click()
  await entries(page).getByLabel('Folder').fill('Week 2')
  await entries(page).getByRole('button', { name: 'File it' }).click()
  await expect(entries(page)).toContainText(['in Week 2'])
  await entries(page).getByRole('button', { name: 'Duplicate' }).click()
  await page.waitForURL(/\/bank\/[0-9a-f-]{36}$/)
  await expect(page.getByText(/^After another question of a bank/)).toBeVisible()
  await page.getByRole('button', { name: 'Delete…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
  await page.waitForURL(/\/bank$/)
  await expect(entries(page)).toHaveCount(1)
})

test('a question is made from a fact of the record, with its words, its places and its topics', async ({ page }) => {
  await beginSignedIn(page, newPerson(), '/bank')
  const record = catalog.sources.find(({ kind }) => kind === 'record')
  await page.goto(`/record/${record?.id}`)
  await page.getByRole('link', { name: 'Make a question of this' }).first().click()
  await page.waitForURL(/\/bank\/new\?fact=/)
  const fact = catalog.facts.find(({ id }) => id === new URL(page.url()).searchParams.get('fact'))
  await page.getByRole('link', { name: itemTypeNames['short-answer'] }).click()
  await expect(form(page).getByLabel('Explanation')).toHaveValue(fact?.says ?? '')
  await expect(form(page).getByRole('link')).toHaveCount(fact?.cites.length ?? 0)
  await expect(form(page).getByRole('button', { name: /^Take out the topic/ })).toHaveCount(fact?.topics.length ?? 0)

  // Another is found by a word of it, and goes again.
  await form(page).getByLabel('Search the record for a fact').fill('genocide')
  await form(page)
    .getByRole('button', { name: /^Rest it on this/ })
    .first()
    .click()
  await expect(form(page).getByRole('button', { name: /^Take out the fact/ })).toHaveCount(2)
  await expect(form(page).getByLabel('Search the record for a fact')).toBeFocused()
  await form(page)
    .getByRole('button', { name: /^Take out the fact/ })
    .last()
    .click()
  await expect(form(page).getByRole('link')).toHaveCount(fact?.cites.length ?? 0)
})

test('nothing that is typed is lost: leaving asks, and what was typed is there again', async ({ page }) => {
  await beginSignedIn(page, newPerson(), '/bank')
  await page.goto('/bank/new?type=numeric')
  await form(page).getByLabel('Question').fill('How many?')
  const asked: string[] = []
  page.once('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.dismiss()
  })
  await page.getByRole('link', { name: 'Question bank' }).click()
  await expect(form(page).getByLabel('Question')).toHaveValue('How many?')
  page.once('dialog', async (dialog) => {
    asked.push(dialog.type())
    await dialog.accept()
  })
  await page.reload()
  expect(asked).toEqual(['confirm', 'beforeunload'])
  await expect(form(page).getByLabel('Question')).toHaveValue('How many?')
  await expect(form(page).getByText('This is as you left it here')).toBeVisible()
  await form(page).getByRole('button', { name: 'Begin anew' }).click()
  await expect(form(page).getByLabel('Question')).toHaveValue('')
  // What has been put back needs no question.
  await page.getByRole('link', { name: 'Question bank' }).click()
  await page.waitForURL(/\/bank$/)
})

test.describe('among teachers', () => {
  test.use({ expectedErrors: [/favicon|status of (403|404|409)/] })

  test('a question is shared with a class, used and copied by its other teacher, and changed once that is allowed', async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow()
    const { address: classUrl, link } = await makeClass(page)
    const ben = await joinBy(browser, baseURL, link, 'Ben')

    await page.goto('/bank/new?copy=background-001.a')
    await keep(page)
    await page.waitForURL(/\/bank\/[0-9a-f-]{36}$/)
    const itemUrl = page.url()
    const sharing = page.getByRole('form', { name: 'Sharing' })
    await sharing.getByLabel('Teachers of History 10b').selectOption('May use and copy it')
    await sharing.getByRole('button', { name: 'Keep the sharing' }).click()
    await expect(sharing.getByText('It is shared as you chose.')).toBeVisible()

    // A learner of the class sees nothing of it, and what one says of it reaches its owner.
    expect((await ben.goto(itemUrl))?.status()).toBe(404)
    const asked = { itemId: ownItemId(itemUrl.split('/').at(-1) ?? '', 1), itemRevision: 'as asked' }
    const flag = { flagId: randomUUID(), ...asked, comment: 'Two of these are right.' }
    expect((await ben.request.post('/api/flags', { data: flag })).status()).toBe(200)
    await page.goto('/bank')
    await expect(entries(page)).toContainText(['one comment by a learner'])
    await page.goto(itemUrl)
    const said = page.getByRole('region', { name: 'What learners say of it' })
    await expect(said.getByRole('listitem')).toHaveText([/Two of these are right\..*on version 1/])
    expect(await violationsOn(page)).toEqual([])
    await ben.goto('/bank')
    await expect(ben.getByText('None yet.')).toBeVisible()

    await page.goto(classUrl)
    const entry = page.getByRole('region', { name: 'People' }).getByRole('listitem').filter({ hasText: 'Ben' })
    await entry.getByRole('button').first().click()
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /^Teacher/ })
      .check()
    await page.getByRole('dialog').getByRole('button', { name: /^Keep/ }).first().click()
    await expect(entry).toContainText('Teacher')

    await ben.goto('/bank')
    await expect(entries(ben)).toContainText(['shared by Ada'])
    await ben.goto(itemUrl)
    await expect(ben.getByRole('heading', { name: 'A shared question' })).toBeVisible()
    await expect(ben.getByRole('region', { name: 'Versions' })).toBeVisible()
    await expect(ben.getByText('Two of these are right.')).toHaveCount(0)
    await expect(form(ben)).toHaveCount(0)
    await ben.getByRole('button', { name: 'Copy to my bank' }).click()
    await ben.waitForURL((url) => url.href !== itemUrl && /\/bank\/[0-9a-f-]{36}$/.test(url.pathname))
    await expect(form(ben)).toBeVisible()

    await page.goto(itemUrl)
    await sharing.getByLabel('Teachers of History 10b').selectOption('May change it too')
    await sharing.getByRole('button', { name: 'Keep the sharing' }).click()
    await expect(sharing.getByText('It is shared as you chose.')).toBeVisible()
    await ben.goto(itemUrl)
    await form(ben).getByLabel('Question').fill('What is included?')
    await keep(ben)

    // Ada has not seen that, and does not overwrite it.
    await form(page).getByLabel('Question').fill('What does it hold?')
    await form(page).getByRole('button', { name: 'Keep it' }).click()
    await expect(form(page).getByRole('alert')).toContainText('has been changed since you opened it')
    page.once('dialog', (dialog) => dialog.accept())
    await page.reload()
    await expect(form(page).getByText('It has been changed since')).toBeVisible()
    await expect(form(page).getByLabel('Question')).toHaveValue('What does it hold?')
    await form(page).getByRole('button', { name: 'Go back to what is saved' }).click()
    await expect(form(page).getByLabel('Question')).toHaveValue('What is included?')
    await expect(page.getByRole('region', { name: 'Versions' })).toContainText('by Ben')
  })
})

test('a question of a bank is taken, graded and seen again in an attempt, also once its owner has deleted it', async ({
  page,
}) => {
  test.slow()
  const db = openDatabase(sharedSite.databaseUrl)
  try {
    const ada = newPerson()
    await beginSignedIn(page, ada, '/bank/new?type=single-choice')
    await write(page, pointer, written['single-choice'])
    await keep(page)
    await page.waitForURL(/\/bank\/[0-9a-f-]{36}$/)
    const bankItemId = page.url().split('/').at(-1) ?? ''

    const { learnerId } = await db.account.findFirstOrThrow({ where: { emailShown: ada.email } })
    const itemId = ownItemId(bankItemId, 1)
    const itemRevision = (await findBankItems(db, [itemId])).get(itemId)?.revision ?? ''
    // Practice never draws it; but what an attempt asks, it goes on asking, wherever that came from.
    const attemptId = randomUUID()
    await db.attempt.create({
      data: {
        id: attemptId,
        learnerId,
        plan: {
          kind: 'practice',
          focus: 'mixed',
          topicIds: [],
          kinds: [],
          factIds: [],
          length: 1,
          behaviour: 'immediate-feedback',
          withCertainty: false,
        },
        rules: { ...lessonRules },
        startedAt: new Date(),
        items: { create: [{ position: 1, itemId, itemRevision, bankItemId }] },
      },
    })
    await page.reload()
    await page.getByRole('button', { name: 'Delete…' }).click()
    await expect(page.getByRole('dialog')).toContainText('still sees it in their results')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
    await expect(page.getByText('None yet.')).toBeVisible()

    await page.goto(`/attempts/${attemptId}`)
    const asked = page.locator('form[data-item]')
    await expect(asked).toHaveAttribute('data-item', itemId)
    await asked.getByRole('radio', { name: 'Lamp 1' }).check()
    await asked.getByRole('button', { name: 'Check answer' }).click()
    await expect(asked.getByText('Saved', { exact: true })).toBeVisible()
    await expect(asked.getByText('It is out.').first()).toBeVisible()
    await asked.getByRole('button', { name: 'Something wrong with this question?' }).click()
    await asked.getByRole('textbox').fill('Which lamps are meant?')
    await asked.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => db.itemFlag.count({ where: { itemId } })).toBe(1)

    await page.goto(`/results/${attemptId}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('0')
    await expect(page.getByText('Which lamp?').first()).toBeVisible()
  } finally {
    await db.$disconnect()
  }
})
