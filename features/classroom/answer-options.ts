import type { Item, ItemOf, ItemType, ResponseOf } from '@/features/quiz/item.ts'
import { onlySlot } from '@/features/quiz/items/core.ts'
import { verdictText } from '@/features/quiz/items/true-false/wording.ts'
import type { AnswerOption } from './mark-matrix.ts'

/** Which options an item has to choose from, and which of them a response chose, by the same ids. */
interface Choosing<T extends ItemType> {
  options: (item: ItemOf<T>) => AnswerOption[]
  chosen: (response: ResponseOf<T>) => string[]
}

/** Where something is typed, or put in its place among others, there are no distractors to count. */
const nothing = { options: () => [], chosen: () => [] }

const choosing: { [T in ItemType]: Choosing<T> } = {
  'single-choice': {
    options: ({ options, key }) => options.map(({ id, text }) => ({ id, placeId: onlySlot, text, isKey: id === key })),
    chosen: ({ optionId }) => [optionId],
  },
  'multiple-response': {
    options: ({ options, keys }) =>
      options.map(({ id, text }) => ({ id, placeId: onlySlot, text, isKey: keys.includes(id) })),
    chosen: ({ optionIds }) => optionIds,
  },
  'true-false': {
    options: (item) =>
      item.verdicts.map((verdict) => ({
        id: verdict,
        placeId: onlySlot,
        text: verdictText(verdict, item),
        isKey: verdict === item.key,
      })),
    chosen: ({ verdict }) => [verdict],
  },
  'quote-attribution': {
    options: ({ options, key }) =>
      options.map(({ id, name }) => ({ id, placeId: onlySlot, text: name, isKey: id === key })),
    chosen: ({ speakerId }) => [speakerId],
  },
  cloze: {
    options: ({ gaps }) =>
      gaps.flatMap((gap) =>
        gap.kind === 'chosen'
          ? gap.options.map(({ id, text }) => ({
              id: inGap(gap.id, id),
              placeId: gap.id,
              text,
              isKey: id === gap.key,
            }))
          : [],
      ),
    chosen: ({ gaps }) => Object.entries(gaps).map(([gapId, given]) => inGap(gapId, given)),
  },
  matching: nothing,
  ordering: nothing,
  categorising: nothing,
  numeric: nothing,
  'short-answer': nothing,
}

const inGap = (gapId: string, optionId: string) => `${gapId}/${optionId}`

/** What may be chosen in an item; empty where nothing is. */
export function answerOptions(item: Item): AnswerOption[] {
  return (choosing[item.type] as Choosing<ItemType>).options(item)
}

/** The ids of what a graded response to this item chose. */
export function chosenOptions(item: Item, response: unknown): string[] {
  const offered = new Set(answerOptions(item).map(({ id }) => id))
  return (choosing[item.type] as Choosing<ItemType>)
    .chosen(response as ResponseOf<ItemType>)
    .filter((id) => offered.has(id))
}
