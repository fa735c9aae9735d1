import { z } from 'zod'
import { certainties } from './certainty.ts'
import { reviewOptionsSchema } from './review-options.ts'

/**
 * The life of one attempt as a pure reducer: what a learner does comes in as events, time as one of them, and the
 * state follows. Nothing here reads a clock. Events that the rules do not allow change nothing.
 */

/** What an attempt runs under, fixed when it begins. The names are Moodle's. */
export const rulesSchema = z.strictObject({
  /**
   * Whether the first answer to an item stands and is explained at once, or the last one when it is handed in; or an
   * item is tried until it is right.
   */
  behaviour: z.enum(['immediate-feedback', 'deferred-feedback', 'adaptive']),
  /** What each try that was not fully right takes off, where an item may be tried again. */
  penalty: z.number().min(0).max(1).default(0),
  /** Whether the learner says how sure they are (certainty-based marking). */
  withCertainty: z.boolean(),
  itemsPerPage: z.int().positive(),
  /** Sequential: a page that has been left cannot be gone back to. */
  navigation: z.enum(['free', 'sequential']),
  timeLimitSeconds: z.int().positive().nullable(),
  /** When nothing is taken any more, however much of the time limit is left; ISO 8601. */
  closesAt: z.iso.datetime().nullable().default(null),
  /** When time is up: what is there counts, or it has to be handed in within the grace period, or nothing counts. */
  whenTimeIsUp: z.enum(['submit', 'grace', 'abandon']),
  graceSeconds: z.int().nonnegative(),
  /** What is shown at which moment; nothing means everything as soon as the behaviour allows it. */
  review: reviewOptionsSchema.nullable(),
})
export type Rules = Readonly<z.infer<typeof rulesSchema>>

/** Longer than this and the learner was away rather than thinking. */
export const longestAnswerMs = 600_000

const responseShape = {
  itemId: z.string().max(100),
  /** The revision of the item that the learner saw. */
  itemRevision: z.string().max(40),
  /** Null takes a response back; one that is not whole is kept as it is. */
  response: z.json(),
  /** The events of this item that the learner's device knew of: what they saw, this one is meant to replace. */
  seen: z.array(z.uuid()).max(10).default([]),
  /** From showing the item to this response, by a clock that only runs forward. */
  durationMs: z
    .number()
    .min(0)
    .transform((ms) => Math.min(Math.round(ms), longestAnswerMs))
    .nullable(),
}

/** What is logged as it travels. */
const plainDeeds = [
  z.strictObject({ kind: z.literal('answered'), ...responseShape, certainty: z.literal(certainties).nullable() }),
  /** Marks an item to come back to, or takes the mark away. */
  z.strictObject({ kind: z.literal('marked'), itemId: z.string().max(100), isMarked: z.boolean() }),
  /** Turns to a page, counted from zero. */
  z.strictObject({ kind: z.literal('turned'), page: z.int().nonnegative() }),
  /** Hands the attempt in. */
  z.strictObject({ kind: z.literal('submitted') }),
] as const

/** Has a response graded at once, as a try. */
const checkedSchema = z.strictObject({ kind: z.literal('checked'), ...responseShape })

/** What a learner does in an attempt, as it travels. */
export const deedSchema = z.discriminatedUnion('kind', [...plainDeeds, checkedSchema])
export type Deed = z.infer<typeof deedSchema>
export type Answered = Extract<Deed, { kind: 'answered' }>
export type Checked = Extract<Deed, { kind: 'checked' }>

/** More time than this nobody is given at once. */
export const longestExtensionSeconds = 24 * 3600

/** What those who teach do to an attempt while it runs. It never comes from whoever takes it. */
const teacherDeedSchema = z.discriminatedUnion('kind', [
  /** Moves the deadline. */
  z.strictObject({ kind: z.literal('extended'), seconds: z.int().positive().max(longestExtensionSeconds) }),
  /** Tells whoever takes it something. */
  z.strictObject({ kind: z.literal('told'), text: z.string().min(1).max(500) }),
])
export type TeacherDeed = z.infer<typeof teacherDeedSchema>

/** A try as the log has it: graded when it arrived, so that what was told of it stays so. */
const loggedTrySchema = checkedSchema.extend({
  score: z.number().min(0).max(1),
  /** The same for responses that are one and the same try (`comparable.ts`). */
  comparable: z.string(),
})

/** What a log may hold. */
export const loggedDeedSchema = z.discriminatedUnion('kind', [
  ...plainDeeds,
  loggedTrySchema,
  ...teacherDeedSchema.options,
])
export type LoggedTry = z.infer<typeof loggedTrySchema>
export type LoggedDeed = Exclude<Deed, Checked> | LoggedTry | TeacherDeed

/** A deed in the log. */
export interface AttemptEvent {
  /** Made by the client. */
  id: string
  deed: LoggedDeed
  /**
   * When it was done: the server's clock, less the time it waited to be sent. Decides which of two responses is the
   * latest where neither device knew of the other's.
   */
  givenAt: Date
  /** When it reached the server. Deadlines go by this. */
  receivedAt: Date
}

export type AttemptStatus = 'in-progress' | 'overdue' | 'finished' | 'abandoned'

/** The response to an item that counts. */
export interface HeldResponse {
  eventId: string
  itemRevision: string
  response: Answered['response']
  certainty: Answered['certainty']
  durationMs: Answered['durationMs']
  givenAt: Date
}

/** A try that counts, at an item that may be tried again. */
export type Try = Omit<HeldResponse, 'certainty'> & Pick<LoggedTry, 'score' | 'comparable'>

export interface AttemptState {
  rules: Rules
  itemIds: readonly string[]
  status: AttemptStatus
  /** Nothing without a time limit or a close. */
  deadlineAt: Date | null
  /** The events that have moved it. */
  extendedBy: readonly string[]
  /** When it was handed in, or ended by itself. */
  endedAt: Date | null
  /** By item id; an item whose response was taken back is absent. */
  responses: ReadonlyMap<string, HeldResponse>
  /** By item id: the event that last changed the response, or took it back. */
  latest: ReadonlyMap<string, { eventId: string; givenAt: Date }>
  /** By item id, in the order in which they arrived, each response once; nothing after one that was fully right. */
  tries: ReadonlyMap<string, readonly Try[]>
  marked: ReadonlySet<string>
  /** What those who teach have told, the latest last. */
  told: readonly { id: string; text: string }[]
  page: number
  /** The highest page turned to: in sequential navigation the only one still open. */
  furthestPage: number
}

/** What becomes of an event. Everything but `counts` leaves the state as it is. */
export type Verdict =
  | 'counts'
  /** The attempt had ended, or its time was up. */
  | 'late'
  /** A newer response to the same item is there already. */
  | 'superseded'
  /** Feedback has shown the key: the first answer stands. Or a try was fully right, and nothing is left to try. */
  | 'already-answered'
  /** An equal response was tried before: it is not graded again. */
  | 'repeated'
  /** Nothing is tried where the behaviour is another one. */
  | 'not-tried'
  | 'not-in-attempt'
  /** Nothing was given where the first answer stands. */
  | 'empty'
  /** The page has been left for good, or does not exist. */
  | 'page-closed'

/** How long a response that was given in time may take to arrive. */
export const networkAllowanceMs = 10_000

export function beginAttempt(rules: Rules, itemIds: readonly string[], startedAt: Date): AttemptState {
  return {
    rules,
    itemIds,
    status: 'in-progress',
    deadlineAt: deadlineOf(rules, startedAt),
    extendedBy: [],
    endedAt: null,
    responses: new Map(),
    latest: new Map(),
    tries: new Map(),
    marked: new Set(),
    told: [],
    page: 0,
    furthestPage: 0,
  }
}

function deadlineOf({ timeLimitSeconds, closesAt }: Rules, startedAt: Date): Date | null {
  const ends = [
    ...(timeLimitSeconds === null ? [] : [startedAt.getTime() + timeLimitSeconds * 1000]),
    ...(closesAt === null ? [] : [Date.parse(closesAt)]),
  ]
  return ends.length === 0 ? null : new Date(Math.min(...ends))
}

/** The state that a log leaves at an instant. */
export function replayAttempt(begun: AttemptState, events: readonly AttemptEvent[], at: Date): AttemptState {
  return passTime(events.reduce(applyEvent, begun), at)
}

/** The state after one more event; the same state if the event does not count. */
export function applyEvent(before: AttemptState, event: AttemptEvent): AttemptState {
  const state = passTime(before, event.receivedAt)
  return verdictOn(state, event) === 'counts' ? effects(state, event) : state
}

/** What an event will do in a state. */
export function verdictOn(before: AttemptState, event: AttemptEvent): Verdict {
  const state = passTime(before, event.receivedAt)
  const { deed } = event
  const isAnswering = deed.kind !== 'submitted' && deed.kind !== 'extended' && deed.kind !== 'told'
  // What is handed in during the grace period counts, but nothing more may be added to it.
  const isOpen = state.status === 'in-progress' || (state.status === 'overdue' && !isAnswering)
  if (!isOpen) return 'late'
  switch (deed.kind) {
    case 'submitted':
    case 'extended':
    case 'told':
      return 'counts'
    case 'turned':
      return mayTurnTo(state, deed.page) ? 'counts' : 'page-closed'
    case 'marked':
      return state.itemIds.includes(deed.itemId) ? 'counts' : 'not-in-attempt'
    case 'answered':
      return verdictOnAnswer(state, deed, event)
    case 'checked':
      return verdictOnTry(state, deed)
  }
}

function verdictOnAnswer(state: AttemptState, deed: Answered, { givenAt }: Pick<AttemptEvent, 'givenAt'>): Verdict {
  const { itemId, response } = deed
  const position = state.itemIds.indexOf(itemId)
  if (position === -1) return 'not-in-attempt'
  if (state.rules.behaviour === 'immediate-feedback') {
    if (response === null) return 'empty'
    return state.responses.has(itemId) ? 'already-answered' : 'counts'
  }
  if (!isPageOpen(state, pageOf(state.rules, position))) return 'page-closed'
  if (hasRightTry(state, itemId)) return 'already-answered'
  return isLatest(state, deed, givenAt) ? 'counts' : 'superseded'
}

/** Tries go by arrival: what was told of one must not change by another that was under way longer. */
function verdictOnTry(state: AttemptState, { itemId, comparable }: LoggedTry): Verdict {
  if (state.rules.behaviour !== 'adaptive') return 'not-tried'
  const position = state.itemIds.indexOf(itemId)
  if (position === -1) return 'not-in-attempt'
  if (!isPageOpen(state, pageOf(state.rules, position))) return 'page-closed'
  if (hasRightTry(state, itemId)) return 'already-answered'
  return state.tries.get(itemId)?.some((before) => before.comparable === comparable) ? 'repeated' : 'counts'
}

function hasRightTry({ tries }: AttemptState, itemId: string): boolean {
  return tries.get(itemId)?.some(({ score }) => score === 1) ?? false
}

function isLatest({ latest }: AttemptState, { itemId, seen }: Answered | LoggedTry, givenAt: Date): boolean {
  const before = latest.get(itemId)
  return before === undefined || seen.includes(before.eventId) || givenAt >= before.givenAt
}

function effects(state: AttemptState, { id, deed, givenAt, receivedAt }: AttemptEvent): AttemptState {
  switch (deed.kind) {
    case 'submitted':
      return { ...state, status: 'finished', endedAt: receivedAt }
    case 'extended': {
      const { deadlineAt, extendedBy } = state
      if (deadlineAt === null || extendedBy.includes(id)) return state
      const extended: AttemptState = {
        ...state,
        // A grace period that had begun is over: there is time to answer again.
        status: 'in-progress',
        deadlineAt: new Date(deadlineAt.getTime() + deed.seconds * 1000),
        extendedBy: [...extendedBy, id],
      }
      // Unless so little was given that it is not.
      return passTime(extended, receivedAt)
    }
    case 'told':
      return { ...state, told: [...state.told, { id, text: deed.text }] }
    case 'turned':
      return { ...state, page: deed.page, furthestPage: Math.max(state.furthestPage, deed.page) }
    case 'marked': {
      const marked = new Set(state.marked)
      if (deed.isMarked) marked.add(deed.itemId)
      else marked.delete(deed.itemId)
      return { ...state, marked }
    }
    case 'checked': {
      const { itemId, itemRevision, response, score, comparable, durationMs } = deed
      const one: Try = { eventId: id, itemRevision, response, score, comparable, durationMs, givenAt }
      const tries = new Map(state.tries).set(itemId, [...(state.tries.get(itemId) ?? []), one])
      // What stands there now stays, if it was given later on another device; a right try ends the item.
      const held = score === 1 || isLatest(state, deed, givenAt) ? holding(state, id, deed, null, givenAt) : state
      return { ...held, tries }
    }
    case 'answered': {
      const answered = holding(state, id, deed, deed.certainty, givenAt)
      const { responses } = answered
      // With feedback after each answer there is nothing left to do once all are in.
      return state.rules.behaviour === 'immediate-feedback' && responses.size === state.itemIds.length
        ? { ...answered, status: 'finished', endedAt: receivedAt }
        : answered
    }
  }
}

/** The state when a response stands at its item, or was taken back. */
function holding(
  state: AttemptState,
  eventId: string,
  { itemId, itemRevision, response, durationMs }: Answered | LoggedTry,
  certainty: HeldResponse['certainty'],
  givenAt: Date,
): AttemptState {
  const responses = new Map(state.responses)
  if (response === null) responses.delete(itemId)
  else responses.set(itemId, { eventId, itemRevision, response, certainty, durationMs, givenAt })
  // A device whose clock is set right meanwhile may tell an earlier time than it told before.
  const before = state.latest.get(itemId)?.givenAt ?? givenAt
  const latest = new Map(state.latest).set(itemId, { eventId, givenAt: before > givenAt ? before : givenAt })
  return { ...state, responses, latest }
}

/** The state when the clock has come to an instant and nothing else has happened. */
export function passTime(state: AttemptState, at: Date): AttemptState {
  const { deadlineAt, rules } = state
  if (deadlineAt === null || state.status === 'finished' || state.status === 'abandoned') return state
  if (at.getTime() <= deadlineAt.getTime() + networkAllowanceMs) return state
  switch (rules.whenTimeIsUp) {
    case 'submit':
      return { ...state, status: 'finished', endedAt: deadlineAt }
    case 'abandon':
      return { ...state, status: 'abandoned', endedAt: deadlineAt }
    case 'grace': {
      const graceEndsAt = new Date(deadlineAt.getTime() + rules.graceSeconds * 1000)
      return at.getTime() <= graceEndsAt.getTime() + networkAllowanceMs
        ? { ...state, status: 'overdue' }
        : { ...state, status: 'abandoned', endedAt: graceEndsAt }
    }
  }
}

/** On which page an item stands, both counted from zero. */
export function pageOf({ itemsPerPage }: Rules, position: number): number {
  return Math.floor(position / itemsPerPage)
}

export function pageCount({ rules, itemIds }: Pick<AttemptState, 'rules' | 'itemIds'>): number {
  return Math.ceil(itemIds.length / rules.itemsPerPage)
}

/** Whether the items of a page may be answered. */
export function isPageOpen({ rules, furthestPage }: AttemptState, page: number): boolean {
  return rules.navigation === 'free' || page === furthestPage
}

function mayTurnTo(state: AttemptState, page: number): boolean {
  if (page >= pageCount(state)) return false
  return state.rules.navigation === 'free' || page === state.furthestPage || page === state.furthestPage + 1
}
