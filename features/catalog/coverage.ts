import { type Locator, sentenceLocator } from './locator.ts'
import type { Catalog, RecordSource } from './schema.ts'

/** How much of one section's fact-bearing sentences the facts cover. */
export interface SectionCoverage {
  sourceId: string
  sectionId: string
  title: string
  /** Sentences that state a fact: all but those marked otherwise with a reason. */
  factBearing: number
  covered: number
  uncovered: readonly Locator[]
  /** Whether the section has to be covered whole. */
  required: boolean
}

/** Coverage of every section of every record, in document order. */
export function coverageOf({ sources, sentences, facts }: Catalog): SectionCoverage[] {
  const cited = new Set(
    facts.flatMap(({ cites, ...fact }) => [
      ...cites,
      ...(fact.kind === 'contradiction' ? fact.readings.flatMap((reading) => reading.cites) : []),
    ]),
  )
  return sources
    .filter((source): source is RecordSource => source.kind === 'record')
    .flatMap((source) => {
      const index = sentences.find(({ sourceId }) => sourceId === source.id)
      const factless = new Set(source.factless.map(({ at }) => at))
      return (index?.sections ?? []).map(({ id, paragraphs }) => {
        const factBearing = paragraphs
          .flatMap((paragraph, p) => paragraph.map((_, s) => sentenceLocator(source.id, id, p + 1, s + 1)))
          .filter((locator) => !factless.has(locator))
        const uncovered = factBearing.filter((locator) => !cited.has(locator))
        return {
          sourceId: source.id,
          sectionId: id,
          title: source.sections.find((section) => section.id === id)?.title ?? id,
          factBearing: factBearing.length,
          covered: factBearing.length - uncovered.length,
          uncovered,
          required: source.covered.includes(id),
        }
      })
    })
}
