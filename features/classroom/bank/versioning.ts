import type { Item, ItemOf, ItemType } from '@/features/quiz/item.ts'
import { normaliseTyped } from '@/features/quiz/items/typed-answer.ts'

/**
 * What becomes of an item that is kept anew: a change of what grades makes a new version, so that an answer to the one
 * before keeps its meaning; a change of words alone is a revision of the same version; nothing is no change.
 */
export type Change = 'none' | 'wording' | 'answer'

/** Compares how an item read with how it is to read. */
export function changeBetween(before: Item, after: Item): Change {
  if (canonical(gradingOf(before)) !== canonical(gradingOf(after))) return 'answer'
  return canonical(contentOf(before)) === canonical(contentOf(after)) ? 'none' : 'wording'
}

/** An item without its id and revision, which follow from where it is kept. */
export function contentOf(item: Item): Omit<Item, 'id' | 'revision'> {
  const { id: _, revision: __, ...content } = item
  return content
}

/** The same text for the same value, whatever the order of its fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

type Gradings = { [T in ItemType]: (item: ItemOf<T>) => unknown }

/**
 * What an answer is held against. The sentence that asks is wording: whether other words ask something else no machine
 * can tell, and whoever changes them says so. Where the words themselves are judged, as in true or false, they grade.
 */
const gradings: Gradings = {
  'single-choice': ({ options, key }) => ({ options: meanings(options), key }),
  'multiple-response': ({ options, keys }) => ({ options: meanings(options), keys: [...keys].sort() }),
  'true-false': ({ assertion, verdicts, key }) => ({
    assertion: meaning(assertion),
    verdicts: [...verdicts].sort(),
    key,
  }),
  numeric: ({ counts, precision, key, tolerance }) => ({ counts: meaning(counts), precision, key, tolerance }),
  'short-answer': typedMeaning,
  matching: ({ prompts, choices, key }) => ({ prompts: meanings(prompts), choices: meanings(choices), key }),
  ordering: ({ entries, key }) => ({ entries: meanings(entries), key }),
  cloze: ({ gaps }) =>
    gaps.map((gap) =>
      gap.kind === 'chosen'
        ? { id: gap.id, options: meanings(gap.options), key: gap.key }
        : { id: gap.id, ...typedMeaning(gap) },
    ),
  categorising: ({ categories, entries, key }) => ({
    categories: meanings(categories),
    entries: meanings(entries),
    key,
  }),
  'quote-attribution': ({ words, options, key }) => ({
    words: meaning(words),
    options: Object.fromEntries(options.map(({ id, name }) => [id, meaning(name)])),
    key,
  }),
}

function gradingOf(item: Item): unknown {
  const grading = gradings[item.type] as (item: Item) => unknown
  return [item.type, grading(item)]
}

/** Misreadings grade too: an answer that is close to one of them is not taken for a slip. */
function typedMeaning(key: {
  accepted: readonly string[]
  misreadings: readonly { text: string }[]
  toleratesTypos: boolean
}) {
  return {
    accepted: sortedMeanings(key.accepted),
    misreadings: sortedMeanings(key.misreadings.map(({ text }) => text)),
    toleratesTypos: key.toleratesTypos,
  }
}

const sortedMeanings = (texts: readonly string[]) => [...new Set(texts.map(meaning))].sort()

/** Answers name options by their ids, so that these belong to what they mean. Their order is shuffled anyway. */
function meanings(options: readonly { id: string; text: string }[]): Record<string, string> {
  return Object.fromEntries(options.map(({ id, text }) => [id, meaning(text)]))
}

/** Case, diacritics, punctuation and articles never change what an option means. Without letters the signs are all there is. */
function meaning(text: string): string {
  return normaliseTyped(text) || text.trim()
}
