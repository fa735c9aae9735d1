import { placeOf } from '@/features/catalog/locator.ts'
import type { Catalog, Fact } from '@/features/catalog/schema.ts'
import { orderBySeed, shortHash } from '@/lib/random.ts'
import type { Item } from '../item.ts'
import type { Proof } from '../items/core.ts'

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
  officeOf: (actorId: string) => string | null
  /** The source a fact rests on, as a sentence of ours names it: "the summary". */
  sourceOf: (fact: Fact) => { id: string; called: string; isRecord: boolean }
}

/** Prepares the catalog for the templates. */
export function worldOf(catalog: Catalog): World {
  const actors = new Map(catalog.actors.map((actor) => [actor.id, actor]))
  const sources = new Map(catalog.sources.map((source) => [source.id, source]))
  return {
    facts: catalog.facts,
    nameOf: (actorId) => actors.get(actorId)?.name ?? actorId,
    officeOf: (actorId) => actors.get(actorId)?.office ?? null,
    sourceOf: (fact) => {
      const id = placeOf(fact.cites[0] ?? '').sourceId
      const source = sources.get(id)
      return { id, called: source?.called ?? id, isRecord: source?.kind === 'record' }
    },
  }
}

/** How many options an item shows, the key included. */
const optionCount = 4

/**
 * Chooses among admitted distractors those nearest to the key in length, so that no option stands out,
 * and breaks ties by the item's id, so that the choice is the same at every build.
 */
export function pickDistractors<T>(
  itemId: string,
  key: string,
  admitted: readonly T[],
  textOf: (one: T) => string,
): T[] {
  const distance = (one: T) => Math.round(Math.abs(textOf(one).length - key.length) / 12)
  return orderBySeed(admitted, itemId, textOf)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, optionCount - 1)
}

/** Completes a single choice; nothing if fewer than two distractors are admitted. */
export function singleChoice(fact: Fact, draft: DraftChoice): Item[] {
  if (draft.distractors.length < 2) return []
  const id = `${fact.id}.${draft.template}`
  const chosen = pickDistractors(id, draft.key, draft.distractors, ({ text }) => text)
  const options = [
    { id: shortHash(draft.key).slice(0, 6), text: draft.key, because: null, proof: null, cites: [] },
    ...chosen.map((distractor) => ({ id: shortHash(distractor.text).slice(0, 6), ...distractor })),
  ]
  const item = {
    ...coreOf(fact, id),
    type: 'single-choice' as const,
    stem: draft.stem,
    options: orderBySeed(options, id, (option) => option.id),
    key: shortHash(draft.key).slice(0, 6),
  }
  return [{ ...item, revision: shortHash(JSON.stringify(item)).slice(0, 10) }]
}

/** The part of an item that comes from its fact. */
export function coreOf(fact: Fact, id: string) {
  return {
    id,
    revision: '',
    factIds: [fact.id],
    locators: fact.kind === 'contradiction' ? fact.readings.flatMap(({ cites }) => cites) : fact.cites,
    topics: fact.topics,
    explanation: fact.says,
  }
}

/** A clause as a sentence of its own. */
export function asSentence(clause: string): string {
  const trimmed = clause.charAt(0).toUpperCase() + clause.slice(1)
  return /[.?!]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/** "the President …" at the head of an option or a sentence. */
export function capitalised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}
