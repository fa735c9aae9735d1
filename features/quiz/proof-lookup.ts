import { findNames, type Named, namedEntities } from '@/features/catalog/names.ts'
import type { Catalog, Fact } from '@/features/catalog/schema.ts'
import { normaliseTyped } from './items/typed-answer.ts'

/** What the proof of items looks things up in: its own reading of the catalog, apart from the generator's. */
export interface Lookup {
  catalog: Catalog
  facts: ReadonlyMap<string, Fact>
  entities: readonly Named[]
  /** The entity that a normalised form names. */
  entityByForm: ReadonlyMap<string, string>
  sentences: ReadonlySet<string>
  contested: ReadonlySet<string>
}

/** Prepares a catalog for looking things up. */
export function proofLookup(catalog: Catalog): Lookup {
  const entities = namedEntities(catalog.actors, catalog.terms)
  return {
    catalog,
    facts: new Map(catalog.facts.map((fact) => [fact.id, fact])),
    entities,
    entityByForm: new Map(
      entities.flatMap(({ id, forms }) => forms.map((form) => [normaliseTyped(form), id] as const)),
    ),
    sentences: new Set(catalog.facts.map(({ says }) => normaliseTyped(says))),
    contested: new Set(
      catalog.topics.flatMap(({ id, branch }) => (branch === 'pillars' || branch === 'debates' ? [id] : [])),
    ),
  }
}

/** Everybody to whom a fact credits its point, in any capacity, as a member of a group too. */
export function credited(fact: Fact, { catalog }: Pick<Lookup, 'catalog'>): Set<string> {
  if (fact.by === 'summary') return new Set()
  const also = fact.kind === 'statement' ? fact.alsoBy.map(({ actor }) => actor) : []
  const all = new Set([fact.by.actor, ...fact.by.onBehalfOf, ...also])
  // A set that grows while it is walked: members of groups, and members of those.
  for (const id of all) {
    const group = catalog.actors.find((actor) => actor.id === id && actor.kind === 'group')
    if (group === undefined) continue
    for (const actor of catalog.actors) {
      if (group.membersListed ? actor.memberOf.includes(id) : actor.kind === 'state') all.add(actor.id)
    }
  }
  return all
}

/** Everybody whom any fact credits with this point or with one in the same debate. */
export function inTheDebate(fact: Fact, { catalog, contested }: Lookup): Set<string> {
  const debates = new Set(fact.topics.filter((topic) => contested.has(topic)))
  const near = catalog.facts.filter(
    (other) => other.topics.some((topic) => debates.has(topic)) || other.near.includes(fact.id),
  )
  const listed = fact.near.flatMap((id) => catalog.facts.find((other) => other.id === id) ?? [])
  return new Set([fact, ...near, ...listed].flatMap((one) => [...credited(one, { catalog })]))
}

/** The one actor that a label names; nothing if it names none. A state named for a group is still that state. */
export function actorIn(label: string, { entities, catalog }: Lookup): string | undefined {
  const named = findNames(label, entities).entities.map(({ id }) => id)
  const actors = named.filter((id) => catalog.actors.some((actor) => actor.id === id))
  return actors.sort((a, b) => placeOf(a, label, entities) - placeOf(b, label, entities))[0]
}

function placeOf(id: string, label: string, entities: readonly Named[]): number {
  const forms = entities.find((entity) => entity.id === id)?.forms ?? []
  return Math.min(...forms.map((form) => label.indexOf(form)).filter((place) => place >= 0))
}

/** Whether two texts are the same but for case, punctuation and a leading article. */
export function same(a: string, b: string): boolean {
  return normaliseTyped(a) === normaliseTyped(b)
}

/** Whether two texts name the same actors and terms and nothing else. */
export function sameEntity(a: string, b: string, lookup: Lookup): boolean {
  return isOnlyName(a, lookup) && isOnlyName(b, lookup) && entityOf(a, lookup) === entityOf(b, lookup)
}

export function isOnlyName(text: string, lookup: Lookup): boolean {
  return entityOf(text, lookup) !== undefined
}

export function entityOf(text: string, { entityByForm }: Lookup): string | undefined {
  return entityByForm.get(normaliseTyped(text))
}
