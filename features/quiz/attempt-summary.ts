import type { Topic } from '@/features/catalog/schema.ts'

/** One item of an attempt as the summary needs it. */
export interface AskedItem {
  id: string
  topics: readonly string[]
  factIds: readonly string[]
}

/** How an item fared; one without an answer earned nothing. */
export interface ItemResult {
  itemId: string
  score: number
  durationMs: number | null
}

export interface AttemptSummary {
  points: number
  of: number
  unanswered: number
  /** Each item under one topic, the weakest first. */
  topics: { id: string; title: string; points: number; of: number }[]
  /** The facts behind every item that did not earn everything, each once. */
  factsToReview: string[]
  /** The time spent on the answers, where it is known. */
  durationMs: number | null
}

/** Sums an attempt up: points by topic, what to look at again, and the time it took. */
export function summarise(
  items: readonly AskedItem[],
  results: readonly ItemResult[],
  topics: readonly Topic[],
): AttemptSummary {
  const scores = new Map(results.map(({ itemId, score }) => [itemId, score]))
  const byTopic = new Map<string, { points: number; of: number }>()
  for (const { id, topics: own } of items) {
    const root = rootOf(tellingTopic(own, topics), topics)
    const so = byTopic.get(root) ?? { points: 0, of: 0 }
    byTopic.set(root, { points: so.points + (scores.get(id) ?? 0), of: so.of + 1 })
  }
  const timed = results.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
  return {
    points: results.reduce((sum, { score }) => sum + score, 0),
    of: items.length,
    unanswered: items.filter(({ id }) => !scores.has(id)).length,
    topics: [...byTopic]
      .map(([id, count]) => ({ id, title: topics.find((topic) => topic.id === id)?.title ?? id, ...count }))
      .sort((a, b) => a.points / a.of - b.points / b.of || b.of - a.of || a.title.localeCompare(b.title)),
    factsToReview: [...new Set(items.filter(({ id }) => (scores.get(id) ?? 0) < 1).flatMap(({ factIds }) => factIds))],
    durationMs: timed.length === 0 ? null : timed.reduce((sum, ms) => sum + ms, 0),
  }
}

/** What an item is about tells more than at which point of the dialogue it was said. */
function tellingTopic(own: readonly string[], topics: readonly Topic[]): string {
  const isAbout = (id: string) => topics.find((topic) => topic.id === id)?.branch !== 'dialogue'
  return own.find(isAbout) ?? own[0] ?? ''
}

/** The topic that stands over all others above one; a topic without a parent is its own. */
function rootOf(topicId: string, topics: readonly Topic[]): string {
  const parent = topics.find(({ id }) => id === topicId)?.parent
  return parent === undefined ? topicId : rootOf(parent, topics)
}
