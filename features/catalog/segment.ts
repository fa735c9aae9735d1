/**
 * Cuts the text of a record into sections, paragraphs and sentences.
 *
 * The project keeps only the shape of the document (ids, word counts, hashes); this module is what
 * turns a copy of the text into that shape, so that anybody with the document can check us.
 */

/** How one section is recognised and cut. `opensWith` is the beginning of its heading line. */
export interface SectionOutline {
  id: string
  opensWith: string
  /** `prose` is cut at blank lines and sentence ends; `lines` keeps every line whole. */
  layout: 'prose' | 'lines'
  /** In `lines` sections: beginnings of the lines that start a new paragraph. */
  blocks?: readonly string[] | undefined
}

export interface Outline {
  /** Beginnings of the lines repeated at the top and foot of pages. */
  runningHeaders: readonly string[]
  /** The first running header of the document is its title and becomes this section. */
  titleSection: string
  sections: readonly SectionOutline[]
}

/** Sections in document order; each paragraph is a list of sentences, in reading order. */
export type SegmentedText = readonly { id: string; paragraphs: readonly (readonly string[])[] }[]

/** A text that does not have the outline it should have. */
export class SegmentError extends Error {}

const abbreviations = /(?:^|[\s("“])(?:H\.E|Mr|Mrs|Ms|Dr|Drs|Prof|St|No|para|paras|i\.e|e\.g)\.\s*$/
const endsSentence = /[.!?:;]["”’)\]*]*$/

/** Removes links and emphasis marks, unifies quotation marks and white space. */
export function plainText(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words as a reader counts them: runs of characters between white space that hold a letter or digit. */
export function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}

/** Splits running prose at sentence ends; titles such as "H.E." and "Drs." end none. */
export function splitSentences(prose: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(prose)) {
    open += segment
    if (abbreviations.test(open)) continue
    sentences.push(open.trim())
    open = ''
  }
  if (open.trim() !== '') sentences.push(open.trim())
  return sentences
}

/**
 * Cuts a whole document along its outline.
 *
 * Running headers are dropped, and a paragraph that a page break cut in two is joined again.
 *
 * @throws SegmentError naming the first section whose heading is missing or out of order.
 */
export function segment(text: string, outline: Outline): SegmentedText {
  const isHeader = (line: string) => outline.runningHeaders.some((start) => line.startsWith(start))
  const lines = text.split(/\r?\n/).map(plainText)

  const title = lines.find(isHeader)
  if (title === undefined) {
    throw new SegmentError(`no line begins with "${outline.runningHeaders[0]}": is this the right document?`)
  }
  const sections: { id: string; paragraphs: string[][] }[] = [{ id: outline.titleSection, paragraphs: [[title]] }]

  let next = 0
  let current: SectionOutline | undefined
  let blank = true
  let pageBroken = false
  let prose: string[] = []

  const paragraphsOfCurrent = () => (sections.at(-1) as { paragraphs: string[][] }).paragraphs
  const closeProse = () => {
    for (const paragraph of prose) paragraphsOfCurrent().push(splitSentences(paragraph))
    prose = []
  }

  for (const line of lines) {
    if (line === '') {
      blank = true
      continue
    }
    if (isHeader(line)) {
      pageBroken = true
      continue
    }
    const opening = outline.sections[next]
    if (opening !== undefined && line.startsWith(opening.opensWith)) {
      closeProse()
      sections.push({ id: opening.id, paragraphs: [] })
      current = opening
      next += 1
      blank = true
      pageBroken = false
      // A prose section opens with a heading, which is no sentence; a list's first line is already content.
      if (opening.layout === 'prose') continue
    }
    if (current === undefined) continue
    if (current.layout === 'lines') {
      const starts = current.blocks?.some((start) => line.startsWith(start)) ?? false
      if (starts || paragraphsOfCurrent().length === 0) paragraphsOfCurrent().push([line])
      else (paragraphsOfCurrent().at(-1) as string[]).push(line)
      continue
    }
    const last = prose.at(-1)
    const continues = last !== undefined && (!blank || (pageBroken && !endsSentence.test(last)))
    if (continues) prose[prose.length - 1] = `${last} ${line}`
    else prose.push(line)
    blank = false
    pageBroken = false
  }
  closeProse()

  const missing = outline.sections[next]
  if (missing !== undefined) {
    throw new SegmentError(`section "${missing.id}": no line begins with "${missing.opensWith}" where it is due`)
  }
  return sections
}
