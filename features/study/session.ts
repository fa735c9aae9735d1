import type { Citation } from '@/features/catalog/citation.ts'
import type { Card } from './card.ts'
import type { DeckName } from './deck.ts'
import type { CardDecision, Deed } from './deed.ts'
import { formatInterval } from './interval.ts'
import { type Queue, queueOf } from './queue.ts'
import type { Return } from './returning.ts'
import { type Memory, preview, type Rating, review, type Scheduling } from './schedule.ts'
import type { StudySettings } from './settings.ts'

/** A card as a session has it: what it says, and how it stands. */
export interface StudyCard {
  id: string
  kind: Card['kind']
  front: string
  back: string
  fact: string
  factId: string | null
  citations: Citation[]
  /** Nothing for a card that was never reviewed. */
  memory: Memory | null
  isMarked: boolean
  /** The learner's own words. */
  note: string
  /** Suspended or buried in this session. */
  isSetAside: boolean
  /** The state of each card of the same fact, in words, without its front, which may tell the answer of this one. */
  siblings: string[]
  /** Where the fact is taught. */
  lesson: { href: string; title: string } | null
}

/** More cards set aside than this are not counted. */
export const mostSetAside = 100

/** What the server hands out for a deck: everything that its cards today need, so that they need no server. */
export interface Session {
  deck: DeckName
  /** When it was handed out, by the server's clock. */
  at: Date
  timeZone: string
  dayStartsAt: Date
  dayEndsAt: Date
  /** What falls due before this instant belongs to it. */
  dueBefore: Date
  settings: StudySettings
  /** Those fitted to the learner, where they are in use. */
  parameters: readonly number[] | null
  limits: { newCards: number; reviews: number }
  newToday: number
  reviewsToday: number
  /** Facts that some card has brought up today or keeps in its steps, each with that card. */
  takenFacts: [factId: string, cardId: string][]
  cards: StudyCard[]
  /** When the next card that is not among these falls due. */
  nextDueAt: Date | null
  /** Whether the deck holds any card at all; it does not before a lesson has been read. */
  isEmptyDeck: boolean
  /** Where the learner comes back from a long time away: how long, and how many reviews today brings. */
  returning: Return | null
  /** How many cards of the deck are suspended or buried, up to `mostSetAside`. */
  setAside: number
  /** Whether the server had already kept the deed that the browser was not sure of. */
  isUnsureKept: boolean
}

/** The same as JSON carries it. */
export type OnWire<Value> = Value extends Date
  ? string
  : Value extends object
    ? { [Key in keyof Value]: OnWire<Value[Key]> }
    : Value

/** Reads a session as it came over the wire. */
export function readSession(wire: OnWire<Session>): Session {
  const dateOrNothing = (iso: string | null) => (iso === null ? null : new Date(iso))
  return {
    ...(wire as unknown as Session),
    at: new Date(wire.at),
    dayStartsAt: new Date(wire.dayStartsAt),
    dayEndsAt: new Date(wire.dayEndsAt),
    dueBefore: new Date(wire.dueBefore),
    nextDueAt: dateOrNothing(wire.nextDueAt),
    cards: wire.cards.map((card) => ({ ...(card as unknown as StudyCard), memory: readMemory(card.memory) })),
  }
}

function readMemory(wire: OnWire<Memory> | null): Memory | null {
  if (wire === null) return null
  const { dueAt, firstReviewedAt, lastReviewedAt } = wire
  return {
    ...wire,
    dueAt: new Date(dueAt),
    firstReviewedAt: new Date(firstReviewedAt),
    lastReviewedAt: new Date(lastReviewedAt),
  }
}

/** The session after what was done since it was handed out, in the order it was done. */
export function afterDeeds(session: Session, deeds: readonly Deed[]): Session {
  const undone = new Set(deeds.flatMap((deed) => (deed.kind === 'undone' ? [deed.reviewId] : [])))
  return deeds
    .filter(({ id, kind }) => kind !== 'undone' && !undone.has(id))
    .reduce((before, deed) => afterDeed(before, deed), session)
}

/**
 * Whether something was done that only the server can tell the outcome of, once it has kept it: a grade taken back that
 * the session was handed out with already, or a decision about a card that is not in it.
 */
export function goesBeyond({ cards }: Session, deeds: readonly Deed[]): boolean {
  const known = new Set([...deeds, ...cards].map(({ id }) => id))
  return deeds.some(
    (deed) =>
      (deed.kind === 'undone' && !known.has(deed.reviewId)) || (deed.kind === 'decided' && !known.has(deed.cardId)),
  )
}

function afterDeed(session: Session, deed: Deed): Session {
  if (deed.kind === 'undone') return session
  const card = session.cards.find(({ id }) => id === deed.cardId)
  if (card === undefined) return session
  if (deed.kind === 'decided') return { ...session, cards: session.cards.map((one) => decided(one, card, deed.change)) }

  const memory = review(card.memory, deed.rating, deed.at, schedulingOf(session, card))
  const isNewToday = memory.firstReviewedAt >= session.dayStartsAt
  return {
    ...session,
    newToday: session.newToday + (card.memory === null ? 1 : 0),
    reviewsToday: session.reviewsToday + (isNewToday ? 0 : 1),
    cards: session.cards.map((one) => (one === card ? { ...card, memory } : one)),
  }
}

/** A card after a decision about a card, perhaps this one. */
function decided(one: StudyCard, about: StudyCard, change: CardDecision): StudyCard {
  const isIt = one.id === about.id
  switch (change.kind) {
    case 'suspended':
      return isIt ? { ...one, isSetAside: change.isSuspended } : one
    case 'buried': {
      const isSibling = change.scope === 'siblings' && one.factId !== null && one.factId === about.factId
      return isIt || isSibling ? { ...one, isSetAside: change.isBuried } : one
    }
    case 'marked':
      return isIt ? { ...one, isMarked: change.isMarked } : one
    case 'noted':
      return isIt ? { ...one, note: change.note } : one
  }
}

/** What is left of the session, and what comes next. */
export function queueOfSession(session: Session, now: Date): Queue<StudyCard> {
  const shown = session.cards.filter(({ isSetAside }) => !isSetAside)
  const queue = queueOf({
    ...session,
    cards: shown,
    memories: new Map(shown.flatMap(({ id, memory }) => (memory === null ? [] : [[id, memory]]))),
    takenFacts: new Map(session.takenFacts),
    now,
  })
  const { next, nextDueAt } = queue
  if (next !== null || session.nextDueAt === null) return queue
  return { ...queue, nextDueAt: nextDueAt === null || session.nextDueAt < nextDueAt ? session.nextDueAt : nextDueAt }
}

/** What each grade of a card would lead to. */
export function gradesOf(session: Session, card: StudyCard, now: Date): { rating: Rating; interval: string }[] {
  return preview(card.memory, now, schedulingOf(session, card)).map(({ rating, dueAt }) => ({
    rating,
    interval: formatInterval(now, dueAt),
  }))
}

function schedulingOf({ settings, timeZone, parameters }: Session, { id }: StudyCard): Scheduling {
  const { desiredRetention } = settings
  return { seed: id, desiredRetention, timeZone, ...(parameters === null ? {} : { parameters }) }
}
