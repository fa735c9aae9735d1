import { keyResponse } from '@/features/quiz/responses.ts'
import { expectAccessible } from './axe.ts'
import { answer, begin, catalog, expect, shownItem, test, testOnSharedPage } from './fixtures.ts'
import { paths } from './paths.ts'
import { openWithinPolicy } from './policy.ts'
import { pointer, respond } from './respond.ts'

const [lesson] = catalog.lessons

// Each width and each scheme once: what axe finds depends on the one or on the other, and not on both.
for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } })

    for (const path of paths) {
      testOnSharedPage(
        `${path} is accessible to axe, fits the screen, keeps to its policy, and asks nobody else`,
        async ({ page, baseURL }) => {
          // Large pages take axe its time.
          test.slow()
          await openWithinPolicy(page, path, baseURL)
          await expectAccessible(page)
        },
      )
    }

    test('feedback, a revealed card and progress are accessible to axe', async ({ page }) => {
      test.slow()
      await page.goto(`/quiz/${lesson?.id}`)
      await answer(page, { rightly: false })
      await expectAccessible(page)
      await page.goto(`/review/${lesson?.id}`)
      await page.getByRole('button', { name: /Show answer/ }).click()
      await page.getByText('More for this card').click()
      await expectAccessible(page)
      await page.getByRole('button', { name: /^Options/ }).click()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.goto('/progress')
      await expect(page.getByRole('heading', { name: 'What you know' })).toBeVisible()
      await expectAccessible(page)
    })

    test('a test on the way, the question whether to hand it in, and its result are accessible to axe', async ({
      page,
    }) => {
      test.slow()
      await page.goto('/tests/debates')
      const attempt = await begin(page, /^Begin form/)
      const { item, form } = await shownItem(page)
      await respond(pointer, form, item, keyResponse(item))
      await form.getByRole('button', { name: 'Fairly sure' }).click()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Hand in…' }).click()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Hand in', exact: true }).click()
      await page.waitForURL(`**/results/${attempt.attemptId}`)
      await expect(page.getByRole('heading', { name: 'How well you judged yourself' })).toBeVisible()
      await expectAccessible(page)
    })
  })
}
