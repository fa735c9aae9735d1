import { type Database, sql } from '@/lib/database.ts'
import type { Dialect } from '@/lib/database-url.ts'
import { likePattern } from '@/lib/like-pattern.ts'
import type { AuditedAct } from '../audit.ts'
import type { SiteScope } from '../scope.ts'

/** Somebody with an account, as whoever runs the site sees them: nothing of what they have learned. */
export interface PersonRow {
  id: string
  learnerId: string
  name: string
  email: string
  createdAt: Date
  /** When a browser of theirs was last seen; nothing if none ever signed in. */
  lastSeenAt: Date | null
  /** How many browsers are signed in. */
  browsers: number
  /** How many classes they are in. */
  classes: number
  isEmailVerified: boolean
  hasTwoSteps: boolean
  isAdministrator: boolean
}

/** So many people are on a page. */
export const peopleOnPage = 25

/** People whose name or address holds a text, by address; with how many there are in all. */
export async function listPeople(
  db: Database,
  scope: SiteScope,
  { search, page }: { search: string; page: number },
  now: Date,
): Promise<{ people: PersonRow[]; total: number }> {
  // As it is typed and in small letters: SQLite knows only the small letters of ASCII.
  const [typed, small] = [likePattern(search), likePattern(search.toLowerCase())]
  const isSought = sql`("email" LIKE ${small} ESCAPE '\\' OR lower("name") LIKE ${small} ESCAPE '\\' OR "name" LIKE ${typed} ESCAPE '\\')`
  const [counted] = await db.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM "Account" WHERE ${isSought}`
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Account" WHERE ${isSought}
    ORDER BY "email" LIMIT ${peopleOnPage} OFFSET ${(page - 1) * peopleOnPage}`
  const people = await readPeople(
    db,
    scope,
    found.map(({ id }) => id),
    now,
  )
  return { people, total: Number(counted?.total ?? 0) }
}

/** The person with this account. */
export async function findPerson(
  db: Database,
  scope: SiteScope,
  accountId: string,
  now: Date,
): Promise<PersonRow | null> {
  const [person] = await readPeople(db, scope, [accountId], now)
  return person ?? null
}

async function readPeople(db: Database, _: SiteScope, ids: readonly string[], now: Date): Promise<PersonRow[]> {
  const accounts = await db.account.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { email: 'asc' },
    select: {
      id: true,
      learnerId: true,
      name: true,
      emailShown: true,
      emailVerifiedAt: true,
      createdAt: true,
      totpConfirmedAt: true,
      isAdministrator: true,
      sessions: { orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }], take: 1, select: { lastSeenAt: true } },
      _count: {
        select: {
          sessions: { where: { revokedAt: null, expiresAt: { gt: now } } },
          memberships: { where: { leftAt: null } },
        },
      },
    },
  })
  return accounts.map(({ emailShown, emailVerifiedAt, totpConfirmedAt, sessions, _count, ...account }) => ({
    ...account,
    email: emailShown,
    lastSeenAt: sessions[0]?.lastSeenAt ?? null,
    browsers: _count.sessions,
    classes: _count.memberships,
    isEmailVerified: emailVerifiedAt !== null,
    hasTwoSteps: totpConfirmedAt !== null,
  }))
}

/** The state of the database. */
export interface DatabaseHealth {
  /** The migrations that it has, the earliest first. */
  migrations: string[]
  /** Those that began and did not end. */
  unfinished: string[]
  bytes: number
}

/** Asks the database the least that can be asked. */
export async function ping(db: Database, _: SiteScope): Promise<void> {
  await db.$queryRaw`SELECT 1`
}

/** How the database is. */
export async function readDatabaseHealth(db: Database, _: SiteScope, dialect: Dialect): Promise<DatabaseHealth> {
  const rows = await db.$queryRaw<{ migration_name: string; finished_at: unknown }[]>`
    SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`
  const [size] =
    dialect === 'sqlite'
      ? await db.$queryRaw<{ bytes: bigint | number }[]>`
          SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()`
      : await db.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS bytes`
  const named = (isFinished: boolean) =>
    rows.filter(({ finished_at }) => (finished_at !== null) === isFinished).map((row) => row.migration_name)
  return { migrations: named(true), unfinished: named(false), bytes: Number(size?.bytes ?? 0) }
}

/** How many rows the tables have that tell how much the site is used, by what they are. */
export async function countRows(db: Database, _: SiteScope, now: Date): Promise<{ title: string; count: number }[]> {
  const counts: { title: string; count: Promise<number> }[] = [
    { title: 'Accounts', count: db.account.count() },
    { title: 'Guests', count: db.learner.count({ where: { account: null } }) },
    { title: 'Browsers signed in', count: db.session.count({ where: { revokedAt: null, expiresAt: { gt: now } } }) },
    { title: 'Classes', count: db.class.count() },
    { title: 'Attempts at quizzes', count: db.attempt.count() },
    { title: 'Answers', count: db.answer.count() },
    { title: 'Reviews of cards', count: db.review.count() },
    { title: 'Acts in the log', count: db.auditEvent.count() },
  ]
  return Promise.all(counts.map(async ({ title, count }) => ({ title, count: await count })))
}

/** Whoever did some acts and whatever they were done to, by id, as far as they are still there. */
export interface Named {
  accounts: Map<string, string>
  /** By the id of the learner. */
  people: Map<string, { accountId: string; name: string }>
  classes: Map<string, string>
}

/** The names of those in some acts. */
export async function nameThose(db: Database, _: SiteScope, acts: readonly AuditedAct[]): Promise<Named> {
  const subjects = acts.flatMap(({ subject }) => subject ?? [])
  const doers = acts.flatMap(({ doer }) => doer.accountId ?? [])
  const learners = acts.flatMap(({ doer }) => doer.learnerId ?? [])
  const [accounts, classes] = await Promise.all([
    db.account.findMany({
      where: { OR: [{ id: { in: doers } }, { learnerId: { in: [...learners, ...subjects] } }] },
      orderBy: { id: 'asc' },
      select: { id: true, learnerId: true, name: true },
    }),
    db.class.findMany({
      where: { id: { in: subjects } },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    }),
  ])
  return {
    accounts: new Map(accounts.map(({ id, name }) => [id, name])),
    people: new Map(accounts.map(({ id, learnerId, name }) => [learnerId, { accountId: id, name }])),
    classes: new Map(classes.map(({ id, name }) => [id, name])),
  }
}
