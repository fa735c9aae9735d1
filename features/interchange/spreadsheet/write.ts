import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'
import type { Spreadsheet } from './spreadsheet.ts'

/** Writes a table as CSV, in UTF-8 with the mark by which Excel knows it. */
export function csvOf({ columns, rows }: Spreadsheet): Uint8Array {
  const text = stringify([columns, ...rows], { bom: true, record_delimiter: '\r\n' })
  return new TextEncoder().encode(text)
}

/** Writes a table as a workbook: numbers are numbers, texts are texts, and names stay in sight. */
export async function xlsxOf({ title, columns, rows }: Spreadsheet): Promise<Uint8Array> {
  const header = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }))
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : value ? { value, type: String } : null)),
  )
  return writeXlsx([header, ...cells], {
    sheet: title,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: columns.map((_, index) => ({ width: index === 0 ? 28 : 14 })),
  }).toBuffer()
}

/** A table as a file to be downloaded. */
export async function fileResponse(
  table: Spreadsheet,
  { format, name }: { format: SpreadsheetFormat /** Without its ending. */; name: string },
): Promise<Response> {
  const { write, type } = formats[format]
  const fileName = `${name}.${format}`
  return new Response((await write(table)) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${table.title.toLowerCase()}.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
    },
  })
}

const formats = {
  csv: { write: csvOf, type: 'text/csv; charset=utf-8' },
  xlsx: { write: xlsxOf, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
}
export type SpreadsheetFormat = keyof typeof formats
