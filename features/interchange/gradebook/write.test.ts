import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { GradebookSheet } from '@/features/classroom/gradebook/sheet.ts'
import { csvOf, xlsxOf } from '../spreadsheet/write.ts'
import { tableOf } from './table.ts'

const sheet: GradebookSheet = {
  dropLowest: 1,
  averageTotal: 75,
  assignments: [
    {
      id: 'a',
      title: '=HYPERLINK("http://elsewhere.example")',
      kind: 'quiz',
      weight: 1,
      ofPoints: 10,
      release: 'shown',
      average: null,
      ofDeleted: 0,
    },
  ],
  groups: [{ id: 'north', name: '@North' }],
  learners: [
    { id: 'x', name: 'Zoë “Zo” Ng', groups: [0], total: 82.5, dropped: [], cells: [[2 + 4, 8.25]] },
    ...['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'].map((name) => ({
      id: name,
      name,
      groups: [],
      total: null,
      dropped: [0],
      cells: [0],
    })),
  ],
}

describe('the table of a gradebook', () => {
  it('has points as numbers, and in words how each stands', () => {
    const { columns, rows } = tableOf(sheet)
    expect(columns.slice(0, 3)).toEqual(['Name', 'Groups', 'Total in percent'])
    expect(rows[0]).toEqual(['Zoë “Zo” Ng', "'@North", 82.5, 8.25, 10, 'handed in, late'])
    expect(rows[1]).toEqual(["'=1+1", '', null, null, 10, 'not begun, dropped'])
  })

  it('holds no text that a spreadsheet would compute', () => {
    const { columns, rows } = tableOf(sheet)
    const texts = [...columns, ...rows.flat()].filter((value) => typeof value === 'string')
    expect(texts.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([])
    expect(texts.filter((text) => text.startsWith("'"))).toHaveLength(11)
  })
})

it('is written as CSV in UTF-8 with a byte order mark, quoted where it must be', () => {
  const bytes = csvOf(tableOf(sheet))
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('\r\nZoë “Zo” Ng,\'@North,82.5,8.25,10,"handed in, late"\r\n')
  expect(text).toContain(`"'=HYPERLINK(""http://elsewhere.example""): points"`)
})

it('is written as a workbook with numbers as numbers, texts as texts, and the header and names in sight', async () => {
  const files = unzipSync(await xlsxOf(tableOf(sheet)))
  const all = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  const xml = all.find(([name]) => name.endsWith('worksheets/sheet1.xml'))?.[1] ?? ''
  expect(xml).toMatch(/<c r="D2"[^>]*><v>8\.25<\/v><\/c>/)
  expect(xml).toMatch(/<c r="A3"[^>]* t="(s|inlineStr)"/)
  expect(xml).not.toContain('<f>')
  expect(xml).toMatch(/<pane [^>]*ySplit="1"/)
  expect(xml).toMatch(/<pane [^>]*xSplit="1"/)
  expect(all.map(([, text]) => text).join('')).toContain('Zoë “Zo” Ng')
})
