/** Checks content/ and prints coverage: npm run content:check */
import { ContentError } from '@/features/catalog/content-issue.ts'
import { coverageOf } from '@/features/catalog/coverage.ts'
import { failWith, issuesAgainstSource, readContent, sourceAtHand } from './content.ts'

try {
  const { loaded, items, cards } = readContent()
  const source = sourceAtHand(loaded)
  const issues = source === undefined ? [] : issuesAgainstSource(loaded, source)

  const coverage = coverageOf(loaded.catalog)
  for (const { sourceId, sectionId, uncovered, required } of coverage) {
    if (!required) continue
    for (const locator of uncovered) {
      issues.push({
        file: `sources/${sourceId}/source.yaml`,
        field: `covered › ${sectionId}`,
        expected: 'a fact that cites every sentence, or a reason under factless',
        found: `${locator}, which no fact cites`,
        corrected: `factless:\n  - at: ${locator}\n    because: <why it states no fact>`,
      })
    }
  }
  if (issues.length > 0) throw new ContentError(issues)

  console.log('Fact-bearing sentences covered, by section:')
  for (const { title, covered, factBearing, required } of coverage) {
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
  if (source === undefined) {
    console.warn(
      'NOT CHECKED: quotations, names, numbers and copied text, since no copy of the document is at hand. Name one in SOURCE_DOCUMENT.',
    )
  }
} catch (error) {
  failWith(error)
}
