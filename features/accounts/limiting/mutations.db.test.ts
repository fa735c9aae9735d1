import { expect, it } from 'vitest'
import { openDatabase } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { type Limit, limits } from '../limits.ts'
import { LimitCounter, sweepLimits } from './mutations.ts'

const limit: Limit = { ...limits.flags, name: 'made', times: 5, seconds: 60 }
const now = () => new Date()

describeOnBothDatabases('a limit', (open, url) => {
  it('is drawn on by all servers together, each of whom then says how long to wait', async () => {
    const other = openDatabase(url())
    try {
      const [one, two] = [new LimitCounter(open(), limit), new LimitCounter(other, limit)]
      const counted = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => (n % 2 === 0 ? one : two).count('ada', now())))
      expect(counted.filter((wait) => wait === null)).toHaveLength(5)
      for (const wait of [...counted.filter((wait) => wait !== null), await one.count('ada', now())]) {
        expect(wait).toBeGreaterThanOrEqual(1)
        expect(wait).toBeLessThanOrEqual(60)
      }
      expect(await two.count('ben', now())).toBeNull()
    } finally {
      await other.$disconnect()
    }
  })

  it('is over once its time is', async () => {
    const counter = new LimitCounter(open(), { ...limit, seconds: 5 })
    for (let n = 1; n <= 5; n += 1) expect(await counter.count('ada', now())).toBeNull()
    expect(await counter.count('ada', now())).not.toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 5100))
    expect(await counter.count('ada', now())).toBeNull()
  })

  it('takes several at once from the database where it says so, and no more than it has', async () => {
    const counter = new LimitCounter(open(), { ...limit, times: 40, seconds: 60, atOnce: 20 })
    for (let n = 1; n <= 20; n += 1) expect(await counter.count('ada', now())).toBeNull()
    expect((await open().rateLimit.findMany()).map(({ points }) => points)).toEqual([20])
    for (let n = 21; n <= 40; n += 1) expect(await counter.count('ada', now())).toBeNull()
    expect(await counter.count('ada', now())).not.toBeNull()
    // What was taken is not kept for longer than the limit counts.
    const later = new LimitCounter(open(), { ...limit, name: 'later', times: 40, seconds: 60, atOnce: 20 })
    await later.count('ada', now())
    await later.count('ada', new Date(Date.now() + 61_000))
    expect((await open().rateLimit.findMany({ where: { key: 'later:ada' } }))[0]?.points).toBe(40)
  })

  it('leaves no rows behind that count for nothing', async () => {
    await new LimitCounter(open(), limit).count('ada', now())
    expect(await sweepLimits(open(), now())).toBe(0)
    expect(await sweepLimits(open(), new Date(Date.now() + 61_000))).toBe(1)
    expect(await open().rateLimit.count()).toBe(0)
  })
})
