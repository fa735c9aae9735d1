import { z } from 'zod'

/**
 * Where a statement rests: `source#place`.
 *
 * In a record that we index by sentence the place is `section.paragraph.sentence`, counted from one
 * (`dialogue-2016#opening.2.4`). In a public document it is the document's own paragraph or article
 * number (`a-res-60-1#138`). The same string is the tail of the address that shows it: `/record/…`.
 */
export const locatorSchema = z
  .string()
  .regex(/^[a-z0-9-]+#[a-z0-9-]+(\.[0-9]+\.[0-9]+)?$/, 'source#section.paragraph.sentence or source#paragraph')

export type Locator = z.infer<typeof locatorSchema>

export interface Place {
  sourceId: string
  /** Section of a record, or the paragraph number of a public document. */
  section: string
  /** Counted from one; absent for a public document. */
  paragraph?: number
  sentence?: number
}

/** Takes a locator apart. The locator must have been validated by `locatorSchema`. */
export function placeOf(locator: Locator): Place {
  const [sourceId = '', rest = ''] = locator.split('#')
  const [section = '', paragraph, sentence] = rest.split('.')
  if (paragraph === undefined || sentence === undefined) return { sourceId, section }
  return { sourceId, section, paragraph: Number(paragraph), sentence: Number(sentence) }
}

/** The locator of one sentence of a record; paragraph and sentence are counted from one. */
export function sentenceLocator(sourceId: string, section: string, paragraph: number, sentence: number): Locator {
  return `${sourceId}#${section}.${paragraph}.${sentence}`
}
