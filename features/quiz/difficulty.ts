import { z } from 'zod'
import type { Fact } from '@/features/catalog/schema.ts'
import type { Item, ItemOf, ItemType } from './item.ts'

export const difficultySchema = z.enum(['easy', 'medium', 'hard'])
export type Difficulty = z.infer<typeof difficultySchema>

export type FactWeight = Fact['weight']

/** How an answer is given: picked out among some, put in place among others, or brought from memory. */
type Answering = 'recognising' | 'arranging' | 'recalling'

const answeringOf: { [T in ItemType]: (item: ItemOf<T>) => Answering } = {
  'single-choice': () => 'recognising',
  'true-false': () => 'recognising',
  'quote-attribution': () => 'recognising',
  'multiple-response': () => 'arranging',
  matching: () => 'arranging',
  ordering: () => 'arranging',
  categorising: () => 'arranging',
  numeric: () => 'recalling',
  'short-answer': () => 'recalling',
  cloze: ({ gaps }) => (gaps.some(({ kind }) => kind === 'typed') ? 'recalling' : 'recognising'),
}

const stepsOfWeight: Record<FactWeight, number> = { core: 0, supporting: 1, detail: 2 }
const stepsOfAnswering: Record<Answering, number> = { recognising: 0, arranging: 1, recalling: 2 }

/**
 * How hard an item is likely to be, judged before anybody has answered it: an estimate, until answers tell more.
 *
 * What is asked adds no step for a core fact, one for a supporting fact and two for a detail; where several facts are
 * asked for, the one that the fewest will know counts. How it is answered adds none where the answer is recognised,
 * one where things are arranged (no single guess gets them all), and two where it has to be recalled. No step is easy,
 * one is medium, more are hard.
 */
export function difficultyOf(item: Item, weightOf: (factId: string) => FactWeight): Difficulty {
  const answering = answeringOf[item.type] as (item: Item) => Answering
  const asked = Math.max(...item.factIds.map((id) => stepsOfWeight[weightOf(id)]))
  const steps = asked + stepsOfAnswering[answering(item)]
  return steps === 0 ? 'easy' : steps === 1 ? 'medium' : 'hard'
}
