import type { ItemType, PublicItem, PublicItemOf, ResponseOf } from './item.ts'
import { normaliseTyped } from './items/typed-answer.ts'

type Comparable = { [T in ItemType]: (response: ResponseOf<T>, item: PublicItemOf<T>) => unknown }

const byKey = (record: Readonly<Record<string, string>>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

const comparable: Comparable = {
  'single-choice': ({ optionId }) => optionId,
  'multiple-response': ({ optionIds }) => [...new Set(optionIds)].sort(),
  'true-false': ({ verdict }) => verdict,
  numeric: ({ value }) => value,
  'short-answer': ({ text }) => normaliseTyped(text),
  matching: ({ pairs }) => byKey(pairs),
  ordering: ({ order }) => order,
  cloze: ({ gaps }, item) => {
    const typed = new Set(item.gaps.filter(({ kind }) => kind === 'typed').map(({ id }) => id))
    return byKey(gaps).map(([id, given]) => [id, typed.has(id) ? normaliseTyped(given) : given])
  },
  categorising: ({ places }) => byKey(places),
  'quote-attribution': ({ speakerId }) => speakerId,
}

/**
 * A text that is the same for responses that are one and the same try: what was chosen in another order, or typed with
 * other capitals, is graded alike and is no other try.
 *
 * @param response whole, as grading takes it
 */
export function comparableResponse(item: PublicItem, response: unknown): string {
  const ofType = comparable[item.type] as (response: unknown, item: PublicItem) => unknown
  return JSON.stringify(ofType(response, item))
}
