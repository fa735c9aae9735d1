import type { Catalog, Fact, FactKind, FactOf } from '@/features/catalog/schema.ts'
import type { Item } from '../item.ts'
import { quotationItems, statementItems } from './attribution.ts'
import { roleItems, setItems, termItems } from './belonging.ts'
import { orderItems, quantityItems } from './counting.ts'
import { singleChoice, type World, worldOf } from './draft.ts'
import { contradictionItems, silenceItems } from './limits.ts'
import { partItems } from './parts.ts'
import { itemsTogether } from './together.ts'

/** What a fact of each kind is turned into by template, besides what its parts and its author's questions give. */
const templates: { [K in FactKind]: (fact: FactOf<K>, world: World) => Item[] } = {
  statement: statementItems,
  quotation: quotationItems,
  role: roleItems,
  term: termItems,
  set: setItems,
  order: orderItems,
  quantity: quantityItems,
  contradiction: contradictionItems,
  silence: silenceItems,
  // What the summary recounts or judges reads poorly by template: its questions are written by hand.
  account: () => [],
  judgement: () => [],
}

/**
 * All items of a catalog: those made by template and those written by hand, in the order of the facts,
 * then those that bring several facts together. The same catalog gives the same items, to the byte.
 */
export function generateItems(catalog: Catalog): Item[] {
  const world = worldOf(catalog)
  return [...catalog.facts.flatMap((fact) => itemsOfFact(fact, world)), ...itemsTogether(catalog, world)]
}

/** The items that one fact gives. */
export function itemsOfFact(fact: Fact, world: World): Item[] {
  return [...byTemplate(fact, world), ...partItems(fact, world), ...byHand(fact)]
}

function byTemplate<K extends FactKind>(fact: FactOf<K>, world: World): Item[] {
  const template = templates[fact.kind as K] as (fact: FactOf<K>, world: World) => Item[]
  return template(fact, world)
}

function byHand(fact: Fact): Item[] {
  return fact.asks.map(({ id, stem, key, distractors }) =>
    singleChoice(fact, {
      template: id,
      stem,
      key,
      distractors: distractors.map((distractor) => ({ ...distractor, proof: 'authored' as const })),
    }),
  )
}
