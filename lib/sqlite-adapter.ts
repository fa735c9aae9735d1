import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils'

/**
 * Prisma's adapter for better-sqlite3, made safe for a server. All of a process shares one connection, so a plain query
 * sent while somebody else's transaction is open would become part of it, and be lost with it after it was acknowledged:
 * here it waits its turn. Transactions take the write lock at once, since SQLite does not wait for one asked for later.
 */
export function sqliteAdapter(file: string, busyTimeoutMs: number): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({ url: file, timeout: busyTimeoutMs })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const connection = await factory.connect()
      // FULL rather than the NORMAL that WAL usually goes with: an answer we have acknowledged must survive a power cut.
      await connection.executeScript(`
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
      `)
      return takingTurns(connection)
    },
  }
}

function takingTurns(connection: SqlDriverAdapter): SqlDriverAdapter {
  const turns = new Turns()
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => turns.run(() => connection.queryRaw(query)),
    executeRaw: (query) => turns.run(() => connection.executeRaw(query)),
    executeScript: (script) => turns.run(() => connection.executeScript(script)),
    dispose: () => connection.dispose(),
    async startTransaction(isolationLevel?: IsolationLevel) {
      const done = await turns.take()
      try {
        return endingCleanly(await beginImmediate(connection, isolationLevel), done)
      } catch (error) {
        done()
        throw error
      }
    },
  }
}

async function beginImmediate(connection: SqlDriverAdapter, isolationLevel?: IsolationLevel): Promise<Transaction> {
  const transaction = await connection.startTransaction(isolationLevel)
  try {
    await transaction.executeRaw(statement('ROLLBACK'))
    await transaction.executeRaw(statement('BEGIN IMMEDIATE'))
    return transaction
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

/** Prisma sends COMMIT or ROLLBACK itself, then calls one of these; after a COMMIT that failed, it calls `rollback`. */
function endingCleanly(transaction: Transaction, done: () => void): Transaction {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    async commit() {
      await transaction.commit()
      done()
    },
    async rollback() {
      // Left open by a COMMIT that failed, the transaction would swallow all that follows. Most often there is none.
      await transaction.executeRaw(statement('ROLLBACK')).catch(() => {})
      await transaction.rollback()
      done()
    },
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] }
}

/** Lets one piece of work at a time have the connection, in the order in which they asked. */
class Turns {
  #last: Promise<void> = Promise.resolve()

  /** Resolves, with a function that ends the turn, when all earlier turns have ended. */
  async take(): Promise<() => void> {
    const before = this.#last
    let done = () => {}
    this.#last = new Promise((resolve) => {
      done = resolve
    })
    await before
    return done
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = await this.take()
    try {
      return await work()
    } finally {
      done()
    }
  }
}
