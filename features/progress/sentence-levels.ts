import type { Fact } from '@/features/catalog/schema.ts'
import { type Level, weakestLevel } from './knowledge.ts'

/** How well each sentence is known that states a fact, by its locator: as well as the least known of its facts. */
export function sentenceLevels(
  facts: readonly Pick<Fact, 'id' | 'cites'>[],
  levels: Readonly<Record<string, Level>>,
): Map<string, Level> {
  const ofSentences = new Map<string, Level[]>()
  for (const { id, cites } of facts) {
    for (const locator of cites) ofSentences.set(locator, [...(ofSentences.get(locator) ?? []), levels[id] ?? 0])
  }
  return new Map([...ofSentences].map(([locator, ofSentence]) => [locator, weakestLevel(ofSentence) ?? 0]))
}
