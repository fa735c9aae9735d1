/** Enters new items into the ledger of what was published: npm run content:issue [-- --reword ID … --retire ID …] */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { issue } from '@/features/quiz/issued.ts'
import { projectRoot } from '@/lib/paths.ts'
import { draftContent, failWith, readIssued } from './content.ts'

try {
  const { values } = parseArgs({
    options: { reword: { type: 'string', multiple: true }, retire: { type: 'string', multiple: true } },
  })
  const { items } = draftContent()
  const before = readIssued()
  const after = issue(items, before, { reworded: values.reword ?? [], retired: values.retire ?? [] })
  const lines = Object.entries(after).map(([id, entry]) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)}`)
  writeFileSync(join(projectRoot, 'content', 'issued.json'), `{\n${lines.join(',\n')}\n}\n`)
  const added = Object.keys(after).length - Object.keys(before).length
  console.log(`${added} new items, ${Object.keys(after).length} in all.`)
} catch (error) {
  failWith(error)
}
