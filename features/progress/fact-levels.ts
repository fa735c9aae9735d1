import { type Evidence, type Level, levelOf } from './knowledge.ts'

/** What somebody's cards and answers tell, by card and by item. */
export interface KnowledgeTrace {
  /** By card id. */
  memories: Iterable<readonly [string, Evidence['memories'][number]]>
  /** The latest score of each item that was answered, by item id. */
  latestScores: Iterable<readonly [string, number]>
}

/** How well each fact is known, by fact id; facts not met are left out. */
export function factLevels(
  { memories, latestScores }: KnowledgeTrace,
  {
    factOfCard,
    factsOfItem,
  }: { factOfCard: (cardId: string) => string | null; factsOfItem: (itemId: string) => readonly string[] },
): Record<string, Level> {
  const evidence = new Map<string, { memories: Evidence['memories'][number][]; latestScores: number[] }>()
  const of = (factId: string) => {
    const found = evidence.get(factId) ?? { memories: [], latestScores: [] }
    evidence.set(factId, found)
    return found
  }
  for (const [cardId, memory] of memories) {
    const factId = factOfCard(cardId)
    if (factId !== null) of(factId).memories.push(memory)
  }
  for (const [itemId, score] of latestScores) {
    for (const factId of factsOfItem(itemId)) of(factId).latestScores.push(score)
  }
  return Object.fromEntries([...evidence].map(([factId, found]) => [factId, levelOf(found)]))
}
