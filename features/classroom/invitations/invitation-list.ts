import { CsvError, parse } from 'csv-parse/sync'
import { emailSchema, normalisedEmail } from '@/features/accounts/email.ts'

/** Somebody on a list of people to invite. */
export interface ListedInvitation {
  /** Where they stand in the list, counted from one. */
  line: number
  email: string
  /** Empty where the list gives none. */
  name: string
  role: 'learner' | 'assistant'
  /** The name of a group; empty for none. */
  group: string
}

/** A line that cannot be read: what was found there, and what was expected. */
export interface ListProblem {
  line: number
  found: string
  expected: string
}

/** More than this in one list nobody looks through, and the mail server would choke on. */
export const mostInvited = 300

const columns = {
  email: ['email', 'e-mail', 'e-mail address', 'email address', 'mail', 'address'],
  name: ['name', 'full name', 'learner', 'student'],
  role: ['role'],
  group: ['group'],
} as const
type Column = keyof typeof columns

/**
 * Reads whom to invite: one to a line, as an address alone, as "Ada Bell <ada@school.org>", or as rows of a spreadsheet
 * with commas, semicolons or tabs, in the order of a first line that names the columns, else as address, name, role and
 * group. Whoever stands there twice is taken once.
 */
export function readInvitationList(text: string): { invitations: ListedInvitation[]; problems: ListProblem[] } {
  const problems: ListProblem[] = []
  const rows = rowsOf(text, problems)
  const header = rows[0] === undefined ? null : headerOf(rows[0].cells)
  const order: readonly (Column | null)[] = header ?? ['email', 'name', 'role', 'group']
  const seen = new Set<string>()
  const invitations: ListedInvitation[] = []
  for (const { line, cells } of header === null ? rows : rows.slice(1)) {
    const read = readRow(line, cells, order)
    if ('expected' in read) problems.push(read)
    else if (!seen.has(normalisedEmail(read.email))) {
      seen.add(normalisedEmail(read.email))
      invitations.push(read)
    }
  }
  return { invitations, problems }
}

interface ListRow {
  line: number
  cells: string[]
}

function rowsOf(text: string, problems: ListProblem[]): ListRow[] {
  try {
    const records: unknown = parse(text.replaceAll(/\r\n?/g, '\n'), {
      bom: true,
      delimiter: delimiterIn(text),
      recordDelimiter: '\n',
      trim: true,
      relaxColumnCount: true,
      // Quotation marks in the middle of a name are part of it.
      relaxQuotes: true,
      skipEmptyLines: true,
      info: true,
    })
    return (records as { record: string[]; info: { lines: number } }[])
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    problems.push({ line, found: 'a quotation mark that is not closed', expected: 'one at both ends of a cell' })
    return []
  }
}

/** What a spreadsheet puts between cells, by the first line: a tab or a semicolon there is hardly part of a cell. */
function delimiterIn(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  return first.includes('\t') ? '\t' : first.includes(';') ? ';' : ','
}

/** The columns that a line names; nothing where it is no such line. */
function headerOf(cells: readonly string[]): (Column | null)[] | null {
  const named = cells.map((cell): Column | null => {
    const word = cell.toLowerCase()
    return (Object.keys(columns) as Column[]).find((column) => columns[column].some((one) => one === word)) ?? null
  })
  return named.includes('email') ? named : null
}

function readRow(
  line: number,
  cells: readonly string[],
  order: readonly (Column | null)[],
): ListedInvitation | ListProblem {
  const cell = (column: Column) => cells[order.indexOf(column)]?.trim() ?? ''
  const { address, name } = withName(cell('email'))
  const email = emailSchema.safeParse(address)
  if (!email.success) return { line, found: address, expected: 'an e-mail address, such as name@school.org' }
  const role = cell('role').toLowerCase()
  if (role !== '' && role !== 'learner' && role !== 'student' && role !== 'assistant') {
    return { line, found: cell('role'), expected: 'learner or assistant as the role' }
  }
  return {
    line,
    email: email.data,
    name: (cell('name') || name).slice(0, 100),
    role: role === 'assistant' ? 'assistant' : 'learner',
    group: cell('group'),
  }
}

/** An address that comes with a name, as mail programs write it. */
function withName(text: string): { address: string; name: string } {
  const match = /^(.*)<([^<>]+)>$/.exec(text)
  if (match === null) return { address: text, name: '' }
  return { address: (match[2] ?? '').trim(), name: (match[1] ?? '').trim().replace(/^"|"$/g, '') }
}
