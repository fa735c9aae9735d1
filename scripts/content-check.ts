/** Checks content/ and prints coverage: npm run content:check */
import { coverageOf } from '@/features/catalog/coverage.ts'
import { failWith, readContent } from './content.ts'

try {
  const { loaded, items, cards, isProved } = readContent()
  console.log('Fact-bearing sentences covered, by section:')
  for (const { title, covered, factBearing, required } of coverageOf(loaded.catalog)) {
    const share = factBearing === 0 ? 100 : Math.floor((100 * covered) / factBearing)
    const scope = required ? '' : '  (not yet required)'
    console.log(
      `  ${title.padEnd(34)} ${`${covered}/${factBearing}`.padStart(8)} ${String(share).padStart(4)} %${scope}`,
    )
  }
  const { facts, lessons } = loaded.catalog
  console.log(
    `${facts.length} facts, ${lessons.length} lessons, ${cards.length} cards, ${items.length} items: no errors.`,
  )
  if (!isProved) {
    console.warn(
      'NOT CHECKED: quotations, names, numbers and copied text, since no copy of the document is at hand. Name one in SOURCE_DOCUMENT.',
    )
  }
} catch (error) {
  failWith(error)
}
