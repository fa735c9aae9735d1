import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import { type GradingScope, gradingScope } from '@/features/accounts/scope.ts'
import type { Refusal } from '@/lib/action.ts'
import type { Database } from '@/lib/database.ts'
import { makeAssignment, makeClass, quizOf } from '@/testing/assigned.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { workOf } from '@/testing/work.ts'
import { type Deed, networkAllowanceMs, type Rules, type TeacherDeed } from './attempt.ts'
import { findAttempt, findOpenAttempt, listAnswers } from './data.ts'
import type { Item } from './item.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'
import {
  type AfterAnswers,
  type AttemptHooks,
  type IncomingEvent,
  type RecordedEvent,
  recordAnswer,
  recordAttempt,
  recordEvent,
  recordFlag,
  recordTeacherDeed,
  settleAssigned,
  settleAttempt,
  stateOf,
} from './mutations.ts'
import { lessonRules } from './plan.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const form: Item[] = ['a', 'b', 'c'].map((letter) => ({ ...example, id: `made-901.${letter}` }))
const [first, second, third] = form as [Item, Item, Item]
const findItem = (id: string) => form.find((item) => item.id === id)
const right = { optionId: example.key }
const wrong = { optionId: example.options.find(({ id }) => id !== example.key)?.id ?? '' }
const now = new Date('2026-03-02T12:00:00.123Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const test: Rules = { ...lessonRules, behaviour: 'deferred-feedback', itemsPerPage: 2, timeLimitSeconds: 600 }

describeOnBothDatabases('the log of answers', (open) => {
  let db: Database
  let learnerId: string
  let attemptId: string
  let remembered: string[]
  const afterAnswers: AfterAnswers = async (_, __, answers) => {
    remembered.push(...answers.map(({ itemId }) => itemId))
  }
  /** What attempts are begun for; nothing where nothing is assigned. */
  let assignmentId: string | null
  const hooks: AttemptHooks = {
    afterAnswers,
    afterSettled: async (_, settled) => {
      if (settled.assignmentId !== assignmentId) throw new Error('it was not assigned')
    },
  }

  beforeEach(async () => {
    db = open()
    learnerId = randomUUID()
    attemptId = randomUUID()
    remembered = []
    assignmentId = null
    await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, now)
  })

  function begin(rules: Rules = lessonRules) {
    const plan = { kind: 'lesson', lessonId: 'made-lesson' } as const
    return recordAttempt(db, { attemptId, work: workOf(learnerId), plan, rules, items: form, assignmentId }, now)
  }
  function answered(item: Item, response: object | null = right): Deed {
    const { id: itemId, revision: itemRevision } = item
    return {
      kind: 'answered',
      itemId,
      itemRevision,
      response: response as never,
      certainty: 3,
      seen: [],
      durationMs: 4200,
    }
  }
  function incoming(deed: Deed, given: Partial<IncomingEvent> = {}): IncomingEvent {
    return { eventId: randomUUID(), attemptId, work: workOf(learnerId), deed, waitedMs: 0, ...given }
  }
  function record(event: IncomingEvent, at = now): Promise<RecordedEvent | Refusal> {
    return recordEvent(db, event, findItem, hooks, at)
  }
  const stored = async () => (await findAttempt(db, workOf(learnerId), attemptId))?.events.map(({ id }) => id) ?? []

  it('keeps a graded answer with the item’s revision, certainty and response as they were', async () => {
    await begin()
    const event = incoming(answered(first, wrong))
    await record(event)
    expect(await listAnswers(db, workOf(learnerId))).toEqual([
      {
        id: event.eventId,
        itemId: first.id,
        itemRevision: first.revision,
        attemptId,
        response: wrong,
        score: 0,
        certainty: 3,
        durationMs: 4200,
        answeredAt: now,
      },
    ])
    expect(remembered).toEqual([first.id])
  })

  it('begins an attempt once, however often and at once it is begun', async () => {
    const begun = await Promise.all(Array.from({ length: 5 }, () => begin()))
    for (const one of begun) expect(one).toMatchObject({ id: attemptId, startedAt: now })
    expect((await findAttempt(db, workOf(learnerId), attemptId))?.items.map(({ itemId }) => itemId)).toEqual(
      form.map(({ id }) => id),
    )
    expect((await findOpenAttempt(db, workOf(learnerId), 'made-lesson'))?.id).toBe(attemptId)
  })

  it('stores an event once under its id, however often and at once it is sent', async () => {
    await begin()
    const event = incoming(answered(first))
    const results = await Promise.all(Array.from({ length: 6 }, () => record(event)))
    for (const result of results) expect(result).toMatchObject({ verdict: 'counts' })
    expect(await stored()).toEqual([event.eventId])
    expect(await listAnswers(db, workOf(learnerId))).toHaveLength(1)
    expect(remembered).toEqual([first.id])
  })

  it('lets the first answer to an item stand where feedback follows, and keeps the second in the log', async () => {
    await begin()
    await record(incoming(answered(first, wrong)))
    expect(await record(incoming(answered(first)))).toMatchObject({ verdict: 'already-answered' })
    expect((await listAnswers(db, workOf(learnerId))).map(({ score }) => score)).toEqual([0])
    expect(await stored()).toHaveLength(2)
  })

  it('ends an attempt whose answers all come at once, and counts each once', async () => {
    await begin()
    await Promise.all(form.flatMap((item) => [record(incoming(answered(item))), record(incoming(answered(item)))]))
    expect(await listAnswers(db, workOf(learnerId))).toHaveLength(3)
    expect(await findAttempt(db, workOf(learnerId), attemptId)).toMatchObject({ status: 'finished', finishedAt: now })
    expect(await findOpenAttempt(db, workOf(learnerId), 'made-lesson')).toBeNull()
    // Which of two answers to an item came first is open; that nothing was forgotten is not.
    expect(await stored()).toHaveLength(6)
  })

  it('refuses an item that is not in the attempt, and stores nothing', async () => {
    await begin()
    expect(await record(incoming(answered({ ...first, id: 'made-999.a' })))).toMatchObject({
      refused: { status: 409, code: 'not-in-attempt' },
    })
    expect(await stored()).toEqual([])
  })

  it('refuses an answer to an earlier wording, and one that is not whole, where it would be graded at once', async () => {
    await begin()
    const old = answered({ ...first, revision: 'example-0' })
    expect(await record(incoming(old))).toMatchObject({ refused: { status: 409, code: 'revised' } })
    expect(await record(incoming(answered(first, { optionId: 'none' })))).toMatchObject({ refused: { status: 422 } })
    expect(await stored()).toEqual([])
  })

  it('keeps every response to a test and grades the last when it is handed in, not before', async () => {
    await begin(test)
    await record(incoming(answered(first, wrong)))
    await record(incoming(answered(first)), later(1000))
    await record(incoming(answered(second, wrong)), later(2000))
    await record(incoming(answered(third, null)), later(3000))
    expect(await listAnswers(db, workOf(learnerId))).toEqual([])
    expect(remembered).toEqual([])

    await record(incoming({ kind: 'submitted' }), later(4000))
    const answers = await listAnswers(db, workOf(learnerId))
    expect(answers.map(({ itemId, score }) => [itemId, score])).toEqual([
      [first.id, 1],
      [second.id, 0],
    ])
    expect(await findAttempt(db, workOf(learnerId), attemptId)).toMatchObject({
      status: 'finished',
      finishedAt: later(4000),
    })
    expect(remembered).toEqual([first.id, second.id])
  })

  it('counts an answer to a test that is not whole as not given', async () => {
    await begin(test)
    await record(incoming(answered(first, { optionId: 'no such option' })))
    await record(incoming({ kind: 'submitted' }))
    expect(await listAnswers(db, workOf(learnerId))).toEqual([])
    expect(await stored()).toHaveLength(2)
  })

  it('goes by when a response was given, and not by when it arrived, to tell the latest', async () => {
    await begin(test)
    await record(incoming(answered(first)), later(60_000))
    // Given earlier on another device, which was offline until now.
    const stale = await record(incoming(answered(first, wrong), { waitedMs: 80_000 }), later(90_000))
    expect(stale).toMatchObject({ verdict: 'superseded' })
    await record(incoming({ kind: 'submitted' }), later(100_000))
    expect((await listAnswers(db, workOf(learnerId))).map(({ score }) => score)).toEqual([1])
  })

  it('ends a test by itself when its time is up, and keeps what comes later without counting it', async () => {
    await begin(test)
    await record(incoming(answered(first)))
    const over = later(600_000 + networkAllowanceMs + 1)
    const late = incoming(answered(second), { waitedMs: 300_000 })
    expect(await record(late, over)).toMatchObject({ verdict: 'late', state: { status: 'finished' } })
    expect((await listAnswers(db, workOf(learnerId))).map(({ itemId }) => itemId)).toEqual([first.id])
    expect(await stored()).toContain(late.eventId)
    expect(await findAttempt(db, workOf(learnerId), attemptId)).toMatchObject({ finishedAt: later(600_000) })
  })

  it('ends a test whose time is up when it is looked at, once', async () => {
    await begin(test)
    await record(incoming(answered(first)))
    const over = later(700_000)
    const settle = () => settleAttempt(db, workOf(learnerId), attemptId, findItem, hooks, over)
    const settled = await Promise.all([settle(), settle(), settle()])
    for (const one of settled) expect(one).toMatchObject({ status: 'finished', finishedAt: later(600_000) })
    expect(await listAnswers(db, workOf(learnerId))).toHaveLength(1)
    expect(remembered).toEqual([first.id])
  })

  it('holds what was acknowledged, none of it twice, however deliveries are repeated, delayed and interleaved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            item: fc.constantFrom(...form),
            isRight: fc.boolean(),
            deliveries: fc.integer({ min: 1, max: 3 }),
          }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        fc.infiniteStream(fc.nat({ max: 5 })),
        async (given, delays) => {
          attemptId = randomUUID()
          await begin(test)
          const events = given.map(({ item, isRight, deliveries }, index) => ({
            // Each was given a second after the one before; how long it waited depends on when it arrives.
            givenMs: 1000 * (index + 1),
            event: incoming(answered(item, isRight ? right : wrong)),
            isRight,
            item,
            deliveries,
          }))
          const deliveries = events
            .flatMap(({ event, givenMs, deliveries: times }) =>
              Array.from({ length: times }, () => ({ event, givenMs, rank: delays.next().value })),
            )
            .sort((a, b) => a.rank - b.rank)
          // Three tabs and devices at once.
          while (deliveries.length > 0) {
            const results = await Promise.all(
              deliveries
                .splice(0, 3)
                .map(({ event, givenMs }) => record({ ...event, waitedMs: 60_000 - givenMs }, later(60_000))),
            )
            for (const result of results) expect(result).not.toHaveProperty('refused')
          }
          expect((await stored()).sort()).toEqual(events.map(({ event }) => event.eventId).sort())
          await record(incoming({ kind: 'submitted' }), later(61_000))
          const answers = (await listAnswers(db, workOf(learnerId))).filter((answer) => answer.attemptId === attemptId)
          const latest = new Map(events.map(({ item, event }) => [item.id, event.eventId]))
          expect(answers.map(({ id }) => id).sort()).toEqual([...latest.values()].sort())
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it('keeps a check inside a lesson once under its id, and open to a second answer', async () => {
    const check = (response: object) => ({
      answerId: randomUUID(),
      work: workOf(learnerId),
      item: first,
      itemRevision: first.revision,
      response,
    })
    const once = check(wrong)
    await Promise.all(Array.from({ length: 4 }, () => recordAnswer(db, once, afterAnswers, now)))
    await recordAnswer(db, check(right), afterAnswers, later(1000))
    expect((await listAnswers(db, workOf(learnerId))).map(({ score }) => score)).toEqual([0, 1])
    expect(remembered).toEqual([first.id, first.id])
    expect(await recordAnswer(db, { ...check(right), itemRevision: 'example-0' }, afterAnswers, now)).toMatchObject({
      refused: { code: 'revised' },
    })
  })

  it('keeps one learner’s attempts and answers from another', async () => {
    const other = randomUUID()
    await createLearner(db, { id: other, timeZone: 'UTC' }, now)
    await begin()
    const event = incoming(answered(first))
    await record(event)
    expect(await findAttempt(db, workOf(other), attemptId)).toBeNull()
    expect(await listAnswers(db, workOf(other))).toEqual([])
    expect(await record({ ...event, work: workOf(other) })).toMatchObject({ refused: { status: 404 } })
    expect(
      await recordAttempt(
        db,
        { attemptId, work: workOf(other), plan: { kind: 'lesson', lessonId: 'x' }, rules: lessonRules, items: form },
        now,
      ),
    ).toMatchObject({ refused: { status: 409 } })
    expect(await listAnswers(db, workOf(learnerId))).toHaveLength(1)
  })

  describe('what a teacher does to those who are at it', () => {
    let scope: GradingScope
    const reach = (deed: TeacherDeed, at: Date, actId: string = randomUUID(), ids: readonly string[] = [attemptId]) =>
      recordTeacherDeed(db, scope, ids, deed, actId, at)
    const scopeOf = async ({ classId, teacher }: Awaited<ReturnType<typeof makeClass>>) => {
      const memberships = [{ classId, role: 'teacher' as const }]
      const proved = gradingScope({ kind: 'account', ...teacher, memberships }, { id: classId })
      if (proved === null) throw new Error('a teacher may')
      return proved
    }
    beforeEach(async () => {
      const made = await makeClass(db, { learners: [] })
      assignmentId = await makeAssignment(db, made.classId, { work: quizOf(form.map(({ id }) => id)) })
      scope = await scopeOf(made)
    })
    const stateAt = async (at: Date) => {
      const attempt = await findAttempt(db, workOf(learnerId), attemptId)
      if (attempt === null) throw new Error('it was begun')
      return stateOf(attempt, at)
    }
    const tenMinutes: TeacherDeed = { kind: 'extended', seconds: 600 }

    it('moves the deadline once, however often and at once it is sent', async () => {
      await begin(test)
      const actId = randomUUID()
      const sent = Array.from({ length: 4 }, () => reach(tenMinutes, later(300_000), actId))
      expect(await Promise.all(sent)).toEqual([1, 1, 1, 1])
      expect((await stateAt(later(300_000))).deadlineAt).toEqual(later(1_200_000))
      expect(await stored()).toHaveLength(1)
      // Another time is another ten minutes.
      expect(await reach(tenMinutes, later(400_000))).toBe(1)
      expect((await stateAt(later(400_000))).deadlineAt).toEqual(later(1_800_000))
    })

    it('lets what is answered in the time that was given count', async () => {
      await begin(test)
      await reach(tenMinutes, later(590_000))
      expect(await record(incoming(answered(first)), later(700_000))).toMatchObject({ verdict: 'counts' })
      const settled = await settleAttempt(db, workOf(learnerId), attemptId, findItem, hooks, later(700_000))
      expect(settled).toMatchObject({ status: 'in-progress', finishedAt: null })
      await settleAttempt(db, workOf(learnerId), attemptId, findItem, hooks, later(1_300_000))
      expect((await listAnswers(db, workOf(learnerId))).map(({ itemId }) => itemId)).toEqual([first.id])
      expect(await findAttempt(db, workOf(learnerId), attemptId)).toMatchObject({ finishedAt: later(1_200_000) })
    })

    it('is told in its order, and read back as it was', async () => {
      await begin()
      expect(await reach({ kind: 'told', text: 'Question 2: read “four” for “five”.' }, now)).toBe(1)
      expect(await reach({ kind: 'told', text: 'Ten minutes are left.' }, later(1000))).toBe(1)
      expect((await stateAt(later(1000))).told.map(({ text }) => text)).toEqual([
        'Question 2: read “four” for “five”.',
        'Ten minutes are left.',
      ])
    })

    it('reopens a grace period that had begun', async () => {
      await begin({ ...test, whenTimeIsUp: 'grace', graceSeconds: 300 })
      const overdue = later(700_000)
      expect(await stateAt(overdue)).toMatchObject({ status: 'overdue' })
      expect(await reach(tenMinutes, overdue)).toBe(1)
      expect(await stateAt(overdue)).toMatchObject({ status: 'in-progress', deadlineAt: later(1_200_000) })
      expect(await record(incoming(answered(first)), overdue)).toMatchObject({ verdict: 'counts' })
    })

    it('reaches nobody who has handed in, or whose time is up though nobody has looked', async () => {
      await begin(test)
      const over = later(600_000 + networkAllowanceMs + 1)
      expect(await reach(tenMinutes, over)).toBe(0)
      expect(await reach({ kind: 'told', text: 'Too late.' }, over)).toBe(0)
      attemptId = randomUUID()
      await begin(test)
      await record(incoming({ kind: 'submitted' }))
      expect(await reach(tenMinutes, later(1000))).toBe(0)
      expect(await stored()).toHaveLength(1)
    })

    it('gives no more time where there is no limit, and does not count it as given', async () => {
      await begin()
      expect(await reach(tenMinutes, now)).toBe(0)
      expect(await stored()).toEqual([])
    })

    it('counts those that it has reached before, and reaches those that it has not', async () => {
      await begin(test)
      const [earlier, actId] = [attemptId, randomUUID()]
      await reach(tenMinutes, now, actId)
      attemptId = randomUUID()
      await begin(test)
      expect(await reach(tenMinutes, later(1000), actId, [earlier, attemptId, randomUUID()])).toBe(2)
      expect((await stateAt(later(1000))).deadlineAt).toEqual(later(1_200_000))
      expect((await findAttempt(db, workOf(learnerId), earlier))?.events).toHaveLength(1)
    })

    it('reaches no attempt of another class, and ends none', async () => {
      await begin(test)
      await record(incoming(answered(first)))
      const own = scope
      scope = await scopeOf(await makeClass(db, { learners: [] }))
      expect(await reach(tenMinutes, later(1000))).toBe(0)
      const over = later(600_000 + networkAllowanceMs + 1)
      const statusAfter = async (asked: GradingScope) => {
        await settleAssigned(db, asked, attemptId, findItem, hooks, over)
        return (await findAttempt(db, workOf(learnerId), attemptId))?.status
      }
      expect(await statusAfter(scope)).toBe('in-progress')
      expect(await statusAfter(own)).toBe('finished')
      expect(await listAnswers(db, workOf(learnerId))).toHaveLength(1)
    })
  })

  it('keeps a flag with its comment once under its id', async () => {
    const flag = {
      flagId: randomUUID(),
      work: workOf(learnerId),
      itemId: first.id,
      itemRevision: first.revision,
      comment: 'Unclear.',
    }
    await Promise.all([recordFlag(db, flag, now), recordFlag(db, flag, now)])
    expect(await db.itemFlag.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { id: flag.flagId, itemId: first.id, comment: 'Unclear.', flaggedAt: now },
    ])
  })
})
