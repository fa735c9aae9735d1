import type { ContentIssue } from '@/features/catalog/content-issue.ts'
import type { LoadedCatalog } from '@/features/catalog/load.ts'
import type { Item } from '@/features/quiz/item.ts'
import type { Card } from './card.ts'

/**
 * Proves that what is recorded is also taught and asked: every fact stands in a lesson, every core fact
 * has a card and items of two types, every supporting fact a card or an item.
 */
export function checkTaught(
  { catalog, fileOf }: LoadedCatalog,
  items: readonly Item[],
  cards: readonly Card[],
): ContentIssue[] {
  const inLessons = new Set(catalog.lessons.flatMap(({ factIds }) => factIds))
  const onCards = new Set(cards.map(({ factId }) => factId))
  const typesOf = new Map<string, Set<string>>()
  for (const { factIds, type } of items) {
    for (const id of factIds) typesOf.set(id, (typesOf.get(id) ?? new Set()).add(type))
  }
  return catalog.facts.flatMap(({ id, weight }) => {
    const types = typesOf.get(id)?.size ?? 0
    const issue = (expected: string, found: string): ContentIssue => ({
      file: fileOf.get(id) ?? 'facts',
      field: id,
      expected,
      found,
    })
    return [
      ...(inLessons.has(id) ? [] : [issue('a lesson that cites it', 'none')]),
      ...(weight === 'core' && !onCards.has(id) ? [issue('a card for a core fact', 'none')] : []),
      ...(weight === 'core' && types < 2 ? [issue('items of two types for a core fact', `${types}`)] : []),
      ...(weight === 'supporting' && !onCards.has(id) && types === 0
        ? [issue('a card or an item for a supporting fact', 'none')]
        : []),
    ]
  })
}
