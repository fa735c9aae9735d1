import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresqlClient } from '@/generated/prisma/postgresql/client.ts'
import { Prisma, PrismaClient as SqliteClient } from '@/generated/prisma/sqlite/client.ts'
import { type Dialect, dialectOf, shownUrl, sqliteFile } from './database-url.ts'
import { env } from './env.ts'
import { StorageFault } from './errors.ts'
import { sqliteAdapter } from './sqlite-adapter.ts'
import { isWriteConflict, storageFaultIn } from './storage-fault.ts'

export { isUniqueViolation } from './storage-fault.ts'
/** Parts of SQL with their values apart, for the few queries that the client cannot put. */
export const { sql, join: joinSql } = Prisma

/**
 * What the rest of Rapporteur knows of the database. SQLite's client stands for both: the two are generated from the same
 * models, and SQLite's offers less (no case-insensitive filters, no `skipDuplicates`), so what compiles runs on both.
 */
export type Database = SqliteClient

/** A database as it is seen from inside a transaction. */
export type Transaction = Prisma.TransactionClient

export type DatabaseOptions = {
  /** How long to wait for a lock that somebody else holds. */
  busyTimeoutMs?: number
}

/** Opens the SQLite or PostgreSQL database that a URL names. Nothing is connected until the first query. */
export function openDatabase(databaseUrl: string, { busyTimeoutMs = 5000 }: DatabaseOptions = {}): Database {
  // Waiting for a turn on the connection counts as waiting for a lock.
  const transactionOptions = { maxWait: busyTimeoutMs, timeout: 2 * busyTimeoutMs }
  switch (dialectOf(databaseUrl)) {
    case 'sqlite': {
      const adapter = sqliteAdapter(sqliteFile(databaseUrl), busyTimeoutMs)
      return opened('sqlite', new SqliteClient({ adapter, transactionOptions }).$extends(namingFaults))
    }
    case 'postgresql': {
      const adapter = new PrismaPg({
        connectionString: databaseUrl,
        connectionTimeoutMillis: busyTimeoutMs,
        lock_timeout: busyTimeoutMs,
      })
      return opened('postgresql', new PostgresqlClient({ adapter, transactionOptions }).$extends(namingFaults))
    }
    default:
      throw new Error(`A database URL starts with file: or postgresql:, found ${shownUrl(databaseUrl)}.`)
  }
}

/** On `globalThis` with the database itself: a server may load this file more than once. */
const known = globalThis as { rapporteurDialects?: WeakMap<object, Dialect> }
known.rapporteurDialects ??= new WeakMap()
const dialects = known.rapporteurDialects

function opened(dialect: Dialect, client: object): Database {
  dialects.set(client, dialect)
  return client as Database
}

/** The seconds from 1970 to the instant in a column, as SQL: the two databases name them differently. */
export function epochSeconds(db: Database, column: string): Prisma.Sql {
  return Prisma.raw(dialects.get(db) === 'postgresql' ? `extract(epoch FROM "${column}")` : `unixepoch("${column}")`)
}

/** Makes every query throw a StorageFault where the database is at fault. */
const namingFaults = {
  query: {
    async $allOperations<Args>({ args, query }: { args: Args; query: (args: Args) => Promise<unknown> }) {
      try {
        return await query(args)
      } catch (error) {
        throw storageFaultIn(error) ?? error
      }
    },
  },
}

const shared = globalThis as { rapporteurDatabase?: Database }

/** The database of this process, opened at first use. Kept on `globalThis`, as `next dev` loads this file anew on changes. */
export function database(): Database {
  shared.rapporteurDatabase ??= openDatabase(env().DATABASE_URL)
  return shared.rapporteurDatabase
}

const attempts = 8

/**
 * Runs `work` in one serializable transaction: all of it is stored or nothing. When somebody else's transaction stood in
 * its way it is run again, so it must do nothing but read and write `tx`, and it may not catch errors that `tx` throws.
 *
 * @throws StorageFault when the database is at fault, or when others stood in its way every time.
 */
export async function inTransaction<Result>(db: Database, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction((tx) => completed(tx, work), { isolationLevel: 'Serializable' })
    } catch (error) {
      if (!isWriteConflict(error)) throw storageFaultIn(error) ?? error
      if (attempt === attempts) throw new StorageFault('busy', { cause: error })
    }
    await pause(attempt)
  }
}

async function completed<Result>(tx: Transaction, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const result = await work(tx)
  // PostgreSQL answers COMMIT after a failed statement with a silent rollback; one statement more makes it say so.
  await tx.$executeRaw`SELECT 1`
  return result
}

/** Waits longer each time, and never two callers equally long, so that they don't collide again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
}
