import type { Response } from '@playwright/test'
import { type Item, type PublicItem, shuffledFor, toPublic } from '@/features/quiz/item.ts'
import type { AttemptView } from '@/features/quiz/loaders.ts'
import { wrongResponse } from '@/features/quiz/responses.ts'
import { answer, begin, catalog, expect, itemById, items, shownItem, test } from './fixtures.ts'
import { pointer, respond } from './respond.ts'

/** Names of the fields that tell a key. */
const tellingFields = [
  'keyOptionIds',
  'keyText',
  'because',
  'proof',
  'explanation',
  'reasons',
  'accepted',
  'misreadings',
]

/** Every reason why something is wrong, anywhere in an item. */
function reasonsIn(item: Item): string[] {
  const reasons: string[] = []
  JSON.stringify(item, (field, value) => {
    if (field === 'because' && value !== null) reasons.push(value)
    return value
  })
  return reasons
}

/** What tells an item from others: the longest of its texts. */
function longestText(item: PublicItem): string {
  const texts: string[] = []
  JSON.stringify(item, (_, value) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest))
}

test('no byte sent before an answer tells its key', async ({ page }) => {
  const bodies: { url: string; body: string }[] = []
  const reading: Promise<unknown>[] = []
  page.on('response', (response: Response) => {
    reading.push(
      response.text().then(
        (body) => bodies.push({ url: response.url(), body }),
        () => {},
      ),
    )
  })

  await page.goto('/')
  await page.goto('/learn')
  const [lesson] = catalog.lessons
  await page.goto(`/quiz/${lesson?.id}`)
  const { item } = await shownItem(page)
  // Give prefetches their time: they are responses too.
  await page.waitForLoadState('networkidle')
  await Promise.all(reading)

  // The question itself has come, so this does read what was sent.
  const question = longestText(toPublic(item))
  expect(bodies.some(({ body }) => body.includes(JSON.stringify(question).slice(1, -1)))).toBe(true)

  const attempts = bodies.filter(({ url }) => url.includes('/api/attempts'))
  expect(attempts).toHaveLength(1)
  const sent = JSON.parse(attempts[0]?.body ?? '') as AttemptView
  expect(sent.answers).toEqual([])

  for (const shown of sent.items) {
    const whole = items.find(({ id }) => id === shown.id)
    if (whole === undefined) throw new Error(`no item ${shown.id}`)
    // What was sent is the public item and nothing besides, in the order of the attempt.
    expect(shown).toEqual(shuffledFor(toPublic(whole), sent.attemptId))

    const secrets = [whole.explanation, ...reasonsIn(whole)]
    for (const { url, body } of bodies.filter((one) => !attempts.includes(one))) {
      for (const secret of secrets) {
        const inJson = JSON.stringify(secret).slice(1, -1)
        expect(body.includes(secret) || body.includes(inJson), `${shown.id} told by ${url}`).toBe(false)
      }
    }
  }
  for (const { url, body } of bodies.filter(({ url }) => !url.includes('/_next/static/'))) {
    for (const field of tellingFields) expect(body.includes(`"${field}"`), `${field} in ${url}`).toBe(false)
  }

  // After the answer the key does come, so its absence before was not an accident of this test.
  bodies.length = 0
  await answer(page, { rightly: false })
  await Promise.all(reading)
  expect(bodies.some(({ body }) => body.includes('"keyOptionIds"'))).toBe(true)
})

test('a test tells no key before it is handed in, whatever is answered', async ({ page }) => {
  const bodies: string[] = []
  const reading: Promise<unknown>[] = []
  page.on('response', (response: Response) => {
    if (!response.url().includes('/api/')) return
    reading.push(
      response.text().then(
        (body) => bodies.push(body),
        // The browser lets go of what was under way when the page is loaded anew.
        () => {},
      ),
    )
  })
  await page.goto('/tests/debates')
  const attempt = await begin(page, /^Begin form/)
  for (const { id } of attempt.items.slice(0, 4)) {
    const form = page.locator(`form[data-item="${id}"]`)
    await respond(pointer, form, itemById(id), wrongResponse(itemById(id)))
    await form.getByRole('button', { name: 'Fairly sure' }).click()
  }
  await expect(page.getByText('4 answered')).toBeVisible()
  await expect(page.getByText('All saved')).toBeVisible()
  await page.reload()
  await expect(page.getByText('4 answered')).toBeVisible()
  await Promise.all(reading)
  // The answers did come back, so this does read what was sent.
  const first = JSON.stringify(wrongResponse(itemById(attempt.items[0]?.id ?? '')))
  expect(bodies.some((body) => body.includes(first))).toBe(true)
  for (const body of bodies) {
    for (const field of [...tellingFields, 'score', 'feedback']) expect(body).not.toContain(`"${field}":`)
  }
})

test('a lesson sends its checks without keys and reasons', async ({ request }) => {
  for (const lesson of catalog.lessons) {
    const html = await (await request.get(`/learn/${lesson.id}`)).text()
    for (const itemId of lesson.checkItemIds) expect(html).toContain(itemId)
    // By their names, since a lesson may well teach in the same words. As data they are a text in a script.
    expect(html).toContain('\\"revision\\":')
    for (const field of tellingFields) expect(html).not.toContain(`\\"${field}\\":`)
  }
})
