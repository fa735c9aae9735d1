import type { Fact, FactOf } from '@/features/catalog/schema.ts'
import { orderBySeed } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import {
  capitalised,
  choiceByTemplate,
  type DraftDistractor,
  itemFrom,
  keyOption,
  type World,
  wrongOption,
} from './draft.ts'

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
  const holders = [
    ...new Set(roles.filter(({ capacity }) => capacity === fact.capacity).map(({ actor }) => actor)),
  ].map(world.nameOf)
  const otherHolders = new Map(
    roles.filter(({ actor }) => !capacitiesOf(actor).includes(fact.capacity)).map((role) => [role.actor, role]),
  )
  const wrongHolders: DraftDistractor[] = [...otherHolders.values()].map((role) => ({
    text: capitalised(world.nameOf(role.actor)),
    because: `${capitalised(called)} names ${world.nameOf(role.actor)} as ${role.capacity}.`,
    proof: 'belongs-to-another',
    cites: role.cites,
  }))
  return [
    ...choiceByTemplate(fact, {
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
    ...choiceByTemplate(fact, {
      template: 'holder',
      stem: `Whom does ${called} name as ${fact.capacity}?`,
      key: capitalised(name),
      distractors: wrongHolders,
    }),
    itemFrom('short-answer', fact, 'name', {
      stem: `Whom does ${called} name as ${fact.capacity}? ${holders.length > 1 ? 'Type one of the names.' : 'Type the name.'}`,
      accepted: [name, ...holders, ...holders.flatMap((holder) => personalForms(holder, world))].filter(isFirst),
      toleratesTypos: true,
      misreadings: wrongHolders,
    }),
  ]
}

/** The forms that name a person, not an office. */
function personalForms(name: string, world: World): string[] {
  const surname = name.split(' ').at(-1) ?? name
  return world.formsOf(name).filter((form) => form.includes(surname))
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
  const wrongForms: DraftDistractor[] = others.map((other) => ({
    text: other.term,
    because: `${other.term} stands for ${withArticle(other.standsFor)}.`,
    proof: 'belongs-to-another',
    cites: other.cites,
  }))
  const wrongNames: DraftDistractor[] = others.map((other) => ({
    text: capitalised(other.standsFor),
    because: `The short form for that is ${other.term}.`,
    proof: 'belongs-to-another',
    cites: other.cites,
  }))
  return [
    ...choiceByTemplate(fact, {
      template: 'expansion',
      stem: `What does “${fact.term}” stand for in ${called}?`,
      key: capitalised(fact.standsFor),
      distractors: wrongNames,
    }),
    ...choiceByTemplate(fact, {
      template: 'short-form',
      stem: `Which of these short forms does ${called} use for ${withArticle(fact.standsFor)}?`,
      key: fact.term,
      distractors: wrongForms,
    }),
    itemFrom('short-answer', fact, 'write-short', {
      stem: `Which short form does ${called} use for ${withArticle(fact.standsFor)}? Type it.`,
      accepted: [fact.term, ...fact.alike],
      toleratesTypos: false,
      misreadings: wrongForms,
    }),
    itemFrom('short-answer', fact, 'write-full', {
      stem: `What does “${fact.term}” stand for in ${called}? Type it in full.`,
      accepted: [fact.standsFor, ...world.formsOf(fact.standsFor).filter((form) => isInFull(form, fact))].filter(
        isFirst,
      ),
      toleratesTypos: true,
      misreadings: wrongNames,
    }),
  ]
}

/** Another way to write a name in full: none of its words is the short form, and it shares one with the name. */
function isInFull(form: string, { term, alike, standsFor }: FactOf<'term'>): boolean {
  if ([term, ...alike].some((short) => form.includes(short))) return false
  const words = standsFor.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return form
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 3 && words.includes(word))
}

/** How many members are asked for one by one; all of them together in a multiple response. */
const singleMembers = 3
/** How many right options a multiple response shows at most. */
const keysShown = 5

export function setItems(fact: FactOf<'set'>, world: World): Item[] {
  const { called } = world.sourceOf(fact)
  const stem = `Which of these does ${called} name ${fact.named}?`
  const outsiders: DraftDistractor[] = fact.outsiders.map(({ text, because, cites }) => ({
    text: capitalised(text),
    because,
    proof: 'authored',
    cites,
  }))
  return [
    ...fact.members.slice(0, singleMembers).flatMap((member, index) =>
      choiceByTemplate(fact, {
        template: `member-${index + 1}`,
        stem,
        key: capitalised(member),
        distractors: outsiders,
      }),
    ),
    ...allMembers(fact, stem, outsiders),
  ]
}

function allMembers(fact: FactOf<'set'>, stem: string, outsiders: readonly DraftDistractor[]): Item[] {
  const id = `${fact.id}.all`
  if (outsiders.length < 2) return []
  const keys = orderBySeed(fact.members, id, (member) => member)
    .slice(0, keysShown)
    .map((member) => keyOption(capitalised(member)))
  return [
    itemFrom('multiple-response', fact, 'all', {
      stem,
      options: orderBySeed([...keys, ...outsiders.map(wrongOption)], id, (option) => option.id),
      keys: keys.map((option) => option.id),
    }),
  ]
}

function withArticle(name: string): string {
  return /^(the|an?)\s/i.test(name) ? name : `the ${name}`
}

function isFirst(text: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(text) === index
}
