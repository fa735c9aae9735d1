/**
 * Writes everything in the database of DATABASE_URL to a file, while it is in use: npm run db:backup [-- FILE]
 *
 * Without FILE it goes to data/backups, named after the moment.
 */
import path from 'node:path'
import { recordAct } from '../features/accounts/auditing/mutations.ts'
import { now } from '../lib/clock.ts'
import { openDatabase } from '../lib/database.ts'
import { env } from '../lib/env.ts'
import { dataDir } from '../lib/paths.ts'
import { BackupProblem } from './backup/format.ts'
import { makeBackup } from './backup/make.ts'

const at = now()
const stamp = at.toISOString().replace(/\.\d+/, '').replaceAll(':', '')
const given = process.argv.slice(2)
const file = given[0] ?? path.join(dataDir, 'backups', `rapporteur-${stamp}.ndjson.gz`)

try {
  if (given.length > 1 || file.startsWith('-')) {
    throw new BackupProblem(`db:backup expects at most one file, found ${given.join(' ')}: npm run db:backup -- FILE`)
  }
  const { DATABASE_URL } = env()
  const rows = await makeBackup(DATABASE_URL, path.resolve(file), at)
  const db = openDatabase(DATABASE_URL)
  await recordAct(db, { act: 'backup-made', rows }, {}, at)
  await db.$disconnect()
  console.log(`Wrote ${rows} rows to ${file}. Keep a copy on another machine, where only you can read it.`)
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
