import { z } from 'zod'
import type { Row } from '../../lib/table.ts'
import type { Column, Model } from '../data-model.ts'

/**
 * What a backup looks like: lines of JSON, gzipped. The first says what is in it, then comes one line for each row, a
 * table after those that it refers to, and the last proves that nothing is missing. Values are written as neither
 * database does, so that what is read from one can be restored to the other.
 */

/** Raised when a backup of this version could not be read by the version before. */
export const formatVersion = 1

export const headerSchema = z.object({
  format: z.literal('rapporteur-backup'),
  version: z.number().int(),
  /** The last migration of the schema that the rows belong to. */
  schema: z.string(),
  madeAt: z.iso.datetime(),
  /** Rows in each table. */
  counts: z.record(z.string(), z.number().int().min(0)),
})

/** The first line. */
export type Header = z.infer<typeof headerSchema>

export const trailerSchema = z.object({
  end: z.literal(true),
  rows: z.number().int().min(0),
  /** Of all lines before this one, each with its line break. */
  sha256: z.string(),
})

/** The last line. */
export type Trailer = z.infer<typeof trailerSchema>

/** The line of a row. */
export function rowLine(model: Model, row: Row): string {
  const values = model.columns.map(({ name, type }) => [name, written(type, row[name])])
  return JSON.stringify([model.name, Object.fromEntries(values)])
}

function written(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'BigInt' || type === 'Decimal') return String(value)
  if (type === 'Bytes') return Buffer.from(value as Uint8Array).toString('base64')
  // Dates and JSON write themselves.
  return value
}

/** How a value of nothing is written to a column that holds JSON, where nothing is a value too. */
export interface JsonNothings {
  /** The column itself is empty. */
  DbNull: unknown
  /** The column holds JSON's null. */
  JsonNull: unknown
}

/** A row read from its line, as Prisma writes it; what is wrong with it otherwise. */
export function readRow(model: Model, values: Row, nothings: JsonNothings): Row {
  return Object.fromEntries(model.columns.map((column) => [column.name, read(column, values[column.name], nothings)]))
}

function read({ type, isRequired }: Column, value: unknown, nothings: JsonNothings): unknown {
  if (value === null) return type !== 'Json' ? null : isRequired ? nothings.JsonNull : nothings.DbNull
  switch (type) {
    case 'DateTime':
      return new Date(value as string)
    case 'BigInt':
      return BigInt(value as string)
    case 'Bytes':
      return new Uint8Array(Buffer.from(value as string, 'base64'))
    default:
      return value
  }
}

/** A backup that cannot be made or restored: what, where, what was expected and found, and what to do. */
export class BackupProblem extends Error {}
