import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { createAccount } from '@/features/accounts/mutations.ts'
import { inTransaction, openDatabase } from '@/lib/database.ts'
import { signedInCookie } from '@/testing/assigned.ts'
import { type Site, sharedSite } from '@/testing/site.ts'

/** Somebody with an account, in tests. */
export interface Person {
  name: string
  email: string
  password: string
}

/** Somebody new, whom no other test knows. */
export function newPerson(name = 'Ada'): Person {
  return { name, email: `${name.split(' ')[0]}-${randomUUID()}@school.example`, password: 'three quiet words' }
}

/** Makes an account through the form, where no e-mail is set up, and waits until it is there. */
export async function signUp(page: Page, { name, email, password }: Person, to = ''): Promise<void> {
  await page.goto(`/sign-up${to}`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expectSignedIn(page, name)
}

/** Makes an account of somebody and signs their browser in, for journeys that begin only after that; opens a page. */
export async function beginSignedIn(
  page: Page,
  { name, email }: Pick<Person, 'name' | 'email'>,
  to: string,
  { url, databaseUrl, secret }: Site = sharedSite,
): Promise<void> {
  const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const account = { id: randomUUID(), email, name, passwordHash: null, isEmailVerified: false, guestId: null }
  const newLearner = { id: randomUUID(), timeZone }
  const now = new Date()
  const db = openDatabase(databaseUrl)
  try {
    await inTransaction(db, (tx) => createAccount(tx, { ...account, newLearner }, now))
    await page.context().addCookies([{ ...(await signedInCookie(db, account.id, secret, now)), url }])
  } finally {
    await db.$disconnect()
  }
  await page.goto(to)
  await expectSignedIn(page, name)
}

/** Fills the form for signing in, and sends it. */
export async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The header says who is signed in. */
export async function expectSignedIn(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('banner').getByRole('link', { name: `Account: ${name}` })).toBeVisible()
}

/** The header says that nobody is. */
export async function expectSignedOut(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByRole('link', { name: /^Sign in/ })).toBeVisible()
}

/** A page in a browser of its own: another device. */
export async function otherDevice(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  return context.newPage()
}
