import { stringify } from 'csv-stringify/sync'
import { strToU8, zipSync } from 'fflate'
import { deletionText, type Holding } from '../privacy.ts'

/**
 * All that is held on somebody as a zip: each table as JSON, for programs, and as CSV, for spreadsheets, with a file
 * that says what is what.
 */
export function archive(held: readonly { holding: Holding; rows: Record<string, unknown>[] }[], now: Date): Uint8Array {
  const files = held.flatMap(({ holding, rows }) => [
    [`${holding.model}.json`, `${JSON.stringify(rows, null, 2)}\n`],
    [
      `${holding.model}.csv`,
      csv(
        told(holding).map(([column]) => column),
        rows,
      ),
    ],
  ])
  const entries = [['READ ME.txt', explanation(held, now)], ...files].map(([name = '', text = '']) => [
    name,
    strToU8(text),
  ])
  return zipSync(Object.fromEntries(entries), { mtime: now })
}

/** The columns that a download has. */
function told({ columns, secret = [] }: Holding): [string, string][] {
  return Object.entries(columns).filter(([column]) => !secret.includes(column))
}

/** A spreadsheet takes a cell that begins with = + - @ for something to compute; an apostrophe before it keeps it a text. */
export function csv(columns: readonly string[], rows: readonly Record<string, unknown>[]): string {
  return stringify(
    rows.map((row) => columns.map((column) => cell(row[column]))),
    { header: true, columns: [...columns], escape_formulas: true, bom: true, record_delimiter: '\r\n' },
  )
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function explanation(held: readonly { holding: Holding; rows: readonly unknown[] }[], now: Date): string {
  const parts = held.map(({ holding, rows }) => {
    const columns = told(holding).map(([name, what]) => `  ${name}: ${what}`)
    return [
      `${holding.model}: ${holding.title} (${rows.length})`,
      holding.why,
      `Kept: ${holding.howLong} When you delete your data: ${deletionText(holding)}`,
      ...columns,
    ].join('\r\n')
  })
  const head = `All that Rapporteur holds on you, as of ${now.toISOString()}. Each part is there twice: .json and .csv.`
  return `${[head, ...parts].join('\r\n\r\n')}\r\n`
}
