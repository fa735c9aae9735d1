import type { WorkScope } from '@/features/accounts/scope.ts'
import type { Fact } from '@/features/catalog/schema.ts'
import type { Certainty } from '@/features/quiz/certainty.ts'
import { type Database, epochSeconds, joinSql, sql, type Transaction } from '@/lib/database.ts'
import type { AnsweredFact } from './answered.ts'
import type { Card } from './card.ts'
import type { FactIndex } from './fact-index.ts'
import type { Prediction } from './foreseeing.ts'
import { intervalBuckets } from './overdueness.ts'
import { cardIdOfOwn, cardOfOwn, type OwnCard, ownIdOf } from './own-card.ts'
import { type GradedReview, type Memory, type Rating, tellingAnswers } from './schedule.ts'
import { mostSetAside } from './session.ts'
import { type StudySettings, usualSettings } from './settings.ts'
import type { Standing } from './standing.ts'

/** One review in the log of its card. */
export type ReviewRow = GradedReview & {
  id: string
  desiredRetention: number
  timeZone: string | null
  /** The fitted ones in use then; nothing where it was the usual ones. */
  parameters: readonly number[] | null
}

/** Parameters that were fitted to a learner's log, beside those that were in use then. */
export interface Fit {
  id: string
  parameters: readonly number[]
  before: readonly number[]
  reviewCount: number
  predictedBefore: Prediction
  predictedAfter: Prediction
  /** The share of the reviews that was recalled in truth. */
  recalledShare: number
  fittedAt: Date
}

/** One answer in the log of a card: to an item that rests on the card's fact. */
export type AnswerOfFact = AnsweredFact & { id: string; attemptId: string | null }

/** Everything that the memory of a card is derived from, the oldest first. */
export interface CardLog {
  cardId: string
  reviews: ReviewRow[]
  /** Whether they tell on the memory or not. */
  answers: AnswerOfFact[]
}

/** What the answers of one attempt do to the learner's memory. */
export interface MemoryEffects {
  /** How many cards they have strengthened, not counting those that have lapsed. */
  strengthened: number
  /** How many cards have lapsed by them. */
  lapsed: number
  /** Whether the learner has taken them back, so that they do nothing. */
  isTakenBack: boolean
}

/** What a learner remembers of each card seen, by card id; of all cards if none are named. */
export async function listMemories(
  db: Database | Transaction,
  { learnerId }: WorkScope,
  cardIds?: readonly string[],
): Promise<Map<string, Memory>> {
  const list = (where: { cardId?: { in: string[] } }) =>
    db.cardState.findMany({ where: { learnerId, ...where }, select: memoryColumns, orderBy: { cardId: 'asc' } })
  const rows = cardIds === undefined ? await list({}) : await inParts(cardIds, (part) => list({ cardId: { in: part } }))
  return new Map(rows.map(({ cardId, ...memory }) => [cardId, memory]))
}

const memoryColumns = {
  cardId: true,
  dueAt: true,
  stability: true,
  difficulty: true,
  phase: true,
  learningStep: true,
  intervalDays: true,
  reps: true,
  lapses: true,
  firstReviewedAt: true,
  lastReviewedAt: true,
} as const

/** More cards than this nobody has in their steps on one day. */
const mostInSteps = 500

/** The cards in their steps that fall due before an instant, in that order, suspended ones left out. */
export async function listDueInSteps(db: Database, { learnerId }: WorkScope, dueBefore: Date): Promise<string[]> {
  const rows = await db.cardState.findMany({
    where: { learnerId, isSuspended: false, phase: { in: [1, 3] }, intervalBucket: 0, dueAt: { lt: dueBefore } },
    orderBy: [{ dueAt: 'asc' }, { cardId: 'asc' }],
    take: mostInSteps,
    select: { cardId: true },
  })
  return rows.map(({ cardId }) => cardId)
}

/**
 * The cards out of their steps that fall due before an instant, the most overdue for their interval first, suspended
 * ones left out. What it costs depends on how many are wanted and not on how many there are: it reads the first of every
 * bucket of intervals.
 *
 * @param lastReviewedBefore leaves out the cards seen since; none unless given
 */
export async function listDueReviews(
  db: Database,
  { learnerId }: WorkScope,
  { now, dueBefore, lastReviewedBefore, most }: { now: Date; dueBefore: Date; lastReviewedBefore?: Date; most: number },
): Promise<string[]> {
  if (most === 0) return []
  const isNotSeen = lastReviewedBefore === undefined ? sql`` : sql`AND "lastReviewedAt" < ${lastReviewedBefore}`
  const firstOfBuckets = intervalBuckets.map(
    ({ bucket, days }) => sql`SELECT * FROM (
      SELECT "cardId", "dueAt", CAST(${days} AS DOUBLE PRECISION) AS "days" FROM "CardState"
      WHERE "learnerId" = ${learnerId} AND "isSuspended" = false AND "phase" = 2 AND "intervalBucket" = ${bucket}
        AND "dueAt" < ${dueBefore} ${isNotSeen}
      ORDER BY "dueAt" LIMIT ${most}
    ) AS "ofBucket"`,
  )
  const rows = await db.$queryRaw<{ cardId: string }[]>`
    SELECT "cardId" FROM (${joinSql(firstOfBuckets, ' UNION ALL ')}) AS "due"
    ORDER BY (${now.getTime() / 1000} - ${epochSeconds(db, 'dueAt')}) / "days" DESC, "cardId" LIMIT ${most}`
  return rows.map(({ cardId }) => cardId)
}

/** When the next card falls due after an instant, suspended ones left out; nothing if none does. */
export async function nextDueAfter(db: Database, { learnerId }: WorkScope, after: Date): Promise<Date | null> {
  const next = await db.cardState.findFirst({
    where: { learnerId, isSuspended: false, dueAt: { gt: after } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  })
  return next?.dueAt ?? null
}

/** The cards seen since an instant, each with whether that was for the first time. */
export async function listSeenSince(
  db: Database,
  { learnerId }: WorkScope,
  since: Date,
): Promise<{ cardId: string; isNew: boolean }[]> {
  const rows = await db.cardState.findMany({
    where: { learnerId, lastReviewedAt: { gte: since } },
    orderBy: { cardId: 'asc' },
    select: { cardId: true, firstReviewedAt: true },
  })
  return rows.map(({ cardId, firstReviewedAt }) => ({ cardId, isNew: firstReviewedAt >= since }))
}

/** Which of these cards the learner has seen. */
export async function listSeenAmong(
  db: Database,
  { learnerId }: WorkScope,
  cardIds: readonly string[],
): Promise<Set<string>> {
  const rows = await inParts(cardIds, (part) =>
    db.cardState.findMany({
      where: { learnerId, cardId: { in: part } },
      select: { cardId: true },
      orderBy: { cardId: 'asc' },
    }),
  )
  return new Set(rows.map(({ cardId }) => cardId))
}

/** Whether the learner has seen any card. */
export async function hasSeenAny(db: Database, { learnerId }: WorkScope): Promise<boolean> {
  return (await db.cardState.findFirst({ where: { learnerId }, select: { cardId: true } })) !== null
}

/** Whether the log holds this review of the learner's, be it taken back. */
export async function hasReview(db: Database, { learnerId }: WorkScope, id: string): Promise<boolean> {
  return (await db.review.findFirst({ where: { id, learnerId }, select: { id: true } })) !== null
}

/** The log of one card without what was taken back, the oldest first. */
export async function listReviewsOfCard(
  db: Database | Transaction,
  work: WorkScope,
  cardId: string,
): Promise<ReviewRow[]> {
  const rows = await listReviews(db, work, [cardId])
  return rows.map(({ cardId: _, ...review }) => review)
}

/**
 * What the memory of each of these cards is derived from: its reviews, and the answers to items on its fact, both
 * without what was taken back.
 */
export async function listLogs(
  db: Database | Transaction,
  work: WorkScope,
  cardIds: readonly string[],
  facts: FactIndex,
): Promise<CardLog[]> {
  const itemsOf = (cardId: string) => {
    const factId = facts.factOfCard(cardId)
    return factId === null ? [] : facts.itemsOfFact(factId)
  }
  const itemIds = new Set(cardIds.flatMap(itemsOf).map(({ id }) => id))
  const reviews = await listReviews(db, work, cardIds)
  const answers = await listAnswersThatCount(db, work, [...itemIds])
  return cardIds.map((cardId) => {
    const items = new Map(itemsOf(cardId).map((item) => [item.id, item]))
    return {
      cardId,
      reviews: reviews.flatMap(({ cardId: of, ...review }) => (of === cardId ? [review] : [])),
      answers: answers.flatMap(({ itemId, ...answer }) => {
        const item = items.get(itemId)
        return item === undefined ? [] : [{ ...answer, isAboutOneFact: item.factIds.length === 1 }]
      }),
    }
  })
}

/** What an attempt's answers do to the memory of the learner's cards; nothing for an unknown attempt or another's. */
export async function memoryEffectsOf(
  db: Database | Transaction,
  work: WorkScope,
  attemptId: string,
  facts: FactIndex,
): Promise<MemoryEffects | null> {
  const { learnerId } = work
  const attempt = await db.attempt.findFirst({
    where: { id: attemptId, learnerId },
    select: { memoryTakenBackAt: true, answers: { select: { itemId: true }, orderBy: { id: 'asc' } } },
  })
  if (attempt === null) return null
  const factIds = attempt.answers.flatMap(({ itemId }) => facts.factsOfItem(itemId))
  const seen = await listMemories(db, work, facts.cardsOfFacts(factIds))
  const ratings = (await listLogs(db, work, [...seen.keys()], facts)).map(({ reviews, answers }) =>
    tellingAnswers(reviews, answers).flatMap(({ answer, rating }) => (answer.attemptId === attemptId ? [rating] : [])),
  )
  const lapsed = ratings.filter((ofCard) => ofCard.includes(1)).length
  const touched = ratings.filter((ofCard) => ofCard.length > 0).length
  return { strengthened: touched - lapsed, lapsed, isTakenBack: attempt.memoryTakenBackAt !== null }
}

/** How the learner wants to study. */
export async function findSettings(db: Database, { learnerId }: WorkScope): Promise<StudySettings> {
  const found = await db.learner.findUnique({
    where: { id: learnerId },
    select: { newCardsPerDay: true, reviewsPerDay: true, desiredRetention: true },
  })
  return found ?? usualSettings
}

/** What the learner has decided about cards, by card id; about all cards if none are named. */
export async function listStandings(
  db: Database,
  { learnerId }: WorkScope,
  cardIds?: readonly string[],
): Promise<Map<string, Standing>> {
  const list = (where: { cardId?: { in: string[] } }) =>
    db.cardStanding.findMany({ where: { learnerId, ...where }, orderBy: { cardId: 'asc' } })
  const rows = cardIds === undefined ? await list({}) : await inParts(cardIds, (part) => list({ cardId: { in: part } }))
  return new Map(
    rows.map(({ cardId, suspendedAt, buriedUntil, markedAt, note }) => [
      cardId,
      { isSuspended: suspendedAt !== null, buriedUntil, isMarked: markedAt !== null, note },
    ]),
  )
}

/** When the latest review before an instant was made; nothing where there is none. */
export async function lastReviewBefore(db: Database, { learnerId }: WorkScope, before: Date): Promise<Date | null> {
  const last = await db.review.findFirst({
    where: { learnerId, undone: null, reviewedAt: { lt: before } },
    orderBy: { reviewedAt: 'desc' },
    select: { reviewedAt: true },
  })
  return last?.reviewedAt ?? null
}

/** The cards graded Again since an instant, each once, the latest first. */
export async function listFailedSince(db: Database, { learnerId }: WorkScope, since: Date): Promise<string[]> {
  const rows = await db.review.findMany({
    where: { learnerId, undone: null, rating: 1, reviewedAt: { gte: since } },
    orderBy: [{ reviewedAt: 'desc' }, { id: 'asc' }],
    select: { cardId: true },
  })
  return [...new Set(rows.map(({ cardId }) => cardId))]
}

/** How many cards are suspended or buried at an instant, up to `mostSetAside`. */
export async function countSetAside(db: Database, { learnerId }: WorkScope, at: Date): Promise<number> {
  const shared = { take: mostSetAside, select: { cardId: true }, orderBy: { cardId: 'asc' } } as const
  const [suspended, buried] = await Promise.all([
    db.cardStanding.findMany({ where: { learnerId, suspendedAt: { not: null } }, ...shared }),
    db.cardStanding.findMany({ where: { learnerId, buriedUntil: { gt: at } }, ...shared }),
  ])
  return Math.min(mostSetAside, new Set([...suspended, ...buried].map(({ cardId }) => cardId)).size)
}

/** More marked cards than this are too many for one session. */
const mostMarked = 500

/** The cards that the learner has marked. */
export async function listMarked(db: Database, { learnerId }: WorkScope): Promise<string[]> {
  const rows = await db.cardStanding.findMany({
    where: { learnerId, markedAt: { not: null } },
    orderBy: [{ markedAt: 'desc' }, { cardId: 'asc' }],
    take: mostMarked,
    select: { cardId: true },
  })
  return rows.map(({ cardId }) => cardId)
}

/** How many reviews since an instant went to cards other than these. */
export async function countReviewsSince(
  db: Database,
  { learnerId }: WorkScope,
  since: Date,
  except: ReadonlySet<string>,
): Promise<number> {
  const rows = await db.review.findMany({
    where: { learnerId, undone: null, reviewedAt: { gte: since } },
    select: { cardId: true },
    orderBy: { reviewedAt: 'asc' },
  })
  return rows.filter(({ cardId }) => !except.has(cardId)).length
}

const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] as const
const ofOwnCard = { id: true, factId: true, front: true, back: true, createdAt: true, editedAt: true, isNew: true }

/** Which of a learner's own cards are meant: those made from any of these facts, or a page of all. */
export type OwnCardsWanted =
  | { factIds: readonly string[] }
  | { newest: number; before: Pick<OwnCard, 'createdAt' | 'id'> | null }

/** The cards that a learner has made, the newest first. */
export async function listOwnCards(
  db: Database | Transaction,
  { learnerId }: WorkScope,
  wanted: OwnCardsWanted,
): Promise<OwnCard[]> {
  if ('factIds' in wanted) {
    return inParts(wanted.factIds, (part) =>
      db.ownCard.findMany({
        where: { learnerId, factId: { in: part } },
        orderBy: [...newestFirst],
        select: ofOwnCard,
      }),
    )
  }
  const { newest, before } = wanted
  const older =
    before === null
      ? {}
      : { OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }] }
  return db.ownCard.findMany({
    where: { learnerId, ...older },
    orderBy: [...newestFirst],
    take: newest,
    select: ofOwnCard,
  })
}

/** The cards that a learner has made and not seen yet, the oldest first, those that are suspended or buried left out. */
export async function listNewOwnCards(db: Database, work: WorkScope, at: Date, most: number): Promise<OwnCard[]> {
  const { learnerId } = work
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "OwnCard"
    WHERE "learnerId" = ${learnerId} AND "isNew" = true AND NOT EXISTS (
      SELECT 1 FROM "CardStanding" WHERE "CardStanding"."learnerId" = ${learnerId}
        AND "CardStanding"."cardId" = 'own:' || "OwnCard"."id"
        AND ("suspendedAt" IS NOT NULL OR "buriedUntil" > ${at})
    )
    ORDER BY "createdAt", "id" LIMIT ${most}`
  const ids = rows.map(({ id }) => cardIdOfOwn(id))
  const own = await findOwnCards(db, work, ids)
  return ids.flatMap((id) => own.get(id) ?? [])
}

/** A learner's own cards among these, by the ids that sessions know them by. Another learner's are not among them. */
export async function findOwnCards(
  db: Database | Transaction,
  { learnerId }: WorkScope,
  cardIds: readonly string[],
): Promise<Map<string, OwnCard>> {
  const ids = cardIds.flatMap((cardId) => ownIdOf(cardId) ?? [])
  const rows = await inParts(ids, (part) =>
    db.ownCard.findMany({ where: { learnerId, id: { in: part } }, orderBy: { id: 'asc' }, select: ofOwnCard }),
  )
  return new Map(rows.map((row) => [cardIdOfOwn(row.id), row]))
}

/** Where cards and facts of the catalog are looked up. */
export interface CatalogOfCards {
  findCard(cardId: string): Card | undefined
  findFact(factId: string): Fact | undefined
}

/** A card that the learner may study: one of the catalog, or one of their own. */
export async function findCardOf(
  db: Database,
  work: WorkScope,
  cardId: string,
  { findCard, findFact }: CatalogOfCards,
): Promise<Card | undefined> {
  if (ownIdOf(cardId) === null) return findCard(cardId)
  const own = (await findOwnCards(db, work, [cardId])).get(cardId)
  return own && cardOfOwn(own, own.factId === null ? undefined : findFact(own.factId))
}

/** The ids of a card and of all that share its fact, the learner's own among them. A card without a fact is alone. */
export async function withSiblings(
  db: Database,
  work: WorkScope,
  { id, factId }: Pick<Card, 'id' | 'factId'>,
  facts: FactIndex,
): Promise<string[]> {
  if (factId === null) return [id]
  const own = await listOwnCards(db, work, { factIds: [factId] })
  return [...facts.cardsOfFacts([factId]), ...own.map((card) => cardIdOfOwn(card.id))]
}

async function listReviews(
  db: Database | Transaction,
  work: WorkScope,
  cardIds: readonly string[],
): Promise<(ReviewRow & { cardId: string })[]> {
  const { learnerId } = work
  const rows = await inParts(cardIds, (part) =>
    db.review.findMany({
      where: { learnerId, cardId: { in: part }, undone: null },
      orderBy: [{ reviewedAt: 'asc' }, { id: 'asc' }],
      select: { cardId: true, ...reviewColumns },
    }),
  )
  return reviewRows(db, work, rows)
}

/** What `reviewRows` asks for of a review. */
export const reviewColumns = {
  id: true,
  rating: true,
  desiredRetention: true,
  timeZone: true,
  parameterFitId: true,
  reviewedAt: true,
} as const

/** Reviews as they were stored, with the parameters that each names. Those of one fit share them. */
export async function reviewRows<Stored extends { rating: number; parameterFitId: string | null }>(
  db: Database | Transaction,
  work: WorkScope,
  rows: readonly Stored[],
): Promise<(Omit<Stored, 'parameterFitId' | 'rating'> & { rating: Rating; parameters: readonly number[] | null })[]> {
  const isFitted = rows.some(({ parameterFitId }) => parameterFitId !== null)
  const fits = isFitted ? await listFits(db, work) : []
  const parametersOf = new Map(fits.map(({ id, parameters }) => [id, parameters]))
  return rows.map(({ parameterFitId, rating, ...row }) => ({
    ...row,
    rating: rating as Rating,
    parameters: parameterFitId === null ? null : (parametersOf.get(parameterFitId) ?? null),
  }))
}

/** All that was fitted to a learner's log, the latest first. */
export async function listFits(db: Database | Transaction, { learnerId }: WorkScope): Promise<Fit[]> {
  const rows = await db.parameterFit.findMany({
    where: { learnerId },
    orderBy: [{ fittedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ id, parameters, before, reviewCount, recalledShare, fittedAt, ...by }) => ({
    id,
    parameters: parameters as number[],
    before: before as number[],
    reviewCount,
    predictedBefore: { logLoss: by.logLossBefore, expectedShare: by.expectedShareBefore },
    predictedAfter: { logLoss: by.logLossAfter, expectedShare: by.expectedShareAfter },
    recalledShare,
    fittedAt,
  }))
}

/** The fit that a learner's cards are scheduled by; nothing where it is the usual parameters. */
export async function findFitInUse(db: Database, work: WorkScope): Promise<Fit | null> {
  const { learnerId } = work
  const learner = await db.learner.findUnique({ where: { id: learnerId }, select: { parameterFitId: true } })
  const id = learner?.parameterFitId ?? null
  return id === null ? null : ((await listFits(db, work)).find((fit) => fit.id === id) ?? null)
}

/** Whether any review rests on fitted parameters, so that some memories may be of others than those in use. */
export async function hasFitted(db: Database, { learnerId }: WorkScope): Promise<boolean> {
  return (await db.parameterFit.findFirst({ where: { learnerId }, select: { id: true } })) !== null
}

/** The cards seen last, as many as have so many reviews together. */
export async function listSeenLast(db: Database, { learnerId }: WorkScope, mostReviews: number): Promise<string[]> {
  const rows = await db.cardState.findMany({
    where: { learnerId },
    orderBy: [{ lastReviewedAt: 'desc' }, { cardId: 'asc' }],
    take: mostReviews,
    select: { cardId: true, reps: true },
  })
  let reviews = 0
  return rows.flatMap(({ cardId, reps }) => {
    reviews += reps
    return reviews <= mostReviews ? [cardId] : []
  })
}

/** The answers to any of these items, without those of attempts that were taken back, the oldest first. */
async function listAnswersThatCount(
  db: Database | Transaction,
  { learnerId }: WorkScope,
  itemIds: readonly string[],
): Promise<(Omit<AnswerOfFact, 'isAboutOneFact'> & { itemId: string })[]> {
  const rows = await inParts(itemIds, (part) =>
    db.answer.findMany({
      where: {
        learnerId,
        itemId: { in: part },
        // A check in a lesson belongs to no attempt: it is answered with the lesson in view, and tells no recall.
        attempt: { memoryTakenBackAt: null },
      },
      orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
      select: { id: true, itemId: true, attemptId: true, score: true, certainty: true, answeredAt: true },
    }),
  )
  return rows
    .map((row) => ({ ...row, certainty: row.certainty as Certainty | null }))
    .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || (a.id < b.id ? -1 : 1))
}

/** SQLite takes at most 999 values in one query. */
const largestPart = 500

/** Asks for what belongs to many ids in as many queries as it takes. The rows of one id stay in their order. */
async function inParts<Row>(ids: readonly string[], ask: (part: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < ids.length; start += largestPart) {
    rows.push(...(await ask(ids.slice(start, start + largestPart))))
  }
  return rows
}
