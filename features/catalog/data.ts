import 'server-only'
import frozen from '@/generated/catalog.json'
import { deepFreeze } from './freeze.ts'
import type { Catalog, Fact, Lesson } from './schema.ts'

/** The catalog as it was frozen at build. Its schema was checked then. */
export const catalog: Catalog = deepFreeze(frozen as unknown as Catalog)

const facts = new Map(catalog.facts.map((fact) => [fact.id, fact]))

export function findFact(id: string): Fact | undefined {
  return facts.get(id)
}

export function findLesson(id: string): Lesson | undefined {
  return catalog.lessons.find((lesson) => lesson.id === id)
}

/** The lesson that teaches a fact. */
export function lessonOfFact(factId: string): Lesson | undefined {
  return catalog.lessons.find(({ factIds }) => factIds.includes(factId))
}
