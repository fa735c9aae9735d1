import type { Item, ItemType, PublicItem, PublicItemOf } from '@/features/quiz/item.ts'
import { shuffledFor, toPublic } from '@/features/quiz/item.ts'
import { questionOf, verdictText } from '@/features/quiz/items/true-false/wording.ts'

/** A text with the sign under which it can be named on paper: a letter for what is chosen, a number for what is filled. */
export interface Signed {
  id: string
  sign: string
  text: string
}

/** How an item stands on paper. What is chosen, matched or put in order is named by its letter. */
export type PrintedLayout =
  | { kind: 'choose'; options: Signed[]; isSeveral: boolean }
  /** A line to write on, with what stands behind it. */
  | { kind: 'write'; after: string }
  /** Numbered prompts, each to be given the letter of a choice. */
  | { kind: 'match'; prompts: Signed[]; choices: Signed[]; isEachOnce: boolean }
  | { kind: 'order'; entries: Signed[] }
  /** A text with numbered gaps, of which some are filled by a letter. */
  | { kind: 'fill'; pieces: readonly string[]; gaps: { id: string; sign: string; options: Signed[] }[] }

/** An item as it is printed on one form: its key is not in it. */
export interface PrintedItem {
  itemId: string
  /** Small, above the question: what to do. */
  task: string
  question: string
  isQuote: boolean
  layout: PrintedLayout
}

/** "A", "B", …, "Z", "AA": what is chosen goes by letters. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`
}

const lettered = (options: readonly { id: string; text: string }[]): Signed[] =>
  options.map(({ id, text }, index) => ({ id, text, sign: letterOf(index) }))
const numbered = (options: readonly { id: string; text: string }[]): Signed[] =>
  options.map(({ id, text }, index) => ({ id, text, sign: String(index + 1) }))

type Printed = Omit<PrintedItem, 'itemId' | 'isQuote'>

const printing: { [T in ItemType]: (item: PublicItemOf<T>) => Printed } = {
  'single-choice': ({ stem, options }) => ({
    task: 'Choose one.',
    question: stem,
    layout: { kind: 'choose', options: lettered(options), isSeveral: false },
  }),
  'multiple-response': ({ stem, options }) => ({
    task: 'Choose all that are right.',
    question: stem,
    layout: { kind: 'choose', options: lettered(options), isSeveral: true },
  }),
  'true-false': (item) => ({
    task: questionOf(item),
    question: item.assertion,
    layout: {
      kind: 'choose',
      options: lettered(item.verdicts.map((verdict) => ({ id: verdict, text: verdictText(verdict, item) }))),
      isSeveral: false,
    },
  }),
  'quote-attribution': ({ words, about, options }) => ({
    task: `Whose words does the summary quote, on ${about}?`,
    question: words,
    layout: {
      kind: 'choose',
      options: lettered(
        options.map(({ id, name, office }) => ({ id, text: office === null ? name : `${name}, ${office}` })),
      ),
      isSeveral: false,
    },
  }),
  numeric: ({ stem, counts, precision }) => ({
    task: precision === 'at-least' ? 'Write the number it is over.' : 'Write the number.',
    question: stem,
    layout: { kind: 'write', after: counts },
  }),
  'short-answer': ({ stem }) => ({
    task: 'Write a word or a name.',
    question: stem,
    layout: { kind: 'write', after: '' },
  }),
  matching: ({ stem, prompts, choices }) => ({
    task: 'Write the letter of the right choice; each is used once.',
    question: stem,
    layout: { kind: 'match', prompts: numbered(prompts), choices: lettered(choices), isEachOnce: true },
  }),
  categorising: ({ stem, entries, categories }) => ({
    task: 'Write the letter of where it belongs; several may belong to one.',
    question: stem,
    layout: { kind: 'match', prompts: numbered(entries), choices: lettered(categories), isEachOnce: false },
  }),
  ordering: ({ stem, entries }) => ({
    task: 'Write the letters in the right order.',
    question: stem,
    layout: { kind: 'order', entries: lettered(entries) },
  }),
  cloze: ({ stem, pieces, gaps }) => ({
    task: stem,
    question: '',
    layout: {
      kind: 'fill',
      pieces,
      gaps: gaps.map((gap, index) => ({
        id: gap.id,
        sign: String(index + 1),
        options: gap.kind === 'chosen' ? lettered(gap.options) : [],
      })),
    },
  }),
}

/** How an item is printed on one form: its options in the order of the form's seed. */
export function printedItem(item: Item, seed: string): PrintedItem {
  const shown = shuffledFor(toPublic(item), seed)
  const print = printing[item.type] as (item: PublicItem) => Printed
  return { itemId: item.id, isQuote: item.type === 'quote-attribution', ...print(shown) }
}
