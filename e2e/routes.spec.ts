import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import {
  type Actor,
  type ClassAsked,
  type ClassRole,
  mayAdminister,
  mayAssign,
  mayEditClass,
  mayEditOwnLesson,
  mayGrade,
  mayLeaveClass,
  mayManageBankItem,
  mayManageMembers,
  mayManageOwnAccount,
  mayReadGradebook,
  mayTakeAssignment,
  mayUseBankItem,
} from '@/features/accounts/policy.ts'
import { usualSettings } from '@/features/classroom/assignments/settings.ts'
import type { Item } from '@/features/quiz/item.ts'
import { keyResponse } from '@/features/quiz/responses.ts'
import { openDatabase } from '@/lib/database.ts'
import { deploy } from '@/scripts/migration-engine.ts'
import { startServer } from '@/testing/server.ts'
import { newPerson, type Person } from './accounts.ts'
import { databases } from './databases.ts'
import { catalog, expect, items, test } from './fixtures.ts'
import { type Asked, type Expected, everybodysPages, everyPage, restrictedPages } from './page-table.ts'

/**
 * Who gets what from which route, as the policy has it. A route that is not in the table fails the test, and so does one
 * that answers somebody otherwise than it says.
 */

/** In the order they ask: whoever may not goes first, so that nothing they do is hidden by what the guest does. */
const callers = [
  'nobody',
  // Acts in the administrator's browser, cookie and all.
  'foreign page',
  // Signed in, and in no class.
  'stranger',
  'teacher elsewhere',
  'teacher',
  'assistant',
  'learner',
  'administrator',
  // Has what everybody else asks for.
  'guest',
] as const
type Caller = (typeof callers)[number]
type SignedIn = Exclude<Caller, 'nobody' | 'foreign page' | 'guest'>

/** What there is to ask for: the guest's, which is nobody else's, and a class with what its teacher has made. */
interface World {
  attemptId: string
  reviewId: string
  classId: string
  joinCode: string
  /** A quiz of the class, which its learner has handed in. */
  assignmentId: string
  bankItemId: string
  ownLessonId: string
  people: Record<SignedIn, Person & { accountId: string }>
}

interface Row {
  /** What is asked for; nothing where the address itself says it. */
  query?: (world: World) => string
  body?: (world: World) => object
  /** The status for somebody, by what they may. */
  expects: Expected
  /** For a page of another site that writes: it may not, whoever sits there. */
  fromElsewhere?: number
}

/** By route or page, then by who asks. */
type Statuses = Record<string, Record<string, number>>

const [lesson] = catalog.lessons
const item = items.find(({ type }) => type === 'single-choice') as Item
const [card] = JSON.parse(readFileSync('generated/cards.json', 'utf8')) as { id: string }[]
const [fact] = catalog.facts

const filing = { folder: '', tags: [], difficulty: null }

/** An assignment as it is filled in. */
const draft = {
  title: 'A quiz',
  instructions: '',
  work: { kind: 'quiz', questions: { kind: 'picked', itemIds: [item.id] } },
  settings: { ...usualSettings, attempts: 0 },
  opensAt: '',
  dueAt: '',
  closesAt: '',
  password: '',
  weight: 1,
  holdsGrades: false,
}

const everybody =
  (status: number): Expected =>
  () =>
    status
/** Everybody is shown their own, which another site's page can ask for and can't read. */
const ownRead = everybody(200)
/** Everybody writes their own. */
const ownWrite: Expected = (actor) => (actor.kind === 'nobody' ? 401 : 200)
/** What is the guest's is there for nobody else. */
const guestsRead: Expected = ({ kind }) => (kind === 'guest' ? 200 : 404)
const guestsWrite: Expected = ({ kind }) => (kind === 'nobody' ? 401 : kind === 'guest' ? 200 : 404)
const withAccount =
  (status = 200): Expected =>
  (actor) =>
    mayManageOwnAccount(actor) ? status : 401
const inClass =
  (may: (actor: Actor, asked: Asked) => boolean): Expected =>
  (actor, asked) =>
    !mayManageOwnAccount(actor) ? 401 : may(actor, asked) ? 200 : 404
const administrators =
  (status = 200): Expected =>
  (actor) =>
    mayAdminister(actor) ? status : 404
/** A class keeps its teacher. */
const isOnlyTeacher = (actor: Actor, { id }: ClassAsked) =>
  'memberships' in actor && actor.memberships.some(({ classId, role }) => classId === id && role === 'teacher')

const unknownEmail = newPerson('Nobody').email

/** A route that does several things may stand in it several times, with what is meant in brackets. */
const table: Record<string, Row> = {
  'POST /api/learner': { body: () => ({ timeZone: 'UTC' }), expects: everybody(200) },
  'GET /api/answers': { query: () => `lesson=${lesson?.id}`, expects: ownRead },
  'POST /api/answers': {
    body: () => ({ answerId: randomUUID(), itemId: item.id, itemRevision: item.revision, response: keyResponse(item) }),
    expects: ownWrite,
  },
  'GET /api/attempts': { query: () => `lesson=${lesson?.id}`, expects: ownRead },
  'POST /api/attempts': {
    body: () => ({ attemptId: randomUUID(), plan: { kind: 'lesson', lessonId: lesson?.id } }),
    expects: ownWrite,
  },
  'GET /api/attempts/[attempt]': { expects: guestsRead },
  'POST /api/attempts/events': {
    body: ({ attemptId }) => ({ eventId: randomUUID(), attemptId, deed: { kind: 'submitted' } }),
    expects: guestsWrite,
  },
  'POST /api/attempts/memory': {
    body: ({ attemptId }) => ({ attemptId, isTakenBack: true }),
    expects: guestsWrite,
  },
  'GET /api/cards': { expects: ownRead },
  'POST /api/cards': {
    body: () => ({ cardId: card?.id, change: { kind: 'marked', isMarked: true } }),
    expects: ownWrite,
  },
  'GET /api/cram': { query: () => 'deck=all', expects: ownRead },
  'POST /api/flags': {
    body: () => ({ flagId: randomUUID(), itemId: item.id, itemRevision: item.revision, comment: 'A word' }),
    expects: ownWrite,
  },
  'GET /api/privacy': { expects: ownRead },
  'GET /api/privacy/export': { expects: ({ kind }) => (kind === 'nobody' ? 404 : 200) },
  'GET /api/progress': { expects: ownRead },
  'GET /api/queue': { query: () => 'deck=all', expects: ownRead },
  'GET /api/quizzes': { expects: ownRead },
  'POST /api/reviews': {
    body: () => ({
      reviewId: randomUUID(),
      cardId: card?.id,
      rating: 3,
      durationMs: 900,
      at: new Date().toISOString(),
    }),
    expects: ownWrite,
  },
  'POST /api/reviews/undo': { body: ({ reviewId }) => ({ reviewId }), expects: guestsWrite },
  'POST /api/study-settings': {
    body: () => ({ newCardsPerDay: 10, reviewsPerDay: 100, desiredRetention: 0.9 }),
    expects: ownWrite,
  },
  'GET /api/own-cards': { expects: ownRead },
  'POST /api/own-cards': {
    body: () => ({ change: { kind: 'keep', card: { id: randomUUID(), factId: null, front: 'Q', back: 'A' } } }),
    expects: ownWrite,
  },
  'GET /api/facts/[fact]': { expects: ownRead },
  'GET /api/parameters': { expects: ownRead },
  'POST /api/parameters': { body: () => ({ kind: 'use', fitId: null }), expects: ownWrite },
  'GET /api/account': { expects: ownRead },
  'POST /api/account': { body: () => ({ kind: 'name', name: 'Ada' }), expects: withAccount() },
  'POST /api/account/sessions': { body: () => ({ kind: 'others' }), expects: withAccount() },
  'POST /api/account/two-step': {
    body: ({ people }) => ({ kind: 'begin', password: people.teacher.password }),
    expects: withAccount(),
  },
  // No e-mail is set up here, so that nothing is sent to anybody.
  'POST /api/account/verification': { body: () => ({}), expects: withAccount(409) },
  'POST /api/links': { body: () => ({ kind: 'sign-in', email: unknownEmail }), expects: everybody(409) },
  'POST /api/password-reset': {
    body: () => ({ token: 'none', password: 'long enough a password' }),
    expects: everybody(409),
  },
  'POST /api/sign-in': {
    body: () => ({ kind: 'password', email: unknownEmail, password: 'not the password' }),
    expects: everybody(401),
  },
  'POST /api/sign-up': { body: () => ({ email: unknownEmail }), expects: everybody(400) },
  // No provider is set up either.
  'GET /api/auth/[...nextauth]': { expects: everybody(404) },
  'POST /api/auth/[...nextauth]': { expects: everybody(404), fromElsewhere: 404 },
  'POST /api/classes': {
    body: () => ({ id: randomUUID(), name: 'A class', timeZone: 'UTC' }),
    expects: withAccount(),
  },
  'POST /api/classes/changes': {
    body: ({ classId }) => ({ kind: 'name', classId, name: 'History 10b', timeZone: 'UTC' }),
    expects: inClass(mayEditClass),
  },
  'POST /api/classes/members': {
    body: ({ classId, people }) => ({
      kind: 'role',
      classId,
      accountId: people.learner.accountId,
      role: 'learner',
    }),
    expects: inClass(mayManageMembers),
  },
  'POST /api/classes/invitations': {
    body: ({ classId }) => ({ kind: 'look', classId, list: 'somebody@school.example' }),
    expects: inClass(mayManageMembers),
  },
  // Nobody is invited.
  'POST /api/invitations': { body: () => ({ id: randomUUID(), isAccepted: true }), expects: withAccount(404) },
  'POST /api/bank': {
    body: ({ bankItemId }) => ({ kind: 'file', id: bankItemId, filing }),
    expects: inClass((actor, { bankItem }) => mayManageBankItem(actor, bankItem)),
  },
  'POST /api/bank (copy)': {
    body: ({ bankItemId }) => ({ kind: 'copy', id: bankItemId, copyId: randomUUID() }),
    expects: inClass((actor, { bankItem }) => mayUseBankItem(actor, bankItem)),
  },
  'POST /api/bank/preview': { body: () => ({ item, response: null }), expects: withAccount() },
  'POST /api/own-lessons': {
    body: ({ ownLessonId, classId }) => ({ kind: 'share', id: ownLessonId, classIds: [classId] }),
    expects: inClass((actor, { lesson }) => mayEditOwnLesson(actor, lesson)),
  },
  'GET /api/bank/facts': { query: () => 'q=debate', expects: ownRead },
  'GET /api/assignments': { expects: ownRead },
  'POST /api/assignments': {
    body: ({ classId }) => ({ id: randomUUID(), classId, draft }),
    expects: inClass(mayAssign),
  },
  'POST /api/assignments/attempts': {
    body: ({ classId, assignmentId }) => ({ attemptId: randomUUID(), classId, assignmentId }),
    expects: inClass(mayTakeAssignment),
  },
  'POST /api/assignments/attempts (preview)': {
    body: ({ classId, assignmentId }) => ({ attemptId: randomUUID(), classId, assignmentId, isPreview: true }),
    expects: inClass(mayGrade),
  },
  'POST /api/assignments/blueprint': {
    body: ({ classId }) => ({ classId, questions: { kind: 'picked', itemIds: [item.id] } }),
    expects: inClass(mayAssign),
  },
  'POST /api/assignments/changes': {
    body: ({ classId, assignmentId }) => ({
      kind: 'copy',
      classId,
      assignmentId,
      toClassId: classId,
      copyId: randomUUID(),
      days: null,
    }),
    expects: inClass(mayAssign),
  },
  'POST /api/assignments/overrides': {
    body: ({ classId, assignmentId }) => ({ kind: 'away', classId, assignmentId, id: randomUUID() }),
    expects: inClass(mayGrade),
  },
  'GET /api/assignments/questions': {
    query: ({ classId }) => `class=${classId}`,
    expects: (actor, asked) => (mayAssign(actor, asked) ? 200 : 404),
  },
  'GET /api/assignments/questions/[item]': {
    query: ({ classId }) => `class=${classId}`,
    expects: (actor, asked) => (mayAssign(actor, asked) ? 200 : 404),
  },
  'GET /api/classes/gradebook': { query: ({ classId }) => `class=${classId}`, expects: inClass(mayReadGradebook) },
  'POST /api/classes/gradebook': {
    body: ({ classId, assignmentId, people }) => ({
      kind: 'grade',
      classId,
      assignmentId,
      accountId: people.learner.accountId,
      points: null,
      isExcused: false,
      comment: 'Well argued.',
    }),
    expects: inClass(mayGrade),
  },
  'GET /api/classes/insight': {
    query: ({ classId, assignmentId }) => `class=${classId}&assignment=${assignmentId}&format=csv`,
    expects: (actor, asked) => (mayReadGradebook(actor, asked) ? 200 : 404),
  },
  'GET /api/classes/insight/class': {
    query: ({ classId }) => `class=${classId}&table=help&format=csv`,
    expects: (actor, asked) => (mayReadGradebook(actor, asked) ? 200 : 404),
  },
  'GET /api/classes/live': {
    query: ({ classId, assignmentId }) => `class=${classId}&assignment=${assignmentId}`,
    expects: inClass(mayReadGradebook),
  },
  'POST /api/classes/live': {
    body: ({ classId, assignmentId }) => ({
      kind: 'extend',
      actId: randomUUID(),
      classId,
      assignmentId,
      minutes: 5,
    }),
    expects: inClass(mayGrade),
  },
  'GET /api/classes/gradebook/cell': {
    query: ({ classId, assignmentId, people }) =>
      `class=${classId}&assignment=${assignmentId}&account=${people.learner.accountId}`,
    expects: inClass(mayReadGradebook),
  },
  'GET /api/classes/gradebook/preview': {
    query: ({ classId, assignmentId }) => `class=${classId}&assignment=${assignmentId}&item=${item.id}&kind=full-marks`,
    expects: inClass(mayGrade),
  },
  'GET /api/classes/gradebook/export': {
    query: ({ classId }) => `class=${classId}&format=csv`,
    expects: inClass(mayReadGradebook),
  },
  'POST /api/administration/people': {
    body: ({ people }) => ({ kind: 'sign-out', accountId: people.administrator.accountId }),
    expects: administrators(),
  },
  'POST /api/administration/classes': {
    body: ({ classId, people }) => ({ classId, email: people.teacher.email }),
    expects: administrators(),
  },
  'POST /api/administration/mail': { body: () => ({}), expects: administrators(409) },
  // Without the password no backup is made, which takes a while; e2e/administration.spec.ts makes one.
  'POST /api/administration/backup': { body: () => ({ password: 'not theirs' }), expects: administrators(422) },
  'GET /sw.js': { expects: ownRead },
  'GET /demo': { expects: everybody(404) },
  // From here on, who is in the class is no longer as it was.
  'POST /api/classes/members (leave)': {
    body: ({ classId }) => ({ kind: 'leave', classId }),
    expects: (actor, asked) => (isOnlyTeacher(actor, asked) ? 409 : inClass(mayLeaveClass)(actor, asked)),
  },
  'POST /api/join': { body: ({ joinCode }) => ({ code: joinCode }), expects: withAccount() },
  // The last two, as there is nobody left after them.
  'POST /api/privacy/delete': {
    body: () => ({ confirmed: 'everything' }),
    expects: (actor, asked) => (actor.kind === 'nobody' ? 404 : isOnlyTeacher(actor, asked) ? 409 : 200),
  },
  'POST /api/sign-out': { body: () => ({}), expects: everybody(200) },
}

/** Every method of every route handler, such as "GET /api/attempts/[attempt]". */
const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(^|\/)route\.ts$/.test(file))
  .flatMap((file) => methodsOf(readFileSync(`app/${file}`, 'utf8')).map((method) => [method, file] as const))
  .map(([method, file]) => `${method} /${file.replace(/\/route\.ts$/, '')}`)

/** What a file exports under the names of methods: declared there, or given the name by the export. */
function methodsOf(source: string): string[] {
  const declared = source.matchAll(/export (?:const|async function|function) ([A-Z]+)\b/g)
  const listed = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = '']) => names.split(','))
  const given = listed.flatMap((name) => name.match(/^\s*(?:\w+ as )?([A-Z]+)\s*$/)?.[1] ?? [])
  return [...[...declared].map(([, method = '']) => method), ...given]
}

test('every route is in the table, and the table has no other', () => {
  const listed = Object.keys(table).map((route) => route.replace(/ \(.*\)$/, ''))
  expect([...new Set(listed)].sort()).toEqual(routes.sort())
  expect(methodsOf('export { route as GET, POST }\nexport const PUT = x')).toEqual(['PUT', 'GET', 'POST'])
})

test('every page is either in the table or everybody’s', () => {
  expect([...Object.keys(restrictedPages), ...everybodysPages].sort()).toEqual(everyPage().sort())
})

test('there are no server actions, which would stand in no table', () => {
  const sources = ['app', 'components', 'features', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  )
  expect(sources.filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(file, 'utf8')))).toEqual([])
})

function addressOf(path: string, world: World): string {
  const { attemptId, classId, assignmentId, people } = world
  return path
    .replace('/bank/[item]', `/bank/${world.bankItemId}`)
    .replace('[lesson]', world.ownLessonId)
    .replace('[code]', world.joinCode)
    .replace('[assignment]', assignmentId)
    .replace('[attempt]', attemptId)
    .replace('[fact]', fact?.id ?? '')
    .replace('[item]', item.id)
    .replace('[class]', classId)
    .replace('[account]', people.stranger.accountId)
    .replace('[...nextauth]', 'signin')
}

async function call(
  request: APIRequestContext,
  caller: Caller,
  route: string,
  row: Row,
  world: World,
): Promise<number> {
  const [method = '', path = ''] = route.split(' ')
  const address = addressOf(path, world)
  const url = row.query === undefined ? address : `${address}?${row.query(world)}`
  const headers =
    caller === 'foreign page' ? { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } : {}
  const response = await request.fetch(url, { method, headers, ...(row.body && { data: row.body(world) }) })
  // Nothing lets another site's page read it.
  expect(response.headers()['access-control-allow-origin'], route).toBeUndefined()
  return response.status()
}

test('everybody gets from each route and page what the policy says, and nobody another’s', async ({ playwright }) => {
  // Five hundred requests, which a busy machine takes its time for.
  test.setTimeout(240_000)
  const database = await databases[0]?.make()
  if (database === undefined) throw new Error('There is always SQLite.')
  await deploy(database.url)
  const server = await startServer({ databaseUrl: database.url })
  const db = openDatabase(database.url)
  try {
    const visitor = () => playwright.request.newContext({ baseURL: server.url })
    const post = async (request: APIRequestContext, path: string, data: object) => {
      const response = await request.post(path, { data })
      expect(response.status(), `${path}: ${await response.text()}`).toBe(200)
    }
    const requests = {} as Record<Caller, APIRequestContext>
    const people = {} as World['people']
    const named: SignedIn[] = ['stranger', 'teacher elsewhere', 'teacher', 'assistant', 'learner', 'administrator']
    for (const caller of named) {
      requests[caller] = await visitor()
      const person = newPerson(caller)
      await post(requests[caller], '/api/sign-up', { ...person, timeZone: 'UTC', link: null })
      const { id: accountId } = await db.account.findUniqueOrThrow({ where: { email: person.email.toLowerCase() } })
      people[caller] = { ...person, accountId }
    }
    requests['foreign page'] = requests.administrator
    await db.account.update({ where: { id: people.administrator.accountId }, data: { isAdministrator: true } })

    const [classId, classElsewhere] = [randomUUID(), randomUUID()]
    await post(requests.teacher, '/api/classes', { id: classId, name: 'History 10b', timeZone: 'UTC' })
    await post(requests['teacher elsewhere'], '/api/classes', { id: classElsewhere, name: 'Politics', timeZone: 'UTC' })
    const { joinCode } = await db.class.findUniqueOrThrow({ where: { id: classId } })
    const world: World = {
      attemptId: randomUUID(),
      reviewId: randomUUID(),
      classId,
      joinCode: joinCode ?? '',
      assignmentId: randomUUID(),
      bankItemId: randomUUID(),
      ownLessonId: randomUUID(),
      people,
    }
    for (const caller of ['learner', 'assistant'] as const) {
      await post(requests[caller], '/api/join', { code: world.joinCode })
    }
    const toAssistant = { kind: 'role', classId, accountId: people.assistant.accountId, role: 'assistant' }
    await post(requests.teacher, '/api/classes/members', toAssistant)
    const { assignmentId, bankItemId, ownLessonId } = world
    const written = { kind: 'create', id: bankItemId, item, filing, copiedFrom: null }
    await post(requests.teacher, '/api/bank', written)
    await post(requests.teacher, '/api/bank', { kind: 'share', id: bankItemId, shares: [{ classId, mayEdit: false }] })
    const ownLesson = {
      kind: 'create',
      id: ownLessonId,
      title: 'Before the dialogue',
      body: 'Read the outcome of 2005.',
    }
    await post(requests.teacher, '/api/own-lessons', ownLesson)
    await post(requests.teacher, '/api/own-lessons', { kind: 'share', id: ownLessonId, classIds: [classId] })
    await post(requests.teacher, '/api/assignments', { id: assignmentId, classId, draft })
    await post(requests.teacher, '/api/assignments/changes', { kind: 'publish', classId, assignmentId })
    const handedIn = { attemptId: randomUUID(), classId, assignmentId }
    await post(requests.learner, '/api/assignments/attempts', handedIn)
    const submitted = { eventId: randomUUID(), attemptId: handedIn.attemptId, deed: { kind: 'submitted' } }
    await post(requests.learner, '/api/attempts/events', submitted)

    const guest = await visitor()
    requests.guest = guest
    await post(guest, '/api/learner', { timeZone: 'UTC' })
    const plan = { kind: 'test', testId: 'debates', form: 1 }
    await post(guest, '/api/attempts', { attemptId: world.attemptId, plan })
    const review = { cardId: card?.id, rating: 3, durationMs: 900, at: new Date().toISOString() }
    await post(guest, '/api/reviews', { reviewId: world.reviewId, ...review })

    const account = (caller: SignedIn, role?: ClassRole, inWhich = classId): Actor => ({
      kind: caller === 'administrator' ? 'administrator' : 'account',
      accountId: people[caller].accountId,
      learnerId: 'their own',
      memberships: role === undefined ? [] : [{ classId: inWhich, role }],
    })
    const actors: Record<Caller, Actor> = {
      nobody: { kind: 'nobody' },
      'foreign page': account('administrator'),
      stranger: account('stranger'),
      'teacher elsewhere': account('teacher elsewhere', 'teacher', classElsewhere),
      teacher: account('teacher', 'teacher'),
      assistant: account('assistant', 'assistant'),
      learner: account('learner', 'learner'),
      administrator: account('administrator'),
      guest: { kind: 'guest', learnerId: 'their own' },
    }
    const ownerAccountId = people.teacher.accountId
    const asked: Asked = {
      id: classId,
      bankItem: { id: bankItemId, ownerAccountId, shares: [{ classId, mayEdit: false }] },
      lesson: { id: ownLessonId, ownerAccountId, classIds: [classId] },
    }
    const found: Statuses = {}
    const expected: Statuses = {}
    const compare = async (
      what: string,
      ask: (request: APIRequestContext, caller: Caller) => Promise<number>,
      expects: (caller: Caller) => number,
    ) => {
      const statuses: Record<string, number> = {}
      // A newcomer each time, as some routes make somebody of them.
      for (const caller of callers) {
        statuses[caller] = await ask(caller === 'nobody' ? await visitor() : requests[caller], caller)
      }
      found[what] = statuses
      expected[what] = Object.fromEntries(callers.map((caller) => [caller, expects(caller)]))
    }
    for (const [path, expects] of Object.entries(restrictedPages)) {
      await compare(
        path,
        async (request) => (await request.get(addressOf(path, world), { maxRedirects: 0 })).status(),
        (caller) => expects(actors[caller], asked),
      )
    }
    for (const [route, row] of Object.entries(table)) {
      await compare(
        route,
        (request, caller) => call(request, caller, route, row, world),
        (caller) =>
          caller === 'foreign page' && !route.startsWith('GET')
            ? (row.fromElsewhere ?? 403)
            : row.expects(actors[caller], asked),
      )
    }
    expect(found).toEqual(expected)
  } finally {
    await db.$disconnect()
    await server.stop()
    await database.remove()
  }
})

test('a body that a form of another site could send is not taken', async ({ request }) => {
  const somebody = { ...newPerson(), accountId: randomUUID() }
  const world: World = {
    attemptId: randomUUID(),
    reviewId: randomUUID(),
    classId: randomUUID(),
    joinCode: '',
    assignmentId: randomUUID(),
    bankItemId: randomUUID(),
    ownLessonId: randomUUID(),
    people: {
      stranger: somebody,
      'teacher elsewhere': somebody,
      teacher: somebody,
      assistant: somebody,
      learner: somebody,
      administrator: somebody,
    },
  }
  for (const [route, row] of Object.entries(table)) {
    if (row.body === undefined) continue
    const headers = { 'content-type': 'text/plain' }
    const response = await request.post(route.split(' ')[1] ?? '', { headers, data: JSON.stringify(row.body(world)) })
    expect(response.status(), route).toBe(415)
  }
})
