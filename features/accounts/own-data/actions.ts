import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { action, type Refusal, refuse, responding } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database, inTransaction, openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { recordAct } from '../auditing/mutations.ts'
import { demoLearnerId, learnerCookie } from '../identity.ts'
import { limitOn } from '../limiting/actions.ts'
import { limits } from '../limits.ts'
import { currentLearner, currentVisit } from '../loaders.ts'
import { ownerProblem } from '../owner.ts'
import { sessionCookie } from '../sessions/session-cookie.ts'
import { pendingCookie } from '../two-step/pending-cookie.ts'
import { archive } from './archive.ts'
import { findPerson, readHeld } from './data.ts'
import { deletePerson, sweep } from './mutations.ts'
import { teachesAloneText } from './teaches-alone.ts'

const nothingHeld: Refusal = refuse(
  404,
  'nothing-held',
  'Nothing is held on you: this browser has given no answer yet.',
)

/** Sends all that is held on whoever asks, as a zip. */
export const downloadEverything = responding(async () => {
  const learner = await currentLearner()
  if (learner === null) return nothingHeld
  const limit = await limitOn(limits.export, learner.id)
  if (limit !== null) return limit
  const at = now()
  const held = await inTransaction(database(), async (tx) => {
    const read = await readHeld(tx, await findPerson(tx, learner.work))
    await recordAct(
      tx,
      { act: 'exported', rows: read.reduce((sum, { rows }) => sum + rows.length, 0) },
      { learnerId: learner.id },
      at,
    )
    return read
  })
  return new Response(archive(held, at) as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="rapporteur-${at.toISOString().slice(0, 10)}.zip"`,
      'cache-control': 'no-store',
    },
  })
})

const deleteSchema = z.strictObject({ confirmed: z.literal('everything') })

/** Deletes everything that is held on whoever asks, and makes the browser nobody. */
export const deleteEverything = action(deleteSchema, async () => {
  const [learner, visit] = [await currentLearner(), await currentVisit()]
  if (learner === null) return nothingHeld
  const problem =
    visit.kind === 'signed-in'
      ? await ownerProblem({ account: { passwordHash: null }, since: visit.since }, '', now())
      : null
  // An account is lost for good, so whoever sits at a browser that was left open may not.
  if (problem !== null) return problem
  if (learner.id === demoLearnerId) {
    return refuse(409, 'demo', 'This is the demo, which is everybody’s. Nothing of yours is held here.')
  }
  const deletion = await deletePerson(database(), await findPerson(database(), learner.work), now())
  if (deletion.kind === 'teaches-alone') return refuse(409, 'teaches-alone', teachesAloneText(deletion.classes))
  const jar = await cookies()
  for (const { name } of [learnerCookie, sessionCookie, pendingCookie]) jar.delete(name)
  return { deleted: deletion.rows }
})

const day = 24 * 60 * 60 * 1000

/** Sweeps now, and once a day as long as this server runs. Several servers may do so at once. */
export function keepSweeping(): void {
  const sweepOnce = async () => {
    // A database of its own: what starts with the server is loaded apart from what answers requests, and errors of the one
    // are not known to the other by their class.
    const db = openDatabase(env().DATABASE_URL)
    try {
      await sweep(db, env().GUEST_MONTHS, now())
    } catch (error) {
      console.error('Sweeping failed, and is tried again tomorrow:', error)
    } finally {
      await db.$disconnect()
    }
  }
  void sweepOnce()
  setInterval(sweepOnce, day).unref()
}
