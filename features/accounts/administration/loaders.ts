import 'server-only'
import { readFile, statfs } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { dialectOf, sqliteFile } from '@/lib/database-url.ts'
import { env } from '@/lib/env.ts'
import { projectRoot } from '@/lib/paths.ts'
import { findPlace, lastTime, listActs } from '../auditing/data.ts'
import { currentActor, currentVisit } from '../loaders.ts'
import { siteScope } from '../scope.ts'
import { actText, unnamedDoer } from './act-text.ts'
import {
  countRows,
  findPerson,
  listPeople,
  nameThose,
  type PersonRow,
  peopleOnPage,
  ping,
  readDatabaseHealth,
} from './data.ts'
import { type Asked, listAsked } from './list-asked.ts'

/** How the site is. */
export interface Health {
  version: string
  node: string
  /** How long this server has been running, in seconds. */
  upSeconds: number
  database: {
    kind: 'SQLite' | 'PostgreSQL'
    /** How long it took to answer. */
    ms: number
    bytes: number
    /** How many migrations it has. */
    migrations: number
    latestMigration: string | null
    unfinishedMigrations: string[]
  }
  /** Where the database is a file of this machine, in bytes. */
  disk: { free: number; total: number } | null
  rows: { title: string; count: number }[]
  hasMail: boolean
  /** Where a trial e-mail would go. */
  ownEmail: string
  hasPassword: boolean
  lastBackupOn: string | null
}

/** How the site is; nothing for whoever does not run it. */
export async function loadHealth(): Promise<Health | null> {
  const [visit, scope] = [await currentVisit(), siteScope(await currentActor())]
  if (visit.kind !== 'signed-in' || scope === null) return null
  const db = database()
  const { DATABASE_URL, SMTP_URL } = env()
  const dialect = dialectOf(DATABASE_URL) ?? 'sqlite'
  const before = performance.now()
  await ping(db, scope)
  const ms = performance.now() - before
  const [health, rows, lastBackup, disk, version] = await Promise.all([
    readDatabaseHealth(db, scope, dialect),
    countRows(db, scope, now()),
    lastTime(db, scope, 'backup-made'),
    dialect === 'sqlite' ? readDisk(path.dirname(sqliteFile(DATABASE_URL))) : null,
    readVersion(),
  ])
  return {
    version,
    node: process.version,
    upSeconds: process.uptime(),
    database: {
      kind: dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL',
      ms,
      bytes: health.bytes,
      migrations: health.migrations.length,
      latestMigration: health.migrations.at(-1) ?? null,
      unfinishedMigrations: health.unfinished,
    },
    disk,
    rows,
    hasMail: SMTP_URL !== undefined,
    ownEmail: visit.account.emailShown,
    hasPassword: visit.account.passwordHash !== null,
    lastBackupOn: lastBackup === null ? null : timeText(lastBackup),
  }
}

async function readDisk(folder: string): Promise<Health['disk']> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, total: blocks * bsize }
}

async function readVersion(): Promise<string> {
  return JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')).version
}

/** Somebody with an account, as a page shows them. */
export type Person = Omit<PersonRow, 'learnerId' | 'createdAt' | 'lastSeenAt'> & {
  createdOn: string
  /** Nothing if no browser of theirs ever signed in. */
  lastSeenOn: string | null
}

/** A page of people. */
export interface PeoplePage {
  search: string
  page: number
  pages: number
  total: number
  people: Person[]
}

/** People whose name or address holds a text; nothing for whoever does not run the site. */
export async function loadPeople(asked: Asked): Promise<PeoplePage | null> {
  const scope = siteScope(await currentActor())
  if (scope === null) return null
  const { search, page } = listAsked(asked)
  const { people, total } = await listPeople(database(), scope, { search, page }, now())
  return { search, page, total, pages: Math.max(1, Math.ceil(total / peopleOnPage)), people: people.map(shown) }
}

/** Somebody with an account, and what whoever looks may do about it. */
export interface PersonPage {
  person: Person
  isSelf: boolean
  hasMail: boolean
  /** Whether whoever looks has a password to give. */
  hasPassword: boolean
}

/** Somebody with an account; nothing for whoever does not run the site. */
export async function loadPerson(accountId: string): Promise<PersonPage | null> {
  const [visit, scope] = [await currentVisit(), siteScope(await currentActor())]
  if (visit.kind !== 'signed-in' || scope === null) return null
  const person = await findPerson(database(), scope, accountId, now())
  if (person === null) return null
  return {
    person: shown(person),
    isSelf: person.id === scope.accountId,
    hasMail: env().SMTP_URL !== undefined,
    hasPassword: visit.account.passwordHash !== null,
  }
}

function shown({ learnerId: _, createdAt, lastSeenAt, ...person }: PersonRow): Person {
  return {
    ...person,
    createdOn: dayText(createdAt),
    lastSeenOn: lastSeenAt === null ? null : dayText(lastSeenAt),
  }
}

/** An act in words. */
export interface LoggedAct {
  id: string
  at: string
  doer: { name: string; accountId: string | null }
  text: string
}

/** A page of the log of sensitive acts. */
export interface LogPage {
  acts: LoggedAct[]
  /** The act that the next page begins after; nothing on the last page. */
  next: string | null
  isFirst: boolean
}

const actsOnPage = 50

/** The log of sensitive acts, the newest first; nothing for whoever does not run the site. */
export async function loadLog(after: string | string[] | undefined): Promise<LogPage | null> {
  const scope = siteScope(await currentActor())
  if (scope === null) return null
  const db = database()
  const place = typeof after === 'string' ? await findPlace(db, scope, after) : null
  const found = await listActs(db, scope, actsOnPage + 1, place ?? undefined)
  const acts = found.slice(0, actsOnPage)
  const { accounts, people, classes } = await nameThose(db, scope, acts)
  return {
    acts: acts.map(({ id, at, act, doer, subject }) => {
      const person = doer.learnerId === undefined ? undefined : people.get(doer.learnerId)
      const accountId = person?.accountId ?? doer.accountId ?? null
      const name = person?.name ?? (accountId === null ? undefined : accounts.get(accountId))
      const className = classes.get(subject ?? '')
      return {
        id,
        at: timeText(at),
        doer: {
          name: name ?? unnamedDoer(act, doer.learnerId !== undefined && doer.accountId === undefined),
          accountId: name === undefined ? null : accountId,
        },
        text: actText(act, people.get(subject ?? '')?.name ?? (className === undefined ? null : `“${className}”`)),
      }
    }),
    next: found.length > actsOnPage ? (acts.at(-1)?.id ?? null) : null,
    isFirst: place === null,
  }
}

/** "3 March 2026". All of it is told by UTC, as whoever runs a site reads logs. */
function dayText(instant: Date): string {
  return instant.toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
}

/** "3 Mar 2026, 14:05 UTC". */
function timeText(instant: Date): string {
  const day = instant.toLocaleDateString('en-GB', { timeZone: 'UTC', dateStyle: 'medium' })
  return `${day}, ${instant.toISOString().slice(11, 16)} UTC`
}
