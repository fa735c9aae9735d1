import { z } from 'zod'
import { type Grade, type Reveal, revealOptions } from './items/core.ts'
import { gradeQuoteAttribution } from './items/quote-attribution/grade.ts'
import {
  type PublicQuoteAttributionItem,
  type QuoteAttributionItem,
  type QuoteAttributionResponse,
  quoteAttributionItemSchema,
  quoteAttributionResponseSchema,
} from './items/quote-attribution/schema.ts'
import { toPublicQuoteAttribution } from './items/quote-attribution/to-public.ts'
import { gradeSingleChoice } from './items/single-choice/grade.ts'
import {
  type PublicSingleChoiceItem,
  type SingleChoiceItem,
  type SingleChoiceResponse,
  singleChoiceItemSchema,
  singleChoiceResponseSchema,
} from './items/single-choice/schema.ts'
import { toPublicSingleChoice } from './items/single-choice/to-public.ts'

/** Every item type: what it stores, what a learner sees, what a learner sends. A new type is one arm here. */
interface ItemTypes {
  'single-choice': { item: SingleChoiceItem; public: PublicSingleChoiceItem; response: SingleChoiceResponse }
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

export const itemSchema = z.discriminatedUnion('type', [singleChoiceItemSchema, quoteAttributionItemSchema])

interface ItemTypeDefinition<T extends ItemType> {
  responseSchema: z.ZodType<ResponseOf<T>>
  grade: (item: ItemOf<T>, response: ResponseOf<T>) => Grade
  toPublic: (item: ItemOf<T>) => PublicItemOf<T>
  reveal: (item: ItemOf<T>) => Reveal
}

const itemTypes: { [T in ItemType]: ItemTypeDefinition<T> } = {
  'single-choice': {
    responseSchema: singleChoiceResponseSchema,
    grade: gradeSingleChoice,
    toPublic: toPublicSingleChoice,
    reveal: revealOptions,
  },
  'quote-attribution': {
    responseSchema: quoteAttributionResponseSchema,
    grade: gradeQuoteAttribution,
    toPublic: toPublicQuoteAttribution,
    reveal: revealOptions,
  },
}

// TypeScript does not see that an item and the definition looked up by its type belong together.
const definitionOf = (item: Item) => itemTypes[item.type] as ItemTypeDefinition<ItemType>

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

/** What travels after the answer. */
export function reveal(item: Item): Reveal {
  return definitionOf(item).reveal(item)
}
