import type { Fact } from '@/features/catalog/schema.ts'
import type { World } from './draft.ts'

/** Somebody in the capacity in which the record has them speak. */
export interface Speaker {
  actorId: string
  /** The name with the capacity, where the same actor speaks in several: "the Netherlands, in its national capacity". */
  name: string
}

/** Who makes the point of a fact, in which capacity; nothing where the summary speaks itself. */
export function speakerOf(fact: Fact, world: World): Speaker | undefined {
  if (fact.by === 'summary') return undefined
  const { actor, as, onBehalfOf } = fact.by
  const name = world.nameOf(actor)
  const [group] = onBehalfOf
  if (world.kindOf(actor) !== 'state') return { actorId: actor, name }
  if (as === 'group' && group !== undefined) return { actorId: actor, name: `${name}, for ${world.nameOf(group)}` }
  const speaksForOthersToo = world.facts.some(({ by }) => by !== 'summary' && by.actor === actor && by.as === 'group')
  return { actorId: actor, name: speaksForOthersToo ? `${name}, in its national capacity` : name }
}

/**
 * Ids of everybody whom the record credits with a fact: the speaker, those spoken for, who made the point
 * too, and the members of every group among them.
 */
export function creditedWith(fact: Fact, world: World): string[] {
  if (fact.by === 'summary') return []
  const alsoBy = fact.kind === 'statement' ? fact.alsoBy.map(({ actor }) => actor) : []
  return [fact.by.actor, ...fact.by.onBehalfOf, ...alsoBy].flatMap(world.spokenForBy)
}

/** The speaker's name with the comma that closes a capacity, for a sentence that goes on. */
export function inMidSentence({ name }: Speaker): string {
  return name.includes(', ') ? `${name},` : name
}
