import { answer, catalog, expect, test } from './fixtures.ts'

const [lesson] = catalog.lessons

test('a new visitor reads a lesson, reviews its cards, takes its quiz, leaves, comes back and goes on', async ({
  browser,
  baseURL,
}) => {
  test.slow()
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const page = await context.newPage()

  await test.step('the front page says what this is and starts at once', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Responsibility to Protect')
    expect(await context.cookies()).toEqual([])
    await page.getByRole('link', { name: 'Start the first lesson' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson?.title ?? '')
  })

  await test.step('a citation in the lesson tells the fact and leads to its sentence', async () => {
    await page
      .getByRole('button', { name: /^Where this stands/ })
      .first()
      .click()
    const citation = page.locator('[popover]:popover-open a').first()
    await expect(citation).toBeVisible()
    await expect(citation).toHaveAttribute('href', /^\/record\/[a-z0-9-]+#/)
    await page.keyboard.press('Escape')
  })

  await test.step('the first answer makes the learner, and the checks explain themselves', async () => {
    const checks = page.getByRole('complementary', { name: /^Check yourself/ })
    const count = await checks.count()
    expect(count).toBeGreaterThanOrEqual(2)
    for (let index = 0; index < count; index += 1) {
      await answer(page, { rightly: index > 0 }, checks.nth(index))
    }
    await expect(checks.first().getByText('Not right.')).toBeVisible()
    await expect(checks.first().getByText('It rests on')).toBeVisible()
    await checks.first().getByRole('button', { name: 'Answer again' }).click()
    await answer(page, { rightly: true }, checks.first())
    await expect(checks.first().getByText(/^Right\./)).toBeVisible()
    const [cookie] = await context.cookies()
    expect(cookie).toMatchObject({ name: 'rapporteur.learner', httpOnly: true, sameSite: 'Lax' })
    await expect(page.getByRole('heading', { name: 'Lesson done' })).toBeVisible()
  })

  await test.step('the cards of the lesson come with four grades and their intervals', async () => {
    await page.getByRole('link', { name: /^Review the \d+ cards/ }).click()
    for (const grade of ['Good', 'Again', 'Easy']) {
      await page.getByRole('button', { name: /Show answer/ }).click()
      await expect(page.getByRole('button', { name: 'Again' })).toContainText('1m')
      await page.getByRole('button', { name: grade }).click()
      await expect(page.getByRole('button', { name: /Show answer/ })).toBeVisible()
    }
  })

  await test.step('the quiz tells for each answer why and where it stands', async () => {
    await page.goto(`/quiz/${lesson?.id}`)
    await expect(page.getByText('Question 1 of 10')).toBeVisible()
    const wrong = await answer(page, { rightly: false })
    // An option's reason may say the same; this is the explanation of the whole.
    const why = page.getByRole('group', { name: 'Why' })
    await expect(why.getByText(wrong.explanation, { exact: true })).toBeVisible()
    await expect(why.getByRole('link').first()).toHaveAttribute('href', /^\/record\//)
    await page.getByRole('button', { name: 'Next question' }).click()
    await answer(page, { rightly: true })
  })

  const storageState = await context.storageState()
  await context.close()

  const nextDay = await browser.newContext({ baseURL: baseURL ?? '', storageState })
  const again = await nextDay.newPage()

  await test.step('the front page welcomes back and goes on with the quiz where it was', async () => {
    await again.goto('/')
    await expect(again.getByText('Welcome back')).toBeVisible()
    await again.getByRole('link', { name: 'Continue' }).click()
    await expect(again.getByText('Question 3 of 10')).toBeVisible()
    await expect(again.getByText('2 saved')).toBeVisible()
    for (let question = 3; question <= 10; question += 1) {
      await answer(again, { rightly: true })
      if (question < 10) await again.getByRole('button', { name: 'Next question' }).click()
    }
    await again.getByRole('link', { name: 'See your result' }).click()
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('9 of 10 points')
  })

  await test.step('the progress page shows what was kept from both visits', async () => {
    await again.goto('/progress')
    await expect(again.getByRole('heading', { name: 'What you know' })).toBeVisible()
    const row = again.getByRole('article').filter({ has: again.getByRole('link', { name: lesson?.title ?? '' }) })
    await expect(row).toContainText('9 of 10')
    await expect(row).toContainText(/3 of \d+/)
    await again.goto(`/learn/${lesson?.id}`)
    await expect(
      again
        .getByRole('complementary', { name: /^Check yourself/ })
        .first()
        .getByText('Saved', { exact: true }),
    ).toBeVisible()
  })
  await nextDay.close()
})
