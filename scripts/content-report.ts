/** Writes a page on which an editor reads the content through against the source: npm run content:report */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/lib/paths.ts'
import { failWith, readContent, recordSentences } from './content.ts'
import { reportPage } from './report-page.ts'

try {
  const content = readContent()
  const folder = join(projectRoot, 'generated')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'content-report.html')
  writeFileSync(file, reportPage(content, recordSentences(content.loaded)))
  console.log(`Open generated/content-report.html in a browser. It may hold the document itself: keep it to yourself.`)
} catch (error) {
  failWith(error)
}
