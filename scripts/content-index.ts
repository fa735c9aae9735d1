/** Makes content/sources/…/sentences.json from a copy of the record: npm run content:index */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type RecordSource, sourceSchema } from '@/features/catalog/schema.ts'
import { findSourceText, indexOf, segmentRecord } from '@/features/catalog/source-text.ts'
import { projectRoot } from '@/lib/paths.ts'

const folder = join(projectRoot, 'content', 'sources', 'dialogue-2016')
const source = sourceSchema.parse(parse(readFileSync(join(folder, 'source.yaml'), 'utf8'))) as RecordSource
const text = findSourceText(projectRoot, process.env.SOURCE_DOCUMENT)
if (text === undefined) {
  console.error(
    'No copy of the document is at hand: name one, as in SOURCE_DOCUMENT=summary.txt npm run content:index.',
  )
  process.exit(1)
}
const index = indexOf(source, segmentRecord(text, source))
writeFileSync(join(folder, 'sentences.json'), `${JSON.stringify(index, null, 1)}\n`)
const sentences = index.sections.flatMap(({ paragraphs }) => paragraphs.flat())
console.log(`${index.sections.length} sections, ${sentences.length} sentences, ${index.sha256.slice(0, 12)}…`)
