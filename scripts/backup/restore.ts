import { Prisma as Postgresql } from '@/generated/prisma/postgresql/client.ts'
import { Prisma as Sqlite } from '@/generated/prisma/sqlite/client.ts'
import { recordAct } from '../../features/accounts/auditing/mutations.ts'
import { openDatabase, type Transaction } from '../../lib/database.ts'
import { dialectOf, shownUrl } from '../../lib/database-url.ts'
import { type Row, tableOf } from '../../lib/table.ts'
import { type Model, readDataModel } from '../data-model.ts'
import { BackupProblem, readRow } from './format.ts'
import { readBackup } from './read.ts'
import { pageSize } from './rows.ts'
import { expectCurrentSchema } from './schema-version.ts'

export interface RestoreOptions {
  /** Whether what the database holds may be removed first. */
  isReplacing: boolean
}

/** As long as the largest backup may take to be written. */
const longest = { maxWait: 60_000, timeout: 24 * 60 * 60 * 1000 }

/**
 * Writes a backup to a database of either kind, all of it or nothing, and returns how many rows that are.
 *
 * @throws BackupProblem when the file is damaged, the database holds something, or their schemas differ
 */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  { isReplacing }: RestoreOptions,
  now: Date,
): Promise<number> {
  const models = readDataModel()
  // Once through, before anything is touched.
  const { counts, madeAt } = await readBackup(file, models, () => {})
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const db = openDatabase(databaseUrl, { busyTimeoutMs: longest.maxWait })
  try {
    await db.$transaction(async (tx) => {
      await expectCurrentSchema(tx, databaseUrl)
      if (isReplacing) for (const model of [...models].reverse()) await tableOf(tx, model.name).deleteMany()
      else await expectEmpty(tx, models, databaseUrl)
      await write(tx, file, models, databaseUrl)
      await recordAct(tx, { act: 'backup-restored', rows, madeAt }, {}, now)
      // PostgreSQL answers COMMIT after a failed statement with a silent rollback; one statement more makes it say so.
      await tx.$executeRaw`SELECT 1`
    }, longest)
  } finally {
    await db.$disconnect()
  }
  return rows
}

async function expectEmpty(tx: Transaction, models: readonly Model[], databaseUrl: string): Promise<void> {
  for (const model of models) {
    const count = await tableOf(tx, model.name).count()
    if (count > 0) {
      throw new BackupProblem(
        `${shownUrl(databaseUrl)} is not empty: expected no rows, found ${count} in ${model.name}; restore to an empty database, or add --replace to remove everything in this one first. Nothing was changed.`,
      )
    }
  }
}

async function write(tx: Transaction, file: string, models: readonly Model[], databaseUrl: string): Promise<void> {
  const nothings = dialectOf(databaseUrl) === 'sqlite' ? Sqlite : Postgresql
  let page: { model: Model; from: number; rows: Row[] } | undefined
  const flush = async () => {
    if (page === undefined) return
    const { model, from, rows } = page
    page = undefined
    try {
      await tableOf(tx, model.name).createMany({ data: rows })
    } catch (error) {
      throw new BackupProblem(
        `${file}, lines ${from} to ${from + rows.length - 1}: the database does not take these rows of ${model.name} (${lastLine(error)}). Nothing was changed.`,
        { cause: error },
      )
    }
  }
  await readBackup(file, models, async ({ line, model, values }) => {
    if (page !== undefined && (page.model !== model || page.rows.length === pageSize)) await flush()
    page ??= { model, from: line, rows: [] }
    page.rows.push(readRow(model, values, nothings))
  })
  await flush()
}

function lastLine(error: unknown): string {
  return (error as Error).message.trim().split('\n').at(-1) ?? ''
}
