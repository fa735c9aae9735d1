/** Checks content/ and prints coverage and figures: npm run content:check */
import { coverageOf } from '@/features/catalog/coverage.ts'
import { failWith, readContent } from './content.ts'
import { median, nearDuplicates, readabilityOf } from './content-figures.ts'

try {
  const { loaded, items, cards, tests, isProved } = readContent()
  console.log('Fact-bearing sentences covered, by section:')
  for (const { title, covered, factBearing, required } of coverageOf(loaded.catalog)) {
    const share = factBearing === 0 ? 100 : Math.floor((100 * covered) / factBearing)
    const scope = required ? '' : '  (not yet required)'
    console.log(
      `  ${title.padEnd(34)} ${`${covered}/${factBearing}`.padStart(8)} ${String(share).padStart(4)} %${scope}`,
    )
  }

  console.log('Items by type:')
  for (const type of [...new Set(items.map((item) => item.type))].sort()) {
    console.log(`  ${type.padEnd(34)} ${String(items.filter((item) => item.type === type).length).padStart(8)}`)
  }

  const read = items.map(readabilityOf)
  const hardest = [...read].sort((a, b) => b.grade - a.grade).slice(0, 5)
  console.log(
    `Questions: median ${median(read.map(({ words }) => words))} words, Flesch-Kincaid grade ${median(read.map(({ grade }) => grade)).toFixed(1)}; hardest to read:`,
  )
  for (const { item, words, grade } of hardest) console.log(`  ${item.id}: ${words} words, grade ${grade.toFixed(1)}`)

  const pairs = nearDuplicates(items)
  console.log(
    `${pairs.length} pairs of items that ask nearly the same of different facts${pairs.length > 0 ? ':' : '.'}`,
  )
  for (const { a, b, share } of pairs) console.log(`  ${a.id} and ${b.id} (${Math.round(100 * share)} %)`)

  console.log(`${tests.length} tests, ${tests.reduce((sum, { forms }) => sum + forms, 0)} forms`)
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
