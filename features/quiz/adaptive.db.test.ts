import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Refusal } from '@/lib/action.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { type Deed, networkAllowanceMs, type Rules } from './attempt.ts'
import { findAttempt, listAnswers } from './data.ts'
import type { Item } from './item.ts'
import { multipleResponseExamples } from './items/multiple-response/examples.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'
import {
  type AttemptHooks,
  type IncomingEvent,
  type RecordedEvent,
  recordAttempt,
  recordEvent,
  settleAttempt,
  stateOf,
} from './mutations.ts'
import { usualPenalty } from './penalties.ts'
import { lessonRules } from './plan.ts'
import { markOfTries } from './tries.ts'

const [single] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const [several] = multipleResponseExamples as [(typeof multipleResponseExamples)[number]]
const first: Item = { ...single, id: 'made-901.a' }
const second: Item = { ...single, id: 'made-901.b' }
const third: Item = { ...several, id: 'made-901.c' }
const form = [first, second, third]
const right = { optionId: single.key }
const wrongs = single.options.filter(({ id }) => id !== single.key).map(({ id }) => ({ optionId: id }))
const [wrong, otherWrong] = wrongs as [{ optionId: string }, { optionId: string }]
const now = new Date('2026-03-02T12:00:00.123Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const rules: Rules = {
  ...lessonRules,
  behaviour: 'adaptive',
  penalty: usualPenalty,
  itemsPerPage: 3,
  timeLimitSeconds: 600,
}

describeOnBothDatabases('items that are tried until they are right', (open) => {
  let db: Database
  let learnerId: string
  let attemptId: string
  let remembered: string[]
  let findItem: (id: string) => Item | undefined
  const hooks: AttemptHooks = {
    afterAnswers: async (_, __, answers) => void remembered.push(...answers.map(({ itemId }) => itemId)),
    // Nothing here is assigned.
    afterSettled: () => Promise.reject(new Error('it was not assigned')),
  }

  beforeEach(async () => {
    db = open()
    learnerId = randomUUID()
    remembered = []
    findItem = (id) => form.find((item) => item.id === id)
    await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, now)
    await begin()
  })

  async function begin(given: Partial<Rules> = {}) {
    attemptId = randomUUID()
    const plan = { kind: 'lesson', lessonId: 'made-lesson' } as const
    await recordAttempt(
      db,
      { attemptId, work: workOf(learnerId), plan, rules: { ...rules, ...given }, items: form },
      now,
    )
  }
  const of = ({ id, revision }: Item, response: object | null) => ({
    itemId: id,
    itemRevision: revision,
    response: response as never,
    seen: [],
    durationMs: 4000,
  })
  const checked = (item: Item, response: object): Deed => ({ kind: 'checked', ...of(item, response) })
  const answered = (item: Item, response: object | null): Deed => ({
    kind: 'answered',
    ...of(item, response),
    certainty: null,
  })
  const incoming = (deed: Deed): IncomingEvent => ({
    eventId: randomUUID(),
    attemptId,
    work: workOf(learnerId),
    deed,
    waitedMs: 0,
  })
  const record = (event: IncomingEvent, at = now): Promise<RecordedEvent | Refusal> =>
    recordEvent(db, event, findItem, hooks, at)
  const act = (deed: Deed, at = now) => record(incoming(deed), at)
  const submitted: Deed = { kind: 'submitted' }
  const answers = async () =>
    (await listAnswers(db, workOf(learnerId))).filter((answer) => answer.attemptId === attemptId)
  const logged = async () => (await findAttempt(db, workOf(learnerId), attemptId))?.events ?? []
  const scoresTried = async (item: Item, at = now) => {
    const attempt = await findAttempt(db, workOf(learnerId), attemptId)
    if (attempt === null) throw new Error('it was begun')
    return (stateOf(attempt, at).tries.get(item.id) ?? []).map(({ score }) => score)
  }

  it('keeps one answer with all tries once one is right, given when the first was, and remembers it once', async () => {
    await act(checked(first, wrong), later(1000))
    expect(await answers()).toEqual([])
    const last = incoming(checked(first, right))
    await record(last, later(9000))
    expect(await answers()).toEqual([
      {
        id: last.eventId,
        itemId: first.id,
        itemRevision: first.revision,
        attemptId,
        response: right,
        score: 1 - usualPenalty,
        tries: {
          penalty: usualPenalty,
          tries: [
            { response: wrong, score: 0, triedAt: later(1000).toISOString() },
            { response: right, score: 1, triedAt: later(9000).toISOString() },
          ],
        },
        firstTryScore: 0,
        certainty: null,
        durationMs: 8000,
        answeredAt: later(1000),
      },
    ])
    expect(remembered).toEqual([first.id])
    await act(submitted, later(10_000))
    expect(await answers()).toHaveLength(1)
    expect(remembered).toEqual([first.id])
  })

  it('counts a try once, however often and at once it is sent', async () => {
    const event = incoming(checked(first, wrong))
    const results = await Promise.all(Array.from({ length: 5 }, () => record(event)))
    for (const result of results) expect(result).toMatchObject({ verdict: 'counts' })
    expect(await scoresTried(first)).toEqual([0])
    expect(await record(event, later(5000))).toMatchObject({ verdict: 'counts' })
    expect(await logged()).toHaveLength(1)
  })

  it('takes the same response from two tabs as one try, and different ones as one each', async () => {
    const both = await Promise.all([act(checked(first, wrong)), act(checked(first, wrong))])
    expect(both.map((result) => ('refused' in result ? null : result.verdict)).sort()).toEqual(['counts', 'repeated'])
    await Promise.all([act(checked(second, wrong)), act(checked(second, otherWrong))])
    await act(checked(first, right))
    await act(checked(second, right))
    expect((await answers()).map(({ itemId, score }) => [itemId, score]).sort()).toEqual([
      [first.id, 1 - usualPenalty],
      [second.id, 1 - usualPenalty * 2],
    ])
  })

  it('takes what was chosen in another order for the same try', async () => {
    const chosen = several.options.map(({ id }) => id)
    await act(checked(third, { optionIds: chosen }))
    expect(await act(checked(third, { optionIds: chosen.toReversed() }))).toMatchObject({ verdict: 'repeated' })
  })

  it('refuses a check that is not whole, of another wording, or where nothing is tried; none of it costs anything', async () => {
    expect(await act(checked(third, { optionIds: [] }))).toMatchObject({ refused: { code: 'invalid-response' } })
    expect(await act(checked({ ...first, revision: 'older' }, wrong))).toMatchObject({ refused: { code: 'revised' } })
    expect(await act(checked({ ...first, id: 'made-999.a' }, wrong))).toMatchObject({
      refused: { code: 'not-in-attempt' },
    })
    expect(await logged()).toEqual([])
    await begin({ behaviour: 'deferred-feedback' })
    expect(await act(checked(first, right))).toMatchObject({ refused: { code: 'not-tried' } })
    expect(await logged()).toEqual([])
  })

  it('grades what stands there unchecked as a try when it is handed in, and not what is not whole or was tried', async () => {
    await act(checked(first, wrong), later(1000))
    const typed = incoming(answered(first, right))
    await record(typed, later(2000))
    await act(checked(second, wrong), later(3000))
    await act(answered(second, wrong), later(4000))
    await act(answered(third, { optionIds: [] }), later(5000))
    expect(await answers()).toEqual([])
    await act(submitted, later(6000))
    expect(await answers()).toMatchObject([
      { id: typed.eventId, itemId: first.id, score: 1 - usualPenalty, response: right, answeredAt: later(1000) },
      { itemId: second.id, score: 0, tries: { tries: [{ response: wrong, score: 0 }] } },
    ])
  })

  it('does the same when time is up, and keeps what was tried where the attempt does not count', async () => {
    await act(checked(first, wrong))
    await act(answered(first, right))
    const over = later(600_000 + networkAllowanceMs + 1)
    expect(await act(checked(first, otherWrong), over)).toMatchObject({ verdict: 'late' })
    expect((await answers()).map(({ score }) => score)).toEqual([1 - usualPenalty])

    await begin({ whenTimeIsUp: 'abandon' })
    await act(checked(first, wrong))
    await act(answered(first, right))
    const settled = await settleAttempt(db, workOf(learnerId), attemptId, findItem, hooks, over)
    expect(settled).toMatchObject({ status: 'abandoned' })
    expect((await answers()).map(({ score, response }) => [score, response])).toEqual([[0, wrong]])
  })

  it('holds to what a try was told, though the item is changed before it is handed in', async () => {
    await act(checked(first, wrong))
    const turned: Item = { ...single, id: first.id, revision: 'newer', key: wrong.optionId }
    findItem = (id) => (id === first.id ? turned : form.find((item) => item.id === id))
    await act(submitted)
    expect((await answers()).map(({ score, firstTryScore }) => [score, firstTryScore])).toEqual([[0, 0]])
  })

  it('comes to the same however deliveries are repeated and interleaved', async () => {
    const responses = [right, ...wrongs]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ response: fc.constantFrom(...responses), times: fc.integer({ min: 1, max: 3 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (given) => {
          await begin()
          for (const { response, times } of given) {
            const event = incoming(checked(first, response))
            await Promise.all(Array.from({ length: times }, () => record(event)))
          }
          await act(submitted)
          // Each response once, up to the first that is right.
          const distinct = [...new Set(given.map(({ response }) => response))]
          const end = distinct.indexOf(right)
          const tried = end === -1 ? distinct : distinct.slice(0, end + 1)
          const scores = tried.map((response) => (response === right ? 1 : 0))
          expect((await answers()).map(({ score }) => score)).toEqual([markOfTries(scores, usualPenalty)])
          expect(await logged()).toHaveLength(given.length + 1)
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)
})
