import type { ItemType, PublicItem, PublicItemOf, ResponseOf } from './item.ts'

type Missing = { [T in ItemType]: (item: PublicItemOf<T>, response: Partial<ResponseOf<T>>) => string | null }

const nothingChosen = 'Nothing chosen yet.'

const missing: Missing = {
  'single-choice': (_, { optionId }) => (optionId === undefined ? nothingChosen : null),
  'multiple-response': (_, { optionIds = [] }) => (optionIds.length === 0 ? nothingChosen : null),
  'true-false': (_, { verdict }) => (verdict === undefined ? nothingChosen : null),
  numeric: (_, { value }) =>
    value === undefined
      ? 'Nothing typed yet.'
      : Number.isFinite(value)
        ? null
        : 'That is no number yet. Write it in digits, such as 68 or 1,500.',
  'short-answer': (_, { text = '' }) => (isTyped(text) ? null : 'Nothing typed yet.'),
  matching: ({ prompts }, { pairs = {} }) => open(prompts, (id) => !pairs[id], 'still without a match'),
  ordering: (_, { order }) =>
    order === undefined ? 'Move what is out of order, or tick that this is your order.' : null,
  cloze: ({ gaps }, { gaps: filled = {} }) => open(gaps, (id) => !isTyped(filled[id] ?? ''), 'gaps still open'),
  categorising: ({ entries }, { places = {} }) => open(entries, (id) => !places[id], 'still without a place'),
  'quote-attribution': (_, { speakerId }) => (speakerId === undefined ? nothingChosen : null),
}

/** What a response lacks to be whole, told to the learner; nothing if it can be graded. */
export function missingIn(item: PublicItem, response: unknown): string | null {
  const missingInType = missing[item.type] as (item: PublicItem, response: object) => string | null
  return missingInType(item, (response ?? {}) as object)
}

/** How many slots are open. Only a cloze can have a single one. */
function open(slots: readonly { id: string }[], isOpen: (id: string) => boolean, what: string): string | null {
  const count = slots.filter(({ id }) => isOpen(id)).length
  if (count === 0) return null
  return slots.length === 1 ? 'The gap is still open.' : `${count} of ${slots.length} ${what}.`
}

/** Signs alone are no answer. */
function isTyped(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
