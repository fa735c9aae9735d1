/** A table as a spreadsheet has it: the names of the columns, then the rows. */
export interface Spreadsheet {
  /** One word, for the sheet and the file. */
  title: string
  columns: string[]
  rows: (string | number | null)[][]
}

/**
 * A spreadsheet takes a text that begins with one of these for something to compute, now or once somebody has edited the
 * cell; an apostrophe before it keeps it a text. The wide forms count alike in some.
 */
export function asText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
