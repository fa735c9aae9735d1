import type { Fact, FactOf } from '@/features/catalog/schema.ts'
import type { Item } from '../item.ts'
import { capitalised, singleChoice, type World } from './draft.ts'

/** Items on what belongs to whom: capacities of people, short forms of names, members of sets. */

export function roleItems(fact: FactOf<'role'>, world: World): Item[] {
  const { id: sourceId, called } = world.sourceOf(fact)
  const isOfSameSource = (other: Fact) => world.sourceOf(other).id === sourceId
  const roles = world.facts.filter((other): other is FactOf<'role'> => other.kind === 'role' && isOfSameSource(other))
  const capacitiesOf = (actorId: string) =>
    roles.filter(({ actor }) => actor === actorId).map(({ capacity }) => capacity)
  const own = capacitiesOf(fact.actor)
  const name = world.nameOf(fact.actor)

  const otherCapacities = new Map(
    roles.filter(({ capacity }) => !own.includes(capacity)).map((role) => [role.capacity, role]),
  )
  const otherHolders = new Map(
    roles.filter(({ actor }) => !capacitiesOf(actor).includes(fact.capacity)).map((role) => [role.actor, role]),
  )
  return [
    ...singleChoice(fact, {
      template: 'capacity',
      stem: `In which of these capacities does ${called} name ${name}?`,
      key: capitalised(fact.capacity),
      distractors: [...otherCapacities.values()].map((role) => ({
        text: capitalised(role.capacity),
        because: `${capitalised(called)} names ${world.nameOf(role.actor)} as ${role.capacity}.`,
        proof: 'belongs-to-another',
        cites: role.cites,
      })),
    }),
    ...singleChoice(fact, {
      template: 'holder',
      stem: `Whom does ${called} name as ${fact.capacity}?`,
      key: capitalised(name),
      distractors: [...otherHolders.values()].map((role) => ({
        text: capitalised(world.nameOf(role.actor)),
        because: `${capitalised(called)} names ${world.nameOf(role.actor)} as ${role.capacity}.`,
        proof: 'belongs-to-another',
        cites: role.cites,
      })),
    }),
  ]
}

export function termItems(fact: FactOf<'term'>, world: World): Item[] {
  const { id: sourceId, called } = world.sourceOf(fact)
  const others = world.facts.filter(
    (other): other is FactOf<'term'> =>
      other.kind === 'term' &&
      world.sourceOf(other).id === sourceId &&
      other.term !== fact.term &&
      other.standsFor !== fact.standsFor,
  )
  return [
    ...singleChoice(fact, {
      template: 'expansion',
      stem: `What does “${fact.term}” stand for in ${called}?`,
      key: capitalised(fact.standsFor),
      distractors: others.map((other) => ({
        text: capitalised(other.standsFor),
        because: `The short form for that is ${other.term}.`,
        proof: 'belongs-to-another',
        cites: other.cites,
      })),
    }),
    ...singleChoice(fact, {
      template: 'short-form',
      stem: `Which of these short forms does ${called} use for ${withArticle(fact.standsFor)}?`,
      key: fact.term,
      distractors: others.map((other) => ({
        text: other.term,
        because: `${other.term} stands for ${withArticle(other.standsFor)}.`,
        proof: 'belongs-to-another',
        cites: other.cites,
      })),
    }),
  ]
}

export function setItems(fact: FactOf<'set'>, world: World): Item[] {
  const { called } = world.sourceOf(fact)
  return fact.members.flatMap((member, index) =>
    singleChoice(fact, {
      template: `member-${index + 1}`,
      stem: `Which of these does ${called} name ${fact.named}?`,
      key: capitalised(member),
      distractors: fact.outsiders.map(({ text, because, cites }) => ({
        text: capitalised(text),
        because,
        proof: 'authored',
        cites,
      })),
    }),
  )
}

function withArticle(name: string): string {
  return /^(the|an?)\s/i.test(name) ? name : `the ${name}`
}
