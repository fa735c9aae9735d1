import 'server-only'
import { database } from '@/lib/database.ts'
import { findItem } from '../bank.ts'
import type { FindItem } from '../mutations.ts'
import { findBankItems, findBankItemsOfAttempt } from './data.ts'

/** Looks items up for one attempt: those of the catalog, and those of banks in the wording that it began with. */
export async function itemsForAttempt(attemptId: string): Promise<FindItem> {
  const own = await findBankItemsOfAttempt(database(), attemptId)
  return (itemId) => own.get(itemId) ?? findItem(itemId)
}

/** Looks items up: those of the catalog, and these of banks in their latest wording. */
export async function itemsByIds(itemIds: readonly string[]): Promise<FindItem> {
  const own = await findBankItems(database(), itemIds)
  return (itemId) => own.get(itemId) ?? findItem(itemId)
}

/** An item of the catalog or of a bank. */
export async function findAnyItem(itemId: string) {
  return (await itemsByIds([itemId]))(itemId)
}
