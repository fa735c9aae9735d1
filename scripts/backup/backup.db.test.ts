import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Prisma as Postgresql } from '@/generated/prisma/postgresql/client.ts'
import { Prisma as Sqlite } from '@/generated/prisma/sqlite/client.ts'
import { type Database, openDatabase } from '@/lib/database.ts'
import { type Dialect, dialectOf } from '@/lib/database-url.ts'
import type { Row } from '@/lib/table.ts'
import { describeOnBothDatabases, freshDatabase } from '@/testing/database.ts'
import { fillEveryTable } from '@/testing/fill.ts'
import { readDataModel } from '../data-model.ts'
import { makeBackup } from './make.ts'
import { restoreBackup } from './restore.ts'
import { rowsOf } from './rows.ts'

const now = new Date('2026-05-01T12:00:00.250Z')
const numbers = Array.from({ length: 7 }, (_, index) => index)

// Several databases are filled and read whole, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 })

describeOnBothDatabases('a backup', (open, url) => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-backup-'))
    file = path.join(folder, 'backup.gz')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** JSON's null as a value, which is not the same as nothing. */
  const jsonNull = () => (dialectOf(url()) === 'sqlite' ? Sqlite : Postgresql).JsonNull

  for (const dialect of ['sqlite', 'postgresql'] as const) {
    it(`brings every row of every table to an empty ${dialect} database`, async (context) => {
      const other = await freshDatabase(dialect)
      if (other === undefined) return context.skip()
      try {
        await fillEveryTable(open(), numbers)
        await open().answer.create({ data: { ...oddAnswer, response: jsonNull() as typeof Sqlite.JsonNull } })
        const before = await contentOf(open())
        const rows = await makeBackup(url(), file, now)
        expect(rows).toBe(numbers.length * readDataModel().length + 1)
        expect(await restoreBackup(other.url, file, { isReplacing: false }, now)).toBe(rows)
        await withDatabase(other.url, async (restored) => {
          expect(await contentOf(restored)).toEqual(before)
        })
        // And back again, with the note that it was restored.
        const back = path.join(folder, 'back.gz')
        await makeBackup(other.url, back, now)
        await restoreBackup(url(), back, { isReplacing: true }, now)
        expect(await contentOf(open())).toEqual(before)
      } finally {
        await other.remove()
      }
    })
  }

  it('reads tables of many pages whole and once, by keys of one column and of two', async () => {
    await fillEveryTable(open(), [1])
    const cardStates = await open().cardState.findMany()
    const reviews = await open().review.findMany()
    const many = Array.from({ length: 1234 }, (_, index) => String(index))
    const [cardState] = cardStates
    const [review] = reviews
    if (cardState === undefined || review === undefined) throw new Error('nothing was filled in')
    await open().cardState.createMany({ data: many.map((cardId) => ({ ...cardState, cardId })) })
    await open().review.createMany({ data: many.map((id) => ({ ...review, id })) })
    await makeBackup(url(), file, now)
    const lines = linesOf(file)
    for (const model of ['CardState', 'Review']) {
      const ofModel = lines.filter((line) => line.startsWith(`["${model}",`))
      expect(new Set(ofModel).size).toBe(many.length + 1)
      expect(ofModel).toHaveLength(many.length + 1)
    }
  })

  it('holds one moment, and lets others write meanwhile', async () => {
    await fillEveryTable(open(), numbers)
    const rounds = [1, 2, 3]
    let isDone = false
    let written = 0
    // Each time a learner and an attempt together; a backup has both or neither.
    const write = async () => {
      while (!isDone) {
        const id = `writer ${written}`
        await open().$transaction([
          open().learner.create({ data: { id, timeZone: 'UTC' } }),
          open().attempt.create({ data: { id, learnerId: id, plan: {}, rules: {}, startedAt: now } }),
        ])
        written += 1
        // Both run in one process here: let the other one have its turn.
        await new Promise(setImmediate)
      }
    }
    const backUp = async () => {
      const writtenDuring: number[] = []
      try {
        for (const round of rounds) {
          const before = written
          await makeBackup(url(), `${file}.${round}`, now)
          writtenDuring.push(written - before)
        }
      } finally {
        isDone = true
      }
      return writtenDuring
    }
    const [writtenDuring] = await Promise.all([backUp(), write()])
    expect(Math.min(...writtenDuring)).toBeGreaterThan(0)
    const other = await freshDatabase(dialectOf(url()) as Dialect)
    try {
      for (const round of rounds) {
        await restoreBackup(other?.url ?? '', `${file}.${round}`, { isReplacing: true }, now)
        await withDatabase(other?.url ?? '', async (restored) => {
          expect(await restored.attempt.count()).toBe(await restored.learner.count())
        })
      }
    } finally {
      await other?.remove()
    }
  })

  it('is not made over another file, nor left half made', async () => {
    writeFileSync(file, 'precious')
    await expect(makeBackup(url(), file, now)).rejects.toThrow(/exists already/)
    expect(readFileSync(file, 'utf8')).toBe('precious')
    await open().$executeRawUnsafe('DROP TABLE "ReviewUndo"')
    await expect(makeBackup(url(), path.join(folder, 'new.gz'), now)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['backup.gz'])
  })

  it('is restored to a database that holds something only on request', async () => {
    await fillEveryTable(open(), [1])
    await makeBackup(url(), file, now)
    await fillEveryTable(open(), [2])
    const before = await contentOf(open())
    await expect(restoreBackup(url(), file, { isReplacing: false }, now)).rejects.toThrow(
      /is not empty: expected no rows/,
    )
    expect(await contentOf(open())).toEqual(before)
    await restoreBackup(url(), file, { isReplacing: true }, now)
    expect(await open().learner.findMany({ select: { id: true } })).toEqual([{ id: 'Learner 1' }])
  })

  describe('that is not whole changes nothing', () => {
    beforeEach(async () => {
      await fillEveryTable(open(), numbers)
      await makeBackup(url(), file, now)
    })

    async function expectRefused(bytes: Uint8Array, message: RegExp) {
      writeFileSync(file, bytes)
      const before = await contentOf(open())
      await expect(restoreBackup(url(), file, { isReplacing: true }, now)).rejects.toThrow(message)
      expect(await contentOf(open())).toEqual(before)
    }

    it('when it is cut off anywhere', async () => {
      const bytes = readFileSync(file)
      const lines = linesOf(file)
      for (const share of [0, 0.1, 0.5, 0.99]) {
        await expectRefused(bytes.subarray(0, Math.floor(bytes.length * share)), /damaged/)
      }
      await expectRefused(gzipped(lines.slice(0, -1)), /line \d+, is damaged: expected a last line/)
    })

    it('when a line is missing, altered, doubled or of nothing we know', async () => {
      const lines = linesOf(file)
      await expectRefused(gzipped(lines.toSpliced(3, 1)), /is damaged: expected \d+ rows before it, found \d+/)
      await expectRefused(
        gzipped(lines.with(1, lines[1]?.replace('Côte', 'Cote') ?? '')),
        /is damaged: expected the checksum/,
      )
      await expectRefused(gzipped([...lines, ...lines.slice(-1)]), /expected nothing after the last line/)
      await expectRefused(gzipped(lines.with(2, '["Secrets",{}]')), /line 3, is damaged: expected one of .*Learner/)
      await expectRefused(gzipped(lines.with(2, '["Learner",{"id":"x"}]')), /line 3, is damaged: expected createdAt/)
      await expectRefused(gzipped(lines.with(2, '["Learner"')), /line 3, is damaged: expected JSON/)
      await expectRefused(Buffer.from('not gzip'), /damaged/)
    })

    it('when a newer version made it, or it has another schema', async () => {
      const [header, ...rest] = linesOf(file)
      const changed = (change: object) => gzipped([JSON.stringify({ ...JSON.parse(header ?? ''), ...change }), ...rest])
      await expectRefused(
        changed({ version: 2 }),
        /line 1, was made by a newer version .* found 2; install that version/,
      )
      await expectRefused(changed({ schema: '20250101000000_old' }), /line 1, holds another schema: .* found 20250101/)
      await expectRefused(changed({ format: 'something' }), /line 1, is damaged: expected format/)
    })
  })
})

const oddAnswer = {
  id: 'odd',
  learnerId: 'Learner 1',
  itemId: 'i',
  itemRevision: 'r',
  score: 0.1,
  answeredAt: now,
}

async function contentOf(db: Database): Promise<Record<string, Row[]>> {
  const content: Record<string, Row[]> = {}
  for (const model of readDataModel()) {
    const rows: Row[] = []
    for await (const row of rowsOf(db, model)) {
      // Of the restoring itself.
      if (row.act !== 'backup-restored') rows.push(row)
    }
    const keyOf = (row: Row) => JSON.stringify(model.key.map((column) => row[column]))
    // The two databases sort texts differently.
    content[model.name] = rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }
  return content
}

async function withDatabase(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(url)
  try {
    await work(db)
  } finally {
    await db.$disconnect()
  }
}

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
const gzipped = (lines: readonly string[]) => gzipSync(`${lines.join('\n')}\n`)
