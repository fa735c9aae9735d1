/**
 * Demo data, only if asked for: npm start -- --demo
 *
 * One learner who has studied the first lesson for two weeks, made by the same writes as a real one.
 * Running it twice changes nothing.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoLearnerId } from '@/features/accounts/identity.ts'
import { createLearner } from '@/features/accounts/mutations.ts'
import { derivedWorkScope } from '@/features/accounts/scope.ts'
import type { Catalog } from '@/features/catalog/schema.ts'
import { deedSchema } from '@/features/quiz/attempt.ts'
import { drawForm } from '@/features/quiz/form.ts'
import type { Item } from '@/features/quiz/item.ts'
import { type AfterAnswers, recordAnswer, recordAttempt, recordEvent } from '@/features/quiz/mutations.ts'
import { lessonRules } from '@/features/quiz/plan.ts'
import { keyResponse, wrongResponse } from '@/features/quiz/responses.ts'
import type { Card } from '@/features/study/card.ts'
import { indexFacts } from '@/features/study/fact-index.ts'
import { recordReview, rememberAnswers } from '@/features/study/mutations.ts'
import { usualSettings } from '@/features/study/settings.ts'
import { now } from '@/lib/clock.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { projectRoot } from '@/lib/paths.ts'
import { shortHash } from '@/lib/random.ts'

const dayMs = 86_400_000
const frozen = <T>(name: string): T =>
  JSON.parse(readFileSync(join(projectRoot, 'generated', `${name}.json`), 'utf8')) as T
/** The same id at every run, in the form of a client's. */
const idFor = (name: string) => {
  const hex = shortHash(name) + shortHash(`${name} again`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const db = openDatabase(env().DATABASE_URL)
try {
  if ((await db.learner.findUnique({ where: { id: demoLearnerId } })) !== null) {
    console.log('The demo learner is there already.')
  } else {
    await seed()
  }
} finally {
  await db.$disconnect()
}

async function seed() {
  const [lesson] = frozen<Catalog>('catalog').lessons
  if (lesson === undefined) throw new Error('There is no lesson to make demo data from.')
  const taught = new Set<string | null>(lesson.factIds)
  const [deck, bank] = [frozen<Card[]>('cards'), frozen<Item[]>('items')]
  const facts = indexFacts(deck, bank)
  const afterAnswers: AfterAnswers = (tx, learnerId, answers) => rememberAnswers(tx, learnerId, answers, facts)
  const cards = deck.filter(({ factId }) => taught.has(factId))
  const items = bank.filter(({ factIds }) => factIds.every((id) => taught.has(id)))
  const findItem = (itemId: string) => items.find(({ id }) => id === itemId)
  const work = derivedWorkScope({ learnerId: demoLearnerId })
  const start = new Date(now().getTime() - 14 * dayMs)
  await createLearner(db, { id: demoLearnerId, timeZone: 'UTC' }, start)

  for (const itemId of lesson.checkItemIds) {
    const item = findItem(itemId)
    if (item === undefined) continue
    const incoming = {
      answerId: idFor(itemId),
      work,
      item,
      itemRevision: item.revision,
      response: keyResponse(item),
    }
    await recordAnswer(db, incoming, afterAnswers, start)
  }
  for (const [index, card] of cards.entries()) {
    for (const [step, day] of [index % 5, (index % 5) + 1, (index % 5) + 5].entries()) {
      const rating = (index + step) % 7 === 0 ? 1 : 3
      const at = new Date(start.getTime() + day * dayMs + index * 20_000)
      const reviewId = idFor(`${card.id} ${step}`)
      await recordReview(
        db,
        {
          reviewId,
          work,
          card,
          rating,
          durationMs: 6000,
          desiredRetention: usualSettings.desiredRetention,
          parameterFitId: null,
          timeZone: 'UTC',
        },
        facts,
        at,
      )
    }
  }
  const attemptId = idFor('attempt')
  const form = drawForm(items, 'demo')
  const plan = { kind: 'lesson', lessonId: lesson.id } as const
  const begunAt = new Date(start.getTime() + 6 * dayMs)
  await recordAttempt(db, { attemptId, work, plan, rules: lessonRules, items: form }, begunAt)
  for (const [index, item] of form.entries()) {
    const deed = deedSchema.parse({
      kind: 'answered',
      itemId: item.id,
      itemRevision: item.revision,
      response: index === 3 ? wrongResponse(item) : keyResponse(item),
      certainty: null,
      durationMs: 30_000,
    })
    const at = new Date(begunAt.getTime() + (index + 1) * 30_000)
    const event = { eventId: idFor(`quiz ${item.id}`), attemptId, work, deed, waitedMs: 0 }
    const kept = await recordEvent(db, event, findItem, { afterAnswers, afterSettled: async () => {} }, at)
    if ('refused' in kept) throw new Error(kept.refused.message)
  }
  console.log('The demo learner has two weeks of study: open /demo in a browser that has no progress of its own.')
}
