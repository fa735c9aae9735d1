import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresqlClient } from '@/generated/prisma/postgresql/client.ts'
import { PrismaClient as SqliteClient } from '@/generated/prisma/sqlite/client.ts'
import type { Transaction } from './database.ts'
import { dialectOf, shownUrl, sqliteFile } from './database-url.ts'

/** As long as the largest database may take to be read. */
const longest = { maxWait: 60_000, timeout: 24 * 60 * 60 * 1000 }

/**
 * Reads a database as it is at one moment, however long that takes, while others go on writing. It is read on a
 * connection of its own: on SQLite a transaction that only reads holds nobody up (in WAL mode), unlike those of
 * `openDatabase`, which take the write lock.
 */
export async function inSnapshot<Result>(
  databaseUrl: string,
  read: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const db = open(databaseUrl)
  try {
    return await db.$transaction(read, longest)
  } finally {
    await db.$disconnect()
  }
}

function open(databaseUrl: string): SqliteClient {
  switch (dialectOf(databaseUrl)) {
    case 'sqlite':
      return new SqliteClient({ adapter: new PrismaBetterSqlite3({ url: sqliteFile(databaseUrl) }) })
    case 'postgresql': {
      const adapter = new PrismaPg({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
      const transactionOptions = { isolationLevel: 'RepeatableRead' as const }
      return new PostgresqlClient({ adapter, transactionOptions }) as unknown as SqliteClient
    }
    default:
      throw new Error(`A database URL starts with file: or postgresql:, found ${shownUrl(databaseUrl)}.`)
  }
}
