/**
 * Writes a backup to the database of DATABASE_URL, which may be of the other kind: npm run db:restore -- FILE [--replace]
 *
 * --replace  removes everything that the database holds first
 */
import path from 'node:path'
import { now } from '../lib/clock.ts'
import { shownUrl } from '../lib/database-url.ts'
import { env } from '../lib/env.ts'
import { BackupProblem } from './backup/format.ts'
import { restoreBackup } from './backup/restore.ts'

const given = process.argv.slice(2)
const files = given.filter((argument) => argument !== '--replace')
const [file] = files

try {
  if (file === undefined || files.length > 1 || file.startsWith('-')) {
    throw new BackupProblem(
      `db:restore expects one file, found ${files.join(' ') || 'none'}: npm run db:restore -- FILE [--replace]`,
    )
  }
  const { DATABASE_URL } = env()
  const rows = await restoreBackup(
    DATABASE_URL,
    path.resolve(file),
    { isReplacing: given.includes('--replace') },
    now(),
  )
  console.log(`Restored ${rows} rows from ${file} to ${shownUrl(DATABASE_URL)}.`)
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
