import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'

/** One thing wrong in content/: what, where, expected, found, and how it should read. */
export interface ContentIssue {
  /** Path below content/. */
  file: string
  /** Where in the file, as a person would say it: `opening-014 › asks › 2 › stem`. */
  field: string
  expected: string
  found: string
  /** The YAML as it should stand, where that can be told. */
  corrected?: string | undefined
}

/** Thrown when content cannot be used; its message lists every issue with its remedy. */
export class ContentError extends Error {
  constructor(readonly issues: readonly ContentIssue[]) {
    super(issues.map(formatIssue).join('\n\n'))
    this.name = 'ContentError'
  }
}

/** Several lines, ready to print. */
export function formatIssue({ file, field, expected, found, corrected }: ContentIssue): string {
  const lines = [`content/${file}: ${field}`, `  expected  ${expected}`, `  found     ${found}`]
  if (corrected !== undefined) lines.push('  corrected', ...corrected.split('\n').map((line) => `    ${line}`))
  return lines.join('\n')
}

/** The known id most like the one found, as a suggestion; nothing if none is at all alike. */
export function suggest(found: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const nearest = closest(found, known as string[])
  const shared = [...found].filter((character) => nearest.includes(character)).length
  return shared * 2 >= found.length ? nearest : undefined
}

/** Turns what Zod found wrong with one file's data into issues in our words. */
export function issuesOf(file: string, data: unknown, error: z.ZodError): ContentIssue[] {
  return error.issues.flatMap((issue) => fromZod(file, data, issue))
}

function fromZod(file: string, data: unknown, issue: z.core.$ZodIssue): ContentIssue[] {
  const last = String(issue.path.at(-1) ?? '')
  const field = describePath(data, issue.path)
  const value = valueAt(data, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        file,
        field: [field, key].filter(Boolean).join(' › '),
        expected: 'no such field here; fields are spelled as in features/catalog/schema.ts',
        found: `${key}: ${brief((value as Record<string, unknown> | undefined)?.[key])}`,
        corrected: `# leave out "${key}", or move it to where it belongs`,
      }))
    case 'invalid_value': {
      const allowed = issue.values.map(String)
      const nearest = suggest(String(value), allowed) ?? allowed[0]
      return [{ file, field, expected: allowed.join(' | '), found: brief(value), corrected: `${last}: ${nearest}` }]
    }
    case 'invalid_union': {
      const closestArm = [...issue.errors].sort((a, b) => a.length - b.length)[0]
      if (closestArm === undefined || closestArm.length === 0) {
        return [{ file, field, expected: issue.message, found: brief(value) }]
      }
      return closestArm.flatMap((inner) => fromZod(file, data, { ...inner, path: [...issue.path, ...inner.path] }))
    }
    default: {
      const expected = issue.code === 'invalid_type' ? issue.expected : issue.message
      const corrected = last === '' ? undefined : `${last}: <${expected}>`
      return [{ file, field, expected, found: value === undefined ? 'nothing' : brief(value), corrected }]
    }
  }
}

/** `opening-014 › asks › 2 › stem`: entries of lists go by their id, or by their number counted from one. */
function describePath(data: unknown, path: readonly PropertyKey[]): string {
  let value = data
  const parts: string[] = []
  for (const key of path) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
    const id = (value as { id?: unknown } | undefined)?.id
    if (typeof key === 'number') parts.push(typeof id === 'string' ? id : String(key + 1))
    else parts.push(String(key))
  }
  return parts.join(' › ')
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data)
}

function brief(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  if (shown === undefined) return 'nothing'
  return shown.length > 140 ? `${shown.slice(0, 140)}…` : shown
}
