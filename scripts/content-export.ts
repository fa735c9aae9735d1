/** Prints one JSON object a line for every fact, card, item and lesson passage: npm run content:export */
import type { Catalog } from '@/features/catalog/schema.ts'
import { type Item, reveal, toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import { verdictText } from '@/features/quiz/items/true-false/wording.ts'
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
      options: optionsOf(item),
      key: reveal(item)
        .slots.map(({ keyText }) => keyText)
        .join(' | '),
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

/** What a learner chooses from, place by place; nothing where the answer is typed. */
function optionsOf(item: Item): string[] {
  switch (item.type) {
    case 'single-choice':
    case 'multiple-response':
      return item.options.map(({ text }) => text)
    case 'quote-attribution':
      return item.options.map(({ name, office }) => (office === null ? name : `${name}, ${office}`))
    case 'true-false':
      return item.verdicts.map((verdict) => verdictText(verdict, item))
    case 'matching':
      return [...item.prompts, ...item.choices].map(({ text }) => text)
    case 'categorising':
      return [...item.categories, ...item.entries].map(({ text }) => text)
    case 'ordering':
      return item.entries.map(({ text }) => text)
    case 'cloze':
      return item.gaps.flatMap((gap) => (gap.kind === 'chosen' ? gap.options.map(({ text }) => text) : []))
    case 'numeric':
    case 'short-answer':
      return []
  }
}

/** All that a learner reads of an item: before the answer and after it. */
function textOf(item: Item): string {
  const { reasons } = reveal(item)
  const told = [...new Set(reasons.map(({ because }) => because))]
  return [questionText(toPublic(item)), ...optionsOf(item), ...told, item.explanation].join('\n')
}
