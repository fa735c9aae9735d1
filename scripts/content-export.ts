/** Prints one JSON object a line for every fact, card, item and lesson passage: npm run content:export */
import type { Catalog } from '@/features/catalog/schema.ts'
import type { Item } from '@/features/quiz/item.ts'
import { failWith, readContent } from './content.ts'

try {
  const { loaded, items, cards } = readContent()
  const { catalog } = loaded
  const factById = new Map(catalog.facts.map((fact) => [fact.id, fact]))
  const lines: object[] = [
    ...catalog.facts.map((fact) => ({
      kind: 'fact',
      id: fact.id,
      text: fact.says,
      factIds: [fact.id],
      locators: fact.cites,
      topics: fact.topics,
    })),
    ...cards.map(({ id, front, back, fact, factId, locators, topics }) => ({
      kind: 'card',
      id,
      text: [front, back, fact].join('\n'),
      factIds: [factId],
      locators,
      topics,
    })),
    ...items.map((item) => ({
      kind: 'item',
      id: item.id,
      text: textOf(item),
      factIds: item.factIds,
      locators: item.locators,
      topics: item.topics,
      type: item.type,
      options: item.options.map(labelOf),
      key: item.options.filter(({ id }) => id === item.key).map(labelOf)[0],
    })),
    ...passagesOf(catalog).map(({ id, text, factIds }) => ({
      kind: 'passage',
      id,
      text,
      factIds,
      locators: [...new Set(factIds.flatMap((factId) => factById.get(factId)?.cites ?? []))],
      topics: [...new Set(factIds.flatMap((factId) => factById.get(factId)?.topics ?? []))],
    })),
  ]
  for (const line of lines) console.log(JSON.stringify(line))
} catch (error) {
  failWith(error)
}

function passagesOf({ lessons }: Catalog) {
  return lessons.flatMap(({ passages }) => passages)
}

function labelOf(option: Item['options'][number]): string {
  if ('text' in option) return option.text
  return option.office === null ? option.name : `${option.name}, ${option.office}`
}

/** All that a learner reads of an item: before the answer and after it. */
function textOf(item: Item): string {
  const question = item.type === 'single-choice' ? item.stem : `“${item.words}” (on ${item.about})`
  const options = item.options.map((option) => [labelOf(option), option.because ?? 'right'].join(': '))
  return [question, ...options, item.explanation].join('\n')
}
