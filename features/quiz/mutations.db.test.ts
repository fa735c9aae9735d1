import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { createLearner } from '@/features/accounts/mutations.ts'
import type { Database } from '@/lib/database.ts'
import { describeOnBothDatabases } from '@/testing/database.ts'
import { findAttempt, findOpenAttempt, listAnswers } from './data.ts'
import type { Item } from './item.ts'
import { singleChoiceExamples } from './items/single-choice/examples.ts'
import { type IncomingAnswer, recordAnswer } from './mutations.ts'

const [example] = singleChoiceExamples as [(typeof singleChoiceExamples)[number]]
const form: Item[] = ['a', 'b', 'c'].map((letter) => ({ ...example, id: `made-901.${letter}` }))
const [first, second, third] = form as [Item, Item, Item]
const now = new Date('2026-03-02T12:00:00.123Z')

describeOnBothDatabases('recordAnswer', (open) => {
  let db: Database
  let learnerId: string
  let attemptId: string
  beforeEach(async () => {
    db = open()
    learnerId = randomUUID()
    attemptId = randomUUID()
    await createLearner(db, { id: learnerId, timeZone: 'Europe/Lisbon' }, now)
  })

  function answer(item: Item, given: Partial<IncomingAnswer> = {}): IncomingAnswer {
    return {
      answerId: randomUUID(),
      learnerId,
      item,
      itemRevision: item.revision,
      response: { optionId: 'o2' },
      attempt: { id: attemptId, lessonId: 'made-lesson', form },
      ...given,
    }
  }

  it('keeps a graded answer with the item’s revision and the response as it was', async () => {
    const incoming = answer(first, { response: { optionId: 'o1' } })
    await recordAnswer(db, incoming, now)
    expect(await listAnswers(db, learnerId)).toEqual([
      {
        id: incoming.answerId,
        itemId: first.id,
        itemRevision: first.revision,
        attemptId,
        response: { optionId: 'o1' },
        score: 0,
        answeredAt: now,
      },
    ])
  })

  it('stores one answer for the same id, however often and at once it is sent', async () => {
    const incoming = answer(first)
    const results = await Promise.all(Array.from({ length: 6 }, () => recordAnswer(db, incoming, now)))
    for (const result of results) expect(result).toMatchObject({ id: incoming.answerId, score: 1 })
    expect(await listAnswers(db, learnerId)).toHaveLength(1)
  })

  it('lets the first response to an item of an attempt stand, and returns it to whoever answers again', async () => {
    const wrong = answer(first, { response: { optionId: 'o1' } })
    await recordAnswer(db, wrong, now)
    expect(await recordAnswer(db, answer(first), now)).toMatchObject({ id: wrong.answerId, score: 0 })
    expect(await listAnswers(db, learnerId)).toHaveLength(1)
  })

  it('begins the attempt with its first answer and finishes it with its last', async () => {
    expect(await findAttempt(db, learnerId, attemptId)).toBeNull()
    await recordAnswer(db, answer(second), now)
    const begun = await findAttempt(db, learnerId, attemptId)
    expect(begun).toMatchObject({ finishedAt: null, startedAt: now })
    expect(begun?.items.map(({ itemId }) => itemId)).toEqual(form.map(({ id }) => id))
    expect((await findOpenAttempt(db, learnerId, 'made-lesson'))?.id).toBe(attemptId)

    await recordAnswer(db, answer(first), now)
    await recordAnswer(db, answer(third), new Date(now.getTime() + 1))
    expect(await findAttempt(db, learnerId, attemptId)).toMatchObject({ finishedAt: new Date(now.getTime() + 1) })
    expect(await findOpenAttempt(db, learnerId, 'made-lesson')).toBeNull()
  })

  it('finishes an attempt whose answers all come at once, and counts each once', async () => {
    await Promise.all(
      form.flatMap((item) => [recordAnswer(db, answer(item), now), recordAnswer(db, answer(item), now)]),
    )
    expect(await listAnswers(db, learnerId)).toHaveLength(3)
    expect((await findAttempt(db, learnerId, attemptId))?.finishedAt).toEqual(now)
  })

  it('refuses an item that is not in the attempt, and stores nothing', async () => {
    const stranger = { ...example, id: 'made-999.a' }
    expect(await recordAnswer(db, answer(stranger), now)).toMatchObject({
      refused: { status: 409, code: 'not-in-attempt' },
    })
    expect(await findAttempt(db, learnerId, attemptId)).toBeNull()
    expect(await listAnswers(db, learnerId)).toEqual([])
  })

  it('refuses an answer to an earlier wording instead of grading it by the new one', async () => {
    const late = answer(first, { itemRevision: 'example-0' })
    expect(await recordAnswer(db, late, now)).toMatchObject({ refused: { status: 409, code: 'revised' } })
    expect(await listAnswers(db, learnerId)).toEqual([])
  })

  it('refuses an invalid response as such, and stores nothing', async () => {
    const invalid = answer(first, { response: { optionId: 'o9' } })
    expect(await recordAnswer(db, invalid, now)).toMatchObject({ refused: { status: 422 } })
    expect(await listAnswers(db, learnerId)).toEqual([])
  })

  it('keeps a check inside a lesson open to a second answer', async () => {
    await recordAnswer(db, answer(first, { attempt: null, response: { optionId: 'o1' } }), now)
    await recordAnswer(db, answer(first, { attempt: null }), new Date(now.getTime() + 1000))
    expect((await listAnswers(db, learnerId)).map(({ score }) => score)).toEqual([0, 1])
  })

  it('keeps one learner’s answers and attempts from another', async () => {
    const other = randomUUID()
    await createLearner(db, { id: other, timeZone: 'UTC' }, now)
    const incoming = answer(first)
    await recordAnswer(db, incoming, now)
    expect(await findAttempt(db, other, attemptId)).toBeNull()
    expect(await listAnswers(db, other)).toEqual([])
    expect(await recordAnswer(db, { ...incoming, learnerId: other }, now)).toMatchObject({ refused: { status: 409 } })
    expect(await listAnswers(db, learnerId)).toHaveLength(1)
  })
})
