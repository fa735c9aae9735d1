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
    select: { bankItemId: true, version: true, revision: true, content: true },
  })
}

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
