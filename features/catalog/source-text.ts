import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Locator, sentenceLocator } from './locator.ts'
import type { RecordSource, SentenceIndex } from './schema.ts'
import { countWords, type SegmentedText, segment } from './segment.ts'

/** Cuts a copy of a record along the outline in its source.yaml. @throws SegmentError if it is another text. */
export function segmentRecord(text: string, source: RecordSource): SegmentedText {
  const sections = source.sections.flatMap(({ opensWith, ...section }) =>
    opensWith === undefined ? [] : [{ ...section, opensWith }],
  )
  return segment(text, { runningHeaders: source.runningHeaders, titleSection: source.titleSection, sections })
}

/** What the project keeps of a record: for each sentence its word count and hash. */
export function indexOf(source: RecordSource, text: SegmentedText): SentenceIndex {
  return {
    sourceId: source.id,
    sha256: sha256(text.flatMap(({ paragraphs }) => paragraphs.flat()).join('\n')),
    sections: text.map(({ id, paragraphs }) => ({
      id,
      paragraphs: paragraphs.map((sentences) =>
        sentences.map((sentence) => ({ words: countWords(sentence), sha256: sha256(sentence).slice(0, 16) })),
      ),
    })),
  }
}

/** Every sentence by its locator. */
export function sentencesByLocator(source: RecordSource, text: SegmentedText): Map<Locator, string> {
  return new Map(
    text.flatMap(({ id, paragraphs }) =>
      paragraphs.flatMap((sentences, p) =>
        sentences.map((sentence, s) => [sentenceLocator(source.id, id, p + 1, s + 1), sentence] as const),
      ),
    ),
  )
}

/**
 * The text of the record, if a copy is at hand: the file that SOURCE_DOCUMENT names, else the one
 * beside the project in ../shared/seeds. Nothing where there is none.
 *
 * @throws if SOURCE_DOCUMENT names a file that is not there.
 */
export function findSourceText(projectRoot: string, sourceDocument: string | undefined): string | undefined {
  if (sourceDocument !== undefined && sourceDocument !== '') {
    if (!existsSync(sourceDocument)) {
      throw new Error(`SOURCE_DOCUMENT names "${sourceDocument}", where there is no file: correct it or unset it.`)
    }
    return readFileSync(sourceDocument, 'utf8')
  }
  const seeds = join(projectRoot, '..', 'shared', 'seeds')
  const [copy] = existsSync(seeds) ? readdirSync(seeds).filter((name) => name.endsWith('.txt')) : []
  return copy === undefined ? undefined : readFileSync(join(seeds, copy), 'utf8')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
