import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkConsistency } from '@/features/catalog/consistency.ts'
import { ContentError, type ContentIssue, issuesOf } from '@/features/catalog/content-issue.ts'
import { copiedRuns } from '@/features/catalog/copied-text.ts'
import { coverageOf } from '@/features/catalog/coverage.ts'
import { type LoadedCatalog, loadCatalog } from '@/features/catalog/load.ts'
import type { Locator } from '@/features/catalog/locator.ts'
import { proveFacts, proveLessons, proveSpeakingOrder } from '@/features/catalog/proof.ts'
import { readYaml } from '@/features/catalog/read-yaml.ts'
import { checkReferences } from '@/features/catalog/references.ts'
import type { RecordSource } from '@/features/catalog/schema.ts'
import { findSourceText, indexOf, segmentRecord, sentencesByLocator } from '@/features/catalog/source-text.ts'
import { checkItems } from '@/features/quiz/fairness.ts'
import { generateItems } from '@/features/quiz/generate/items.ts'
import { checkIssued, type Issued, issuedSchema } from '@/features/quiz/issued.ts'
import type { Item } from '@/features/quiz/item.ts'
import { proveItems } from '@/features/quiz/proof.ts'
import { checkTests } from '@/features/quiz/test-check.ts'
import { type TestDefinition, testFileSchema } from '@/features/quiz/test-definition.ts'
import type { Card } from '@/features/study/card.ts'
import { generateCards } from '@/features/study/generate/cards.ts'
import { checkTaught } from '@/features/study/taught.ts'
import { projectRoot } from '@/lib/paths.ts'
import type { MutationBench } from './mutations.ts'

export interface Content {
  loaded: LoadedCatalog
  items: Item[]
  cards: Card[]
  tests: TestDefinition[]
  /** Whether a copy of the record was at hand, so that the facts were proved against its text. */
  isProved: boolean
}

/** Content as it stands in files, with the items and cards made from it; only what it names is checked. @throws ContentError */
export function draftContent(): Pick<Content, 'loaded' | 'items' | 'cards'> {
  const loaded = loadCatalog(join(projectRoot, 'content'))
  stopAt(checkReferences(loaded))
  return { loaded, items: generateItems(loaded.catalog), cards: generateCards(loaded.catalog) }
}

/** The ledger of published items. @throws ContentError */
export function readIssued(): Issued {
  const file = 'issued.json'
  const data: unknown = JSON.parse(readFileSync(join(projectRoot, 'content', file), 'utf8'))
  const parsed = issuedSchema.safeParse(data)
  if (!parsed.success) throw new ContentError(issuesOf(file, data, parsed.error))
  return parsed.data
}

/** The tests that teachers defined. @throws ContentError */
function readTests(): TestDefinition[] {
  const read = readYaml(join(projectRoot, 'content'), 'tests.yaml', testFileSchema)
  if ('issues' in read) throw new ContentError(read.issues)
  return read.data
}

/** Content as it stands in files, checked in every way there is, with the items and cards made from it. @throws ContentError */
export function readContent(): Content {
  const { loaded, items, cards } = draftContent()
  const tests = readTests()
  const source = sourceAtHand(loaded)
  stopAt([
    ...checkConsistency(loaded),
    ...checkItems(items, loaded),
    ...proveItems(items, loaded),
    ...checkTaught(loaded, items, cards),
    ...checkIssued(items, readIssued(), loaded.catalog.facts),
    ...checkTests(tests, loaded.catalog, items),
    ...uncoveredSentences(loaded),
    ...(source === undefined ? [] : issuesAgainstSource(loaded, source)),
  ])
  return { loaded, items, cards, tests, isProved: source !== undefined }
}

/** What the mutation run needs; nothing where no copy of the record is at hand. @throws ContentError */
export function mutationBench(): MutationBench | undefined {
  const { loaded, items } = draftContent()
  const sentences = recordSentences(loaded)
  return sentences.size === 0 ? undefined : { catalog: loaded.catalog, sentences, items, issued: readIssued() }
}

/** The sentences of the record by their places; none where no copy is at hand. */
export function recordSentences(loaded: LoadedCatalog): ReadonlyMap<Locator, string> {
  const found = sourceAtHand(loaded)
  return found === undefined ? new Map() : sentencesByLocator(found.source, segmentRecord(found.text, found.source))
}

function stopAt(issues: readonly ContentIssue[]): void {
  if (issues.length > 0) throw new ContentError(issues)
}

/** Sentences of the sections that have to be covered whole which no fact cites. */
function uncoveredSentences({ catalog }: LoadedCatalog): ContentIssue[] {
  return coverageOf(catalog)
    .filter(({ required }) => required)
    .flatMap(({ sourceId, sectionId, uncovered }) =>
      uncovered.map((locator) => ({
        file: `sources/${sourceId}/source.yaml`,
        field: `covered › ${sectionId}`,
        expected: 'a fact that cites every sentence, or a reason under factless',
        found: `${locator}, which no fact cites`,
        corrected: `factless:\n  - at: ${locator}\n    because: <why it states no fact>`,
      })),
    )
}

/** A record with its text: what the checks against the source need. */
interface SourceAtHand {
  text: string
  source: RecordSource
}

/** The record's text where a copy is at hand; nothing otherwise. */
function sourceAtHand({ catalog }: LoadedCatalog): SourceAtHand | undefined {
  const source = catalog.sources.find((source): source is RecordSource => source.kind === 'record')
  const text = findSourceText(projectRoot, process.env.SOURCE_DOCUMENT)
  return source === undefined || text === undefined ? undefined : { text, source }
}

/** Everything the text of the record can disprove. */
function issuesAgainstSource(loaded: LoadedCatalog, { text, source }: SourceAtHand): ContentIssue[] {
  const segmented = segmentRecord(text, source)
  const ours = loaded.catalog.sentences.find(({ sourceId }) => sourceId === source.id)
  const theirs = indexOf(source, segmented)
  if (ours?.sha256 !== theirs.sha256) {
    return [
      {
        file: `sources/${source.id}/sentences.json`,
        field: 'sha256',
        expected: `the document the index was made from (${ours?.sha256.slice(0, 12)}…)`,
        found: `another text (${theirs.sha256.slice(0, 12)}…)`,
        corrected: '# name the right copy in SOURCE_DOCUMENT, or run: npm run content:index',
      },
    ]
  }
  const sentences = sentencesByLocator(source, segmented)
  return [
    ...proveFacts(loaded, sentences),
    ...proveLessons(loaded, sentences),
    ...proveSpeakingOrder(loaded, sentences),
    ...copiesOf([...sentences.values()].join(' '), loaded),
  ]
}

/** What marks a hidden part of a cloze, with its hint: a learner reads on across it. */
const clozeMarks = /\{\{|(?:::[^{}]*)?\}\}/g

function copiesOf(sourceText: string, { catalog, fileOf }: LoadedCatalog): ContentIssue[] {
  const ours = [
    ...catalog.facts.map((fact) => ({ id: fact.id, text: JSON.stringify(fact).replace(clozeMarks, '') })),
    ...catalog.debates.map((debate) => ({ id: debate.id, text: JSON.stringify(debate) })),
    ...catalog.lessons.flatMap(({ id, passages }) => passages.map(({ text }) => ({ id, text }))),
  ]
  return ours.flatMap(({ id, text }) =>
    copiedRuns(text, sourceText).map((found) => ({
      file: fileOf.get(id) ?? 'debates.yaml',
      field: id,
      expected: 'our own words: at most eleven of the source in a row',
      found,
    })),
  )
}

/** Prints a content error as its issues, anything else as it is, and ends the process with 1. */
export function failWith(error: unknown): never {
  if (!(error instanceof ContentError)) throw error
  console.error(`${error.message}\n\n${error.issues.length} content ${error.issues.length === 1 ? 'error' : 'errors'}.`)
  process.exit(1)
}
