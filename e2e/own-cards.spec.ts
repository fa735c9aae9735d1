import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import type { OwnCardView } from '@/features/study/loaders.ts'
import { violationsOn } from './axe.ts'
import { answer, catalog, expect, test } from './fixtures.ts'
import { keysOf } from './respond.ts'

const [lesson] = catalog.lessons
const record = catalog.sources.find(({ kind }) => kind === 'record')
const place = '/review/own'

const form = (page: Page, name: string) => page.getByRole('form', { name })
const entries = (page: Page) =>
  page
    .getByRole('region', { name: 'Your cards' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Edit' }) })

async function listed(request: APIRequestContext): Promise<OwnCardView[]> {
  return (await (await request.get('/api/own-cards')).json()).cards
}

/** Makes cards as the form does, the last one the newest. */
async function make(request: APIRequestContext, fronts: readonly string[]): Promise<string[]> {
  await request.post('/api/learner', { data: { timeZone: 'Europe/Lisbon' } })
  const ids: string[] = []
  for (const front of fronts) {
    const card = { id: randomUUID(), factId: null, front, back: `Back of ${front}` }
    expect((await request.post('/api/own-cards', { data: { change: { kind: 'keep', card } } })).status()).toBe(200)
    ids.push(card.id)
  }
  return ids
}

test('a free card is written with the keyboard alone, changed, and deleted after a question', async ({ page }) => {
  test.slow()
  const keys = keysOf(page)
  await page.goto('/review')
  await keys.press(page.getByText('Other decks'))
  await keys.press(page.getByRole('link', { name: 'Cards of your own' }))
  await expect(page.getByText('None yet.')).toBeVisible()
  await keys.press(page.getByRole('button', { name: 'New card' }))
  const making = form(page, 'New card')
  await expect(making.getByLabel('Front')).toBeFocused()

  // Nothing is said of empty fields before one tries, and then at the field.
  await expect(page.getByText('Nothing stands here yet.')).toHaveCount(0)
  await keys.press(making.getByRole('button', { name: 'Keep it' }))
  await expect(making.getByLabel('Front')).toBeFocused()
  await expect(making.getByLabel('Front')).toHaveAccessibleDescription(/Nothing stands here yet\.$/)

  await page.keyboard.type('Which two bodies met?')
  await page.keyboard.press('Tab')
  await page.keyboard.type('The Assembly')
  await page.keyboard.press('Enter')
  await page.keyboard.type('and the Council')
  const preview = making.getByRole('region', { name: 'How it will look' })
  await expect(preview).toContainText('Which two bodies met?')
  await expect(preview.getByText('The Assembly and the Council')).toHaveCSS('white-space', 'pre-line')
  expect(await violationsOn(page)).toEqual([])
  await keys.press(making.getByRole('button', { name: 'Keep it' }))

  await expect(page.getByRole('heading', { name: 'Your cards' })).toBeFocused()
  await expect(page.getByText('Kept. It stands first in the list.')).toBeVisible()
  await expect(entries(page)).toContainText(['Which two bodies met?'])
  await expect(entries(page)).toContainText(['New'])

  await keys.press(entries(page).getByRole('button', { name: 'Edit' }))
  const changing = form(page, 'Change this card')
  await expect(changing.getByLabel('Front')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.type(' And where?')
  await keys.press(changing.getByRole('button', { name: 'Keep it' }))
  await expect(entries(page).getByRole('button', { name: 'Edit' })).toBeFocused()
  await page.reload()
  await expect(entries(page)).toContainText(['Which two bodies met? And where?'])

  const remove = entries(page).getByRole('button', { name: 'Delete…' })
  await keys.press(remove)
  const question = page.getByRole('dialog', { name: 'Delete this card?' })
  await expect(question).toContainText('stay in your log')
  // A press too many does not delete.
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(remove).toBeFocused()
  await keys.press(remove)
  await keys.press(question.getByRole('button', { name: 'Delete it' }))
  await expect(page.getByText('Deleted.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your cards' })).toBeFocused()
  await page.reload()
  await expect(page.getByText('None yet.')).toBeVisible()
})

test('a card is made from a fact of the record, and keeps its citations', async ({ page }) => {
  test.slow()
  await page.goto(`/record/${record?.id}`)
  const statement = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Make a card of this' }) })
    .first()
  await statement.getByRole('link', { name: 'Make a card of this' }).click()
  await page.waitForURL(/\/review\/own\?fact=/)
  const id = new URL(page.url()).searchParams.get('fact')
  const meant = catalog.facts.find((each) => each.id === id)
  const making = form(page, 'A card of this fact')
  await expect(making.getByLabel('Front')).toHaveValue('')
  await expect(making.getByLabel('Back')).toHaveValue(meant?.says ?? '')
  await making.getByLabel('Front').fill('What does it begin with?')
  await making.getByLabel('Back').fill('In my own words.')
  const preview = making.getByRole('region', { name: 'How it will look' })
  await expect(preview).toContainText(meant?.says ?? '')
  await expect(preview.getByRole('link')).toHaveCount(meant?.cites.length ?? 0)
  expect(await violationsOn(page)).toEqual([])
  await making.getByRole('button', { name: 'Keep it' }).click()
  await page.waitForURL(`**${place}`)
  await expect(making).toBeHidden()
  await expect(entries(page).first().getByRole('link').first()).toHaveAttribute('href', `/record/${meant?.cites[0]}`)
  await entries(page).getByRole('button', { name: 'Edit' }).click()
  await expect(form(page, 'Change this card')).toContainText(meant?.says ?? '')
})

test('a card can be made wherever a fact is shown: in a lesson, in a review, in feedback', async ({ page }) => {
  test.slow()
  const link = page.getByRole('link', { name: 'Make a card of this' })
  await page.goto(`/learn/${lesson?.id}`)
  await page
    .getByRole('button', { name: /^Where this stands/ })
    .first()
    .click()
  await link.filter({ visible: true }).first().click()
  await expect(form(page, 'A card of this fact')).toBeVisible()

  await page.goto(`/review/${lesson?.id}`)
  await page.getByText('More for this card').click()
  await link.click()
  await expect(form(page, 'A card of this fact')).toBeVisible()
  await form(page, 'A card of this fact').getByRole('button', { name: 'Cancel' }).click()
  await page.waitForURL(`**${place}`)
  await expect(form(page, 'A card of this fact')).toBeHidden()

  await page.goto(`/quiz/${lesson?.id}`)
  for (let question = 1; question <= 3; question += 1) {
    const item = await answer(page, { rightly: true })
    await expect(link).toHaveCount(item.factIds.length === 1 ? 1 : 0)
    await page.getByRole('button', { name: 'Next question' }).click()
  }
})

test.describe('what goes wrong', () => {
  test.use({ expectedErrors: [/404|net::ERR/] })

  test('a side that is too long is said at the field, and nothing is sent', async ({ page }) => {
    await page.goto(place)
    await page.getByRole('button', { name: 'New card' }).click()
    const making = form(page, 'New card')
    await making.getByLabel('Front').fill('f')
    await making.getByLabel('Back').fill('b'.repeat(1003))
    await expect(making.getByLabel('Back')).toHaveAccessibleDescription(
      /1003 of at most 1000 characters: take 3 out\.$/,
    )
    await making.getByRole('button', { name: 'Keep it' }).click()
    await expect(making.getByLabel('Back')).toBeFocused()
    // Nobody has written anything, so that the browser is nobody still.
    expect(await page.context().cookies()).toEqual([])
  })

  test('what could not be sent stays in the form, and is kept once when it is sent again', async ({
    page,
    context,
  }) => {
    await page.goto(place)
    await page.getByRole('button', { name: 'New card' }).click()
    const making = form(page, 'New card')
    await making.getByLabel('Front').fill('Who spoke first?')
    await making.getByLabel('Back').fill('Ada.')
    // Everything arrives, and no answer comes back.
    await context.route('**/api/own-cards', async (route) => {
      if (route.request().method() === 'POST') await route.fetch()
      await route.abort()
    })
    await making.getByRole('button', { name: 'Keep it' }).click()
    await expect(making.getByRole('alert')).toContainText('Not kept yet.', { timeout: 30_000 })
    await context.unroute('**/api/own-cards')
    await making.getByRole('button', { name: 'Keep it' }).click()
    await expect(entries(page)).toHaveCount(1)
    await page.reload()
    await expect(entries(page)).toHaveCount(1)
  })

  test('a fact that is not there is said, and one can go on without it', async ({ page }) => {
    await page.goto(`${place}?fact=made-000`)
    await expect(page.getByRole('alert').filter({ hasText: 'made-000' })).toBeVisible()
    await page.getByRole('button', { name: 'Go on without it' }).click()
    await expect(page.getByRole('button', { name: 'New card' })).toBeVisible()
  })
})

test('fifty cards are listed at a time, and older ones follow where reading goes on', async ({ page }) => {
  test.slow()
  const fronts = Array.from({ length: 53 }, (_, index) => `Question ${index + 1}?`)
  await make(page.request, fronts)
  await page.goto(place)
  await expect(entries(page)).toHaveCount(50)
  await expect(entries(page).first()).toContainText('Question 53?')
  await page.getByRole('button', { name: 'Older cards' }).click()
  await expect(entries(page)).toHaveCount(53)
  await expect(entries(page).nth(50)).toBeFocused()
  await expect(entries(page).nth(50)).toContainText('Question 3?')
  await expect(page.getByRole('button', { name: 'Older cards' })).toBeHidden()
})

test('a card is reviewed, set aside and taken back like any other, and only by whom it belongs to', async ({
  page,
  playwright,
  baseURL,
}) => {
  const { request } = page
  const [id = ''] = await make(request, ['Mine?'])
  const cardId = `own:${id}`
  const reviewId = randomUUID()
  const review = { reviewId, cardId, rating: 4, durationMs: 1, at: new Date().toISOString() }
  const decision = { cardId, change: { kind: 'suspended', isSuspended: true } }

  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  await make(stranger, ['Theirs?'])
  const theirs = { id, factId: null, front: 'Taken?', back: 'Taken.' }
  const change = (given: object) => stranger.post('/api/own-cards', { data: { change: given } })
  expect((await listed(stranger)).map(({ front }) => front)).toEqual(['Theirs?'])
  expect((await change({ kind: 'keep', card: theirs })).status()).toBe(404)
  expect((await change({ kind: 'delete', id })).status()).toBe(200)
  expect((await stranger.post('/api/reviews', { data: review })).status()).toBe(404)
  expect((await stranger.post('/api/cards', { data: decision })).status()).toBe(404)
  expect((await listed(request)).map(({ front, state }) => [front, state])).toEqual([['Mine?', 'New']])

  expect((await request.post('/api/reviews', { data: review })).status()).toBe(200)
  expect((await request.post('/api/cards', { data: decision })).status()).toBe(200)
  await page.goto(place)
  await expect(entries(page)).toContainText([/Young, due on .*, suspended/])
  await page.goto('/review/aside')
  await page.getByRole('listitem').filter({ hasText: 'Mine?' }).getByRole('button', { name: 'Take up again' }).click()
  await expect(page.getByText('None.')).toBeVisible()
  expect((await request.post('/api/reviews/undo', { data: { reviewId } })).status()).toBe(200)
  expect((await listed(request))[0]?.state).toBe('New')
})
