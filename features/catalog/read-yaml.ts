import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type ContentIssue, issuesOf } from './content-issue.ts'

/** Data that fits its schema, or everything that is wrong with it. */
export type Read<T> = { data: T } | { issues: ContentIssue[] }

/** Reads one file below `contentDir` through its schema. JSON is YAML too. */
export function readYaml<T extends z.ZodType>(contentDir: string, file: string, schema: T): Read<z.infer<T>> {
  const lineCounter = new LineCounter()
  const document = parseDocument(readFileSync(join(contentDir, file), 'utf8'), { lineCounter })
  const [syntaxError] = document.errors
  if (syntaxError !== undefined) {
    const { line } = lineCounter.linePos(syntaxError.pos[0])
    const [found = ''] = syntaxError.message.split('\n')
    return { issues: [{ file, field: `line ${line}`, expected: 'YAML', found }] }
  }
  return checkShape(file, document.toJS(), schema)
}

/** Holds the data of a file to its schema. */
export function checkShape<T extends z.ZodType>(file: string, data: unknown, schema: T): Read<z.infer<T>> {
  const result = schema.safeParse(data)
  return result.success ? { data: result.data } : { issues: issuesOf(file, data, result.error) }
}
