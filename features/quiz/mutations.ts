import {
  type ClassScope,
  derivedWorkScope,
  type GradebookScope,
  type GradingScope,
  type WorkScope,
} from '@/features/accounts/scope.ts'
import type { Prisma } from '@/generated/prisma/sqlite/client.ts'
import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import { shortHash } from '@/lib/random.ts'
import {
  type AttemptEvent,
  type AttemptState,
  applyEvent,
  beginAttempt,
  type Deed,
  type HeldResponse,
  type LoggedDeed,
  longestAnswerMs,
  type Rules,
  replayAttempt,
  type TeacherDeed,
  type Verdict,
  verdictOn,
} from './attempt.ts'
import { comparableResponse } from './comparable.ts'
import { type AnswerRow, type AttemptRow, answerRow, findAttempt } from './data.ts'
import { gradeResponse, type Item, toPublic } from './item.ts'
import { readOwnItemId } from './own-items/own-item-id.ts'
import type { Plan } from './plan.ts'
import { isRight, type KeptTries, keptTries, markOfTries } from './tries.ts'
import { triesAt } from './tries-at.ts'

/** What is to happen in the same transaction as new answers: their facts are remembered or have lapsed. */
export type AfterAnswers = (
  tx: Transaction,
  work: WorkScope,
  answers: readonly { itemId: string; factIds: readonly string[] }[],
) => Promise<void>

/** Looks an item up, wherever it comes from. */
export type FindItem = (itemId: string) => Item | undefined

/**
 * What is to happen in the same transaction once the graded answers or the status of an attempt have changed that was
 * assigned: what is derived from them follows.
 */
export type AfterSettled = (
  tx: Transaction,
  settled: { attemptId: string; assignmentId: string; work: WorkScope },
  now: Date,
) => Promise<void>

/** What goes with the attempts of learners, in the same transaction. */
export interface AttemptHooks {
  afterAnswers: AfterAnswers
  afterSettled: AfterSettled
}

/** A response to an item outside any attempt, as it came in. */
export interface IncomingAnswer {
  /** Made by the client; the same id is the same answer, however often it is sent. */
  answerId: string
  work: WorkScope
  item: Item
  /** The revision of the item that the learner saw. */
  itemRevision: string
  response: unknown
}

/**
 * Grades a response to a check in a lesson and appends it to the log. Once this returns, the answer is on disk.
 * Sending an answer again returns what was stored the first time.
 */
export async function recordAnswer(
  db: Database,
  { answerId, work, item, itemRevision, response }: IncomingAnswer,
  afterAnswers: AfterAnswers,
  now: Date,
): Promise<AnswerRow | Refusal> {
  const earlier = await findAnswer(db, work, answerId)
  if (earlier !== null) return earlier
  if (itemRevision !== item.revision) return revised
  const grade = gradeResponse(item, response)
  if (grade.state === 'invalid') return refuse(422, 'invalid-response', `response: ${grade.reason}`)
  try {
    return await inTransaction(db, async (tx) => {
      const stored = await tx.answer.create({
        data: {
          id: answerId,
          learnerId: work.learnerId,
          itemId: item.id,
          itemRevision,
          response: json(response),
          score: grade.score,
          answeredAt: now,
        },
      })
      await afterAnswers(tx, work, [{ itemId: item.id, factIds: item.factIds }])
      return answerRow(stored)
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same answer came in between: that one stands.
    return (await findAnswer(db, work, answerId)) ?? taken
  }
}

/** An attempt to begin. */
export interface IncomingAttempt {
  /** Made by the client, so that beginning twice begins once. */
  attemptId: string
  work: WorkScope
  plan: Plan
  rules: Rules
  items: readonly Item[]
  /** What it counts for; nothing where it was not assigned, or is only a preview. */
  assignmentId?: string | null
}

/** Begins an attempt, which starts its clock. Beginning it again changes nothing. */
export async function recordAttempt(db: Database, incoming: IncomingAttempt, now: Date): Promise<AttemptRow | Refusal> {
  const { attemptId, work } = incoming
  const earlier = await findAttempt(db, work, attemptId)
  if (earlier !== null) return earlier
  try {
    await storeAttempt(db, incoming, now)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  return (await findAttempt(db, work, attemptId)) ?? taken
}

/** The same for whoever has looked in the same transaction that it is not there yet. */
export async function storeAttempt(
  tx: Database | Transaction,
  { attemptId, work, plan, rules, items, assignmentId = null }: IncomingAttempt,
  now: Date,
): Promise<void> {
  await tx.attempt.create({
    data: {
      id: attemptId,
      learnerId: work.learnerId,
      plan: json(plan),
      rules: json(rules),
      lessonId: plan.kind === 'lesson' ? plan.lessonId : null,
      testId: plan.kind === 'test' ? plan.testId : null,
      assignmentId,
      startedAt: now,
      items: {
        create: items.map(({ id, revision }, index) => ({
          position: index + 1,
          itemId: id,
          itemRevision: revision,
          bankItemId: readOwnItemId(id)?.bankItemId ?? null,
        })),
      },
    },
  })
}

/** Something a learner did in an attempt, as it came in. */
export interface IncomingEvent {
  /** Made by the client; the same id is the same event, however often it is sent. */
  eventId: string
  attemptId: string
  work: WorkScope
  deed: Deed
  /** How long it waited at the client before it was sent. */
  waitedMs: number
}

/** What became of an event, and the attempt after it. */
export interface RecordedEvent {
  verdict: Verdict
  attempt: AttemptRow
  state: AttemptState
}

/**
 * Appends what a learner did to the log of the attempt, and grades what has become final by it. Once this returns, it is
 * on disk. Sending an event again changes nothing. An event that came too late is kept in the log and does not count.
 */
export async function recordEvent(
  db: Database,
  incoming: IncomingEvent,
  findItem: FindItem,
  hooks: AttemptHooks,
  now: Date,
): Promise<RecordedEvent | Refusal> {
  const { eventId, attemptId, work } = incoming
  try {
    return await inTransaction(db, async (tx) => {
      const attempt = await lockAttempt(tx, work, attemptId)
      if (attempt === null) return unknownAttempt
      const state = stateOf(attempt, now)
      const earlier = attempt.events.find(({ id }) => id === eventId)
      if (earlier !== undefined) return { verdict: verdictInLog(attempt, earlier), attempt, state }

      const deed = loggedDeed(state, incoming.deed, findItem)
      if ('refused' in deed) return deed
      const event = eventOf({ ...incoming, deed }, attempt.startedAt, now)
      const verdict = verdictOn(state, event)
      const refusal = refusalFor(verdict) ?? gradeRefusal(state, event, verdict, findItem)
      if (refusal !== null) return refusal

      await appendEvent(tx, attemptId, event)
      const after = applyEvent(state, event)
      await settle(tx, work, attempt, after, findItem, hooks, now)
      return { verdict, attempt: (await findAttempt(tx, work, attemptId)) ?? attempt, state: after }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same event came in between, and is in the log now; an id of somebody else's event never will be.
    const attempt = await findAttempt(db, work, attemptId)
    const earlier = attempt?.events.find(({ id }) => id === eventId)
    if (attempt === null || earlier === undefined) return taken
    return { verdict: verdictInLog(attempt, earlier), attempt, state: stateOf(attempt, now) }
  }
}

/**
 * Appends what somebody who teaches does to the log of each of these attempts that is still under way and belongs to what
 * is assigned to their class, and returns how many it reached. Each is reached by itself: one that has ended meanwhile
 * keeps no other from it. Doing it again under the same id reaches only those that it has not reached.
 *
 * @param actId made by the client
 */
export async function recordTeacherDeed(
  db: Database,
  { classId }: GradingScope,
  attemptIds: readonly string[],
  deed: TeacherDeed,
  actId: string,
  now: Date,
): Promise<number> {
  const attempts = await db.attempt.findMany({
    where: { id: { in: [...attemptIds] }, assignment: { classId } },
    orderBy: { id: 'asc' },
    select: { id: true, learnerId: true },
  })
  let reached = 0
  for (const attempt of attempts) {
    const { id } = attempt
    // No learner can have made this id: theirs are UUIDs.
    const event = { id: shortHash(`${actId}\n${id}`), deed, givenAt: now, receivedAt: now }
    if (await inTransaction(db, (tx) => reachAttempt(tx, derivedWorkScope(attempt), id, event))) reached += 1
  }
  return reached
}

async function reachAttempt(
  tx: Transaction,
  work: WorkScope,
  attemptId: string,
  event: AttemptEvent,
): Promise<boolean> {
  const attempt = await lockAttempt(tx, work, attemptId)
  if (attempt === null) return false
  if (attempt.events.some(({ id }) => id === event.id)) return true
  const state = stateOf(attempt, event.receivedAt)
  // What has been graded has ended, and without a deadline there is none to move.
  const canReach = attempt.status === 'in-progress' && (event.deed.kind !== 'extended' || state.deadlineAt !== null)
  if (!canReach || verdictOn(state, event) !== 'counts') return false
  await appendEvent(tx, attemptId, event)
  return true
}

/** Ends an attempt of the learner's whose time is up, and grades what it holds; returns it as it stands then. */
export async function settleAttempt(
  db: Database,
  work: WorkScope,
  attemptId: string,
  findItem: FindItem,
  hooks: AttemptHooks,
  now: Date,
): Promise<AttemptRow | null> {
  const attempt = await findAttempt(db, work, attemptId)
  if (attempt === null || !isToBeEnded(attempt, stateOf(attempt, now))) return attempt
  return inTransaction(db, (tx) => settleLocked(tx, work, attemptId, findItem, hooks, now))
}

/** The same for somebody's attempt at what is assigned to a class, whoever of the class asks; another's changes nothing. */
export async function settleAssigned(
  db: Database,
  { classId }: ClassScope | GradebookScope | GradingScope,
  attemptId: string,
  findItem: FindItem,
  hooks: AttemptHooks,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const where = { id: attemptId, assignment: { classId } }
    const attempt = await tx.attempt.findFirst({ where, select: { learnerId: true } })
    if (attempt !== null) await settleLocked(tx, derivedWorkScope(attempt), attemptId, findItem, hooks, now)
  })
}

async function settleLocked(
  tx: Transaction,
  work: WorkScope,
  attemptId: string,
  findItem: FindItem,
  hooks: AttemptHooks,
  now: Date,
): Promise<AttemptRow | null> {
  const current = await lockAttempt(tx, work, attemptId)
  if (current === null) return null
  await settle(tx, work, current, stateOf(current, now), findItem, hooks, now)
  return findAttempt(tx, work, attemptId)
}

/** The state that the log of an attempt leaves at an instant. */
export function stateOf({ rules, items, startedAt, events }: AttemptRow, at: Date): AttemptState {
  const begun = beginAttempt(
    rules,
    items.map(({ itemId }) => itemId),
    startedAt,
  )
  return replayAttempt(begun, events, at)
}

/** What a learner says of an item. */
export interface IncomingFlag {
  flagId: string
  work: WorkScope
  itemId: string
  itemRevision: string
  comment: string
}

/** Keeps a learner's word that something is wrong with an item. Sending it again changes nothing. */
export async function recordFlag(
  db: Database,
  { flagId, work: { learnerId }, itemId, itemRevision, comment }: IncomingFlag,
  now: Date,
): Promise<{ flagId: string } | Refusal> {
  try {
    await db.itemFlag.create({ data: { id: flagId, learnerId, itemId, itemRevision, comment, flaggedAt: now } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const earlier = await db.itemFlag.findFirst({ where: { id: flagId, learnerId, itemId } })
    if (earlier === null) return taken
  }
  return { flagId }
}

const unknownAttempt = refuse(404, 'unknown-attempt', 'There is no such quiz of yours. Reload the page to go on.')
const taken = refuse(409, 'taken', 'This could not be kept under its id. Reload the page.')
const revised = refuse(
  409,
  'revised',
  'This question has been revised since the page was opened. Reload it to see the new wording.',
)
const notInAttempt = refuse(
  409,
  'not-in-attempt',
  'This question is not part of this quiz any more. Reload the page to go on.',
)

const notTried = refuse(
  422,
  'not-tried',
  'deed.kind: in this quiz an answer is not checked by itself. Answer it, and hand in.',
)

/** Only what cannot belong to the attempt is turned away; whatever else does not count is kept all the same. */
function refusalFor(verdict: Verdict): Refusal | null {
  if (verdict === 'not-in-attempt') return notInAttempt
  if (verdict === 'not-tried') return notTried
  return verdict === 'empty' ? refuse(422, 'invalid-response', 'response: there is none') : null
}

/** Where the first answer stands it has to be one: to the wording that was shown, and whole. */
function gradeRefusal(
  state: AttemptState,
  { deed }: AttemptEvent,
  verdict: Verdict,
  findItem: FindItem,
): Refusal | null {
  if (verdict !== 'counts' || deed.kind !== 'answered' || state.rules.behaviour !== 'immediate-feedback') return null
  const item = findItem(deed.itemId)
  if (item === undefined) return notInAttempt
  if (item.revision !== deed.itemRevision) return revised
  const grade = gradeResponse(item, deed.response)
  return grade.state === 'invalid' ? refuse(422, 'invalid-response', `response: ${grade.reason}`) : null
}

/** A deed as the log is to have it: a try is graded on its way there, and has to be whole and of the wording shown. */
function loggedDeed(state: AttemptState, deed: Deed, findItem: FindItem): LoggedDeed | Refusal {
  if (deed.kind !== 'checked') return deed
  const item = state.itemIds.includes(deed.itemId) ? findItem(deed.itemId) : undefined
  if (item === undefined) return notInAttempt
  if (item.revision !== deed.itemRevision) return revised
  const grade = gradeResponse(item, deed.response)
  if (grade.state === 'invalid') return refuse(422, 'invalid-response', `response: ${grade.reason}`)
  return { ...deed, score: grade.score, comparable: comparableResponse(toPublic(item), deed.response) }
}

function eventOf(
  { eventId, deed, waitedMs }: Pick<IncomingEvent, 'eventId' | 'waitedMs'> & { deed: LoggedDeed },
  startedAt: Date,
  now: Date,
): AttemptEvent {
  const givenAt = new Date(Math.max(startedAt.getTime(), now.getTime() - waitedMs))
  return { id: eventId, deed, givenAt, receivedAt: now }
}

/** The verdict at the time when the event was kept. */
function verdictInLog(attempt: AttemptRow, event: AttemptEvent): Verdict {
  const before = attempt.events.slice(0, attempt.events.indexOf(event))
  return verdictOn(stateOf({ ...attempt, events: before }, event.receivedAt), event)
}

/**
 * The attempt, as nobody else can change it before this transaction ends: writing to its row first makes others wait
 * and begin anew, rather than grade what is being graded here.
 */
async function lockAttempt(tx: Transaction, work: WorkScope, attemptId: string): Promise<AttemptRow | null> {
  const { learnerId } = work
  await tx.attempt.updateMany({ where: { id: attemptId, learnerId }, data: { eventCount: { increment: 0 } } })
  return findAttempt(tx, work, attemptId)
}

async function appendEvent(tx: Transaction, attemptId: string, event: AttemptEvent): Promise<void> {
  const { kind, ...detail } = event.deed
  const { eventCount: sequence } = await tx.attempt.update({
    where: { id: attemptId },
    data: { eventCount: { increment: 1 } },
    select: { eventCount: true },
  })
  const { id, givenAt, receivedAt } = event
  await tx.attemptEvent.create({
    data: { id, attemptId, sequence, kind, detail: json(detail), givenAt, receivedAt },
  })
}

function isToBeEnded({ status }: AttemptRow, state: AttemptState): boolean {
  return status === 'in-progress' && (state.status === 'finished' || state.status === 'abandoned')
}

/** Brings the graded answers and the status in line with the state: what is final is graded, once. */
async function settle(
  tx: Transaction,
  work: WorkScope,
  attempt: AttemptRow,
  state: AttemptState,
  findItem: FindItem,
  { afterAnswers, afterSettled }: AttemptHooks,
  now: Date,
): Promise<void> {
  const graded = new Set(attempt.answers.map(({ itemId }) => itemId))
  const answers = state.itemIds
    .filter((itemId) => !graded.has(itemId))
    .flatMap((itemId) => finalAnswer(findItem(itemId), state))
  for (const { item, held, score, tries } of answers) {
    await tx.answer.create({
      data: {
        id: held.eventId,
        learnerId: work.learnerId,
        attemptId: attempt.id,
        itemId: item.id,
        itemRevision: held.itemRevision,
        response: json(held.response),
        score,
        ...(tries !== null && { tries: json(tries), firstTryScore: tries.tries[0]?.score ?? null }),
        certainty: held.certainty,
        durationMs: held.durationMs,
        answeredAt: held.givenAt,
      },
    })
  }
  const isEnding = isToBeEnded(attempt, state)
  if (isEnding) {
    await tx.attempt.update({
      where: { id: attempt.id },
      data: { status: state.status, finishedAt: state.endedAt },
    })
  }
  if (answers.length > 0) {
    await afterAnswers(
      tx,
      work,
      answers.map(({ item }) => ({ itemId: item.id, factIds: item.factIds })),
    )
  }
  const { id: attemptId, assignmentId } = attempt
  if (assignmentId !== null && (isEnding || answers.length > 0)) {
    await afterSettled(tx, { attemptId, assignmentId, work }, now)
  }
}

/** What an item earns, and by which response. */
interface FinalAnswer {
  item: Item
  held: HeldResponse
  score: number
  tries: KeptTries | null
}

/**
 * The answer to an item, once nothing can change it any more. A response that is not whole when the attempt is handed in
 * counts as not given: it is not graded.
 */
function finalAnswer(item: Item | undefined, state: AttemptState): FinalAnswer[] {
  if (item === undefined) return []
  if (state.rules.behaviour === 'adaptive') return answerOfTries(item, state)
  const held = state.responses.get(item.id)
  if (held === undefined || (state.rules.behaviour === 'deferred-feedback' && state.status !== 'finished')) return []
  const grade = gradeResponse(item, held.response)
  return grade.state === 'invalid' ? [] : [{ item, held, score: grade.score, tries: null }]
}

/** What was tried at an item, once a try was right or the attempt has ended: the last response, given when the first was. */
function answerOfTries(item: Item, state: AttemptState): FinalAnswer[] {
  const tries = triesAt(item, state)
  const [first, last] = [tries[0], tries.at(-1)]
  if (first === undefined || last === undefined || (state.endedAt === null && !isRight(tries))) return []
  const scores = tries.map(({ score }) => score)
  const timed = tries.flatMap(({ durationMs }) => durationMs ?? [])
  const held = {
    ...last,
    certainty: null,
    durationMs:
      timed.length === 0
        ? null
        : Math.min(
            timed.reduce((sum, ms) => sum + ms, 0),
            longestAnswerMs,
          ),
    givenAt: first.givenAt,
  }
  const { penalty } = state.rules
  return [{ item, held, score: markOfTries(scores, penalty), tries: keptTries(tries, { penalty }) }]
}

async function findAnswer(db: Database, { learnerId }: WorkScope, answerId: string): Promise<AnswerRow | null> {
  const stored = await db.answer.findFirst({ where: { id: answerId, learnerId } })
  return stored === null ? null : answerRow(stored)
}

/** What has passed its schema is plain JSON. */
function json(value: unknown): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject
}
