import type { ItemType, PublicItem, PublicItemOf } from './item.ts'
import { questionOf } from './items/true-false/wording.ts'

const questions: { [T in ItemType]: (item: PublicItemOf<T>) => string } = {
  'single-choice': ({ stem }) => stem,
  'multiple-response': ({ stem }) => stem,
  'true-false': (item) => `${questionOf(item)} ${item.assertion}`,
  numeric: ({ stem }) => stem,
  'short-answer': ({ stem }) => stem,
  matching: ({ stem }) => stem,
  ordering: ({ stem }) => stem,
  cloze: ({ pieces }) => pieces.join('[…]'),
  categorising: ({ stem }) => stem,
  'quote-attribution': ({ words, about }) => `“${words}” (on ${about})`,
}

/** What an item asks, in one line of text, as a name for it where it does not stand in full. */
export function questionText(item: PublicItem): string {
  const question = questions[item.type] as (item: PublicItem) => string
  return question(item)
}

/** What the kinds of question are called. */
export const itemTypeNames: Readonly<Record<ItemType, string>> = {
  'single-choice': 'One of several',
  'multiple-response': 'Several of many',
  'true-false': 'True, false or not said',
  numeric: 'Numbers',
  'short-answer': 'Short answers',
  matching: 'Matching',
  ordering: 'Putting in order',
  cloze: 'Filling gaps',
  categorising: 'Sorting',
  'quote-attribution': 'Whose words?',
}
