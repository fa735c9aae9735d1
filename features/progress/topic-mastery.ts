import type { Catalog, Topic } from '@/features/catalog/schema.ts'
import { type CountByLevel, countByLevel, type Level } from './knowledge.ts'

/** How well the facts of a topic, and of all below it, are known. */
export interface TopicMastery {
  topic: Topic
  facts: CountByLevel
}

/** The branches of what was talked about; the fourth, the course of the dialogue itself, is what the map shows. */
const branches = ['pillars', 'debates', 'actors'] as const

/**
 * For every topic at the top of these branches, its facts by level. A fact counts once for a topic, however many of the
 * topics below it bears, and may count for several topics. Topics without facts are left out.
 */
export function masteryByTopic(
  { topics, facts }: Pick<Catalog, 'topics' | 'facts'>,
  levels: Readonly<Record<string, Level>>,
): TopicMastery[] {
  return branches.flatMap((branch) =>
    topics
      .filter((topic) => topic.branch === branch && topic.parent === undefined)
      .flatMap((topic) => {
        const ids = new Set(withThoseBelow(topic, topics))
        const ofTopic = facts.filter((fact) => fact.topics.some((id) => ids.has(id)))
        return ofTopic.length === 0 ? [] : [{ topic, facts: countByLevel(ofTopic.map(({ id }) => levels[id] ?? 0)) }]
      }),
  )
}

function withThoseBelow({ id }: Topic, topics: readonly Topic[]): string[] {
  return [id, ...topics.filter(({ parent }) => parent === id).flatMap((child) => withThoseBelow(child, topics))]
}
