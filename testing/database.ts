import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, inject } from 'vitest'
import { type Database, openDatabase } from '@/lib/database.ts'
import type { Dialect } from '@/lib/database-url.ts'
import type {} from './database-templates.ts'
import { administer, emptyPostgresql } from './postgresql.ts'

type FreshDatabase = { url: string; remove: () => Promise<void> }

const dialects: { dialect: Dialect; name: string; make: (template: string) => Promise<FreshDatabase> }[] = [
  { dialect: 'sqlite', name: 'SQLite', make: copySqlite },
  { dialect: 'postgresql', name: 'PostgreSQL', make: copyPostgresql },
]

/**
 * One suite, run on a real SQLite and a real PostgreSQL. Each test gets a database of its own, migrated and empty: `open()`
 * is its client, `url()` is for opening it a second time. Without a PostgreSQL its half is skipped, and the run says so.
 */
export function describeOnBothDatabases(title: string, suite: (open: () => Database, url: () => string) => void): void {
  for (const { dialect, name, make } of dialects) {
    const template = inject('databaseTemplates')[dialect]
    describe.skipIf(template === undefined)(`${title} (${name})`, () => {
      let fresh: FreshDatabase
      let db: Database
      beforeEach(async () => {
        fresh = await make(template as string)
        db = openDatabase(fresh.url)
      })
      afterEach(async () => {
        await db.$disconnect()
        await fresh.remove()
      })
      suite(
        () => db,
        () => fresh.url,
      )
    })
  }
}

/** One more migrated, empty database, or nothing where there is no server for it. */
export async function freshDatabase(dialect: Dialect): Promise<FreshDatabase | undefined> {
  const template = inject('databaseTemplates')[dialect]
  return template === undefined ? undefined : dialects.find((known) => known.dialect === dialect)?.make(template)
}

async function copySqlite(template: string): Promise<FreshDatabase> {
  const dir = mkdtempSync(path.join(tmpdir(), 'rapporteur-test-'))
  const file = path.join(dir, 'test.db')
  copyFileSync(template, file)
  return { url: `file:${file}`, remove: async () => rmSync(dir, { recursive: true }) }
}

let made = 0
/** Those that tests of this process are done with. */
const emptied: string[] = []

/** To copy a database costs PostgreSQL a hundred times as much as to empty one, so it goes from test to test. */
async function copyPostgresql(template: string): Promise<FreshDatabase> {
  const url = emptied.pop() ?? (await makeCopy(template))
  return {
    url,
    async remove() {
      if (await emptyPostgresql(url, template)) emptied.push(url)
      else await administer(template, `DROP DATABASE ${databaseIn(url)} WITH (FORCE)`)
    },
  }
}

async function makeCopy(template: string): Promise<string> {
  made += 1
  const url = new URL(template)
  url.pathname = `${databaseIn(template)}_${process.pid}_${made}`
  await administer(template, `CREATE DATABASE ${databaseIn(url.href)} TEMPLATE ${databaseIn(template)}`)
  return url.href
}

function databaseIn(url: string): string {
  return new URL(url).pathname.slice(1)
}
