import { z } from 'zod'
import { gradeCategorising, revealCategorising } from './items/categorising/grade.ts'
import {
  type CategorisingItem,
  type CategorisingResponse,
  categorisingItemSchema,
  categorisingResponseSchema,
  type PublicCategorisingItem,
} from './items/categorising/schema.ts'
import { shuffleCategorising, toPublicCategorising } from './items/categorising/to-public.ts'
import { gradeCloze, revealCloze } from './items/cloze/grade.ts'
import {
  type ClozeItem,
  type ClozeResponse,
  clozeItemSchema,
  clozeResponseSchema,
  type PublicClozeItem,
} from './items/cloze/schema.ts'
import { shuffleCloze, toPublicCloze } from './items/cloze/to-public.ts'
import type { Grade, Reveal } from './items/core.ts'
import { gradeMatching, revealMatching } from './items/matching/grade.ts'
import {
  type MatchingItem,
  type MatchingResponse,
  matchingItemSchema,
  matchingResponseSchema,
  type PublicMatchingItem,
} from './items/matching/schema.ts'
import { shuffleMatching, toPublicMatching } from './items/matching/to-public.ts'
import { gradeMultipleResponse, revealMultipleResponse } from './items/multiple-response/grade.ts'
import {
  type MultipleResponseItem,
  type MultipleResponseResponse,
  multipleResponseItemSchema,
  multipleResponseResponseSchema,
  type PublicMultipleResponseItem,
} from './items/multiple-response/schema.ts'
import { shuffleMultipleResponse, toPublicMultipleResponse } from './items/multiple-response/to-public.ts'
import { gradeNumeric, revealNumeric } from './items/numeric/grade.ts'
import {
  type NumericItem,
  type NumericResponse,
  numericItemSchema,
  numericResponseSchema,
  type PublicNumericItem,
} from './items/numeric/schema.ts'
import { shuffleNumeric, toPublicNumeric } from './items/numeric/to-public.ts'
import { gradeOrdering, revealOrdering } from './items/ordering/grade.ts'
import {
  type OrderingItem,
  type OrderingResponse,
  orderingItemSchema,
  orderingResponseSchema,
  type PublicOrderingItem,
} from './items/ordering/schema.ts'
import { shuffleOrdering, toPublicOrdering } from './items/ordering/to-public.ts'
import { gradeQuoteAttribution, revealQuoteAttribution } from './items/quote-attribution/grade.ts'
import {
  type PublicQuoteAttributionItem,
  type QuoteAttributionItem,
  type QuoteAttributionResponse,
  quoteAttributionItemSchema,
  quoteAttributionResponseSchema,
} from './items/quote-attribution/schema.ts'
import { shuffleQuoteAttribution, toPublicQuoteAttribution } from './items/quote-attribution/to-public.ts'
import { gradeShortAnswer, revealShortAnswer } from './items/short-answer/grade.ts'
import {
  type PublicShortAnswerItem,
  type ShortAnswerItem,
  type ShortAnswerResponse,
  shortAnswerItemSchema,
  shortAnswerResponseSchema,
} from './items/short-answer/schema.ts'
import { shuffleShortAnswer, toPublicShortAnswer } from './items/short-answer/to-public.ts'
import { gradeSingleChoice, revealSingleChoice } from './items/single-choice/grade.ts'
import {
  type PublicSingleChoiceItem,
  type SingleChoiceItem,
  type SingleChoiceResponse,
  singleChoiceItemSchema,
  singleChoiceResponseSchema,
} from './items/single-choice/schema.ts'
import { shuffleSingleChoice, toPublicSingleChoice } from './items/single-choice/to-public.ts'
import { gradeTrueFalse, revealTrueFalse } from './items/true-false/grade.ts'
import {
  type PublicTrueFalseItem,
  type TrueFalseItem,
  type TrueFalseResponse,
  trueFalseItemSchema,
  trueFalseResponseSchema,
} from './items/true-false/schema.ts'
import { shuffleTrueFalse, toPublicTrueFalse } from './items/true-false/to-public.ts'

/** Every item type: what it stores, what a learner sees, what a learner sends. A new type is one arm here. */
interface ItemTypes {
  'single-choice': { item: SingleChoiceItem; public: PublicSingleChoiceItem; response: SingleChoiceResponse }
  'multiple-response': {
    item: MultipleResponseItem
    public: PublicMultipleResponseItem
    response: MultipleResponseResponse
  }
  'true-false': { item: TrueFalseItem; public: PublicTrueFalseItem; response: TrueFalseResponse }
  numeric: { item: NumericItem; public: PublicNumericItem; response: NumericResponse }
  'short-answer': { item: ShortAnswerItem; public: PublicShortAnswerItem; response: ShortAnswerResponse }
  matching: { item: MatchingItem; public: PublicMatchingItem; response: MatchingResponse }
  ordering: { item: OrderingItem; public: PublicOrderingItem; response: OrderingResponse }
  cloze: { item: ClozeItem; public: PublicClozeItem; response: ClozeResponse }
  categorising: { item: CategorisingItem; public: PublicCategorisingItem; response: CategorisingResponse }
  'quote-attribution': {
    item: QuoteAttributionItem
    public: PublicQuoteAttributionItem
    response: QuoteAttributionResponse
  }
}

export type ItemType = keyof ItemTypes
export type ItemOf<T extends ItemType> = ItemTypes[T]['item']
export type ResponseOf<T extends ItemType> = ItemTypes[T]['response']
export type PublicItemOf<T extends ItemType> = ItemTypes[T]['public']
export type Item = ItemOf<ItemType>
export type PublicItem = PublicItemOf<ItemType>

export const itemSchema = z.discriminatedUnion('type', [
  singleChoiceItemSchema,
  multipleResponseItemSchema,
  trueFalseItemSchema,
  numericItemSchema,
  shortAnswerItemSchema,
  matchingItemSchema,
  orderingItemSchema,
  clozeItemSchema,
  categorisingItemSchema,
  quoteAttributionItemSchema,
])

interface ItemTypeDefinition<T extends ItemType> {
  responseSchema: z.ZodType<ResponseOf<T>>
  grade: (item: ItemOf<T>, response: ResponseOf<T>) => Grade
  toPublic: (item: ItemOf<T>) => PublicItemOf<T>
  shuffle: (item: PublicItemOf<T>, seed: string) => PublicItemOf<T>
  reveal: (item: ItemOf<T>) => Reveal
}

const itemTypes: { [T in ItemType]: ItemTypeDefinition<T> } = {
  'single-choice': {
    responseSchema: singleChoiceResponseSchema,
    grade: gradeSingleChoice,
    toPublic: toPublicSingleChoice,
    shuffle: shuffleSingleChoice,
    reveal: revealSingleChoice,
  },
  'multiple-response': {
    responseSchema: multipleResponseResponseSchema,
    grade: gradeMultipleResponse,
    toPublic: toPublicMultipleResponse,
    shuffle: shuffleMultipleResponse,
    reveal: revealMultipleResponse,
  },
  'true-false': {
    responseSchema: trueFalseResponseSchema,
    grade: gradeTrueFalse,
    toPublic: toPublicTrueFalse,
    shuffle: shuffleTrueFalse,
    reveal: revealTrueFalse,
  },
  numeric: {
    responseSchema: numericResponseSchema,
    grade: gradeNumeric,
    toPublic: toPublicNumeric,
    shuffle: shuffleNumeric,
    reveal: revealNumeric,
  },
  'short-answer': {
    responseSchema: shortAnswerResponseSchema,
    grade: gradeShortAnswer,
    toPublic: toPublicShortAnswer,
    shuffle: shuffleShortAnswer,
    reveal: revealShortAnswer,
  },
  matching: {
    responseSchema: matchingResponseSchema,
    grade: gradeMatching,
    toPublic: toPublicMatching,
    shuffle: shuffleMatching,
    reveal: revealMatching,
  },
  ordering: {
    responseSchema: orderingResponseSchema,
    grade: gradeOrdering,
    toPublic: toPublicOrdering,
    shuffle: shuffleOrdering,
    reveal: revealOrdering,
  },
  cloze: {
    responseSchema: clozeResponseSchema,
    grade: gradeCloze,
    toPublic: toPublicCloze,
    shuffle: shuffleCloze,
    reveal: revealCloze,
  },
  categorising: {
    responseSchema: categorisingResponseSchema,
    grade: gradeCategorising,
    toPublic: toPublicCategorising,
    shuffle: shuffleCategorising,
    reveal: revealCategorising,
  },
  'quote-attribution': {
    responseSchema: quoteAttributionResponseSchema,
    grade: gradeQuoteAttribution,
    toPublic: toPublicQuoteAttribution,
    shuffle: shuffleQuoteAttribution,
    reveal: revealQuoteAttribution,
  },
}

export const itemTypeSchema = z.enum(Object.keys(itemTypes) as [ItemType, ...ItemType[]])

// TypeScript does not see that an item and the definition looked up by its type belong together.
const definitionOf = (item: { type: ItemType }) => itemTypes[item.type] as ItemTypeDefinition<ItemType>

/** Grades whatever a client sent: anything that is no response to this item is invalid, never an exception. */
export function gradeResponse(item: Item, response: unknown): Grade {
  const definition = definitionOf(item)
  const parsed = definition.responseSchema.safeParse(response)
  if (!parsed.success) return { state: 'invalid', reason: 'this is not a response to this kind of question' }
  return definition.grade(item, parsed.data)
}

/** What may travel to the learner before the answer. */
export function toPublic(item: Item): PublicItem {
  return definitionOf(item).toPublic(item)
}

/** The public item with its parts in the order of one attempt: shuffled once, then stable. */
export function shuffledFor(item: PublicItem, seed: string): PublicItem {
  return definitionOf(item).shuffle(item, `${seed}\n${item.id}`)
}

/** What travels after the answer. */
export function reveal(item: Item): Reveal {
  return definitionOf(item).reveal(item)
}
