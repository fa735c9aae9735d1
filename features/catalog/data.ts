import 'server-only'
import frozen from '@/generated/catalog.json'
import { deepFreeze } from './freeze.ts'
import type { Actor, Catalog, Fact, Lesson } from './schema.ts'

/** The catalog as it was frozen at build. Its schema was checked then. */
export const catalog: Catalog = deepFreeze(frozen as unknown as Catalog)

const facts = new Map(catalog.facts.map((fact) => [fact.id, fact]))
const actors = new Map(catalog.actors.map((actor) => [actor.id, actor]))

export function findFact(id: string): Fact | undefined {
  return facts.get(id)
}

export function findActor(id: string): Actor | undefined {
  return actors.get(id)
}

export function findLesson(id: string): Lesson | undefined {
  return catalog.lessons.find((lesson) => lesson.id === id)
}

/** The lesson that teaches a fact, and the first of its passages that does. */
export function lessonOfFact(factId: string): { lesson: Lesson; passageId: string } | undefined {
  for (const lesson of catalog.lessons) {
    const passage = lesson.passages.find(({ factIds }) => factIds.includes(factId))
    if (passage !== undefined) return { lesson, passageId: passage.id }
  }
  return undefined
}
