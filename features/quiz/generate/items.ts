import type { Catalog, Fact, FactKind, FactOf } from '@/features/catalog/schema.ts'
import type { Item } from '../item.ts'
import { quotationItems, statementItems } from './attribution.ts'
import { roleItems, setItems, termItems } from './belonging.ts'
import { singleChoice, type World, worldOf } from './draft.ts'
import { contradictionItems, silenceItems } from './limits.ts'

/** What a fact of each kind is turned into by template. */
const templates: { [K in FactKind]: (fact: FactOf<K>, world: World) => Item[] } = {
  statement: statementItems,
  quotation: quotationItems,
  role: roleItems,
  term: termItems,
  set: setItems,
  contradiction: contradictionItems,
  silence: silenceItems,
  // What the summary recounts, judges or counts reads poorly by template: its questions are written by hand.
  account: () => [],
  judgement: () => [],
  quantity: () => [],
}

/**
 * All items of a catalog: those made by template and those written by hand, in the order of the facts.
 * The same catalog gives the same items, to the byte.
 */
export function generateItems(catalog: Catalog): Item[] {
  const world = worldOf(catalog)
  return catalog.facts.flatMap((fact) => [...byTemplate(fact, world), ...byHand(fact)])
}

function byTemplate<K extends FactKind>(fact: FactOf<K>, world: World): Item[] {
  const template = templates[fact.kind as K] as (fact: FactOf<K>, world: World) => Item[]
  return template(fact, world)
}

function byHand(fact: Fact): Item[] {
  return fact.asks.flatMap(({ id, stem, key, distractors }) =>
    singleChoice(fact, {
      template: id,
      stem,
      key,
      distractors: distractors.map((distractor) => ({ ...distractor, proof: 'authored' as const })),
    }),
  )
}
