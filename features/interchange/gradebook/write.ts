import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'
import type { GradebookTable } from './table.ts'

/** Writes a table as CSV, in UTF-8 with the mark by which Excel knows it. */
export function csvOf({ columns, rows }: GradebookTable): Uint8Array {
  const text = stringify([columns, ...rows], { bom: true, record_delimiter: '\r\n' })
  return new TextEncoder().encode(text)
}

/** Writes a table as a workbook: numbers are numbers, texts are texts, and names stay in sight. */
export async function xlsxOf({ columns, rows }: GradebookTable): Promise<Uint8Array> {
  const header = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }))
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : value ? { value, type: String } : null)),
  )
  return writeXlsx([header, ...cells], {
    sheet: 'Gradebook',
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: columns.map((_, index) => ({ width: index === 0 ? 28 : 14 })),
  }).toBuffer()
}
