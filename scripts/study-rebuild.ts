/**
 * Derives the memory of every card from the log and compares it with what is stored: npm run study:rebuild
 *
 * --write  stores what differs anew, as after a change of the rules or of the content
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { derivedWorkScope } from '@/features/accounts/scope.ts'
import type { Item } from '@/features/quiz/item.ts'
import type { Card } from '@/features/study/card.ts'
import { indexFacts } from '@/features/study/fact-index.ts'
import { rebuildMemories } from '@/features/study/mutations.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { projectRoot } from '@/lib/paths.ts'

const isWriting = process.argv.includes('--write')
const frozen = <T>(name: string): T =>
  JSON.parse(readFileSync(join(projectRoot, 'generated', `${name}.json`), 'utf8')) as T
const facts = indexFacts(frozen<Card[]>('cards'), frozen<Item[]>('items'))

const db = openDatabase(env().DATABASE_URL)
try {
  const learners = await db.learner.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  let differing = 0
  for (const { id } of learners) {
    const differences = await rebuildMemories(db, derivedWorkScope({ learnerId: id }), facts, isWriting)
    for (const { cardId, stored, derived, isStoredNew } of differences) {
      const marked = isStoredNew === null ? '' : ` and marked as ${isStoredNew ? 'new' : 'seen'}`
      console.log(
        `${id} ${cardId}: stored ${stored?.dueAt.toISOString() ?? 'New'}${marked}, derived ${derived?.dueAt.toISOString() ?? 'New'}`,
      )
    }
    differing += differences.length
  }
  console.log(
    `${learners.length} learners: ${differing} ${differing === 1 ? 'card differs' : 'cards differ'} from the log.`,
  )
  if (differing > 0 && isWriting) console.log('They are stored anew.')
  if (differing > 0 && !isWriting) process.exitCode = 1
} finally {
  await db.$disconnect()
}
