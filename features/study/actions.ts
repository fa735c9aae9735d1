import 'server-only'
import { z } from 'zod'
import { noLearner } from '@/features/accounts/actions.ts'
import { limitOn } from '@/features/accounts/limiting/actions.ts'
import { limits } from '@/features/accounts/limits.ts'
import { currentLearner } from '@/features/accounts/loaders.ts'
import { derivedWorkScope, type WorkScope } from '@/features/accounts/scope.ts'
import { findFact } from '@/features/catalog/data.ts'
import { type AroundAttempts, loadOwnAttempt } from '@/features/quiz/loaders.ts'
import { action, type Refusal, refuse, waitedMs } from '@/lib/action.ts'
import { now } from '@/lib/clock.ts'
import { database, type Transaction } from '@/lib/database.ts'
import { findCardOf, findFitInUse, findSettings, listLogs, listSeenLast, withSiblings } from './data.ts'
import { studyDay } from './day.ts'
import { catalogOfCards } from './deck.ts'
import { deckAndBank } from './deck-and-bank.ts'
import { timeOfDeed } from './deed.ts'
import { cardSchema, reviewSchema, undoSchema } from './deed-request.ts'
import { loadParameters, type OwnCardView, ownCardViews, unknownFact } from './loaders.ts'
import {
  changeCards,
  changeSettings,
  deleteOwnCard,
  deriveMemories,
  keepFit,
  keepOwnCard,
  recordReview,
  rememberAnswers as rememberAnswersBy,
  takeBackMemory,
  takeIntoUse,
  undoReview,
} from './mutations.ts'
import { fitParameters, NoOptimizer } from './optimizer.ts'
import { keptCardSchema } from './own-card.ts'
import { usualParameters } from './schedule.ts'
import { studySettingsSchema } from './settings.ts'
import { fewestForFirstIntervals, mostReviewsFitted, trainingItems } from './training.ts'

/** Keeps one review: at the time at which it was given, however long it waited to be sent. */
export const reviewCard = action(reviewSchema, async ({ reviewId, cardId, rating, durationMs, at }, request) => {
  const learner = await currentLearner()
  if (learner === null) return noLearner
  const card = await findCardOf(database(), learner.work, cardId, catalogOfCards)
  if (card === undefined) return unknownCard(cardId)
  const [{ desiredRetention }, fit] = await Promise.all([
    findSettings(database(), learner.work),
    findFitInUse(database(), learner.work),
  ])
  const given = { reviewId, card, rating, durationMs }
  const kept = await recordReview(
    database(),
    {
      ...given,
      work: learner.work,
      desiredRetention,
      timeZone: learner.timeZone,
      parameterFitId: fit?.id ?? null,
    },
    deckAndBank,
    timeOfDeed(new Date(at), waitedMs(request), now()),
  )
  return 'refused' in kept ? kept : { reviewId }
})

/** Takes one review back. */
export const takeBackReview = action(undoSchema, async ({ reviewId }) => {
  const learner = await currentLearner()
  if (learner === null) return noLearner
  return undoReview(database(), { reviewId, work: learner.work }, deckAndBank, now())
})

/** Keeps a decision about a card. */
export const decideOnCard = action(cardSchema, async ({ cardId, change }, request) => {
  const learner = await currentLearner()
  if (learner === null) return noLearner
  const card = await findCardOf(database(), learner.work, cardId, catalogOfCards)
  if (card === undefined) return unknownCard(cardId)
  const at = new Date(now().getTime() - waitedMs(request))
  const until = change.kind === 'buried' && change.isBuried ? studyDay(at, learner.timeZone).endsAt : null
  const siblings = change.kind === 'buried' && change.scope === 'siblings'
  const cardIds = siblings ? await withSiblings(database(), learner.work, card, deckAndBank) : [cardId]
  await changeCards(
    database(),
    learner.work,
    cardIds,
    change.kind === 'buried' ? { kind: 'buried', until } : change,
    at,
  )
  return { cardId }
})

/** Keeps how the learner wants to study. */
export const keepSettings = action(studySettingsSchema, async (settings) => {
  const learner = await currentLearner()
  if (learner === null) return noLearner
  await changeSettings(database(), learner.work, settings)
  return { settings }
})

const ownCardSchema = z.strictObject({
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('keep'), card: keptCardSchema }),
    z.strictObject({ kind: z.literal('delete'), id: z.uuid() }),
  ]),
})

/** What a learner may do with the cards that they make. */
export type OwnCardChange = z.input<typeof ownCardSchema>['change']

/** Makes, changes or deletes a card of the learner's own; returns it as it stands, or nothing once it is deleted. */
export const changeOwnCard = action(
  ownCardSchema,
  async ({ change }): Promise<{ card: OwnCardView | null } | Refusal> => {
    const learner = await currentLearner()
    if (learner === null) return noLearner
    if (change.kind === 'delete') {
      await deleteOwnCard(database(), learner.work, change.id)
      return { card: null }
    }
    const { card } = change
    if (card.factId !== null && findFact(card.factId) === undefined) return unknownFact(card.factId)
    const result = await keepOwnCard(database(), learner.work, card, deckAndBank, now())
    if ('refused' in result) return result
    const [view = null] = await ownCardViews([result.kept], learner)
    return { card: view }
  },
)

const parametersSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fit'), fitId: z.uuid() }),
  z.strictObject({ kind: z.literal('use'), fitId: z.uuid().nullable() }),
])

/** The fits under way, so that a learner who asks twice has one made. */
const fitting = new Map<string, Promise<Refusal | null>>()

/** Fits parameters to the learner's own log, or takes a fit into use, or the usual ones; returns how that stands. */
export const changeParameters = action(parametersSchema, async (change) => {
  const learner = await currentLearner()
  if (learner === null) return noLearner
  const { work } = learner
  const { learnerId } = work
  if (change.kind === 'use') {
    return (await takeIntoUse(database(), work, change.fitId)) ?? loadParameters()
  }
  const limit = await limitOn(limits.fitting, learnerId)
  if (limit !== null) return limit
  const underWay = fitting.get(learnerId) ?? fitTo(work, change.fitId).finally(() => fitting.delete(learnerId))
  fitting.set(learnerId, underWay)
  return (await underWay) ?? loadParameters()
})

async function fitTo(work: WorkScope, fitId: string): Promise<Refusal | null> {
  const db = database()
  const cardIds = await listSeenLast(db, work, mostReviewsFitted)
  const items = trainingItems(await listLogs(db, work, cardIds, deckAndBank))
  if (items.length < fewestForFirstIntervals) return tooFewReviews(items.length)
  const before = (await findFitInUse(db, work))?.parameters ?? usualParameters
  try {
    const fitted = await fitParameters(items, before)
    await keepFit(db, work, { id: fitId, before, reviewCount: items.length, fittedAt: now(), ...fitted })
    return null
  } catch (error) {
    if (!(error instanceof NoOptimizer)) throw error
    return refuse(422, 'no-optimizer', 'The machine that this runs on has no optimizer, so the usual schedule stays.')
  }
}

function tooFewReviews(count: number): Refusal {
  const found = count === 1 ? 'there is 1' : `there are ${count}`
  return refuse(
    422,
    'too-few-reviews',
    `Fitting takes at least ${fewestForFirstIntervals} reviews on another day than the one before; ${found} so far.`,
  )
}

function unknownCard(cardId: string): Refusal {
  return refuse(404, 'unknown-card', `cardId: there is no card "${cardId}".`)
}

/** Lets answers to items of the bank, stored in the same transaction, tell on the memory of the deck's cards. */
export function rememberAnswers(
  tx: Transaction,
  work: WorkScope,
  answers: readonly { itemId: string; factIds: readonly string[] }[],
): Promise<void> {
  return rememberAnswersBy(tx, work, answers, deckAndBank)
}

/** Brings the memory of a learner's cards in line with a log that grew in the same transaction, as when two are joined. */
export async function rememberMerged(tx: Transaction, learnerId: string): Promise<void> {
  await deriveMemories(tx, derivedWorkScope({ learnerId }), deckAndBank, true)
}

const takeBackSchema = z.strictObject({ attemptId: z.uuid(), isTakenBack: z.boolean() })

/** Takes what an attempt did to the memory of cards back, or lets it count again; returns what it does now. */
export const takeBackMemoryOfAttempt = (around: AroundAttempts) =>
  action(takeBackSchema, async ({ attemptId, isTakenBack }) => {
    const learner = await currentLearner()
    if (learner === null) return noLearner
    const attempt = await loadOwnAttempt(attemptId, around)
    // How many cards came back would tell how many answers were wrong.
    if (attempt !== null && !attempt.shown.includes('correctness')) return keptBack
    return takeBackMemory(database(), { work: learner.work, attemptId, isTakenBack }, deckAndBank, now())
  })

const keptBack = refuse(
  409,
  'kept-back',
  'What this test came to is not shown yet, and neither is what it did to your cards. Come back when it is.',
)
