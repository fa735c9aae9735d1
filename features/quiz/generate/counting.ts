import type { FactOf } from '@/features/catalog/schema.ts'
import { orderBySeed } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import { idOfText, itemFrom, type World } from './draft.ts'

/** Items on how many and in which order. */

/** A number to be typed. What is vague has none, and a lower bound is asked for as such. */
export function quantityItems(fact: FactOf<'quantity'>, world: World): Item[] {
  const { value, precision } = fact
  if (value === undefined || precision === 'vague') return []
  const { called, id: sourceId } = world.sourceOf(fact)
  const others = world.facts.filter(
    (other): other is FactOf<'quantity'> =>
      other.kind === 'quantity' && world.sourceOf(other).id === sourceId && other.value !== value,
  )
  const misreadings = new Map(
    others.flatMap((other) => {
      if (other.value === undefined) return []
      const because = `${called} gives “${other.stated}” as the number of ${other.counts}.`
      const wrong = { value: other.value, because: because.charAt(0).toUpperCase() + because.slice(1) }
      return [[other.value, { ...wrong, proof: 'belongs-to-another' as const, cites: other.cites }] as const]
    }),
  )
  return [
    itemFrom('numeric', fact, 'number', {
      stem: fact.question,
      counts: fact.counts,
      precision,
      key: value,
      tolerance: 0,
      misreadings: [...misreadings.values()],
    }),
  ]
}

export function orderItems(fact: FactOf<'order'>): Item[] {
  const entries = fact.sequence.map((text) => ({ id: idOfText(text), text }))
  return [
    itemFrom('ordering', fact, 'order', {
      stem: `Put these in order, ${fact.ordered}.`,
      entries: orderBySeed(entries, fact.id, ({ id }) => id),
      key: entries.map(({ id }) => id),
    }),
  ]
}
