/**
 * Derives every grade from the log and compares it with what is stored: npm run grades:rebuild
 *
 * --write  stores what differs anew, as after a change of the rules or of the content
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grade } from '@/features/classroom/gradebook/grade.ts'
import { rebuildGrades } from '@/features/classroom/gradebook/mutations.ts'
import type { Item } from '@/features/quiz/item.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { projectRoot } from '@/lib/paths.ts'

const isWriting = process.argv.includes('--write')
const items = JSON.parse(readFileSync(join(projectRoot, 'generated', 'items.json'), 'utf8')) as Item[]
const bank = new Map(items.map((item) => [item.id, item]))

function words(grade: Grade | null): string {
  return grade === null ? 'nothing' : `${grade.state}, ${grade.points ?? 'no'} of ${grade.ofPoints} points`
}

const db = openDatabase(env().DATABASE_URL)
try {
  const assignments = await db.assignment.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  let differing = 0
  for (const { id } of assignments) {
    const differences = await rebuildGrades(db, id, (itemId) => bank.get(itemId), isWriting)
    for (const { accountId, stored, derived } of differences) {
      console.log(`${id} ${accountId}: stored ${words(stored)}, derived ${words(derived)}`)
    }
    differing += differences.length
  }
  console.log(
    `${assignments.length} assignments: ${differing} ${differing === 1 ? 'grade differs' : 'grades differ'} from the log.`,
  )
  if (differing > 0 && isWriting) console.log('They are stored anew.')
  if (differing > 0 && !isWriting) process.exitCode = 1
} finally {
  await db.$disconnect()
}
