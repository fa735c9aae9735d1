import 'server-only'
import { type CurrentLearner, currentLearner } from '@/features/accounts/loaders.ts'
import type { WorkScope } from '@/features/accounts/scope.ts'
import { type Citation, citationOf } from '@/features/catalog/citation.ts'
import { catalog, findFact, lessonOfFact } from '@/features/catalog/data.ts'
import type { Fact } from '@/features/catalog/schema.ts'
import { listAnsweredAmong } from '@/features/quiz/data.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { type Database, database } from '@/lib/database.ts'
import { orderBySeed } from '@/lib/random.ts'
import type { Card } from './card.ts'
import { phaseName, stateInWords } from './card-info.ts'
import { memoryUnder } from './card-memory.ts'
import {
  countReviewsSince,
  countSetAside,
  type Fit,
  findFitInUse,
  findOwnCards,
  findSettings,
  hasFitted,
  hasReview,
  hasSeenAny,
  lastReviewBefore,
  listDueInSteps,
  listDueReviews,
  listFailedSince,
  listFits,
  listLogs,
  listMarked,
  listMemories,
  listNewOwnCards,
  listOwnCards,
  listSeenAmong,
  listSeenLast,
  listSeenSince,
  listStandings,
  type MemoryEffects,
  memoryEffectsOf,
  nextDueAfter,
} from './data.ts'
import { studyDay } from './day.ts'
import { cards, cardsOfLesson, cardsOfTopic, type DeckName, findCard, isDeckName } from './deck.ts'
import { deckAndBank } from './deck-and-bank.ts'
import type { Prediction } from './foreseeing.ts'
import { formatInterval } from './interval.ts'
import { cardIdOfOwn, cardOfOwn, type OwnCard, placeOfText, textOfPlace } from './own-card.ts'
import { queueOf, stepsDueBefore } from './queue.ts'
import { returnOf } from './returning.ts'
import { intervalsWhenRecalled, isInSteps, type Memory } from './schedule.ts'
import type { Session, StudyCard } from './session.ts'
import { usualSettings } from './settings.ts'
import { isShown, plainStanding, type Standing } from './standing.ts'
import { mostReviewsFitted, trainingItems } from './training.ts'

/**
 * The session with a deck as it stands: the cards that today brings, and all that it takes to go through them.
 *
 * @param unsureId a review of which the browser does not know whether it was kept
 */
export async function loadSession(deckName: string, unsureId: string | null): Promise<Session | Refusal> {
  if (!isDeckName(deckName)) return refuse(404, 'unknown-deck', `There is no deck "${deckName}".`)
  const at = now()
  const learner = await currentLearner()
  const db = database()
  const day = studyDay(at, learner?.timeZone ?? 'UTC')
  const today = await todayOf(db, learner, day.startsAt)
  const { settings, returning, newToday, reviewsToday, fit } = today
  const isAhead = deckName === 'ahead'
  const dueBefore = isAhead ? new Date(day.endsAt.getTime() + aheadDays * 86_400_000) : day.endsAt
  const limits = isAhead
    ? { newCards: 0, reviews: reviewsToday + mostAhead }
    : { newCards: settings.newCardsPerDay, reviews: returning?.reviewLimit ?? settings.reviewsPerDay }
  const reviewsLeft = Math.max(0, limits.reviews - reviewsToday)
  const newLeft = Math.max(0, Math.min(limits.newCards - newToday, reviewsLeft))

  const wanted = { at, dueBefore, dayStartsAt: day.startsAt, reviewsLeft, newLeft }
  const candidates = await candidatesOf(db, learner, deckName, wanted)
  const ids = candidates.map(({ id }) => id)
  const isWhole = deckName === 'all' || isAhead
  const [memories, standings] =
    learner === null
      ? [new Map<string, Memory>(), new Map<string, Standing>()]
      : await Promise.all([listMemories(db, learner.work, ids), listStandings(db, learner.work, ids)])
  const shown = candidates.filter(({ id }) => isShown(standings.get(id) ?? plainStanding, at))
  const takenFacts = takenFactsOf(await cardsOfIds(db, learner, today.seen), shown, memories)
  const { left, nextDueAt } = queueOf({
    cards: shown,
    memories,
    limits,
    newToday,
    reviewsToday,
    takenFacts: new Map(takenFacts),
    now: at,
    dayStartsAt: day.startsAt,
    dueBefore,
  })
  const dealt = [...left.learning, ...left.reviews, ...left.unseen]
  const ofFacts = await standOfFacts(db, learner, dealt)
  const asNext = await memoriesAsNext(db, learner, dealt, memories, fit)
  return {
    deck: deckName,
    at,
    timeZone: learner?.timeZone ?? 'UTC',
    dayStartsAt: day.startsAt,
    dayEndsAt: day.endsAt,
    dueBefore,
    settings,
    parameters: fit?.parameters ?? null,
    limits,
    newToday,
    reviewsToday,
    takenFacts,
    cards: dealt.map((card) =>
      studyCardOf(card, asNext.get(card.id) ?? null, standings.get(card.id) ?? plainStanding, ofFacts),
    ),
    nextDueAt: isWhole && learner !== null ? await nextDueAfter(db, learner.work, at) : nextDueAt,
    isEmptyDeck: candidates.length === 0 && !(isWhole && learner !== null && (await hasTakenUpAny(db, learner.work))),
    returning,
    setAside:
      isWhole && learner !== null ? await countSetAside(db, learner.work, at) : candidates.length - shown.length,
    isUnsureKept: unsureId !== null && learner !== null && (await hasReview(db, learner.work, unsureId)),
  }
}

/** A card that the learner has set aside, marked, or written on. */
export interface SetAsideCard {
  id: string
  front: string
  back: string
  isSuspended: boolean
  isBuried: boolean
  isMarked: boolean
  note: string
}

/** The cards that the learner has decided something about. */
export async function loadSetAside(): Promise<{ cards: SetAsideCard[] }> {
  const learner = await currentLearner()
  if (learner === null) return { cards: [] }
  const at = now()
  const standings = await listStandings(database(), learner.work)
  const own = await findOwnCards(database(), learner.work, [...standings.keys()])
  return {
    cards: [...standings].flatMap(([id, { isSuspended, buriedUntil, isMarked, note }]) => {
      const card = findCard(id) ?? own.get(id)
      const isBuried = buriedUntil !== null && buriedUntil > at
      if (card === undefined || !(isSuspended || isBuried || isMarked || note !== '')) return []
      return [{ id, front: card.front, back: card.back, isSuspended, isBuried, isMarked, note }]
    }),
  }
}

/** A fact as a card is made from it. */
export interface FactView {
  id: string
  says: string
  citations: Citation[]
}

/** A card of the learner's own, as it is listed. */
export interface OwnCardView {
  id: string
  front: string
  back: string
  /** The fact it was made from; nothing for a free card, or where the fact has been given up. */
  fact: FactView | null
  /** How it stands, in words. */
  state: string
}

/** How many of one's own cards a page lists. */
const ownCardsPerPage = 50

/**
 * The cards that the learner has made, the newest first.
 *
 * @param before where the page before this one has ended, as it said itself; nothing for the first
 */
export async function loadOwnCards(
  before: string | null,
): Promise<{ cards: OwnCardView[]; older: string | null } | Refusal> {
  const place = before === null ? null : placeOfText(before)
  if (place === undefined) {
    return refuse(400, 'malformed', `before: expected what the page before gave as "older", found "${before}".`)
  }
  const learner = await currentLearner()
  if (learner === null) return { cards: [], older: null }
  const found = await listOwnCards(database(), learner.work, { newest: ownCardsPerPage + 1, before: place })
  const shown = found.slice(0, ownCardsPerPage)
  const last = found.length > shown.length ? shown.at(-1) : undefined
  return {
    cards: await ownCardViews(shown, learner),
    older: last === undefined ? null : textOfPlace(last),
  }
}

/** A fact to make a card from. */
export async function loadFact(factId: string): Promise<{ fact: FactView } | Refusal> {
  const fact = findFact(factId)
  return fact === undefined ? unknownFact(factId) : { fact: factView(fact) }
}

/** The refusal of a fact that is not, or no longer, in the catalog. */
export function unknownFact(factId: string): Refusal {
  return refuse(404, 'unknown-fact', `There is no fact "${factId}" to make a card from.`)
}

/** The learner's own cards as they are listed, with how each stands now. */
export async function ownCardViews(own: readonly OwnCard[], learner: CurrentLearner): Promise<OwnCardView[]> {
  const at = now()
  const cardIds = own.map(({ id }) => cardIdOfOwn(id))
  const [memories, standings] = await Promise.all([
    listMemories(database(), learner.work, cardIds),
    listStandings(database(), learner.work, cardIds),
  ])
  return own.map(({ id, front, back, factId }) => {
    const fact = factId === null ? undefined : findFact(factId)
    const cardId = cardIdOfOwn(id)
    const standing = standings.get(cardId) ?? plainStanding
    return {
      id,
      front,
      back,
      fact: fact === undefined ? null : factView(fact),
      state: stateInWords(memories.get(cardId) ?? null, standing, at, learner.timeZone),
    }
  })
}

function factView({ id, says, cites }: Fact): FactView {
  return { id, says, citations: cites.map((locator) => citationOf(catalog, locator)) }
}

/** What the answers of one of the learner's attempts do to the memory of cards; nothing for an unknown or another's. */
export async function loadMemoryEffects(attemptId: string): Promise<MemoryEffects | null> {
  const learner = await currentLearner()
  return learner === null ? null : memoryEffectsOf(database(), learner.work, attemptId, deckAndBank)
}

/** A fit as it is shown before it is taken into use. */
export interface FitView {
  id: string
  /** ISO 8601. */
  fittedAt: string
  reviewCount: number
  predictedBefore: Prediction
  predictedAfter: Prediction
  /** The share of the reviews that was recalled in truth. */
  recalledShare: number
  /** How long a new card that is always recalled waits, review by review, under the parameters before and after. */
  intervals: { before: string; after: string }[]
}

/** How the learner's schedule is fitted. */
export interface ParametersView {
  /** How many reviews there are to fit to. */
  reviewCount: number
  /** What was fitted last, be it in use or not. */
  latest: FitView | null
  isLatestInUse: boolean
  /** Whether any fit is in use, rather than the usual parameters. */
  isFitted: boolean
}

/** How the learner's schedule is fitted; for a stranger, as it is for everybody. */
export async function loadParameters(): Promise<ParametersView> {
  const learner = await currentLearner()
  if (learner === null) return { reviewCount: 0, latest: null, isLatestInUse: false, isFitted: false }
  const db = database()
  const cardIds = await listSeenLast(db, learner.work, mostReviewsFitted)
  const [logs, fits, inUse, { desiredRetention }] = await Promise.all([
    listLogs(db, learner.work, cardIds, deckAndBank),
    listFits(db, learner.work),
    findFitInUse(db, learner.work),
    findSettings(db, learner.work),
  ])
  const latest = fits[0]
  return {
    reviewCount: trainingItems(logs).length,
    latest: latest === undefined ? null : fitView(latest, desiredRetention),
    isLatestInUse: latest !== undefined && latest.id === inUse?.id,
    isFitted: inUse !== null,
  }
}

function fitView(fit: Fit, desiredRetention: number): FitView {
  const { id, fittedAt, reviewCount, predictedBefore, predictedAfter, recalledShare } = fit
  const [before, after] = [fit.before, fit.parameters].map((parameters) =>
    intervalsWhenRecalled({ parameters, desiredRetention }),
  ) as [number[], number[]]
  const inWords = (days: number) => formatInterval(new Date(0), new Date(days * 86_400_000))
  return {
    id,
    fittedAt: fittedAt.toISOString(),
    reviewCount,
    predictedBefore,
    predictedAfter,
    recalledShare,
    intervals: before.map((days, index) => ({ before: inWords(days), after: inWords(after[index] ?? 0) })),
  }
}

/** How far a session ahead looks, and how many cards it brings at once. */
const aheadDays = 7
const mostAhead = 200

/** The cards of a deck for a session that leaves the schedule alone, those set aside left out. */
export async function loadCram(deckName: string): Promise<{ cards: StudyCard[] } | Refusal> {
  if (!isDeckName(deckName)) return refuse(404, 'unknown-deck', `There is no deck "${deckName}".`)
  const at = now()
  const learner = await currentLearner()
  const db = database()
  const deck =
    deckName === 'all' || deckName === 'ahead'
      ? learner === null
        ? []
        : await wholeDeck(db, learner.work)
      : await listedDeck(db, learner, deckName, studyDay(at, learner?.timeZone ?? 'UTC').startsAt)
  const standings = learner === null ? new Map<string, Standing>() : await listStandings(db, learner.work)
  const shown = deck.filter(({ id }) => isShown(standings.get(id) ?? plainStanding, at))
  return {
    cards: orderBySeed(shown, at.toISOString(), ({ id }) => id).map((card) =>
      studyCardOf(card, null, standings.get(card.id) ?? plainStanding, new Map()),
    ),
  }
}

interface Wanted {
  at: Date
  dueBefore: Date
  dayStartsAt: Date
  reviewsLeft: number
  newLeft: number
}

/**
 * The cards of a deck that today may bring, in the deck's order. Of all that a learner has taken up only as many are read
 * as the day's limits let through; the other decks are short.
 */
async function candidatesOf(
  db: Database,
  learner: CurrentLearner | null,
  deckName: DeckName,
  { at, dueBefore, dayStartsAt, reviewsLeft, newLeft }: Wanted,
): Promise<Card[]> {
  if (deckName !== 'all' && deckName !== 'ahead') return listedDeck(db, learner, deckName, dayStartsAt)
  if (learner === null) return []
  const [inSteps, reviews, ownUnseen, unseen] = await Promise.all([
    listDueInSteps(db, learner.work, stepsDueBefore({ dueBefore, now: at })),
    listDueReviews(db, learner.work, {
      now: at,
      dueBefore,
      // What was seen today is not due again so soon, however short its interval.
      ...(deckName === 'ahead' ? { lastReviewedBefore: dayStartsAt } : {}),
      // Of siblings one comes a day, so some of what is found does not.
      most: 2 * reviewsLeft,
    }),
    // What somebody wrote for themselves comes before what a lesson brings.
    listNewOwnCards(db, learner.work, at, 2 * newLeft),
    newLeft === 0 ? [] : takenUp(db, learner.work, { isUnseenOnly: true }),
  ])
  return [...(await cardsOfIds(db, learner, [...inSteps, ...reviews])), ...ownUnseen.map(cardOfOwnCard), ...unseen]
}

/** The cards of a deck that is no more than a list. */
async function listedDeck(
  db: Database,
  learner: CurrentLearner | null,
  deckName: Exclude<DeckName, 'all' | 'ahead'>,
  dayStartsAt: Date,
): Promise<Card[]> {
  if (deckName === 'failed-today') {
    return learner === null ? [] : cardsOfIds(db, learner, await listFailedSince(db, learner.work, dayStartsAt))
  }
  if (deckName === 'marked') {
    return learner === null ? [] : cardsOfIds(db, learner, await listMarked(db, learner.work))
  }
  const id = deckName.slice(deckName.indexOf(':') + 1)
  const deck = deckName.startsWith('lesson:') ? cardsOfLesson(id) : cardsOfTopic(id)
  if (learner === null) return deck
  const factIds = [...new Set(deck.flatMap(({ factId }) => factId ?? []))]
  return [...deck, ...(await listOwnCards(db, learner.work, { factIds })).map(cardOfOwnCard)]
}

/** The cards with these ids, in their order; those that there are no more are left out. */
async function cardsOfIds(db: Database, learner: CurrentLearner | null, ids: readonly string[]): Promise<Card[]> {
  const own = learner === null ? new Map<string, OwnCard>() : await findOwnCards(db, learner.work, ids)
  return ids.flatMap((id) => {
    const ownCard = own.get(id)
    return findCard(id) ?? (ownCard === undefined ? [] : cardOfOwnCard(ownCard))
  })
}

function cardOfOwnCard(own: OwnCard): Card {
  return cardOfOwn(own, own.factId === null ? undefined : findFact(own.factId))
}

/** More of one's own cards than this are too many for one session that leaves the schedule alone. */
const mostOwnAtOnce = 500

/** All that a learner has taken up or made. */
async function wholeDeck(db: Database, work: WorkScope): Promise<Card[]> {
  const own = await listOwnCards(db, work, { newest: mostOwnAtOnce, before: null })
  return [...own.map(cardOfOwnCard), ...(await takenUp(db, work))]
}

async function hasTakenUpAny(db: Database, work: WorkScope): Promise<boolean> {
  return (await hasSeenAny(db, work)) || (await wholeDeck(db, work)).length > 0
}

/**
 * The cards of the lessons that the learner has taken up, in their order: of those whose checks are all answered, and of
 * those with a card that has been seen.
 */
async function takenUp(db: Database, work: WorkScope, { isUnseenOnly = false } = {}): Promise<Card[]> {
  const [answered, seen] = await Promise.all([
    listAnsweredAmong(
      db,
      work,
      catalog.lessons.flatMap(({ checkItemIds }) => checkItemIds),
    ),
    listSeenAmong(
      db,
      work,
      cards.map(({ id }) => id),
    ),
  ])
  const taught = new Set<string | null>(
    catalog.lessons
      .filter(
        ({ id, checkItemIds }) =>
          (checkItemIds.length > 0 && checkItemIds.every((itemId) => answered.has(itemId))) ||
          cardsOfLesson(id).some((card) => seen.has(card.id)),
      )
      .flatMap(({ factIds }) => factIds),
  )
  return cards.filter(({ id, factId }) => taught.has(factId) && !(isUnseenOnly && seen.has(id)))
}

/** What a learner has done today, and how they want to study. */
async function todayOf(db: Database, learner: CurrentLearner | null, dayStartsAt: Date) {
  if (learner === null) {
    return { settings: usualSettings, fit: null, returning: null, seen: [], newToday: 0, reviewsToday: 0 }
  }
  const [settings, fit, seen, studyDayStarts] = await Promise.all([
    findSettings(db, learner.work),
    findFitInUse(db, learner.work),
    listSeenSince(db, learner.work, dayStartsAt),
    lastStudyDays(db, learner, dayStartsAt),
  ])
  const newCards = new Set(seen.flatMap(({ cardId, isNew }) => (isNew ? [cardId] : [])))
  return {
    settings,
    fit,
    returning: returnOf(studyDayStarts, dayStartsAt, settings.reviewsPerDay),
    seen: seen.map(({ cardId }) => cardId),
    newToday: newCards.size,
    reviewsToday: await countReviewsSince(db, learner.work, dayStartsAt, newCards),
  }
}

/** What each card is taken to be at its next review, where parameters have changed since its last one. */
async function memoriesAsNext(
  db: Database,
  learner: CurrentLearner | null,
  dealt: readonly Card[],
  memories: ReadonlyMap<string, Memory>,
  fit: Fit | null,
): Promise<ReadonlyMap<string, Memory>> {
  if (learner === null || !(await hasFitted(db, learner.work))) return memories
  const seen = dealt.flatMap(({ id }) => (memories.has(id) ? [id] : []))
  const logs = await listLogs(db, learner.work, seen, deckAndBank)
  return new Map(
    logs.flatMap((log) => {
      const memory = memories.get(log.cardId)
      return memory === undefined ? [] : [[log.cardId, memoryUnder(memory, log, fit?.parameters ?? null)]]
    }),
  )
}

/** More study days than it takes to work back up to any limit. */
const studyDaysAsked = 10

/** When the latest study days before today began, in order of time. */
async function lastStudyDays(db: Database, { work, timeZone }: CurrentLearner, dayStartsAt: Date): Promise<Date[]> {
  const starts: Date[] = []
  let before = dayStartsAt
  while (starts.length < studyDaysAsked) {
    const last = await lastReviewBefore(db, work, before)
    if (last === null) break
    before = studyDay(last, timeZone).startsAt
    starts.unshift(before)
  }
  return starts
}

/** The facts that a card seen today has brought up, and those of cards in their steps. */
function takenFactsOf(
  seenToday: readonly Card[],
  candidates: readonly Card[],
  memories: ReadonlyMap<string, Memory>,
): [factId: string, cardId: string][] {
  const inSteps = candidates.filter(({ id }) => {
    const memory = memories.get(id)
    return memory !== undefined && isInSteps(memory)
  })
  return [...seenToday, ...inSteps].flatMap(({ id, factId }) =>
    factId === null ? [] : [[factId, id] as [string, string]],
  )
}

/** The cards of each fact, with how each stands, in words. */
type StandOfFacts = ReadonlyMap<string, readonly { cardId: string; state: string }[]>

async function standOfFacts(
  db: Database,
  learner: CurrentLearner | null,
  dealt: readonly Card[],
): Promise<StandOfFacts> {
  const factIds = [...new Set(dealt.flatMap(({ factId }) => factId ?? []))]
  const own = learner === null ? [] : await listOwnCards(db, learner.work, { factIds })
  const idsOf = (factId: string) => [
    ...deckAndBank.cardsOfFacts([factId]),
    ...own.flatMap((card) => (card.factId === factId ? [cardIdOfOwn(card.id)] : [])),
  ]
  const memories =
    learner === null ? new Map<string, Memory>() : await listMemories(db, learner.work, factIds.flatMap(idsOf))
  return new Map(
    factIds.map((factId) => [
      factId,
      idsOf(factId).map((cardId) => ({ cardId, state: phaseName(memories.get(cardId) ?? null) })),
    ]),
  )
}

function studyCardOf(
  card: Card,
  memory: Memory | null,
  { isMarked, note }: Standing,
  ofFacts: StandOfFacts,
): StudyCard {
  const { id, kind, front, back, fact, factId, locators } = card
  const lesson = factId === null ? undefined : lessonOfFact(factId)
  const ofFact = factId === null ? [] : (ofFacts.get(factId) ?? [])
  return {
    id,
    kind,
    front,
    back,
    fact,
    factId,
    citations: locators.map((locator) => citationOf(catalog, locator)),
    memory,
    isMarked,
    note,
    isSetAside: false,
    siblings: ofFact.flatMap(({ cardId, state }) => (cardId === id ? [] : [state])),
    lesson: lesson === undefined ? null : { href: `/learn/${lesson.id}#${factId}`, title: lesson.title },
  }
}
