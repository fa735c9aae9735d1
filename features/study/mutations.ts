import { isDeepStrictEqual } from 'node:util'
import type { WorkScope } from '@/features/accounts/scope.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import type { Card } from './card.ts'
import { memoryOf } from './card-memory.ts'
import { type Fit, findOwnCards, listLogs, listMemories, type MemoryEffects, memoryEffectsOf } from './data.ts'
import type { FactIndex } from './fact-index.ts'
import { intervalBucketOf } from './overdueness.ts'
import { cardIdOfOwn, largestOwnDeck, type OwnCard, ownIdOf } from './own-card.ts'
import type { Memory, Rating } from './schedule.ts'
import type { StudySettings } from './settings.ts'

/** Longer than this and the learner was away rather than thinking. */
const longestAnswerMs = 60_000

export interface IncomingReview {
  /** Made by the client; the same id is the same review, however often it is sent. */
  reviewId: string
  work: WorkScope
  card: Card
  rating: Rating
  durationMs: number
  /** The retention that the learner desires, on which the interval rests. */
  desiredRetention: number
  /** The learner's, in whose study days it counts. */
  timeZone: string
  /** The fit in use; nothing for the usual parameters. */
  parameterFitId: string | null
}

/**
 * Appends a review to the log and derives the card's memory anew.
 * Once this returns, the review is on disk. Sending it again changes nothing.
 */
export async function recordReview(
  db: Database,
  incoming: IncomingReview,
  facts: FactIndex,
  now: Date,
): Promise<{ memory: Memory | null } | Refusal> {
  const { reviewId, work, card, rating, durationMs, desiredRetention, timeZone, parameterFitId } = incoming
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.review.findUnique({ where: { id: reviewId } })
      if (earlier === null) {
        await tx.review.create({
          data: {
            id: reviewId,
            learnerId: work.learnerId,
            cardId: card.id,
            cardRevision: card.revision,
            rating,
            durationMs: Math.min(durationMs, longestAnswerMs),
            desiredRetention,
            timeZone,
            parameterFitId,
            reviewedAt: now,
          },
        })
      } else if (earlier.learnerId !== work.learnerId || earlier.cardId !== card.id) {
        return taken
      }
      return { memory: await deriveMemory(tx, work, card.id, facts) }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same review came in twice at once: the first one stands.
    return recordReview(db, incoming, facts, now)
  }
}

/** Takes a review back; the log keeps both. Taking back twice changes nothing. */
export async function undoReview(
  db: Database,
  { reviewId, work }: { reviewId: string; work: WorkScope },
  facts: FactIndex,
  now: Date,
): Promise<{ cardId: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const review = await tx.review.findFirst({
      where: { id: reviewId, learnerId: work.learnerId },
      include: { undone: true },
    })
    if (review === null) return refuse(404, 'unknown-review', 'reviewId: there is no such review to take back.')
    if (review.undone === null) {
      await tx.reviewUndo.create({ data: { reviewId, undoneAt: now } })
      await deriveMemory(tx, work, review.cardId, facts)
    }
    return { cardId: review.cardId }
  })
}

/**
 * Brings the memory of cards in line with answers that have been stored in this transaction: of every card of their facts
 * that the learner has seen. Cards not yet seen stay New.
 */
export async function rememberAnswers(
  tx: Transaction,
  work: WorkScope,
  answers: readonly { factIds: readonly string[] }[],
  facts: FactIndex,
): Promise<void> {
  const cardIds = facts.cardsOfFacts(answers.flatMap(({ factIds }) => factIds))
  const stored = await listMemories(tx, work, cardIds)
  for (const log of await listLogs(tx, work, [...stored.keys()], facts)) {
    const memory = memoryOf(log)
    // Most answers tell nothing, and a test that is handed in touches many cards at once.
    if (!isDeepStrictEqual(memory, stored.get(log.cardId))) await storeMemory(tx, work, log.cardId, memory)
  }
}

/**
 * Takes the answers of one of the learner's attempts back, so that the memory of cards is as if they had not been given;
 * or lets them count again. The answers stay as they are. Doing either twice changes nothing.
 */
export async function takeBackMemory(
  db: Database,
  { work, attemptId, isTakenBack }: { work: WorkScope; attemptId: string; isTakenBack: boolean },
  facts: FactIndex,
  now: Date,
): Promise<MemoryEffects | Refusal> {
  return inTransaction(db, async (tx) => {
    const attempt = await tx.attempt.findFirst({
      where: { id: attemptId, learnerId: work.learnerId },
      select: { memoryTakenBackAt: true, answers: { select: { itemId: true }, orderBy: { id: 'asc' } } },
    })
    if (attempt === null) return unknownAttempt
    if ((attempt.memoryTakenBackAt !== null) !== isTakenBack) {
      await tx.attempt.update({ where: { id: attemptId }, data: { memoryTakenBackAt: isTakenBack ? now : null } })
      const answers = attempt.answers.map(({ itemId }) => ({ factIds: facts.factsOfItem(itemId) }))
      await rememberAnswers(tx, work, answers, facts)
    }
    return (await memoryEffectsOf(tx, work, attemptId, facts)) ?? unknownAttempt
  })
}

/** A card whose stored memory, or mark as new, is not what its log leaves. */
export interface Difference {
  cardId: string
  stored: Memory | null
  derived: Memory | null
  /** Whether a card of the learner's own is stored as new; nothing for others. */
  isStoredNew: boolean | null
}

/**
 * Derives the memory of every card of a learner from the log and compares it with what is stored.
 *
 * @param isStoring whether what differs is stored anew
 */
export async function rebuildMemories(
  db: Database,
  work: WorkScope,
  facts: FactIndex,
  isStoring: boolean,
): Promise<Difference[]> {
  return inTransaction(db, (tx) => deriveMemories(tx, work, facts, isStoring))
}

/** The same within a transaction, for whoever has changed the log in it. */
export async function deriveMemories(
  tx: Transaction,
  work: WorkScope,
  facts: FactIndex,
  isStoring: boolean,
): Promise<Difference[]> {
  const { learnerId } = work
  const stored = await listMemories(tx, work)
  const reviewed = await tx.review.findMany({
    where: { learnerId },
    distinct: ['cardId'],
    orderBy: { cardId: 'asc' },
    select: { cardId: true },
  })
  const seen = await tx.ownCard.findMany({
    where: { learnerId, isNew: false },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const named = [...stored.keys(), ...reviewed.map(({ cardId }) => cardId), ...seen.map(({ id }) => cardIdOfOwn(id))]
  const cardIds = [...new Set(named)].sort()
  const own = await findOwnCards(tx, work, cardIds)
  const logs = await listLogs(tx, work, cardIds, facts)
  const isFoundRight = await inStepWithIndex(tx, work)
  const differences = logs.flatMap((log): Difference[] => {
    const { cardId } = log
    const isGone = ownIdOf(cardId) !== null && !own.has(cardId)
    const [before, derived] = [stored.get(cardId) ?? null, isGone ? null : memoryOf(log)]
    const isStoredNew = own.get(cardId)?.isNew ?? null
    const isMarkedRight = isStoredNew === null || isStoredNew === (derived === null)
    return isMarkedRight && isDeepStrictEqual(before, derived) && isFoundRight(cardId)
      ? []
      : [{ cardId, stored: before, derived, isStoredNew }]
  })
  if (isStoring) for (const { cardId, derived } of differences) await storeMemory(tx, work, cardId, derived)
  return differences
}

/** Tells of each card whether the columns by which sessions find it are in step with the rest. */
async function inStepWithIndex(tx: Transaction, { learnerId }: WorkScope): Promise<(cardId: string) => boolean> {
  const [states, standings] = [
    await tx.cardState.findMany({ where: { learnerId }, orderBy: { cardId: 'asc' } }),
    await tx.cardStanding.findMany({
      where: { learnerId, suspendedAt: { not: null } },
      orderBy: { cardId: 'asc' },
      select: { cardId: true },
    }),
  ]
  const suspended = new Set(standings.map(({ cardId }) => cardId))
  const wrong = new Set(
    states
      .filter(
        (state) =>
          state.isSuspended !== suspended.has(state.cardId) || state.intervalBucket !== intervalBucketOf(state),
      )
      .map(({ cardId }) => cardId),
  )
  return (cardId) => !wrong.has(cardId)
}

/** A decision about cards. */
export type CardChange =
  | { kind: 'suspended'; isSuspended: boolean }
  /** Until an instant; nothing digs the card out again. */
  | { kind: 'buried'; until: Date | null }
  | { kind: 'marked'; isMarked: boolean }
  | { kind: 'noted'; note: string }

/** Keeps a decision about cards. Doing so twice changes nothing. */
export async function changeCards(
  db: Database,
  { learnerId }: WorkScope,
  cardIds: readonly string[],
  change: CardChange,
  now: Date,
): Promise<void> {
  const data = columnsOf(change, now)
  await inTransaction(db, async (tx) => {
    for (const cardId of cardIds) {
      const key = { learnerId_cardId: { learnerId, cardId } }
      await tx.cardStanding.upsert({ where: key, create: { learnerId, cardId, ...data }, update: data })
      if (change.kind !== 'suspended') continue
      await tx.cardState.updateMany({ where: { learnerId, cardId }, data: { isSuspended: change.isSuspended } })
    }
  })
}

function columnsOf(change: CardChange, now: Date) {
  switch (change.kind) {
    case 'suspended':
      return { suspendedAt: change.isSuspended ? now : null }
    case 'buried':
      return { buriedUntil: change.until }
    case 'marked':
      return { markedAt: change.isMarked ? now : null }
    case 'noted':
      return { note: change.note }
  }
}

/** A card of their own as a learner wants it kept. */
export type KeptCard = Pick<OwnCard, 'id' | 'factId' | 'front' | 'back'>

/**
 * Makes a card of the learner's own, or changes its wording if it is there; from which fact it was made never changes,
 * and neither does its schedule. Keeping the same twice changes nothing.
 */
export async function keepOwnCard(
  db: Database,
  work: WorkScope,
  card: KeptCard,
  facts: FactIndex,
  now: Date,
): Promise<{ kept: OwnCard } | Refusal> {
  const { learnerId } = work
  const { id, front, back } = card
  const cardId = cardIdOfOwn(id)
  try {
    return await inTransaction(db, async (tx) => {
      const earlier = await tx.ownCard.findUnique({ where: { id } })
      if (earlier === null) {
        if ((await tx.ownCard.count({ where: { learnerId } })) >= largestOwnDeck) return tooManyCards
        await tx.ownCard.create({ data: { ...card, learnerId, createdAt: now, editedAt: now } })
        // One that was deleted and comes back still has its reviews.
        await deriveMemory(tx, work, cardId, facts)
      } else if (earlier.learnerId !== learnerId) {
        return unknownOwnCard
      } else if (earlier.front !== front || earlier.back !== back) {
        await tx.ownCard.update({ where: { id }, data: { front, back, editedAt: now } })
      }
      const kept = (await findOwnCards(tx, work, [cardId])).get(cardId)
      return kept === undefined ? unknownOwnCard : { kept }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same card came in twice at once.
    return keepOwnCard(db, work, card, facts, now)
  }
}

/**
 * Deletes a card of the learner's own, with its memory and what was decided about it. Its reviews stay in the log.
 * Deleting one that is gone, or never was, changes nothing.
 */
export async function deleteOwnCard(db: Database, { learnerId }: WorkScope, id: string): Promise<void> {
  const where = { learnerId, cardId: cardIdOfOwn(id) }
  await inTransaction(db, async (tx) => {
    await tx.ownCard.deleteMany({ where: { learnerId, id } })
    await tx.cardState.deleteMany({ where })
    await tx.cardStanding.deleteMany({ where })
  })
}

/** Keeps how the learner wants to study. No card moves by it before its next review. */
export async function changeSettings(db: Database, { learnerId }: WorkScope, settings: StudySettings): Promise<void> {
  await db.learner.update({ where: { id: learnerId }, data: settings })
}

/** Keeps a fit, without taking it into use. Keeping the same twice changes nothing. */
export async function keepFit(db: Database, { learnerId }: WorkScope, fit: Fit): Promise<void> {
  const { predictedBefore, predictedAfter, parameters, before, ...plain } = fit
  try {
    await db.parameterFit.create({
      data: {
        ...plain,
        learnerId,
        parameters: [...parameters],
        before: [...before],
        logLossBefore: predictedBefore.logLoss,
        logLossAfter: predictedAfter.logLoss,
        expectedShareBefore: predictedBefore.expectedShare,
        expectedShareAfter: predictedAfter.expectedShare,
      },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

/** Schedules a learner's cards by a fit from their next reviews on, or by the usual parameters. No card moves before. */
export async function takeIntoUse(
  db: Database,
  { learnerId }: WorkScope,
  fitId: string | null,
): Promise<Refusal | null> {
  return inTransaction(db, async (tx) => {
    const isThere = fitId === null || (await tx.parameterFit.findFirst({ where: { id: fitId, learnerId } })) !== null
    if (!isThere) return unknownFit
    await tx.learner.update({ where: { id: learnerId }, data: { parameterFitId: fitId } })
    return null
  })
}

const unknownFit = refuse(404, 'unknown-fit', 'fitId: there is no such fit of yours.')
const taken = refuse(409, 'taken', 'reviewId: this id belongs to another review.')
const unknownAttempt = refuse(404, 'unknown-attempt', 'attemptId: there is no such attempt of yours.')
const unknownOwnCard = refuse(404, 'unknown-card', 'id: there is no such card of yours.')
const tooManyCards = refuse(
  422,
  'too-many-cards',
  `You have ${largestOwnDeck.toLocaleString('en-GB')} cards of your own, which is as many as are kept. Delete one to make another.`,
)

/** Replays the card's log and stores what it leaves. */
async function deriveMemory(
  tx: Transaction,
  work: WorkScope,
  cardId: string,
  facts: FactIndex,
): Promise<Memory | null> {
  const [log] = await listLogs(tx, work, [cardId], facts)
  return storeMemory(tx, work, cardId, log === undefined ? null : memoryOf(log))
}

/**
 * Stores what the replay of a card's log has left, and returns it. A card whose reviews were all taken back is New again,
 * and one of the learner's own that is gone has no memory, though its reviews stay.
 */
async function storeMemory(
  tx: Transaction,
  work: WorkScope,
  cardId: string,
  memory: Memory | null,
): Promise<Memory | null> {
  const { learnerId } = work
  const key = { learnerId_cardId: { learnerId, cardId } }
  const isThere = await markOwnCard(tx, work, cardId, memory === null)
  if (memory === null || !isThere) {
    await tx.cardState.deleteMany({ where: { learnerId, cardId } })
    return null
  }
  const standing = await tx.cardStanding.findUnique({ where: key, select: { suspendedAt: true } })
  const isSuspended = (standing?.suspendedAt ?? null) !== null
  const data = { ...memory, intervalBucket: intervalBucketOf(memory), isSuspended }
  await tx.cardState.upsert({ where: key, create: { learnerId, cardId, ...data }, update: data })
  return memory
}

/** Keeps a card of the learner's own in step with its memory. Returns whether there is a card; the catalog's always is. */
async function markOwnCard(
  tx: Transaction,
  { learnerId }: WorkScope,
  cardId: string,
  isNew: boolean,
): Promise<boolean> {
  const id = ownIdOf(cardId)
  if (id === null) return true
  const { count } = await tx.ownCard.updateMany({ where: { learnerId, id }, data: { isNew } })
  return count > 0
}
