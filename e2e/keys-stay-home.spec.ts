import type { Response } from '@playwright/test'
import { toPublic } from '@/features/quiz/item.ts'
import { answer, catalog, expect, items, shownItem, test } from './fixtures.ts'

/** Names of the fields that tell a key. */
const tellingFields = ['keyOptionIds', 'because', 'proof', 'explanation', 'reasons']

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
  const item = await shownItem(page)
  // Give prefetches their time: they are responses too.
  await page.waitForLoadState('networkidle')
  await Promise.all(reading)

  // The question itself has come, so this does read what was sent.
  const question = item.type === 'single-choice' ? item.stem : item.words
  expect(bodies.some(({ body }) => body.includes(JSON.stringify(question).slice(1, -1)))).toBe(true)

  const attempts = bodies.filter(({ url }) => url.includes('/api/attempts'))
  expect(attempts).toHaveLength(1)
  const sent = JSON.parse(attempts[0]?.body ?? '') as { items: { id: string }[]; answers: unknown[] }
  expect(sent.answers).toEqual([])

  for (const { id } of sent.items) {
    const whole = items.find((candidate) => candidate.id === id)
    if (whole === undefined) throw new Error(`no item ${id}`)
    // What was sent is the public item and nothing besides, in whatever order its options are.
    const inOrder = (one: { options: { id: string }[] }) => ({
      ...one,
      options: [...one.options].sort((a, b) => a.id.localeCompare(b.id)),
    })
    expect(inOrder(sent.items.find((shown) => shown.id === id) as never)).toEqual(inOrder(toPublic(whole)))

    const secrets = [whole.explanation, ...whole.options.flatMap(({ because }) => because ?? [])]
    for (const { url, body } of bodies) {
      for (const secret of secrets) {
        const inJson = JSON.stringify(secret).slice(1, -1)
        expect(body.includes(secret) || body.includes(inJson), `${id} told by ${url}`).toBe(false)
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

test('a lesson sends its checks without keys and reasons', async ({ request }) => {
  for (const lesson of catalog.lessons) {
    const html = await (await request.get(`/learn/${lesson.id}`)).text()
    for (const itemId of lesson.checkItemIds) {
      const item = items.find(({ id }) => id === itemId)
      expect(html).toContain(itemId)
      for (const { because } of item?.options ?? []) if (because !== null) expect(html).not.toContain(because)
    }
    expect(html).not.toContain('keyOptionIds')
  }
})
