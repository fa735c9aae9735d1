import { z } from 'zod'
import type { Fact } from '@/features/catalog/schema.ts'
import { shortHash } from '@/lib/random.ts'
import type { Card } from './card.ts'
import { plainBack, plainFront, problemOfSide } from './own-card-text.ts'

/** More than anybody writes by hand, and few enough that one learner cannot fill a school's disk. */
export const largestOwnDeck = 100_000

/** A card that a learner has made. */
export interface OwnCard {
  /** A UUID; as a card it has `own:` in front. */
  id: string
  /** The fact it was made from; nothing for a free card. */
  factId: string | null
  front: string
  back: string
  createdAt: Date
  editedAt: Date
  /** Whether no review of it stands. */
  isNew: boolean
}

const side = (plain: (text: string) => string) =>
  z
    .string()
    .transform(plain)
    .refine((text) => problemOfSide(text) === null, { error: ({ input }) => problemOfSide(String(input)) ?? '' })

/** What a learner keeps of a card of their own. */
export const keptCardSchema = z.strictObject({
  id: z.uuid(),
  factId: z.string().max(100).nullable(),
  front: side(plainFront),
  back: side(plainBack),
})

const prefix = 'own:'
const uuid = /^[0-9a-f-]{36}$/i

/** The id by which reviews, states and standings know a card of one's own. */
export function cardIdOfOwn(id: string): string {
  return `${prefix}${id}`
}

/** The id of a card of one's own; nothing for a card of the catalog, or what can be no card's id. */
export function ownIdOf(cardId: string): string | null {
  const id = cardId.slice(prefix.length)
  return cardId.startsWith(prefix) && uuid.test(id) ? id : null
}

/**
 * A card of one's own as every session takes it.
 *
 * @param fact the fact it was made from; without it, because it is free or the fact has been given up, it has no
 * citations and no siblings
 */
export function cardOfOwn(
  { id, front, back }: Pick<OwnCard, 'id' | 'front' | 'back'>,
  fact: Pick<Fact, 'id' | 'says' | 'cites' | 'topics'> | undefined,
): Card {
  return {
    id: cardIdOfOwn(id),
    revision: shortHash(JSON.stringify([front, back])).slice(0, 10),
    kind: 'basic',
    front,
    back,
    fact: fact?.says ?? '',
    factId: fact?.id ?? null,
    locators: [...(fact?.cites ?? [])],
    topics: [...(fact?.topics ?? [])],
  }
}

/** Where a card stands in the list of a learner's own, for the address of what comes after it. */
export function textOfPlace({ createdAt, id }: Pick<OwnCard, 'createdAt' | 'id'>): string {
  return `${createdAt.getTime()}.${id}`
}

/** The place that a text tells; nothing if it tells none. */
export function placeOfText(text: string): Pick<OwnCard, 'createdAt' | 'id'> | undefined {
  const [, instant, id] = /^(\d{1,13})\.([0-9a-f-]{36})$/i.exec(text) ?? []
  return instant === undefined || id === undefined ? undefined : { createdAt: new Date(Number(instant)), id }
}
