import type { BankItemAsked } from '@/features/accounts/policy.ts'
import type { BankItemScope, BankScope, OwnBankItemScope } from '@/features/accounts/scope.ts'
import type { Difficulty } from '@/features/quiz/difficulty.ts'
import type { Item } from '@/features/quiz/item.ts'
import { itemOfVersion } from '@/features/quiz/own-items/data.ts'
import { ownItemId, readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import type { Database, Transaction } from '@/lib/database.ts'
import type { Flag } from '../flag-list.tsx'

/** An item of a bank as it reads now, with where it is filed. */
export interface BankItemRow {
  id: string
  owner: { accountId: string; name: string } | null
  folder: string
  tags: string[]
  difficulty: Difficulty | null
  copiedFrom: { itemId: string; revision: string } | null
  shares: { classId: string; className: string; mayEdit: boolean }[]
  /** What it was when it was last kept: the place of that in the list of its versions. */
  sequence: number
  version: number
  item: Item
  editedAt: Date
  /** How many attempts have asked it, in any version. */
  timesAsked: number
  /** Whether an attempt has asked it, or an assignment is to. */
  isInUse: boolean
}

const shown = {
  id: true,
  owner: { select: { id: true, name: true } },
  folder: true,
  tags: true,
  difficulty: true,
  copiedFromItemId: true,
  copiedFromRevision: true,
  editedAt: true,
  shares: {
    orderBy: [{ class: { name: 'asc' } }, { classId: 'asc' }],
    select: { classId: true, mayEdit: true, class: { select: { name: true } } },
  },
  versions: {
    orderBy: { sequence: 'desc' },
    take: 1,
    select: { bankItemId: true, sequence: true, version: true, revision: true, content: true },
  },
  _count: { select: { asked: true, assigned: true } },
} satisfies Prisma.BankItemSelect

/** The items of one's own bank and those shared with classes that one teaches, the last changed first. */
export async function listBankItems(db: Database, scope: BankScope): Promise<BankItemRow[]> {
  const rows = await db.bankItem.findMany({
    where: usableIn(scope),
    orderBy: [{ editedAt: 'desc' }, { id: 'asc' }],
    select: shown,
  })
  return rows.flatMap((row) => bankItemRow(row) ?? [])
}

/** As they read now, the items of which these ids name a version, as far as they are one's own or shared with a class that one teaches. */
export async function listBankItemsAmong(
  db: Database,
  scope: BankScope,
  itemIds: readonly string[],
): Promise<BankItemRow[]> {
  const ids = itemIds.flatMap((itemId) => readOwnItemId(itemId)?.bankItemId ?? [])
  if (ids.length === 0) return []
  const rows = await db.bankItem.findMany({
    where: { AND: [{ id: { in: ids } }, usableIn(scope)] },
    orderBy: { id: 'asc' },
    select: shown,
  })
  return rows.flatMap((row) => bankItemRow(row) ?? [])
}

/** Which of these ids name a version of an item of one's own bank, or of one shared with a class that one teaches. */
export async function listUsableAmong(
  db: Database | Transaction,
  scope: BankScope,
  itemIds: readonly string[],
): Promise<Set<string>> {
  const asked = itemIds.flatMap((itemId) => readOwnItemId(itemId) ?? [])
  if (asked.length === 0) return new Set()
  const rows = await db.bankItemVersion.findMany({
    where: { OR: asked, bankItem: usableIn(scope) },
    orderBy: [{ bankItemId: 'asc' }, { sequence: 'asc' }],
    select: { bankItemId: true, version: true },
  })
  return new Set(rows.map(({ bankItemId, version }) => ownItemId(bankItemId, version)))
}

/** As `mayUseBankItem` has it. */
function usableIn({ accountId, taughtClassIds }: BankScope): Prisma.BankItemWhereInput {
  return {
    deletedAt: null,
    OR: [{ ownerAccountId: accountId }, { shares: { some: { classId: { in: [...taughtClassIds] } } } }],
  }
}

/** An item of a bank. */
export async function findBankItem(db: Database, { bankItemId }: BankItemScope): Promise<BankItemRow | null> {
  const row = await db.bankItem.findFirst({ where: { id: bankItemId, deletedAt: null }, select: shown })
  return row === null ? null : bankItemRow(row)
}

/** An item of a bank as far as it decides who may do what; nothing where there is none, or it is deleted. */
export async function findBankItemAsked(db: Database | Transaction, id: string): Promise<BankItemAsked | null> {
  return db.bankItem.findFirst({
    where: { id, deletedAt: null },
    select: {
      id: true,
      ownerAccountId: true,
      shares: { orderBy: { classId: 'asc' }, select: { classId: true, mayEdit: true } },
    },
  })
}

/** One moment in the history of an item. */
export interface KeptVersion {
  sequence: number
  version: number
  revision: string
  createdAt: Date
  /** Who kept it; nothing once their account is deleted. */
  by: string | null
}

/** How an item of a bank read, the latest first. */
export async function listVersions(db: Database, { bankItemId }: BankItemScope): Promise<KeptVersion[]> {
  const rows = await db.bankItemVersion.findMany({
    where: { bankItemId },
    orderBy: { sequence: 'desc' },
    select: { sequence: true, version: true, revision: true, createdAt: true, by: { select: { name: true } } },
  })
  return rows.map(({ by, ...row }) => ({ ...row, by: by?.name ?? null }))
}

/** What was found wrong with an item of one's own, in any version, the latest first. Who said it is left out. */
export async function listFlags(db: Database, { bankItemId }: OwnBankItemScope): Promise<Flag[]> {
  return db.itemFlag.findMany({
    where: { itemId: { in: await idsOfVersions(db, { id: bankItemId }) } },
    orderBy: [{ flaggedAt: 'desc' }, { id: 'asc' }],
    select: { itemId: true, comment: true, flaggedAt: true },
  })
}

/** How often something was found wrong with each item of one's own, by its id; one that nobody has flagged is absent. */
export async function countFlags(db: Database, { accountId }: BankScope): Promise<ReadonlyMap<string, number>> {
  const groups = await db.itemFlag.groupBy({
    by: ['itemId'],
    where: { itemId: { in: await idsOfVersions(db, { ownerAccountId: accountId, deletedAt: null }) } },
    orderBy: { itemId: 'asc' },
    _count: { id: true },
  })
  const counts = new Map<string, number>()
  for (const { itemId, _count } of groups) {
    const bankItemId = readOwnItemId(itemId)?.bankItemId ?? ''
    counts.set(bankItemId, (counts.get(bankItemId) ?? 0) + _count.id)
  }
  return counts
}

/** Under which ids quizzes know these items, version by version. */
async function idsOfVersions(db: Database, bankItem: Prisma.BankItemWhereInput): Promise<string[]> {
  const rows = await db.bankItemVersion.findMany({
    where: { bankItem },
    distinct: ['bankItemId', 'version'],
    orderBy: [{ bankItemId: 'asc' }, { version: 'asc' }],
    select: { bankItemId: true, version: true },
  })
  return rows.map(({ bankItemId, version }) => ownItemId(bankItemId, version))
}

/** The classes that one teaches and that take changes, by name. */
export async function listTaughtClasses(
  db: Database,
  { taughtClassIds }: BankScope,
): Promise<{ id: string; name: string }[]> {
  return db.class.findMany({
    where: { id: { in: [...taughtClassIds] }, archivedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}

type StoredBankItem = Prisma.BankItemGetPayload<{ select: typeof shown }>

function bankItemRow(row: StoredBankItem): BankItemRow | null {
  const { owner, tags, difficulty, copiedFromItemId, copiedFromRevision, shares, versions, _count, ...rest } = row
  const [latest] = versions
  if (latest === undefined) return null
  return {
    ...rest,
    owner: owner === null ? null : { accountId: owner.id, name: owner.name },
    tags: tags as string[],
    difficulty: difficulty as Difficulty | null,
    copiedFrom: copiedFromItemId === null ? null : { itemId: copiedFromItemId, revision: copiedFromRevision ?? '' },
    shares: shares.map(({ classId, mayEdit, class: { name } }) => ({ classId, className: name, mayEdit })),
    sequence: latest.sequence,
    version: latest.version,
    item: itemOfVersion(latest),
    timesAsked: _count.asked,
    isInUse: _count.asked + _count.assigned > 0,
  }
}
