import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import type { Item } from '../item.ts'
import { ownItemId, readOwnItemId } from './own-item-id.ts'

/** The items of banks that these ids name, each in its latest wording. Ids of the catalog are passed over. */
export async function findBankItems(
  db: Database | Transaction,
  itemIds: readonly string[],
): Promise<Map<string, Item>> {
  const asked = itemIds.flatMap((itemId) => readOwnItemId(itemId) ?? [])
  return asItems(await versionsOf(db, asked))
}

/** The items of banks that an attempt asks, each in the wording that the attempt began with. */
export async function findBankItemsOfAttempt(
  db: Database | Transaction,
  attemptId: string,
): Promise<Map<string, Item>> {
  const rows = await db.attemptItem.findMany({
    where: { attemptId, bankItemId: { not: null } },
    orderBy: { position: 'asc' },
    select: { itemId: true, itemRevision: true },
  })
  const asked = rows.flatMap(({ itemId, itemRevision: revision }) => {
    const named = readOwnItemId(itemId)
    return named === null ? [] : [{ ...named, revision }]
  })
  return asItems(await versionsOf(db, asked))
}

/** The newest version of an item of a bank, whichever an id names; nothing for the id of an item of the catalog. */
export async function findNewestBankItem(db: Database | Transaction, itemId: string): Promise<Item | undefined> {
  const named = readOwnItemId(itemId)
  if (named === null) return undefined
  const row = await db.bankItemVersion.findFirst({
    where: { bankItemId: named.bankItemId },
    orderBy: { sequence: 'desc' },
    select: ofVersion,
  })
  return row === null ? undefined : itemOfVersion(row)
}

/** Items of banks as they read in these revisions, of whichever version, by the ids they are asked for with. */
export async function findBankItemsAt(
  db: Database | Transaction,
  asked: readonly { itemId: string; revision: string }[],
): Promise<Map<string, Item>> {
  const named = asked.flatMap(({ itemId, revision }) => {
    const bankItemId = readOwnItemId(itemId)?.bankItemId
    return bankItemId === undefined ? [] : [{ itemId, bankItemId, revision }]
  })
  if (named.length === 0) return new Map()
  const rows = await db.bankItemVersion.findMany({
    where: { OR: named.map(({ bankItemId, revision }) => ({ bankItemId, revision })) },
    orderBy: [{ bankItemId: 'asc' }, { sequence: 'asc' }],
    select: ofVersion,
  })
  return new Map(
    named.flatMap(({ itemId, bankItemId, revision }) => {
      const row = rows.findLast((one) => one.bankItemId === bankItemId && one.revision === revision)
      return row === undefined ? [] : [[itemId, itemOfVersion(row)]]
    }),
  )
}

interface Asked {
  bankItemId: string
  version: number
  revision?: string
}

/** Those kept later come after those kept before. */
async function versionsOf(db: Database | Transaction, asked: readonly Asked[]): Promise<VersionRow[]> {
  if (asked.length === 0) return []
  return db.bankItemVersion.findMany({
    where: {
      OR: asked.map(({ bankItemId, version, revision }) => ({ bankItemId, version, ...(revision && { revision }) })),
    },
    orderBy: [{ bankItemId: 'asc' }, { sequence: 'asc' }],
    select: ofVersion,
  })
}

const ofVersion = {
  bankItemId: true,
  version: true,
  revision: true,
  content: true,
} satisfies Prisma.BankItemVersionSelect

/** How an item reads at one moment, as it is kept. */
export interface VersionRow {
  bankItemId: string
  version: number
  revision: string
  content: unknown
}

/** The item that a version holds. Its schema was checked when it was kept. */
export function itemOfVersion({ bankItemId, version, revision, content }: VersionRow): Item {
  return { ...(content as Item), id: ownItemId(bankItemId, version), revision }
}

function asItems(rows: readonly VersionRow[]): Map<string, Item> {
  return new Map(rows.map(itemOfVersion).map((item) => [item.id, item]))
}
