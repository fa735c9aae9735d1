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
import type { Catalog } from '@/features/catalog/schema.ts'
import { drawForm } from '@/features/quiz/form.ts'
import type { Item } from '@/features/quiz/item.ts'
import { recordAnswer } from '@/features/quiz/mutations.ts'
import type { Card } from '@/features/study/card.ts'
import { recordReview } from '@/features/study/mutations.ts'
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
  const taught = new Set(lesson.factIds)
  const cards = frozen<Card[]>('cards').filter(({ factId }) => taught.has(factId))
  const items = frozen<Item[]>('items').filter(({ factIds }) => factIds.every((id) => taught.has(id)))
  const learnerId = demoLearnerId
  const start = new Date(now().getTime() - 14 * dayMs)
  await createLearner(db, { id: learnerId, timeZone: 'UTC' }, start)

  for (const itemId of lesson.checkItemIds) {
    const item = items.find(({ id }) => id === itemId)
    if (item === undefined) continue
    const incoming = {
      answerId: idFor(itemId),
      learnerId,
      item,
      itemRevision: item.revision,
      response: responseTo(item),
      attempt: null,
    }
    await recordAnswer(db, incoming, start)
  }
  for (const [index, card] of cards.entries()) {
    for (const [step, day] of [index % 5, (index % 5) + 1, (index % 5) + 5].entries()) {
      const rating = (index + step) % 7 === 0 ? 1 : 3
      const at = new Date(start.getTime() + day * dayMs + index * 20_000)
      await recordReview(db, { reviewId: idFor(`${card.id} ${step}`), learnerId, card, rating, durationMs: 6000 }, at)
    }
  }
  const attempt = { id: idFor('attempt'), lessonId: lesson.id, form: drawForm(items, 'demo') }
  for (const [index, item] of attempt.form.entries()) {
    const response = responseTo(item, index !== 3)
    const at = new Date(start.getTime() + 6 * dayMs + index * 30_000)
    await recordAnswer(
      db,
      { answerId: idFor(`quiz ${item.id}`), learnerId, item, itemRevision: item.revision, response, attempt },
      at,
    )
  }
  console.log('The demo learner has two weeks of study: open /demo in a browser that has no progress of its own.')
}

function responseTo(item: Item, rightly = true): object {
  const chosen = item.options.find(({ id }) => (id === item.key) === rightly)?.id
  return item.type === 'single-choice' ? { optionId: chosen } : { speakerId: chosen }
}
