import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AttemptEvent,
  type AttemptState,
  type AttemptStatus,
  applyEvent,
  beginAttempt,
  type LoggedDeed,
  networkAllowanceMs,
  pageCount,
  passTime,
  type Rules,
  replayAttempt,
  verdictOn,
} from './attempt.ts'
import { certainties } from './certainty.ts'
import { lessonRules } from './plan.ts'

const start = new Date('2026-03-02T12:00:00.000Z')
const atSecond = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const itemIds = ['made-1.a', 'made-2.a', 'made-3.a', 'made-4.a', 'made-5.a']
const test: Rules = { ...lessonRules, behaviour: 'deferred-feedback', itemsPerPage: 2, timeLimitSeconds: 600 }

let count = 0
function event(deed: LoggedDeed, seconds: number, waitedSeconds = 0): AttemptEvent {
  count += 1
  return { id: `event ${count}`, deed, givenAt: atSecond(seconds - waitedSeconds), receivedAt: atSecond(seconds) }
}
const answered = (itemId: string, response: string | null = 'yes', seen: string[] = []): LoggedDeed => ({
  kind: 'answered',
  itemId,
  itemRevision: 'r1',
  response,
  certainty: null,
  seen,
  durationMs: null,
})
const submitted: LoggedDeed = { kind: 'submitted' }
const begun = (rules: Partial<Rules> = {}) => beginAttempt({ ...test, ...rules }, itemIds, start)
const heldIn = (state: AttemptState) => [...state.responses].map(([itemId, { response }]) => [itemId, response])

describe('an attempt with feedback at the end', () => {
  it('lets the response that was given last stand, in whatever order they arrive', () => {
    const early = event(answered('made-1.a', 'early'), 90, 80)
    const late = event(answered('made-1.a', 'late'), 60)
    const state = [late, early].reduce(applyEvent, begun())
    expect(heldIn(state)).toEqual([['made-1.a', 'late']])
    expect(verdictOn(applyEvent(begun(), late), early)).toBe('superseded')
  })

  it('takes a response back, also against one that arrives later and was given earlier', () => {
    const cleared = event(answered('made-1.a', null), 60)
    const state = [event(answered('made-1.a'), 10), cleared, event(answered('made-1.a'), 70, 40)].reduce(
      applyEvent,
      begun(),
    )
    expect(heldIn(state)).toEqual([])
  })

  it('lets a response replace the one that the learner saw, whatever the clocks say', () => {
    const seen = event(answered('made-1.a', 'seen'), 60)
    // Made with a clock that was three days slow, and sent when it had been set right.
    const change = event(answered('made-1.a', 'changed', [seen.id]), 70, 3 * 86_400)
    const state = [seen, change].reduce(applyEvent, begun())
    expect(heldIn(state)).toEqual([['made-1.a', 'changed']])
    // What neither knew of the other still goes by time.
    expect(verdictOn(state, event(answered('made-1.a', 'stale'), 80, 30))).toBe('superseded')
  })

  it('ends when it is handed in, and takes nothing after', () => {
    const state = [event(answered('made-1.a'), 10), event(submitted, 20)].reduce(applyEvent, begun())
    expect(state).toMatchObject({ status: 'finished', endedAt: atSecond(20) })
    expect(verdictOn(state, event(answered('made-2.a'), 30))).toBe('late')
    expect(applyEvent(state, event(submitted, 30))).toEqual(state)
  })

  it('does not end by all being answered', () => {
    const state = itemIds.map((id) => event(answered(id), 10)).reduce(applyEvent, begun())
    expect(state.status).toBe('in-progress')
  })
})

describe('the time limit', () => {
  const deadline = 600
  const allowance = networkAllowanceMs / 1000

  it('goes by the arrival of an answer, with an allowance for the network, and not by when the client says it was given', () => {
    const state = begun()
    expect(verdictOn(state, event(answered('made-1.a'), deadline + allowance, allowance))).toBe('counts')
    expect(verdictOn(state, event(answered('made-1.a'), deadline + allowance + 1, 500))).toBe('late')
  })

  it('hands in by itself what is there, where the rules say so', () => {
    const state = replayAttempt(begun(), [event(answered('made-1.a'), 10)], atSecond(deadline + allowance + 1))
    expect(state).toMatchObject({ status: 'finished', endedAt: atSecond(deadline) })
    expect(heldIn(state)).toHaveLength(1)
  })

  it('is cut short by the close', () => {
    const closesAt = atSecond(60).toISOString()
    expect(begun({ closesAt }).deadlineAt).toEqual(atSecond(60))
    expect(begun({ closesAt, timeLimitSeconds: null }).deadlineAt).toEqual(atSecond(60))
    expect(begun({ closesAt: atSecond(6000).toISOString() }).deadlineAt).toEqual(atSecond(deadline))
  })

  it('leaves a grace period in which it can be handed in and not changed', () => {
    const rules = { whenTimeIsUp: 'grace' as const, graceSeconds: 120 }
    const overdue = passTime(begun(rules), atSecond(deadline + allowance + 1))
    expect(overdue.status).toBe('overdue')
    expect(verdictOn(overdue, event(answered('made-1.a'), deadline + 60))).toBe('late')
    expect(applyEvent(overdue, event(submitted, deadline + 60))).toMatchObject({ status: 'finished' })
    expect(passTime(overdue, atSecond(deadline + 120 + allowance + 1))).toMatchObject({
      status: 'abandoned',
      endedAt: atSecond(deadline + 120),
    })
  })

  it('abandons what was not handed in, where the rules say so', () => {
    const state = passTime(begun({ whenTimeIsUp: 'abandon' }), atSecond(deadline + allowance + 1))
    expect(state).toMatchObject({ status: 'abandoned', endedAt: atSecond(deadline) })
    expect(verdictOn(state, event(submitted, deadline + allowance + 2))).toBe('late')
  })
})

describe('what those who teach do while it runs', () => {
  const extended = (seconds: number, at: number) => event({ kind: 'extended', seconds }, at)

  it('moves the deadline, and gives time to answer again where only handing in was left', () => {
    const more = applyEvent(begun(), extended(300, 100))
    expect(more).toMatchObject({ status: 'in-progress', deadlineAt: atSecond(900) })
    const grace = begun({ whenTimeIsUp: 'grace', graceSeconds: 120 })
    const again = applyEvent(passTime(grace, atSecond(660)), extended(300, 660))
    expect(again).toMatchObject({ status: 'in-progress', deadlineAt: atSecond(900) })
    expect(verdictOn(again, event(answered('made-1.a'), 700))).toBe('counts')
  })

  it('opens nothing that has ended, and changes nothing where there is no limit', () => {
    const over = passTime(begun(), atSecond(700))
    expect(verdictOn(over, extended(300, 700))).toBe('late')
    expect(applyEvent(over, extended(300, 700))).toEqual(over)
    const endless = begun({ timeLimitSeconds: null })
    expect(applyEvent(endless, extended(300, 10))).toEqual(endless)
  })

  it('tells whoever takes it something, in order', () => {
    const state = [event({ kind: 'told', text: 'One' }, 10), event({ kind: 'told', text: 'Two' }, 20)].reduce(
      applyEvent,
      begun(),
    )
    expect(state.told.map(({ text }) => text)).toEqual(['One', 'Two'])
  })
})

describe('pages one after the other', () => {
  const sequential = begun({ navigation: 'sequential' })

  it('close when they are left', () => {
    const onSecond = applyEvent(sequential, event({ kind: 'turned', page: 1 }, 10))
    expect(verdictOn(onSecond, event(answered('made-1.a'), 20))).toBe('page-closed')
    expect(verdictOn(onSecond, event(answered('made-3.a'), 20))).toBe('counts')
    expect(verdictOn(onSecond, event({ kind: 'turned', page: 0 }, 20))).toBe('page-closed')
  })

  it('cannot be skipped or answered ahead', () => {
    expect(verdictOn(sequential, event({ kind: 'turned', page: 2 }, 10))).toBe('page-closed')
    expect(verdictOn(sequential, event(answered('made-3.a'), 10))).toBe('page-closed')
  })
})

const checked = (itemId: string, response: string, score = response === 'right' ? 1 : 0): LoggedDeed => ({
  kind: 'checked',
  itemId,
  itemRevision: 'r1',
  response,
  seen: [],
  durationMs: null,
  score,
  comparable: response.toLowerCase(),
})
const triedIn = (state: AttemptState, itemId = 'made-1.a') =>
  (state.tries.get(itemId) ?? []).map(({ response }) => response)

describe('an attempt whose items are tried until they are right', () => {
  const adaptive = begun({ behaviour: 'adaptive', penalty: 1 / 3 })

  it('keeps tries in the order in which they arrive, whenever they were given', () => {
    const waited = event(checked('made-1.a', 'first given'), 60, 50)
    const state = [event(checked('made-1.a', 'first here'), 30), waited].reduce(applyEvent, adaptive)
    expect(triedIn(state)).toEqual(['first here', 'first given'])
  })

  it('takes an equal response once, from whichever tab it comes', () => {
    const state = [event(checked('made-1.a', 'No'), 10), event(checked('made-1.a', 'other'), 20)].reduce(
      applyEvent,
      adaptive,
    )
    expect(verdictOn(state, event(checked('made-1.a', 'NO'), 30))).toBe('repeated')
    expect(triedIn(applyEvent(state, event(checked('made-1.a', 'NO'), 30)))).toEqual(['No', 'other'])
  })

  it('has nothing left to try once a try was right, and does not end by it', () => {
    const state = [...itemIds].map((id) => event(checked(id, 'right'), 10)).reduce(applyEvent, adaptive)
    expect(verdictOn(state, event(checked('made-1.a', 'other'), 20))).toBe('already-answered')
    expect(verdictOn(state, event(answered('made-1.a', 'other'), 20))).toBe('already-answered')
    expect(state.status).toBe('in-progress')
  })

  it('lets what was given later on another device stand, and still counts the try', () => {
    const typed = event(answered('made-1.a', 'typed later'), 50)
    const state = [typed, event(checked('made-1.a', 'checked before'), 60, 40)].reduce(applyEvent, adaptive)
    expect(heldIn(state)).toEqual([['made-1.a', 'typed later']])
    expect(triedIn(state)).toEqual(['checked before'])
  })

  it('takes no try on a page that has been left, after the time, in a grace period, or of an item not asked', () => {
    const pages = begun({ behaviour: 'adaptive', navigation: 'sequential' })
    const onSecond = applyEvent(pages, event({ kind: 'turned', page: 1 }, 10))
    expect(verdictOn(onSecond, event(checked('made-1.a', 'no'), 20))).toBe('page-closed')
    expect(verdictOn(adaptive, event(checked('made-1.a', 'no'), 700))).toBe('late')
    const grace = begun({ behaviour: 'adaptive', whenTimeIsUp: 'grace', graceSeconds: 300 })
    expect(verdictOn(grace, event(checked('made-1.a', 'no'), 700))).toBe('late')
    expect(verdictOn(adaptive, event(checked('made-9.z', 'no'), 20))).toBe('not-in-attempt')
    expect(verdictOn(begun(), event(checked('made-1.a', 'no'), 20))).toBe('not-tried')
  })
})

describe('an attempt with feedback after each answer', () => {
  const immediate = begun({ behaviour: 'immediate-feedback', itemsPerPage: 1, timeLimitSeconds: null })

  it('lets the first answer stand, since its feedback shows the key', () => {
    const state = applyEvent(immediate, event(answered('made-1.a', 'first'), 10))
    expect(verdictOn(state, event(answered('made-1.a', 'second'), 20, 15))).toBe('already-answered')
    expect(verdictOn(state, event(answered('made-2.a', null), 20))).toBe('empty')
  })

  it('ends with the last answer, or when the learner ends it', () => {
    const all = itemIds.map((id, index) => event(answered(id), 10 + index))
    expect(all.reduce(applyEvent, immediate)).toMatchObject({ status: 'finished', endedAt: atSecond(14) })
    expect(applyEvent(immediate, event(submitted, 10))).toMatchObject({ status: 'finished', endedAt: atSecond(10) })
  })
})

const rulesArbitrary: fc.Arbitrary<Rules> = fc.record({
  behaviour: fc.constantFrom('immediate-feedback' as const, 'deferred-feedback' as const, 'adaptive' as const),
  penalty: fc.constantFrom(0, 1 / 3, 1),
  withCertainty: fc.boolean(),
  itemsPerPage: fc.integer({ min: 1, max: 6 }),
  navigation: fc.constantFrom('free' as const, 'sequential' as const),
  timeLimitSeconds: fc.option(fc.integer({ min: 1, max: 1200 })),
  closesAt: fc.option(fc.integer({ min: 1, max: 1200 }).map((seconds) => atSecond(seconds).toISOString())),
  whenTimeIsUp: fc.constantFrom('submit' as const, 'grace' as const, 'abandon' as const),
  graceSeconds: fc.integer({ min: 0, max: 300 }),
  review: fc.constant(null),
})
const someItem = fc.constantFrom(...itemIds, 'made-9.z')
const deedArbitrary: fc.Arbitrary<LoggedDeed> = fc.oneof(
  fc.integer({ min: 1, max: 900 }).map((seconds): LoggedDeed => ({ kind: 'extended', seconds })),
  fc.constant<LoggedDeed>({ kind: 'told', text: 'Look at the clock.' }),
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answered' as const),
      itemId: someItem,
      itemRevision: fc.constant('r1'),
      response: fc.option(fc.string({ maxLength: 3 })),
      certainty: fc.option(fc.constantFrom(...certainties)),
      seen: fc.array(fc.uuid(), { maxLength: 2 }),
      durationMs: fc.option(fc.nat()),
    }),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(someItem, fc.constantFrom('no', 'NO', 'nearly', 'right'))
      .map(([itemId, response]) => checked(itemId, response, response === 'nearly' ? 0.5 : undefined)),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('marked' as const), itemId: someItem, isMarked: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('turned' as const), page: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.constant(submitted) },
)
// Times in any order: late arrivals, duplicates, and a clock that is set back.
const eventsArbitrary = fc.array(
  fc.record({
    id: fc.uuid(),
    deed: deedArbitrary,
    givenAt: fc.integer({ min: 0, max: 2000 }).map(atSecond),
    receivedAt: fc.integer({ min: 0, max: 2000 }).map(atSecond),
  }),
  { maxLength: 40 },
)

const mayFollow: Record<AttemptStatus, readonly AttemptStatus[]> = {
  'in-progress': ['in-progress', 'overdue', 'finished', 'abandoned'],
  overdue: ['overdue', 'finished', 'abandoned'],
  finished: ['finished'],
  abandoned: ['abandoned'],
}

function expectLegal(state: AttemptState) {
  for (const id of [...state.responses.keys(), ...state.marked]) expect(itemIds).toContain(id)
  expect(state.endedAt === null).toBe(state.status === 'in-progress' || state.status === 'overdue')
  expect(state.page).toBeLessThan(pageCount(state))
  expect(state.furthestPage).toBeLessThan(pageCount(state))
  if (state.rules.navigation === 'sequential') expect(state.page).toBe(state.furthestPage)
  if (state.status === 'overdue') expect(state.rules.whenTimeIsUp).toBe('grace')
  if (state.status === 'abandoned') expect(state.rules.whenTimeIsUp).not.toBe('submit')
  if (state.deadlineAt === null) expect(['in-progress', 'finished']).toContain(state.status)
  for (const { response } of state.responses.values()) expect(response).not.toBeNull()
  for (const tries of state.tries.values()) {
    expect(state.rules.behaviour).toBe('adaptive')
    expect(new Set(tries.map(({ comparable }) => comparable)).size).toBe(tries.length)
    expect(tries.slice(0, -1).filter(({ score }) => score === 1)).toEqual([])
  }
}

describe('the reducer', () => {
  it('never leaves a legal state, on any sequence of events', () => {
    fc.assert(
      fc.property(rulesArbitrary, eventsArbitrary, (rules, events) => {
        let state = beginAttempt(rules, itemIds, start)
        for (const one of events) {
          const verdict = verdictOn(state, one)
          const next = applyEvent(state, one)
          expectLegal(next)
          // Only more time leads back from a grace period.
          if (one.deed.kind !== 'extended') expect(mayFollow[state.status]).toContain(next.status)
          // An ended attempt, and an event that does not count, leave what was answered untouched.
          if (verdict !== 'counts') expect([next.responses, next.tries]).toEqual([state.responses, state.tries])
          if (state.endedAt !== null) expect(next).toBe(state)
          state = next
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('counts an event once, however often it is in the log', () => {
    fc.assert(
      fc.property(rulesArbitrary, eventsArbitrary, (rules, events) => {
        const inOrder = [...events].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
        const twice = inOrder.flatMap((one) => [one, one])
        const first = beginAttempt(rules, itemIds, start)
        const [once, again] = [inOrder, twice].map((log) => replayAttempt(first, log, atSecond(2000)))
        if (once === undefined || again === undefined) throw new Error('both were replayed')
        expect(heldIn(again)).toEqual(heldIn(once))
        for (const itemId of itemIds) expect(triedIn(again, itemId)).toEqual(triedIn(once, itemId))
      }),
    )
  })

  it('never counts an answer that arrived after the deadline and its allowance', () => {
    fc.assert(
      fc.property(rulesArbitrary, eventsArbitrary, (rules, events) => {
        const state = replayAttempt(beginAttempt(rules, itemIds, start), events, atSecond(2000))
        const arrivals = new Map(events.map(({ id, receivedAt }) => [id, receivedAt.getTime()]))
        for (const { eventId } of state.responses.values()) {
          const limit = (state.deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY) + networkAllowanceMs
          expect(arrivals.get(eventId)).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})
