import { mean } from 'simple-statistics'
import type { Item, ItemOf, ItemType } from '@/features/quiz/item.ts'
import { type Figure, undefinedBecause } from './figure.ts'

const guess = (value: number): Figure => ({ kind: 'value', value, interval: null, n: 0 })

const oneOf = (ways: number) => guess(100 / ways)

/** As Moodle has them, type by type; where ours differ in what they ask, by what `gradeResponse` gives on average. */
const guesses: { [T in ItemType]: (item: ItemOf<T>) => Figure } = {
  'single-choice': ({ options }) => oneOf(options.length),
  'multiple-response': () => undefinedBecause('it depends on how many options a guesser takes'),
  'true-false': ({ verdicts }) => oneOf(verdicts.length),
  'quote-attribution': ({ options }) => oneOf(options.length),
  matching: ({ choices }) => oneOf(choices.length),
  categorising: ({ categories }) => oneOf(categories.length),
  // In a random order each entry is followed by the right one with a probability of 1/n.
  ordering: ({ entries }) => oneOf(entries.length),
  numeric: () => guess(0),
  'short-answer': () => guess(0),
  cloze: ({ gaps }) => guess(100 * mean(gaps.map((gap) => (gap.kind === 'chosen' ? 1 / gap.options.length : 0)))),
}

/** What somebody who knows nothing earns on average, in percent of the maximum mark. */
export function randomGuessScore(item: Item): Figure {
  return (guesses[item.type] as (item: Item) => Figure)(item)
}
