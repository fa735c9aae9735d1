import { placeOf } from '@/features/catalog/locator.ts'
import { namedEntities } from '@/features/catalog/names.ts'
import type { Actor, Catalog, Fact } from '@/features/catalog/schema.ts'
import { orderBySeed, shortHash } from '@/lib/random.ts'
import type { Item, ItemOf, ItemType } from '../item.ts'
import type { Option, Proof } from '../items/core.ts'
import { lengthTelling } from '../key-length.ts'

/** An option that may not be offered without the reason why it is false of the stem. */
export interface DraftDistractor {
  text: string
  because: string
  proof: Proof
  cites: string[]
}

/** A single choice before its options have an order and it has a revision. */
export interface DraftChoice {
  template: string
  stem: string
  key: string
  distractors: DraftDistractor[]
}

/** What templates look things up in. */
export interface World {
  facts: readonly Fact[]
  /** An actor's name as it stands inside a sentence. */
  nameOf: (actorId: string) => string
  kindOf: (actorId: string) => Actor['kind'] | null
  officeOf: (actorId: string) => string | null
  /** Whoever is spoken for by an actor: itself, and the members of a group; all states where members are not listed. */
  spokenForBy: (actorId: string) => readonly string[]
  /** The source a fact rests on, as a sentence of ours names it: "the summary". */
  sourceOf: (fact: Fact) => { id: string; called: string; isRecord: boolean }
  /** Whether the content of two facts overlaps, so that neither may be a wrong answer beside the other. */
  areNear: (a: Fact, b: Fact) => boolean
  /** Whether a text is the name of a person, a state, a group or an organization, and nothing more. */
  isSpeakerName: (text: string) => boolean
  /** Every form of the name that a text is, if it is one: what else is right where the text is typed. */
  formsOf: (text: string) => readonly string[]
}

/** Prepares the catalog for the templates. */
export function worldOf(catalog: Catalog): World {
  const actors = new Map(catalog.actors.map((actor) => [actor.id, actor]))
  const sources = new Map(catalog.sources.map((source) => [source.id, source]))
  const contested = new Set(
    catalog.topics.filter(({ branch }) => branch === 'pillars' || branch === 'debates').map(({ id }) => id),
  )
  const entities = namedEntities(catalog.actors, catalog.terms)
  const speakerNames = new Set(
    namedEntities(
      catalog.actors.filter(({ kind }) => kind !== 'body'),
      [],
    ).flatMap(({ forms }) => forms),
  )
  return {
    facts: catalog.facts,
    nameOf: (actorId) => actors.get(actorId)?.name ?? actorId,
    kindOf: (actorId) => actors.get(actorId)?.kind ?? null,
    officeOf: (actorId) => actors.get(actorId)?.office ?? null,
    spokenForBy: (actorId) => spokenForBy(catalog.actors, actorId),
    sourceOf: (fact) => {
      const id = placeOf(fact.cites[0] ?? '').sourceId
      const source = sources.get(id)
      return { id, called: source?.called ?? id, isRecord: source?.kind === 'record' }
    },
    areNear: (a, b) =>
      a.id === b.id ||
      a.near.includes(b.id) ||
      b.near.includes(a.id) ||
      a.topics.some((topic) => contested.has(topic) && b.topics.includes(topic)),
    isSpeakerName: (text) => speakerNames.has(text.replace(/^the\s+/i, '').replace(/[’']s?$/, '')),
    formsOf: (text) => {
      const bare = text.replace(/^the\s+/i, '')
      return entities.find(({ forms }) => forms.includes(bare))?.forms ?? []
    },
  }
}

function spokenForBy(actors: readonly Actor[], actorId: string): string[] {
  const actor = actors.find(({ id }) => id === actorId)
  if (actor?.kind !== 'group') return [actorId]
  // Any state may belong to a group whose members the record does not tell.
  if (!actor.membersListed) return [actorId, ...actors.flatMap(({ id, kind }) => (kind === 'state' ? [id] : []))]
  const members = actors.filter(({ memberOf }) => memberOf.includes(actorId))
  return [actorId, ...members.flatMap(({ id }) => spokenForBy(actors, id))]
}

/** How many options a single choice shows, the key included. */
const optionCount = 4

/**
 * Chooses among admitted distractors: first those of the key's own kind, so that it is not the only one of
 * its kind, then those nearest to it in length. Ties are broken by the item's id, so that the choice is the
 * same at every build.
 */
export function pickDistractors<T>(
  itemId: string,
  key: string,
  admitted: readonly T[],
  textOf: (one: T) => string,
  isOfKind: (one: T) => boolean = () => true,
): T[] {
  const distance = (one: T) => Math.round(Math.abs(textOf(one).length - key.length) / 12)
  return orderBySeed(admitted, itemId, textOf)
    .sort((a, b) => Number(isOfKind(b)) - Number(isOfKind(a)) || distance(a) - distance(b))
    .slice(0, optionCount - 1)
}

/** A single choice made by template; nothing if fewer than two distractors are admitted or the key's length tells it. */
export function choiceByTemplate(
  fact: Fact,
  draft: DraftChoice,
  isOfKind?: (distractor: DraftDistractor) => boolean,
): Item[] {
  const id = `${fact.id}.${draft.template}`
  const chosen = pickDistractors(id, draft.key, draft.distractors, ({ text }) => text, isOfKind)
  const texts = chosen.map(({ text }) => text)
  if (chosen.length < 2 || lengthTelling(draft.key, texts) !== null) return []
  return [singleChoice(fact, { ...draft, distractors: chosen })]
}

/** A single choice with these distractors, whatever there is to say against it. */
export function singleChoice(fact: Fact, draft: DraftChoice): Item {
  const id = `${fact.id}.${draft.template}`
  const options = [keyOption(draft.key), ...draft.distractors.map(wrongOption)]
  return itemFrom('single-choice', fact, draft.template, {
    stem: draft.stem,
    options: orderBySeed(options, id, (option) => option.id),
    key: idOfText(draft.key),
  })
}

/** The id of an option, prompt or entry: it stands for its text and tells nothing of its place. */
export function idOfText(text: string): string {
  return shortHash(text).slice(0, 6)
}

export function keyOption(text: string): Option {
  return { id: idOfText(text), text, because: null, proof: null, cites: [] }
}

export function wrongOption({ text, because, proof, cites }: DraftDistractor): Option {
  return { id: idOfText(text), text, because, proof, cites }
}

/** What an item says beyond what it has from its fact. */
type Own<T extends ItemType> = Omit<ItemOf<T>, keyof ReturnType<typeof coreOf> | 'type'>

/** Completes an item of one fact: what the fact gives, the item's own, and a revision that stands for it all. */
export function itemFrom<T extends ItemType>(
  type: T,
  fact: Fact,
  template: string,
  own: Own<T> & { explanation?: string },
): Item {
  return revised({ ...coreOf([fact], `${fact.id}.${template}`), type, ...own } as unknown as Item)
}

/** The same for an item that brings several facts together, under an id of its own. */
export function itemFromSeveral<T extends ItemType>(
  type: T,
  facts: readonly Fact[],
  id: string,
  own: Own<T> & { explanation: string },
): Item {
  return revised({ ...coreOf(facts, id), type, ...own } as unknown as Item)
}

function revised(item: Item): Item {
  return { ...item, revision: shortHash(JSON.stringify(item)).slice(0, 10) }
}

/** The part of an item that comes from its facts. */
function coreOf(facts: readonly Fact[], id: string) {
  return {
    id,
    revision: '',
    factIds: facts.map((fact) => fact.id),
    locators: [...new Set(facts.flatMap(placesOf))],
    topics: [...new Set(facts.flatMap(({ topics }) => topics))],
    explanation: facts.map(({ says }) => says).join(' '),
  }
}

function placesOf(fact: Fact): string[] {
  return fact.kind === 'contradiction' ? fact.readings.flatMap(({ cites }) => cites) : fact.cites
}

/** A clause as a sentence of its own. */
export function asSentence(clause: string): string {
  const trimmed = capitalised(clause)
  return /[.?!]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** "the President …" at the head of an option or a sentence. */
export function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}
