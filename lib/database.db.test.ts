import { afterEach, expect, it } from 'vitest'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { type Database, inTransaction, isUniqueViolation, openDatabase } from './database.ts'
import { dialectOf } from './database-url.ts'

const createdAt = new Date('2016-09-06T10:00:00.123Z')
const learner = (id: string, timeZone = 'Europe/Lisbon') => ({ data: { id, timeZone, createdAt } })

describeOnBothDatabases('The database', (open, url) => {
  const isSqlite = () => dialectOf(url()) === 'sqlite'
  const others: Database[] = []
  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.$disconnect()))
  })

  /** The same database, opened once more, with little patience. */
  function openAgain(): Database {
    const other = openDatabase(url(), { busyTimeoutMs: 200 })
    others.push(other)
    return other
  }

  it('keeps what it has acknowledged through a power cut', async () => {
    if (!isSqlite()) {
      // PostgreSQL does by default; a server can be set otherwise, but our connections leave it as it is.
      expect(await open().$queryRawUnsafe('SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
      return
    }
    const pragma = async (name: string) =>
      Object.values((await open().$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})
    expect(await pragma('journal_mode')).toEqual(['wal'])
    expect(await pragma('synchronous')).toEqual([2n])
    expect(await pragma('foreign_keys')).toEqual([1n])
    expect(await pragma('busy_timeout')).toEqual([5000n])
  })

  it('refuses a row that refers to nothing, and removes what refers to a removed row', async () => {
    const attempt = {
      data: { id: 'attempt', learnerId: 'somebody', plan: {}, rules: {}, lessonId: 'lesson', startedAt: createdAt },
    }
    await expect(open().attempt.create(attempt)).rejects.toMatchObject({ code: 'P2003' })
    await open().learner.create(learner('somebody'))
    await open().attempt.create(attempt)
    await open().learner.delete({ where: { id: 'somebody' } })
    expect(await open().attempt.count()).toBe(0)
  })

  it('returns JSON and milliseconds as they were stored', async () => {
    const response = {
      optionId: 'o2',
      order: ['b', 'a'],
      blank: null,
      nested: { text: 'Côte d’Ivoire \u{1F54A}', n: 0.1 },
    }
    const answer = { id: 'answer', itemId: 'i', itemRevision: 'r', score: 0.25, response, answeredAt: createdAt }
    await open().learner.create(learner('somebody'))
    await open().answer.create({ data: { ...answer, learnerId: 'somebody' } })
    expect(await open().answer.findUnique({ where: { id: 'answer' } })).toMatchObject(answer)
    expect(await open().answer.count({ where: { answeredAt: { lt: new Date(createdAt.getTime() + 1) } } })).toBe(1)
    expect(await open().answer.count({ where: { answeredAt: { lt: createdAt } } })).toBe(0)
  })

  it('recognises that an id is taken', async () => {
    await open().learner.create(learner('somebody'))
    const again = await open()
      .learner.create(learner('somebody'))
      .catch((error) => error)
    expect(isUniqueViolation(again)).toBe(true)
    expect(isUniqueViolation(new Error('something else'))).toBe(false)
    const inside = await inTransaction(open(), (tx) => tx.learner.create(learner('somebody'))).catch((error) => error)
    expect(isUniqueViolation(inside)).toBe(true)
  })

  it('loses no update of transactions that run at once', async () => {
    await open().learner.create(learner('somebody', '0'))
    // A process has one connection to SQLite; a second one would stop it from finishing what the second waits for.
    const clients = isSqlite() ? [open()] : [open(), openAgain()]
    const increments = Array.from({ length: 12 }, (_, index) =>
      inTransaction(clients[index % clients.length] as Database, async (tx) => {
        const { timeZone } = await tx.learner.findUniqueOrThrow({ where: { id: 'somebody' } })
        await tx.learner.update({ where: { id: 'somebody' }, data: { timeZone: String(Number(timeZone) + 1) } })
      }).then(
        () => 1,
        () => 0,
      ),
    )
    const done = (await Promise.all(increments)).reduce<number>((sum, one) => sum + one, 0)
    expect(done).toBeGreaterThan(0)
    expect(await open().learner.findUnique({ where: { id: 'somebody' } })).toMatchObject({ timeZone: String(done) })
  })

  it('keeps a plain write that was sent while a transaction was open and then undone', async () => {
    const undone = inTransaction(open(), async (tx) => {
      await tx.learner.create(learner('undone'))
      await new Promise((resolve) => setTimeout(resolve, 50))
      throw new Error('changed its mind')
    })
    const kept = open().learner.create(learner('kept'))
    await expect(undone).rejects.toThrow('changed its mind')
    await kept
    expect(await open().learner.findMany()).toMatchObject([learner('kept').data])
  })

  it('never takes a transaction for stored in which a statement failed', async () => {
    await open().learner.create(learner('somebody'))
    const stored = await inTransaction(open(), async (tx) => {
      await tx.learner.create(learner('another'))
      await tx.learner.create(learner('somebody')).catch(() => {})
    }).then(
      () => true,
      () => false,
    )
    expect(await open().learner.count({ where: { id: 'another' } })).toBe(stored ? 1 : 0)
  })

  it('says that it is busy when another holds a lock for too long', async () => {
    const impatient = openAgain()
    await impatient.learner.count()
    const lock = isSqlite() ? 'UPDATE "Learner" SET id = id' : 'LOCK TABLE "Learner" IN ACCESS EXCLUSIVE MODE'
    await inTransaction(open(), async (tx) => {
      await tx.$executeRawUnsafe(lock)
      const busy = { name: 'StorageFault', kind: 'busy' }
      await expect(impatient.learner.create(learner('plain'))).rejects.toMatchObject(busy)
      await expect(inTransaction(impatient, (other) => other.learner.create(learner('within')))).rejects.toMatchObject(
        busy,
      )
    })
    await impatient.learner.create(learner('afterwards'))
    expect(await open().learner.findMany()).toMatchObject([learner('afterwards').data])
  })

  it('says that the disk is full, and keeps what it had', async () => {
    await open().learner.create(learner('before'))
    await fillDisk(open(), isSqlite())
    const full = { name: 'StorageFault', kind: 'full' }
    const large = learner('large', 'x'.repeat(100_000))
    await expect(open().learner.create(large)).rejects.toMatchObject(full)
    await expect(inTransaction(open(), (tx) => tx.learner.create(large))).rejects.toMatchObject(full)
    expect(await open().learner.findMany()).toMatchObject([learner('before').data])
  })

  it('says that it may not be written to', async () => {
    const readOnly = openAgain()
    await readOnly.$queryRawUnsafe(isSqlite() ? 'PRAGMA query_only = 1' : 'SELECT 1')
    const write = inTransaction(readOnly, async (tx) => {
      if (!isSqlite()) await tx.$executeRawUnsafe('SET TRANSACTION READ ONLY')
      await tx.learner.create(learner('somebody'))
    })
    await expect(write).rejects.toMatchObject({ name: 'StorageFault', kind: 'read-only' })
  })

  it('says that it cannot be reached', async () => {
    const gone = openDatabase(isSqlite() ? 'file:/nowhere/at/all.db' : 'postgresql://127.0.0.1:1/nothing')
    others.push(gone)
    const unreachable = { name: 'StorageFault', kind: 'unreachable' }
    await expect(gone.learner.count()).rejects.toMatchObject(unreachable)
    await expect(inTransaction(gone, (tx) => tx.learner.count())).rejects.toMatchObject(unreachable)
  })
})

/** SQLite may grow no more. PostgreSQL has no such limit to set, so a trigger raises its error for a full disk. */
async function fillDisk(db: Database, isSqlite: boolean): Promise<void> {
  if (isSqlite) {
    const [size] = await db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
    await db.$queryRawUnsafe(`PRAGMA max_page_count = ${size?.page_count}`)
    return
  }
  await db.$executeRawUnsafe(`
    CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`)
  await db.$executeRawUnsafe('CREATE TRIGGER no_space BEFORE INSERT ON "Learner" EXECUTE FUNCTION no_space()')
}
