import { DateTime } from 'luxon'
import { type Database, inTransaction, type Transaction } from '@/lib/database.ts'
import { tableOf } from '@/lib/table.ts'
import type { Doer } from '../audit.ts'
import { recordAct } from '../auditing/mutations.ts'
import { sweepLimits } from '../limiting/mutations.ts'
import { holdings, type Person } from '../privacy.ts'
import { sweepSessions } from '../sessions/mutations.ts'
import { sweepTokens } from '../sign-in/mutations.ts'
import { countHeld, listIdleGuests, listTaughtAlone } from './data.ts'
import type { TaughtAlone } from './teaches-alone.ts'

/** What became of deleting somebody. */
export type Deletion =
  | { kind: 'deleted'; rows: number }
  /** Nothing was: these classes would be left without a teacher. */
  | { kind: 'teaches-alone'; classes: TaughtAlone[] }

/** Deletes everything that is held on somebody by their own wish, all of it or nothing. */
export function deletePerson(db: Database, person: Person, now: Date): Promise<Deletion> {
  return inTransaction(db, (tx) => deleteUnlessAlone(tx, person, { act: 'deleted' }, {}, now))
}

/**
 * The same within a transaction, whoever does it. A class that somebody taught and nobody else is in is put away, as
 * there is nobody left to let anybody in.
 */
export async function deleteUnlessAlone(
  tx: Transaction,
  person: Person,
  { act }: { act: 'deleted' | 'person-deleted' },
  doer: Doer,
  now: Date,
): Promise<Deletion> {
  const classes = await listTaughtAlone(tx, person)
  if (classes.length > 0) return { kind: 'teaches-alone', classes }
  await tx.class.updateMany({
    where: {
      archivedAt: null,
      AND: [
        { memberships: { some: { account: { learnerId: person.learnerId }, role: 'teacher', leftAt: null } } },
        { memberships: { none: { account: { learnerId: { not: person.learnerId } }, leftAt: null } } },
      ],
    },
    data: { archivedAt: now, joinCode: null },
  })
  const rows = await removePerson(tx, person)
  if (rows > 0) await recordAct(tx, { act, rows }, doer, now)
  return { kind: 'deleted', rows }
}

/**
 * What the declarations of privacy.ts say of deletion, done. The rest hangs on the learner and goes along; what does not
 * and was removed all the same is counted.
 */
async function removePerson(tx: Transaction, person: Person): Promise<number> {
  const held = await countHeld(tx, person)
  let sought = 0
  for (const { model, onDeletion, rowsOf } of holdings) {
    if (onDeletion.kind === 'sought' && rowsOf !== null) {
      sought += (await tableOf(tx, model).deleteMany({ where: rowsOf(person) })).count
    }
    if (onDeletion.kind !== 'anonymous') continue
    if (onDeletion.removes !== undefined) {
      sought += (await tableOf(tx, model).deleteMany({ where: onDeletion.removes.where(person) })).count
    }
    for (const { where, values } of onDeletion.changes(person)) {
      await tableOf(tx, model).updateMany({ where, data: { ...values } })
    }
  }
  await tx.learner.deleteMany({ where: { id: person.learnerId } })
  return held.reduce((sum, { holding, count }) => sum + (holding.onDeletion.kind === 'removed' ? count : 0), sought)
}

const guestsAtOnce = 50

/** Deletes what is held on guests who have done nothing for so many months, and returns how many that were. */
export async function sweepGuests(db: Database, months: number, now: Date): Promise<number> {
  const since = DateTime.fromJSDate(now).minus({ months }).toJSDate()
  let learners = 0
  for (;;) {
    const idle = await listIdleGuests(db, since, guestsAtOnce)
    for (const learnerId of idle) await inTransaction(db, (tx) => removePerson(tx, { learnerId, email: null }))
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
): Promise<{ guests: number; limits: number; links: number; sessions: number }> {
  await db.invitation.deleteMany({ where: { expiresAt: { lte: now } } })
  return {
    limits: await sweepLimits(db, now),
    links: await sweepTokens(db, now),
    sessions: await sweepSessions(db, now),
    guests: guestMonths === 'off' ? 0 : await sweepGuests(db, guestMonths, now),
  }
}
