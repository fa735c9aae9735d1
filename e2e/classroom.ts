import { type Browser, expect, type Page } from '@playwright/test'
import { DateTime } from 'luxon'
import type { AttemptView } from '@/features/quiz/loaders.ts'
import { beginSignedIn, newPerson, otherDevice } from './accounts.ts'

/** What teachers and learners do in a class, in the browser. */

export const classZone = 'Europe/Lisbon'

/** A time as the field for it takes it, by the class's clock. */
export function inHours(hours: number): string {
  return DateTime.now().setZone(classZone).plus({ hours }).toFormat("yyyy-MM-dd'T'HH:mm")
}

/** Makes a class as somebody new, and returns its address and the link into it. */
export async function makeClass(
  page: Page,
  { name = 'History 10b', teacher = 'Ada' } = {},
): Promise<{ address: string; link: string }> {
  await beginSignedIn(page, newPerson(teacher), '/classes')
  const form = page.getByRole('form', { name: 'Make a class' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Time zone').fill(classZone)
  await form.getByRole('button', { name: 'Make the class' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  return { address: page.url(), link: await linkOn(page) }
}

/** The link into the class whose page is open. */
export async function linkOn(page: Page): Promise<string> {
  return (await page.getByText(/^https?:.*\/join\//).textContent()) ?? ''
}

/** Somebody new joins by the link, on a device of their own. */
export async function joinBy(browser: Browser, baseURL: string | undefined, link: string, name: string): Promise<Page> {
  const page = await otherDevice(browser, baseURL)
  await beginSignedIn(page, newPerson(name), link)
  await page.getByRole('button', { name: 'Join the class' }).click()
  await page.waitForURL('**/classes/*')
  return page
}

/** Fills in a new quiz with so many questions that can be pressed, and leaves the form open. */
export async function fillQuiz(page: Page, address: string, title: string, questions: number): Promise<void> {
  await page.goto(address)
  await page.getByRole('link', { name: 'New assignment' }).click()
  await page.getByLabel('Title', { exact: true }).fill(title)
  await page.getByLabel('Kind', { exact: true }).selectOption('single-choice')
  const bank = page.getByRole('region', { name: 'Questions to pick from' })
  await expect(bank.getByRole('listitem').first()).toContainText('One of several')
  for (let count = 1; count <= questions; count += 1) {
    await bank
      .getByRole('button', { name: /^Add: / })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: `Picked: ${count}` })).toBeVisible()
  }
}

/** Gives one learner other terms. */
export async function giveTerms(
  page: Page,
  name: string,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: 'Give other terms' }).click()
  const form = page.getByRole('form', { name: 'Give other terms' })
  await form.getByLabel('Who', { exact: true }).selectOption({ label: name })
  await fill(form)
  await form.getByLabel('Reason', { exact: true }).fill('Agreed with the school.')
  await form.getByRole('button', { name: 'Keep these terms' }).click()
  await expect(page.getByText('These terms are kept.')).toBeVisible()
}

/** Sets another time than the class has, in the form for other terms. */
export async function setTime(form: ReturnType<Page['getByRole']>, name: 'Opens' | 'Due' | 'Closes', time: string) {
  await form.getByLabel(name, { exact: true }).selectOption({ label: 'At another time' })
  await form.getByLabel(`${name} instead`).fill(time)
}

/** Begins by pressing a button, and returns the attempt as it comes to the page. */
export async function beginAssigned(page: Page, button: string): Promise<AttemptView> {
  const came = page.waitForResponse((response) => /\/api\/attempts\/[^/]+$/.test(response.url()) && response.ok())
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL('**/attempts/*')
  return (await came).json()
}

/** Hands in, and waits for the result. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hand in…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
  await page.waitForURL('**/results/*')
}
