import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { ContentError, type ContentIssue } from './content-issue.ts'
import { numberPassages, parseLesson } from './lesson.ts'
import { checkShape, type Read, readYaml } from './read-yaml.ts'
import {
  actorSchema,
  type Catalog,
  debateSchema,
  exerciseSchema,
  type Fact,
  factFileSchema,
  type Lesson,
  lessonMetaSchema,
  type SentenceIndex,
  type Source,
  sentenceIndexSchema,
  sourceSchema,
  speakingOrderSchema,
  termSchema,
  topicSchema,
} from './schema.ts'

/** The catalog, and in which file each fact and lesson stands, for messages. */
export interface LoadedCatalog {
  catalog: Catalog
  /** Path below content/ by fact id or lesson id. */
  fileOf: ReadonlyMap<string, string>
}

/**
 * Reads and validates everything below `contentDir`.
 *
 * @throws ContentError listing every file that does not read or does not fit its schema.
 */
export function loadCatalog(contentDir: string): LoadedCatalog {
  const issues: ContentIssue[] = []
  const fileOf = new Map<string, string>()

  const kept = <T>(read: Read<T>): T | undefined => {
    if ('data' in read) return read.data
    issues.push(...read.issues)
    return undefined
  }
  const yaml = <T extends z.ZodType>(file: string, schema: T) => kept(readYaml(contentDir, file, schema))
  const filesIn = (folder: string, ending: string) =>
    readdirSync(join(contentDir, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`)

  const sources: Source[] = []
  const sentences: SentenceIndex[] = []
  const speakingOrder: Catalog['speakingOrder'] = []
  for (const folder of readdirSync(join(contentDir, 'sources')).sort()) {
    const source = yaml(`sources/${folder}/source.yaml`, sourceSchema)
    if (source !== undefined) sources.push(source)
    const indexFile = `sources/${folder}/sentences.json`
    if (existsSync(join(contentDir, indexFile))) {
      const index = yaml(indexFile, sentenceIndexSchema)
      if (index !== undefined) sentences.push(index)
    }
    const orderFile = `sources/${folder}/speaking-order.yaml`
    if (existsSync(join(contentDir, orderFile))) speakingOrder.push(...(yaml(orderFile, speakingOrderSchema) ?? []))
  }

  const actors = yaml('actors.yaml', actorSchema.array()) ?? []
  const terms = yaml('terms.yaml', termSchema.array()) ?? []
  const topics = yaml('topics.yaml', topicSchema.array()) ?? []

  const facts: Fact[] = []
  for (const file of filesIn('facts', '.yaml')) {
    for (const fact of yaml(file, factFileSchema) ?? []) {
      facts.push(fact)
      fileOf.set(fact.id, file)
    }
  }

  const debates = yaml('debates.yaml', debateSchema.array()) ?? []
  const exercises = yaml('exercises.yaml', exerciseSchema.array()) ?? []

  const lessons: Lesson[] = []
  for (const file of filesIn('lessons', '.mdx')) {
    try {
      const { meta: head, passages, checkItemIds, foreign } = parseLesson(readFileSync(join(contentDir, file), 'utf8'))
      for (const name of foreign) {
        issues.push({ file, field: `<${name}>`, expected: '<Cite facts="…" /> or <Check item="…" />', found: name })
      }
      const meta = kept(checkShape(file, head, lessonMetaSchema))
      if (meta === undefined) continue
      const factIds = [...new Set(passages.flatMap((passage) => passage.factIds))]
      lessons.push({
        ...meta,
        file: basename(file),
        passages: numberPassages(meta.id, passages),
        factIds,
        checkItemIds,
      })
      fileOf.set(meta.id, file)
    } catch (error) {
      issues.push({ file, field: 'the text', expected: 'MDX', found: (error as Error).message })
    }
  }
  lessons.sort((a, b) => a.order - b.order)

  if (issues.length > 0) throw new ContentError(issues)
  return {
    catalog: { sources, sentences, speakingOrder, actors, terms, topics, facts, debates, exercises, lessons },
    fileOf,
  }
}
