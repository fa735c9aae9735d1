import { type Plan, planSchema } from '@/features/quiz/plan.ts'
import type { Database } from '@/lib/database.ts'
import type { FinishedAttempt } from '../test-forms.ts'

/** Every finished attempt at a test, of all learners, the earliest first. */
export async function listFinishedTestAttempts(db: Database): Promise<FinishedAttempt[]> {
  const attempts = await db.attempt.findMany({
    where: { status: 'finished', testId: { not: null } },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    select: {
      learnerId: true,
      plan: true,
      startedAt: true,
      items: { select: { itemId: true, itemRevision: true }, orderBy: { position: 'asc' } },
      answers: { select: { itemId: true, response: true, score: true }, orderBy: { itemId: 'asc' } },
    },
  })
  const firstAnsweredAt = await firstAnswers(db)
  return attempts.flatMap(({ learnerId, plan, startedAt, items, answers }) => {
    const parsed: Plan = planSchema.parse(plan)
    if (parsed.kind !== 'test') return []
    const answerTo = new Map(answers.map(({ itemId, ...answer }) => [itemId, answer]))
    const asked = items.map(({ itemId, itemRevision }) => ({
      itemId,
      itemRevision,
      answer: answerTo.get(itemId) ?? null,
      isAnsweredBefore: (firstAnsweredAt.get(learnerId)?.get(itemId) ?? startedAt) < startedAt,
    }))
    return [{ learnerId, testId: parsed.testId, form: parsed.form, items: asked }]
  })
}

/** When each learner who has finished a test first answered each item, anywhere; by learner, then by item. */
async function firstAnswers(db: Database): Promise<ReadonlyMap<string, ReadonlyMap<string, Date>>> {
  const groups = await db.answer.groupBy({
    by: ['learnerId', 'itemId'],
    where: { learner: { attempts: { some: { status: 'finished', testId: { not: null } } } } },
    _min: { answeredAt: true },
    orderBy: [{ learnerId: 'asc' }, { itemId: 'asc' }],
  })
  const first = new Map<string, Map<string, Date>>()
  for (const { learnerId, itemId, _min } of groups) {
    if (_min.answeredAt === null) continue
    const ofLearner = first.get(learnerId) ?? new Map<string, Date>()
    first.set(learnerId, ofLearner.set(itemId, _min.answeredAt))
  }
  return first
}
