import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '@/lib/database.ts'
import type { Limit } from '../limits.ts'

/** Counts one time that something is done; all servers on a database count together. */
export class LimitCounter {
  readonly #limiter: RateLimiterPrisma
  /** What was taken from the database and not used up yet. */
  readonly #taken = new Map<string, { left: number; untilMs: number }>()

  constructor(
    db: Database,
    private readonly limit: Limit,
    factor = 1,
  ) {
    const points = limit.times * factor
    this.#limiter = new RateLimiterPrisma({
      storeClient: db,
      tableName: 'rateLimit',
      keyPrefix: limit.name,
      points,
      duration: limit.seconds,
      // Whoever is over the limit costs the database nothing.
      inMemoryBlockOnConsumed: points,
      // sweepLimits does that.
      clearExpiredByTimeout: false,
    })
  }

  /** Seconds to wait where it was done too often; nothing if it may be done. */
  async count(key: string, now: Date): Promise<number | null> {
    const taken = this.#taken.get(key)
    if (taken !== undefined && taken.left > 0 && taken.untilMs > now.getTime()) {
      taken.left -= 1
      return null
    }
    try {
      const { msBeforeNext = 0 } = await this.#limiter.consume(key, this.limit.atOnce)
      if (this.limit.atOnce > 1) this.#keep(key, now.getTime() + msBeforeNext, now)
      return null
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    }
  }

  #keep(key: string, untilMs: number, now: Date): void {
    if (this.#taken.size > 10_000) {
      for (const [other, { untilMs }] of this.#taken) if (untilMs <= now.getTime()) this.#taken.delete(other)
    }
    this.#taken.set(key, { left: this.limit.atOnce - 1, untilMs })
  }
}

/** Removes what counts for nothing any more, and says how many rows that were. */
export async function sweepLimits(db: Database, now: Date): Promise<number> {
  const { count } = await db.rateLimit.deleteMany({ where: { expire: { lte: now } } })
  return count
}
