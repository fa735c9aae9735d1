import 'server-only'
import { findLesson } from '@/features/catalog/data.ts'
import { deepFreeze } from '@/features/catalog/freeze.ts'
import frozen from '@/generated/items.json'
import type { Item } from './item.ts'

/** Every item, as frozen at build. Holds the keys: nothing here may reach a page as it is. */
export const items: readonly Item[] = deepFreeze(frozen as unknown as Item[])

const byId = new Map(items.map((item) => [item.id, item]))

export function findItem(id: string): Item | undefined {
  return byId.get(id)
}

/** The items that rest on what a lesson teaches. */
export function itemsOfLesson(lessonId: string): Item[] {
  const taught = new Set(findLesson(lessonId)?.factIds)
  return items.filter(({ factIds }) => factIds.every((id) => taught.has(id)))
}
