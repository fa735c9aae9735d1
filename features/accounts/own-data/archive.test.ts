import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { holdings } from '../privacy.ts'
import { archive, csv } from './archive.ts'

const now = new Date('2026-05-01T12:00:00.000Z')
const bom = '\uFEFF'

it('writes texts, dates, numbers and what is made of parts so that a spreadsheet reads them', () => {
  const rows = [{ text: 'a "quote", and\na break', at: now, count: -3, parts: { a: [1] }, nothing: null }]
  expect(csv(['text', 'at', 'count', 'parts', 'nothing'], rows)).toBe(
    `${bom}text,at,count,parts,nothing\r\n"a ""quote"", and\na break",2026-05-01T12:00:00.000Z,'-3,"{""a"":[1]}",\r\n`,
  )
})

it('leaves no cell that a spreadsheet would take for something to compute', () => {
  const dangerous = fc.constantFrom('=', '+', '-', '@', '\t', '\r')
  fc.assert(
    fc.property(dangerous, fc.string(), (first, rest) => {
      const [, cell = ''] = csv(['note'], [{ note: first + rest }]).split('\r\n', 2)
      expect(cell.replace(/^"/, '').charAt(0)).toBe("'")
    }),
  )
})

it('holds each table twice, and what each is', () => {
  const held = holdings.filter(({ rowsOf }) => rowsOf !== null).map((holding) => ({ holding, rows: [] as object[] }))
  const [first] = held
  first?.rows.push({ id: 'ada', timeZone: 'UTC', createdAt: now })
  const files = unzipSync(archive(held as Parameters<typeof archive>[0], now))
  expect(Object.keys(files)).toHaveLength(2 * held.length + 1)
  expect(JSON.parse(strFromU8(files['Learner.json'] ?? new Uint8Array()))).toEqual([
    { id: 'ada', timeZone: 'UTC', createdAt: now.toISOString() },
  ])
  expect(strFromU8(files['Learner.csv'] ?? new Uint8Array())).toContain('ada,UTC,2026-05-01T12:00:00.000Z')
  const told = strFromU8(files['READ ME.txt'] ?? new Uint8Array())
  for (const { holding } of held) expect(told).toContain(`${holding.model}: ${holding.title}`)
})
