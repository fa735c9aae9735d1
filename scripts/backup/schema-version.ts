import { readdirSync } from 'node:fs'
import type { Transaction } from '../../lib/database.ts'
import { type Dialect, dialectOf, shownUrl } from '../../lib/database-url.ts'
import { migrationsDir } from '../migration-engine.ts'
import { BackupProblem } from './format.ts'

/** The last migration of this version of Rapporteur, for either database. */
export function schemaVersion(): string {
  return [lastMigration('sqlite'), lastMigration('postgresql')].sort().at(-1) ?? ''
}

function lastMigration(dialect: Dialect): string {
  const folders = readdirSync(migrationsDir(dialect), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return (
    folders
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? ''
  )
}

/** @throws BackupProblem unless the database has the schema of this version of Rapporteur */
export async function expectCurrentSchema(tx: Transaction, databaseUrl: string): Promise<void> {
  const found = await lastApplied(tx)
  const expected = lastMigration(dialectOf(databaseUrl) ?? 'sqlite')
  if (found === expected) return
  const remedy =
    found === undefined || found < expected
      ? 'run npm run db:deploy, then this again'
      : 'use the version of Rapporteur that the database belongs to'
  throw new BackupProblem(
    `${shownUrl(databaseUrl)} has another schema than this version of Rapporteur: expected ${expected} as its last migration, found ${found ?? 'none'}; ${remedy}.`,
  )
}

async function lastApplied(tx: Transaction): Promise<string | undefined> {
  try {
    const [last] = await tx.$queryRawUnsafe<{ migration_name: string }[]>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1',
    )
    return last?.migration_name
  } catch {
    return undefined
  }
}
