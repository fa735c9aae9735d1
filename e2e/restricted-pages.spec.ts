import { randomBytes, randomUUID } from 'node:crypto'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { makeAssignment, makeAttempt, quizOf, signedInCookie } from '@/testing/assigned.ts'
import { startServer } from '@/testing/server.ts'
import { newPerson } from './accounts.ts'
import { expectAccessible } from './axe.ts'
import { databases } from './databases.ts'
import { test as base, expect, items } from './fixtures.ts'
import { restrictedPages } from './page-table.ts'
import { openWithinPolicy } from './policy.ts'
import { simulateClass } from './simulated-class.ts'

type Cookie = Awaited<ReturnType<typeof signedInCookie>>

/** A site with a class that has been at work, and who looks at it. */
interface Site {
  url: string
  /** Teaches the class, runs the site, and has written a question and a lesson. */
  teacher: Cookie
  learner: Cookie
  /** What stands for each part of an address. */
  parts: Readonly<Record<string, string>>
}

const own = items.find(({ type }) => type === 'single-choice')

const test = base.extend<object, { site: Site }>({
  site: [
    async ({ playwright }, use) => {
      const fresh = await databases[0]?.make()
      if (fresh === undefined) throw new Error('There is always SQLite.')
      await deploy(fresh.url)
      const secret = randomBytes(32).toString('hex')
      const server = await startServer({ databaseUrl: fresh.url, secret })
      const visitor = await playwright.request.newContext({ baseURL: server.url })
      const post = async (path: string, data: object) => {
        const response = await visitor.post(path, { data })
        if (!response.ok()) throw new Error(`${path}: ${await response.text()}`)
      }
      const person = newPerson('Tess')
      await post('/api/sign-up', { ...person, timeZone: 'UTC', link: null })
      const { classId, assignmentId, miskeyed } = await simulateClass(fresh.url, person.email, 12)
      const [bankItemId, lessonId] = [randomUUID(), randomUUID()]
      const filing = { folder: 'Week 1', tags: ['dates'], difficulty: null }
      await post('/api/bank', { kind: 'create', id: bankItemId, item: own, filing, copiedFrom: null })
      const lesson = { title: 'Before the dialogue', body: '## The outcome of 2005\n\nRead two paragraphs of it.' }
      await post('/api/own-lessons', { kind: 'create', id: lessonId, ...lesson })
      await post('/api/own-lessons', { kind: 'share', id: lessonId, classIds: [classId] })

      const db = openDatabase(fresh.url)
      const account = await db.account.update({
        where: { email: person.email.toLowerCase() },
        data: { isAdministrator: true },
      })
      await db.class.update({ where: { id: classId }, data: { joinCode: 'QUIET-WORDS' } })
      const learner = await db.membership.findFirstOrThrow({
        where: { classId, role: 'learner' },
        orderBy: { accountId: 'asc' },
        include: { account: true },
      })
      const quizId = await makeAssignment(db, classId, { work: quizOf([own?.id ?? '']), title: 'A short one' })
      const { learnerId } = learner.account
      const attemptId = await makeAttempt(db, { assignmentId: quizId, learnerId }, { [own?.id ?? '']: 1 })
      const cookieOf = (accountId: string) => signedInCookie(db, accountId, secret, new Date())
      const site = {
        url: server.url,
        teacher: await cookieOf(account.id),
        learner: await cookieOf(learner.accountId),
        parts: {
          account: learner.accountId,
          class: classId,
          assignment: assignmentId,
          attempt: attemptId,
          code: 'QUIET-WORDS',
          lesson: lessonId,
          item: encodeURIComponent(miskeyed.itemId),
          'bank item': bankItemId,
        },
      }
      await db.$disconnect()
      await use(site)
      await visitor.dispose()
      await server.stop()
      await fresh.remove()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
})

function addressOf(page: string, parts: Site['parts']): string {
  return page
    .replace('/bank/[item]', '/bank/[bank item]')
    .replaceAll(/\[([^\]]+)\]/g, (_, name: string) => parts[name] ?? name)
}

/** What is a learner's to see; everything else here is for whoever teaches, or runs the site. */
const learners = ['/classes/[class]/grades', '/results/[attempt]', '/lessons/[lesson]']
/** Seen by both, and another page for each. */
const forBoth = ['/classes/[class]', '/classes/[class]/assignments/[assignment]']

for (const [width, colorScheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } })

    for (const [who, pages] of [
      ['a learner', [...learners, ...forBoth, '/join/[code]']],
      ['a teacher who runs the site', Object.keys(restrictedPages).filter((page) => !learners.includes(page))],
    ] as const) {
      test(`every page of ${who} is accessible to axe, fits the screen, keeps to its policy, and asks nobody else`, async ({
        page,
        context,
        site,
        baseURL,
      }) => {
        test.setTimeout(240_000)
        const cookie = who === 'a learner' ? site.learner : site.teacher
        await context.addCookies([{ ...cookie, url: site.url }])
        for (const template of pages) {
          await test.step(template, async () => {
            await openWithinPolicy(page, addressOf(template, site.parts), baseURL)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expectAccessible(page)
          })
        }
      })
    }
  })
}
