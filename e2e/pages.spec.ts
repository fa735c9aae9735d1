import AxeBuilder from '@axe-core/playwright'
import { answer, catalog, expect, test } from './fixtures.ts'

const [lesson] = catalog.lessons
const paths = [
  '/',
  '/learn',
  `/learn/${lesson?.id}`,
  `/quiz/${lesson?.id}`,
  `/review/${lesson?.id}`,
  '/review',
  '/progress',
  '/record',
  `/record/${catalog.sources.find(({ kind }) => kind === 'record')?.id}`,
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test.describe(`at ${width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } })

      test('every page is accessible to axe, fits the screen, and asks nobody else for anything', async ({
        page,
        baseURL,
      }) => {
        const foreign: string[] = []
        page.on('request', (request) => {
          if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
            foreign.push(request.url())
        })
        for (const path of paths) {
          await page.goto(path)
          await page.waitForLoadState('networkidle')
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([])
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
        }
        expect(foreign).toEqual([])
      })

      test('feedback, a revealed card and progress are accessible to axe', async ({ page }) => {
        await page.goto(`/quiz/${lesson?.id}`)
        await answer(page, { rightly: false })
        expect(
          (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        ).toEqual([])
        await page.goto(`/review/${lesson?.id}`)
        await page.getByRole('button', { name: /Show answer/ }).click()
        expect(
          (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        ).toEqual([])
        await page.goto('/progress')
        await expect(page.getByRole('heading', { name: 'What you know' })).toBeVisible()
        expect(
          (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        ).toEqual([])
      })
    })
  }
}
