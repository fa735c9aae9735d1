import { type Refusal, refuse } from '@/lib/action.ts'
import { type Database, inTransaction, isUniqueViolation, type Transaction } from '@/lib/database.ts'
import { type AnswerRow, findAttempt } from './data.ts'
import { gradeResponse, type Item } from './item.ts'

/** A response as it came in, with the item it is for. */
export interface IncomingAnswer {
  /** Made by the client; the same id is the same answer, however often it is sent. */
  answerId: string
  learnerId: string
  item: Item
  /** The revision of the item that the learner saw. */
  itemRevision: string
  response: unknown
  /** The attempt it belongs to, with the form to begin it with should this be its first answer. */
  attempt: { id: string; lessonId: string; form: readonly Item[] } | null
}

/**
 * Grades a response and appends it to the log. Once this returns, the answer is on disk.
 *
 * Sending an answer again returns what was stored the first time. A second response to the same item
 * of an attempt changes nothing either, since feedback has shown the key by then.
 */
export async function recordAnswer(db: Database, incoming: IncomingAnswer, now: Date): Promise<AnswerRow | Refusal> {
  const { answerId, learnerId, item, itemRevision, response, attempt } = incoming
  const earlier = await findEarlier(db, incoming)
  if (earlier !== null) return earlier

  if (itemRevision !== item.revision) {
    return refuse(
      409,
      'revised',
      'This question has been revised since the page was opened. Reload it to see the new wording.',
    )
  }
  const grade = gradeResponse(item, response)
  if (grade.state === 'invalid') return refuse(422, 'invalid-response', `response: ${grade.reason}`)

  try {
    return await inTransaction(db, async (tx) => {
      if (attempt !== null) {
        const refusal = await beginAttempt(tx, learnerId, item, attempt, now)
        if (refusal !== null) return refusal
      }
      const stored = await tx.answer.create({
        data: {
          id: answerId,
          learnerId,
          itemId: item.id,
          itemRevision,
          attemptId: attempt?.id ?? null,
          // A response that was graded has passed its schema, and so is plain JSON.
          response: response as object,
          score: grade.score,
          answeredAt: now,
        },
      })
      if (attempt !== null) await finishIfComplete(tx, attempt.id, now)
      return stored
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    // The same answer, or another to the same item, came in between: that one stands.
    return (
      (await findEarlier(db, incoming)) ??
      refuse(409, 'taken', 'This answer could not be kept under its id. Reload the page.')
    )
  }
}

const notInAttempt = refuse(
  409,
  'not-in-attempt',
  'This question is not part of this quiz any more. Reload the page to go on.',
)

/** Stores the attempt with its form at its first answer; refuses an item that is not in it. */
async function beginAttempt(
  tx: Transaction,
  learnerId: string,
  item: Item,
  { id, lessonId, form }: NonNullable<IncomingAnswer['attempt']>,
  now: Date,
): Promise<Refusal | null> {
  const begun = await findAttempt(tx, learnerId, id)
  const asked = begun?.items.map(({ itemId }) => itemId) ?? form.map((drawn) => drawn.id)
  if (!asked.includes(item.id)) return notInAttempt
  if (begun === null) {
    const items = form.map((drawn, index) => ({ position: index + 1, itemId: drawn.id, itemRevision: drawn.revision }))
    await tx.attempt.create({ data: { id, learnerId, lessonId, startedAt: now, items: { create: items } } })
  }
  return null
}

async function findEarlier(
  db: Database,
  { answerId, learnerId, item, attempt }: IncomingAnswer,
): Promise<AnswerRow | null> {
  const sameAnswer = { id: answerId }
  const sameQuestion = attempt === null ? [] : [{ attemptId: attempt.id, itemId: item.id }]
  return db.answer.findFirst({
    where: { learnerId, OR: [sameAnswer, ...sameQuestion] },
    orderBy: { answeredAt: 'asc' },
  })
}

async function finishIfComplete(tx: Transaction, attemptId: string, now: Date): Promise<void> {
  const [asked, answered] = await Promise.all([
    tx.attemptItem.count({ where: { attemptId } }),
    tx.answer.count({ where: { attemptId } }),
  ])
  if (asked === answered) await tx.attempt.update({ where: { id: attemptId }, data: { finishedAt: now } })
}
