/**
 * `npm run db:migrate -- NAME`: writes the migration that leads to prisma/schema.prisma, for both databases, without
 * needing either: it replays the existing migrations on a SQLite file and a PostgreSQL in memory, both thrown away.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Dialect } from '../lib/database-url.ts'
import { MigrationEngine, migrationsDir } from './migration-engine.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name) || process.argv.length > 3) {
  fail(
    `db:migrate expects one name in lower-case letters, digits and underscores, found ${JSON.stringify(process.argv.slice(2).join(' '))}: run, say, npm run db:migrate -- add_bookmarks.`,
  )
}
const names = (['sqlite', 'postgresql'] as const).flatMap((dialect) => readdirSync(migrationsDir(dialect)))
if (names.some((existing) => existing.slice('20160906000000_'.length) === name)) {
  fail(`A migration named ${name} exists in prisma/migrations already: choose another name.`)
}

const scratch = mkdtempSync(path.join(tmpdir(), 'rapporteur-migrate-'))
const pglite = new PGlite()
try {
  const sql: Record<Dialect, string | undefined> = {
    sqlite: await difference('sqlite', new PrismaBetterSqlite3({ url: path.join(scratch, 'scratch.db') })),
    postgresql: await difference('postgresql', new PrismaPGlite(pglite)),
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const written = (['sqlite', 'postgresql'] as const).flatMap((dialect) =>
    write(dialect, `${stamp}_${name}`, sql[dialect]),
  )
  console.log(
    written.length === 0
      ? 'There is nothing to migrate: the migrations already lead to prisma/schema.prisma.'
      : `Wrote ${written.join(' and ')}. Read them, then apply them with npm run db:deploy.`,
  )
} finally {
  await pglite.close()
  rmSync(scratch, { recursive: true })
}

async function difference(
  dialect: Dialect,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string | undefined> {
  const engine = await MigrationEngine.open(dialect, adapter)
  try {
    await engine.apply()
    return await engine.difference()
  } finally {
    await engine.close()
  }
}

function write(dialect: Dialect, directory: string, sql: string | undefined): string[] {
  if (sql === undefined) return []
  const dir = path.join(migrationsDir(dialect), directory)
  mkdirSync(dir)
  writeFileSync(path.join(dir, 'migration.sql'), sql)
  return [path.join('prisma/migrations', dialect, directory, 'migration.sql')]
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
