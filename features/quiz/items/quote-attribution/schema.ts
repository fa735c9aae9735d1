import { z } from 'zod'
import { itemCoreShape, optionProofShape } from '../core.ts'

/** Words that the record quotes, and the people they may come from. */
export const quoteAttributionItemSchema = z.strictObject({
  ...itemCoreShape,
  type: z.literal('quote-attribution'),
  /** The quoted words, without quotation marks. */
  words: z.string().min(1),
  /** What the words are about. */
  about: z.string().min(1),
  /** Speakers; the option's id is the actor's. */
  options: z
    .array(
      z.strictObject({ id: z.string(), name: z.string().min(1), office: z.string().nullable(), ...optionProofShape }),
    )
    .min(3),
  key: z.string(),
})

export const quoteAttributionResponseSchema = z.strictObject({ speakerId: z.string() })

export type QuoteAttributionItem = z.infer<typeof quoteAttributionItemSchema>
export type QuoteAttributionResponse = z.infer<typeof quoteAttributionResponseSchema>

/** What a learner sees before answering. */
export interface PublicQuoteAttributionItem {
  type: 'quote-attribution'
  id: string
  revision: string
  words: string
  about: string
  options: { id: string; name: string; office: string | null }[]
}
