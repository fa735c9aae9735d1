/** Prints what learners found wrong with questions, from the database of DATABASE_URL: npm run content:flags */
import { listFlags } from '@/features/quiz/data.ts'
import { toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import { openDatabase } from '@/lib/database.ts'
import { env } from '@/lib/env.ts'
import { draftContent } from './content.ts'

const db = openDatabase(env().DATABASE_URL)
try {
  const flags = await listFlags(db)
  const items = new Map(draftContent().items.map((item) => [item.id, item]))
  for (const itemId of new Set(flags.map((flag) => flag.itemId))) {
    const item = items.get(itemId)
    console.log(`\n${itemId}: ${item === undefined ? 'no longer asked' : questionText(toPublic(item))}`)
    for (const { itemRevision, comment, flaggedAt } of flags.filter((flag) => flag.itemId === itemId)) {
      const wording = item !== undefined && item.revision !== itemRevision ? ', of an earlier wording' : ''
      console.log(`  ${flaggedAt.toISOString().slice(0, 10)}${wording}: ${comment.replaceAll(/\s+/g, ' ')}`)
    }
  }
  console.log(`\n${flags.length} ${flags.length === 1 ? 'remark' : 'remarks'}.`)
} finally {
  await db.$disconnect()
}
