import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Transaction } from '../../lib/database.ts'
import { dialectOf, sqliteFile } from '../../lib/database-url.ts'
import { inSnapshot } from '../../lib/snapshot.ts'
import { tableOf } from '../../lib/table.ts'
import { readDataModel } from '../data-model.ts'
import { BackupProblem, formatVersion, type Header, rowLine, type Trailer } from './format.ts'
import { rowsOf } from './rows.ts'
import { expectCurrentSchema, schemaVersion } from './schema-version.ts'

/**
 * Writes everything that a database holds at one moment to a file, while others go on writing to it, and says how many
 * rows that are. The file is only there once it is whole.
 *
 * @throws BackupProblem when the file is there already, or the database is not there or of another schema
 */
export async function makeBackup(databaseUrl: string, file: string, now: Date): Promise<number> {
  if (existsSync(file)) {
    throw new BackupProblem(`${file} exists already, and a backup replaces nothing: name another file, or remove it.`)
  }
  if (dialectOf(databaseUrl) === 'sqlite' && !existsSync(sqliteFile(databaseUrl))) {
    throw new BackupProblem(`There is no database at ${sqliteFile(databaseUrl)}: correct DATABASE_URL.`)
  }
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.unfinished`
  try {
    const rows = await inSnapshot(databaseUrl, async (tx) => {
      await expectCurrentSchema(tx, databaseUrl)
      const header = await headerOf(tx, now)
      // Readable by its owner only, like the database itself.
      const sink = createWriteStream(unfinished, { mode: 0o600, flush: true })
      await pipeline(Readable.from(linesOf(tx, header)), createGzip(), sink)
      return Object.values(header.counts).reduce((sum, count) => sum + count, 0)
    })
    await rename(unfinished, file)
    return rows
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function headerOf(tx: Transaction, now: Date): Promise<Header> {
  const counts: Header['counts'] = {}
  for (const model of readDataModel()) counts[model.name] = await tableOf(tx, model.name).count()
  return {
    format: 'rapporteur-backup',
    version: formatVersion,
    schema: schemaVersion(),
    madeAt: now.toISOString(),
    counts,
  }
}

async function* linesOf(tx: Transaction, header: Header): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (text: string) => {
    const whole = `${text}\n`
    hash.update(whole)
    return whole
  }
  yield line(JSON.stringify(header))
  let rows = 0
  for (const model of readDataModel()) {
    for await (const row of rowsOf(tx, model)) {
      rows += 1
      yield line(rowLine(model, row))
    }
  }
  const trailer: Trailer = { end: true, rows, sha256: hash.digest('hex') }
  yield `${JSON.stringify(trailer)}\n`
}
