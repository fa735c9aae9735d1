/** Freezes content/ into generated/*.json for the app: npm run content:build */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/lib/paths.ts'
import { failWith, readContent } from './content.ts'

try {
  const { loaded, items, cards, tests } = readContent()
  const folder = join(projectRoot, 'generated')
  mkdirSync(folder, { recursive: true })
  for (const [name, data] of Object.entries({ catalog: loaded.catalog, items, cards, tests })) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(data))
  }
  const { facts, lessons } = loaded.catalog
  console.log(
    `${facts.length} facts, ${lessons.length} lessons, ${cards.length} cards, ${items.length} items, ${tests.length} tests`,
  )
} catch (error) {
  failWith(error)
}
