import type { PublicShortAnswerItem, ShortAnswerItem } from './schema.ts'

/** The item without what is accepted, reasons and explanation, from named fields. */
export function toPublicShortAnswer(item: ShortAnswerItem): PublicShortAnswerItem {
  return { type: 'short-answer', id: item.id, revision: item.revision, stem: item.stem }
}

/** There is nothing to shuffle. */
export function shuffleShortAnswer(item: PublicShortAnswerItem): PublicShortAnswerItem {
  return item
}
