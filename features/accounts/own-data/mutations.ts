import { DateTime } from 'luxon'
import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import { tableOf } from '@/lib/table.ts'
import { recordAct } from '../auditing/mutations.ts'
import { sweepLimits } from '../limiting/mutations.ts'
import { holdings, type Person } from '../privacy.ts'
import { countHeld, listIdleGuests } from './data.ts'

/** Deletes everything that is held on somebody, all of it or nothing, and returns how many rows that were. */
export function deletePerson(db: Database, person: Person, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const held = await countHeld(tx, person)
    const gone = held.reduce((sum, { holding, count }) => sum + (holding.onDeletion.kind === 'removed' ? count : 0), 0)
    const rows = gone + (await removePerson(tx, person))
    if (rows > 0) await recordAct(tx, { act: 'deleted', rows }, {}, now)
    return rows
  })
}

/**
 * What the declarations of privacy.ts say of deletion, done. The rest hangs on the learner and goes along; what does not
 * and was removed all the same is counted.
 */
async function removePerson(tx: Transaction, person: Person): Promise<number> {
  let removed = 0
  for (const { model, onDeletion } of holdings) {
    if (onDeletion.kind !== 'anonymous') continue
    if (onDeletion.removes !== undefined) {
      removed += (await tableOf(tx, model).deleteMany({ where: onDeletion.removes.where(person) })).count
    }
    for (const { where, values } of onDeletion.changes(person)) {
      await tableOf(tx, model).updateMany({ where, data: { ...values } })
    }
  }
  await tx.learner.deleteMany({ where: { id: person.learnerId } })
  return removed
}

const guestsAtOnce = 50

/** Deletes what is held on guests who have done nothing for so many months, and returns how many that were. */
export async function sweepGuests(db: Database, months: number, now: Date): Promise<number> {
  const since = DateTime.fromJSDate(now).minus({ months }).toJSDate()
  let learners = 0
  for (;;) {
    const idle = await listIdleGuests(db, since, guestsAtOnce)
    for (const learnerId of idle) await inTransaction(db, (tx) => removePerson(tx, { learnerId }))
    learners += idle.length
    if (idle.length < guestsAtOnce) break
  }
  if (learners > 0) await recordAct(db, { act: 'guests-swept', learners, months }, {}, now)
  return learners
}

/** Deletes what need not be kept any more. */
export async function sweep(
  db: Database,
  guestMonths: number | 'off',
  now: Date,
): Promise<{ guests: number; limits: number }> {
  const limits = await sweepLimits(db, now)
  return { limits, guests: guestMonths === 'off' ? 0 : await sweepGuests(db, guestMonths, now) }
}
