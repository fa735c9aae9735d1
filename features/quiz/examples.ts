import type { Item, ItemType } from './item.ts'
import { categorisingExamples } from './items/categorising/examples.ts'
import { clozeExamples } from './items/cloze/examples.ts'
import { matchingExamples } from './items/matching/examples.ts'
import { multipleResponseExamples } from './items/multiple-response/examples.ts'
import { numericExamples } from './items/numeric/examples.ts'
import { orderingExamples } from './items/ordering/examples.ts'
import { quoteAttributionExamples } from './items/quote-attribution/examples.ts'
import { shortAnswerExamples } from './items/short-answer/examples.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'
import { trueFalseExamples } from './items/true-false/examples.ts'

const byType = {
  'single-choice': singleChoiceExamples,
  'multiple-response': multipleResponseExamples,
  'true-false': trueFalseExamples,
  numeric: numericExamples,
  'short-answer': shortAnswerExamples,
  matching: matchingExamples,
  ordering: orderingExamples,
  cloze: clozeExamples,
  categorising: categorisingExamples,
  'quote-attribution': quoteAttributionExamples,
} satisfies { [T in ItemType]: Item[] }

/** The canonical items of every type. */
export const examples: readonly Item[] = Object.values(byType).flat()
