import 'server-only'
import { guarded, type Refusal, refuseForNow } from '@/lib/action.ts'
import { clientAddress } from '@/lib/client-address.ts'
import { now } from '@/lib/clock.ts'
import { database } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { addressesTogether, type Limit, limitKey } from '../limits.ts'
import { currentLearner } from '../loaders.ts'
import { LimitCounter } from './mutations.ts'

/**
 * Counts that somebody does something, and says why they have to wait if they do it too often.
 *
 * @param somebody by whatever the limit counts: a learner's id, an account's, a normalised e-mail address
 */
export async function limitOn(limit: Limit, somebody: string): Promise<Refusal | null> {
  return draw(limit, somebody, 1)
}

/** The same, for a limit that counts by the address a request came from. */
export async function limitOnAddress(
  limit: Limit,
  request: { headers: { get(name: string): string | null } },
): Promise<Refusal | null> {
  const address = clientAddress(request.headers, env().TRUST_PROXY === 'on')
  return address === null ? draw(limit, 'everybody', addressesTogether) : draw(limit, address, 1)
}

/** A route handler that may be used only so often by one learner, or from one address. */
export function limited(
  limit: Limit & { countedBy: 'learner' | 'address' },
  handler: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return guarded(async (request) => {
    if (limit.countedBy === 'address') return limitOnAddress(limit, request)
    // Nobody is turned away by the handler itself.
    const learner = await currentLearner()
    return learner === null ? null : limitOn(limit, learner.id)
  }, handler)
}

async function draw(limit: Limit, somebody: string, factor: number): Promise<Refusal | null> {
  const name = `${limit.name} ${factor}`
  let counter = counters.get(name)
  if (counter === undefined) {
    counter = new LimitCounter(database(), limit, factor)
    counters.set(name, counter)
  }
  const waitSeconds = await counter.count(limitKey(limit, somebody, env().AUTH_SECRET), now())
  return waitSeconds === null ? null : refuseForNow('too-many', limit.message, waitSeconds)
}

const counters = new Map<string, LimitCounter>()
