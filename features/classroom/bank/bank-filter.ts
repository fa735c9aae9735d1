import type { ItemType } from '@/features/quiz/item.ts'

/** What of an item of a bank a list is searched by. */
export interface Filed {
  question: string
  type: ItemType
  folder: string
  tags: readonly string[]
  topics: readonly string[]
}

/** What a list is narrowed to; an empty text narrows nothing. */
export interface BankFilter {
  q: string
  folder: string
  tag: string
  type: string
  topic: string
}

/** Stands for no folder where one chooses among them; too long for the name of one. */
export const noFolder = '-'.repeat(61)

/** Whether an item is in a list that is narrowed so. Every word that was typed has to be in its question or a tag. */
export function isListed(item: Filed, { q, folder, tag, type, topic }: BankFilter): boolean {
  const text = [item.question, ...item.tags].join(' ').toLowerCase()
  return (
    q
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (folder === '' || item.folder === (folder === noFolder ? '' : folder)) &&
    (tag === '' || item.tags.includes(tag)) &&
    (type === '' || item.type === type) &&
    (topic === '' || item.topics.includes(topic))
  )
}
