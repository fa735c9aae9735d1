import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { z } from 'zod'
import type { Row } from '../../lib/table.ts'
import type { Model } from '../data-model.ts'
import { BackupProblem, formatVersion, type Header, headerSchema, trailerSchema } from './format.ts'
import { schemaVersion } from './schema-version.ts'

/** A row of a backup, with the number of its line. */
export interface BackedUpRow {
  line: number
  model: Model
  values: Row
}

/**
 * Goes through a whole backup without keeping it in memory, and returns its header.
 *
 * @param onRow called for each row, in the order of the file
 * @throws BackupProblem for whatever is wrong with it. Until it has returned, nothing may be made of the rows.
 */
export async function readBackup(
  file: string,
  models: readonly Model[],
  onRow: (row: BackedUpRow) => Promise<void> | void,
): Promise<Header> {
  const byName = new Map(models.map((model) => [model.name, model]))
  const found = new Map<string, number>()
  const hash = createHash('sha256')
  let header: Header | undefined
  let number = 0
  let before: string | undefined
  let isWhole = false
  for await (const text of linesOf(file)) {
    // Which line is the last is known only when there is none after it.
    number += 1
    if (isWhole) throw damaged(file, number, 'nothing after the last line', 'more')
    if (before !== undefined) hash.update(`${before}\n`)
    before = text
    const json = parsed(file, number, text)
    if (header === undefined) header = readHeader(file, json)
    else if (Array.isArray(json)) {
      const row = readLine(file, number, json, byName)
      found.set(row.model.name, (found.get(row.model.name) ?? 0) + 1)
      await onRow(row)
    } else {
      const { rows, sha256 } = checked(file, number, trailerSchema, json)
      const sum = [...found.values()].reduce((total, count) => total + count, 0)
      if (rows !== sum) throw damaged(file, number, `${rows} rows before it`, `${sum}`)
      const digest = hash.digest('hex')
      if (sha256 !== digest) throw damaged(file, number, `the checksum ${digest}`, sha256)
      isWhole = true
    }
  }
  if (header === undefined || !isWhole) {
    throw damaged(file, number + 1, 'a last line that counts the rows', 'the end of the file')
  }
  for (const { name } of models) {
    const [expected, count] = [header.counts[name] ?? 0, found.get(name) ?? 0]
    if (expected !== count) throw damaged(file, 1, `${expected} rows of ${name}`, `${count}`)
  }
  return header
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  // A stream that fails does not tell the next one by itself.
  source.on('error', (error) => gunzip.destroy(error))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for await (const chunk of source.pipe(gunzip)) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new BackupProblem(`There is no file ${file}: check the path.`)
    if (code === 'EACCES' || code === 'EISDIR') throw new BackupProblem(`${file} cannot be read (${code}).`)
    throw new BackupProblem(
      `${file} is damaged: expected a whole gzip file, found one that is cut off or altered (${(error as Error).message}); use another copy of this backup, or an earlier one. Nothing was changed.`,
    )
  } finally {
    source.destroy()
  }
  if (rest !== '') yield rest
}

function readHeader(file: string, json: unknown): Header {
  const header = checked(file, 1, headerSchema, json)
  if (header.version > formatVersion) {
    throw new BackupProblem(
      `${file}, line 1, was made by a newer version of Rapporteur: expected format ${formatVersion} or older, found ${header.version}; install that version, then restore with it. Nothing was changed.`,
    )
  }
  const expected = schemaVersion()
  if (header.schema !== expected) {
    throw new BackupProblem(
      `${file}, line 1, holds another schema: expected ${expected} as its last migration, found ${header.schema}; restore with the version of Rapporteur that made it, then upgrade that. Nothing was changed.`,
    )
  }
  return header
}

function readLine(file: string, line: number, json: unknown[], byName: ReadonlyMap<string, Model>): BackedUpRow {
  const [name, values] = json as [unknown, unknown]
  const model = typeof name === 'string' ? byName.get(name) : undefined
  if (model === undefined) throw damaged(file, line, `one of ${[...byName.keys()].join(', ')}`, JSON.stringify(name))
  const expected = model.columns.map(({ name }) => name).sort()
  const columns = typeof values === 'object' && values !== null ? Object.keys(values).sort() : []
  if (columns.join() !== expected.join())
    throw damaged(file, line, expected.join(', '), columns.join(', ') || 'nothing')
  return { line, model, values: values as Row }
}

function parsed(file: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged(file, line, 'JSON', `${JSON.stringify(text.slice(0, 40))}…`)
  }
}

function checked<Schema extends z.ZodType>(file: string, line: number, schema: Schema, json: unknown): z.infer<Schema> {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw damaged(file, line, `${issue?.path.join('.') || 'a line of its own'} as a backup has it`, `${issue?.message}`)
}

function damaged(file: string, line: number, expected: string, found: string): BackupProblem {
  return new BackupProblem(
    `${file}, line ${line}, is damaged: expected ${expected}, found ${found}; use another copy of this backup, or an earlier one. Nothing was changed.`,
  )
}
