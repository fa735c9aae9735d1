import type { Database, Transaction } from '@/lib/database.ts'
import { type Row, tableOf } from '@/lib/table.ts'
import { demoLearnerId } from '../identity.ts'
import { type Holding, holdings, type Person } from '../privacy.ts'
import type { WorkScope } from '../scope.ts'
import type { TaughtAlone } from './teaches-alone.ts'

/** What is held on somebody in one table. */
export interface Held {
  holding: Holding
  rows: Row[]
}

/** Somebody, as far as it tells which rows are theirs. */
export async function findPerson(db: Database | Transaction, { learnerId }: WorkScope): Promise<Person> {
  const account = await db.account.findUnique({ where: { learnerId }, select: { email: true } })
  return { learnerId, email: account?.email ?? null }
}

/** How many rows are held on somebody, table by table. */
export async function countHeld(
  db: Database | Transaction,
  person: Person,
): Promise<{ holding: Holding; count: number }[]> {
  const counts: { holding: Holding; count: number }[] = []
  for (const holding of holdings) {
    if (holding.rowsOf === null) continue
    counts.push({ holding, count: await tableOf(db, holding.model).count({ where: holding.rowsOf(person) }) })
  }
  return counts
}

/** All that is held on somebody. */
export async function readHeld(db: Database | Transaction, person: Person): Promise<Held[]> {
  const held: Held[] = []
  for (const holding of holdings) {
    if (holding.rowsOf === null) continue
    const orderBy = holding.sortedBy.map((column) => ({ [column]: 'asc' }))
    const rows = await tableOf(db, holding.model).findMany({ where: holding.rowsOf(person), orderBy })
    held.push({ holding, rows: rows.map((row) => withoutSecrets(row, holding)) })
  }
  return held
}

function withoutSecrets(row: Row, { secret = [] }: Holding): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !secret.includes(column)))
}

/** Guests who have done nothing since then, those who came first before the others. */
export async function listIdleGuests(db: Database, since: Date, take: number): Promise<string[]> {
  const learners = await db.learner.findMany({
    where: {
      id: { not: demoLearnerId },
      account: null,
      createdAt: { lt: since },
      attempts: { none: { OR: [{ startedAt: { gte: since } }, { events: { some: { receivedAt: { gte: since } } } }] } },
      answers: { none: { answeredAt: { gte: since } } },
      reviews: { none: { reviewedAt: { gte: since } } },
      flags: { none: { flaggedAt: { gte: since } } },
      ownCards: { none: { editedAt: { gte: since } } },
      fits: { none: { fittedAt: { gte: since } } },
    },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
  })
  return learners.map(({ id }) => id)
}

const isTeaching = { role: 'teacher', leftAt: null } as const

/** The classes that somebody alone teaches, with others in them, by name. */
export async function listTaughtAlone(tx: Transaction, { learnerId }: Person): Promise<TaughtAlone[]> {
  const others = { account: { learnerId: { not: learnerId } } }
  const rows = await tx.class.findMany({
    where: {
      AND: [
        { memberships: { some: { account: { learnerId }, ...isTeaching } } },
        { memberships: { some: { ...others, leftAt: null } } },
        { memberships: { none: { ...others, ...isTeaching } } },
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { name: true, archivedAt: true },
  })
  return rows.map(({ name, archivedAt }) => ({ name, isArchived: archivedAt !== null }))
}
