import type { BankItemChangeScope, BankItemScope, BankScope, OwnBankItemScope } from '@/features/accounts/scope.ts'
import type { Item } from '@/features/quiz/item.ts'
import { itemOfVersion } from '@/features/quiz/own-items/data.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import { shortHash } from '@/lib/random.ts'
import type { Filing } from './filing.ts'
import { type Change, canonical, changeBetween, contentOf } from './versioning.ts'

/** An item that somebody has written, whole. */
export interface NewBankItem {
  id: string
  item: Item
  filing: Filing
  copiedFrom: { itemId: string; revision: string } | null
}

/** What has been kept. */
export interface Kept {
  sequence: number
  version: number
  change: Change
}

/** Puts an item into somebody's bank. Keeping the same twice keeps it once. */
export async function createBankItem(
  db: Database,
  scope: BankScope,
  made: NewBankItem,
  now: Date,
): Promise<Kept | Refusal> {
  const { accountId } = scope
  const { id, item, filing, copiedFrom } = made
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.bankItem.findUnique({ where: { id }, select: { ownerAccountId: true, deletedAt: true } })
      if (earlier !== null) {
        if (earlier.ownerAccountId !== accountId || earlier.deletedAt !== null) return unknownItem
        const latest = await latestVersion(tx, id)
        return latest !== null && changeBetween(latest.item, item) === 'none'
          ? { sequence: latest.sequence, version: latest.version, change: 'none' }
          : changedMeanwhile
      }
      await tx.bankItem.create({
        data: {
          id,
          ownerAccountId: accountId,
          ...filing,
          copiedFromItemId: copiedFrom?.itemId ?? null,
          copiedFromRevision: copiedFrom?.revision ?? null,
          createdAt: now,
          editedAt: now,
          versions: { create: { ...stored(item, 1, 1, now), byAccountId: accountId } },
        },
      })
      return { sequence: 1, version: 1, change: 'answer' }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same item came in twice at once.
    return createBankItem(db, scope, made, now)
  }
}

/**
 * Keeps how an item reads from now on. What it was stays in its versions, for whoever was asked it.
 *
 * @param given.basedOn the place of the version that was changed, so that nobody overwrites what they have not seen
 * @param given.asksOtherwise whether its author says that it asks something else now
 */
export async function changeBankItem(
  db: Database,
  { bankItemId, accountId }: BankItemChangeScope,
  { item, basedOn, asksOtherwise }: { item: Item; basedOn: number; asksOtherwise: boolean },
  now: Date,
): Promise<Kept | Refusal> {
  try {
    return await inTransaction(db, async (tx) => {
      const latest = await latestVersion(tx, bankItemId)
      if (latest === null) return unknownItem
      const { sequence, version } = latest
      const found = changeBetween(latest.item, item)
      const change = found === 'wording' && asksOtherwise ? 'answer' : found
      if (change === 'none') return { sequence, version, change }
      if (sequence !== basedOn) return changedMeanwhile
      const next = { sequence: sequence + 1, version: change === 'answer' ? version + 1 : version }
      await tx.bankItemVersion.create({
        data: { bankItemId, byAccountId: accountId, ...stored(item, next.sequence, next.version, now) },
      })
      await tx.bankItem.update({ where: { id: bankItemId }, data: { editedAt: now } })
      return { ...next, change }
    })
  } catch (error) {
    // Somebody else kept theirs at the same time.
    if (isUniqueViolation(error)) return changedMeanwhile
    throw error
  }
}

/** Moves an item to a folder, tags it and says how hard it is. */
export function fileBankItem(db: Database, { bankItemId }: OwnBankItemScope, filing: Filing): Promise<Refusal | null> {
  return whileThere(db, bankItemId, async (tx) => {
    await tx.bankItem.update({ where: { id: bankItemId }, data: filing })
    return null
  })
}

/** Copies an item, as it reads now, into somebody's own bank. Copying twice under the same id copies once. */
export async function copyBankItem(
  db: Database,
  source: BankItemScope,
  bank: BankScope,
  id: string,
  now: Date,
): Promise<Kept | Refusal> {
  const latest = await latestVersion(db, source.bankItemId)
  if (latest === null) return unknownItem
  const found = await db.bankItem.findUnique({
    where: { id: source.bankItemId },
    select: { ownerAccountId: true, folder: true, tags: true, difficulty: true },
  })
  const isOwn = found?.ownerAccountId === bank.accountId
  const filing = {
    folder: isOwn ? found.folder : '',
    tags: isOwn ? (found.tags as string[]) : [],
    difficulty: (found?.difficulty ?? null) as Filing['difficulty'],
  }
  const { item } = latest
  return createBankItem(db, bank, { id, item, filing, copiedFrom: { itemId: item.id, revision: item.revision } }, now)
}

/** Shares an item with the teachers of these classes, and of no others. */
export function shareBankItem(
  db: Database,
  { bankItemId, taughtClassIds }: OwnBankItemScope,
  shares: readonly { classId: string; mayEdit: boolean }[],
): Promise<Refusal | null> {
  return whileThere(db, bankItemId, async (tx) => {
    if (shares.some(({ classId }) => !taughtClassIds.includes(classId))) return notTaught
    await tx.bankItemShare.deleteMany({ where: { bankItemId } })
    await tx.bankItemShare.createMany({ data: shares.map((share) => ({ bankItemId, ...share })) })
    return null
  })
}

/**
 * Takes an item out of the bank. It goes for good unless somebody was asked it, or is to be by an assignment: then it stays
 * for these alone.
 */
export function deleteBankItem(db: Database, { bankItemId }: OwnBankItemScope, now: Date): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const isInUse =
      (await tx.attemptItem.count({ where: { bankItemId } })) > 0 ||
      (await tx.assignedBankItem.count({ where: { bankItemId } })) > 0
    if (isInUse) {
      await tx.bankItemShare.deleteMany({ where: { bankItemId } })
      await tx.bankItem.updateMany({ where: { id: bankItemId, deletedAt: null }, data: { deletedAt: now } })
    } else await tx.bankItem.deleteMany({ where: { id: bankItemId } })
    return null
  })
}

function whileThere(
  db: Database,
  bankItemId: string,
  work: (tx: Transaction) => Promise<Refusal | null>,
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const found = await tx.bankItem.count({ where: { id: bankItemId, deletedAt: null } })
    return found === 0 ? unknownItem : work(tx)
  })
}

async function latestVersion(
  tx: Database | Transaction,
  bankItemId: string,
): Promise<{ sequence: number; version: number; item: Item } | null> {
  const row = await tx.bankItemVersion.findFirst({
    where: { bankItemId, bankItem: { deletedAt: null } },
    orderBy: { sequence: 'desc' },
  })
  return row === null ? null : { sequence: row.sequence, version: row.version, item: itemOfVersion(row) }
}

function stored(item: Item, sequence: number, version: number, now: Date) {
  const content = contentOf(item)
  return {
    sequence,
    version,
    revision: shortHash(canonical(content)).slice(0, 10),
    content: content as unknown as Prisma.InputJsonObject,
    createdAt: now,
  }
}

/** The answer about an item that is not there, or not for whoever asks. */
export const unknownItem = refuse(404, 'unknown-item', 'There is no such question in a bank of yours.')
const changedMeanwhile = refuse(
  409,
  'changed-meanwhile',
  'This question has been changed since you opened it, here or by somebody else. What you typed stays in this form: copy what you need, then load the page anew.',
)
const notTaught = refuse(403, 'not-taught', 'classId: an item is shared with classes that you teach.')
