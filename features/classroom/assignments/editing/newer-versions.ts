import type { Item } from '@/features/quiz/item.ts'
import { readOwnItemId } from '@/features/quiz/own-items/own-item-id.ts'
import { questionsAt } from '../questions.ts'

/**
 * The newest version of each question that is picked in an older one, by the id that is picked. Other words alone make
 * no version: whoever begins next is asked these anyway.
 *
 * @param newest the items of banks as they read now
 */
export function newerVersions(itemIds: readonly string[], newest: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(
    itemIds.flatMap((itemId) => {
      const picked = readOwnItemId(itemId)
      const newer = newest.find(({ id }) => {
        const now = readOwnItemId(id)
        return picked !== null && now?.bankItemId === picked.bankItemId && now.version > picked.version
      })
      return newer === undefined ? [] : [[itemId, newer]]
    }),
  )
}

/** Which questions are asked in an older version than there is, in a sentence; nothing where none is. */
export function newerInWords(itemIds: readonly string[], outdated: readonly string[], isBegun: boolean): string | null {
  if (outdated.length === 0) return null
  const [questions, isOne] = [questionsAt(itemIds, outdated), outdated.length === 1]
  return `${questions} ${isOne ? 'has a newer version' : 'have newer versions'} than what ${isBegun ? 'learners are asked' : 'is picked'}.`
}
