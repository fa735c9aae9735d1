import { type Locator, placeOf } from './locator.ts'
import type { Catalog } from './schema.ts'

/** A locator made ready to be shown: where it leads, how it reads, and what its paragraph looks like. */
export interface Citation {
  locator: Locator
  href: string
  /** "Opening remarks and morning panel, paragraph 2, sentence 4". */
  place: string
  /** "2.4", or the paragraph number of a public document. */
  short: string
  source: string
  /** Background is what the record takes for granted; it comes from another document. */
  isBackground: boolean
  /** Word counts of the paragraph's sentences, and which of them is meant; nothing for a public document. */
  paragraph: { sentenceWords: number[]; cited: number } | null
}

/** @throws if the locator is not in the catalog, which the content check rules out. */
export function citationOf({ sources, sentences }: Catalog, locator: Locator): Citation {
  const { sourceId, section, paragraph, sentence } = placeOf(locator)
  const source = sources.find(({ id }) => id === sourceId)
  if (source === undefined) throw new Error(`no source for ${locator}`)
  const base = { locator, href: `/record/${locator}`, source: source.title }
  if (source.kind === 'public-document') {
    const part = /^\d/.test(section) ? `${source.unit} ${section}` : `the ${section}`
    return {
      ...base,
      place: `${source.symbol}, ${part}`,
      short: `${source.symbol}, ${part}`,
      isBackground: true,
      paragraph: null,
    }
  }
  if (paragraph === undefined || sentence === undefined) throw new Error(`${locator} is no sentence of a record`)
  const outline = source.sections.find(({ id }) => id === section)
  const title = outline?.title ?? section
  if (outline?.layout === 'lines') {
    // A list has no paragraphs whose shape could help to find a line.
    const place = `${title}, part ${paragraph}, line ${sentence}`
    return { ...base, place, short: `${paragraph}.${sentence}`, isBackground: false, paragraph: null }
  }
  const shape = sentences.find((index) => index.sourceId === sourceId)?.sections.find(({ id }) => id === section)
  const sentenceWords = (shape?.paragraphs[paragraph - 1] ?? []).map(({ words }) => words)
  return {
    ...base,
    place: `${title}, paragraph ${paragraph}, sentence ${sentence}`,
    short: `${paragraph}.${sentence}`,
    isBackground: false,
    paragraph: { sentenceWords, cited: sentence - 1 },
  }
}
