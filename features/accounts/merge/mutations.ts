import type { Transaction } from '@/lib/database.ts'
import { demoLearnerId } from '../identity.ts'
import { joinedStanding } from './standing.ts'

/** What is to happen in the same transaction once a log has grown: what is derived from it is derived anew. */
export type AfterMerge = (tx: Transaction, learnerId: string) => Promise<void>

/**
 * Joins what a guest has done to what a learner with an account has, row by row, and forgets the guest. Every row keeps
 * its id and its times, so that the joined log is the one that the account would have had all along. A guest who is
 * gone, has an account or is the demo's is left alone; so doing it twice changes nothing.
 */
export async function mergeGuest(
  tx: Transaction,
  guestId: string,
  learnerId: string,
  afterMerge: AfterMerge,
): Promise<boolean> {
  if (guestId === learnerId || guestId === demoLearnerId) return false
  const guest = await tx.learner.findFirst({ where: { id: guestId, account: null }, select: { id: true } })
  if (guest === null) return false

  const moving = { where: { learnerId: guestId }, data: { learnerId } }
  // What hangs on these, events and undos and the items of attempts, comes along.
  await tx.attempt.updateMany(moving)
  await tx.answer.updateMany(moving)
  await tx.review.updateMany(moving)
  await tx.itemFlag.updateMany(moving)
  await tx.ownCard.updateMany(moving)
  // Reviews name them. Which one is in use stays as the account has it.
  await tx.parameterFit.updateMany(moving)
  await tx.auditEvent.updateMany(moving)
  await moveStandings(tx, guestId, learnerId)
  // Derived from the log, which is another one now; deleting the guest deletes the guest's.
  await tx.learner.delete({ where: { id: guestId } })
  await afterMerge(tx, learnerId)
  return true
}

async function moveStandings(tx: Transaction, guestId: string, learnerId: string): Promise<void> {
  const rows = await tx.cardStanding.findMany({ where: { learnerId: guestId }, orderBy: { cardId: 'asc' } })
  for (const { learnerId: _, cardId, ...guests } of rows) {
    const key = { learnerId_cardId: { learnerId, cardId } }
    const own = await tx.cardStanding.findUnique({ where: key })
    const data = own === null ? guests : joinedStanding(own, guests)
    await tx.cardStanding.upsert({ where: key, create: { learnerId, cardId, ...data }, update: data })
  }
}
