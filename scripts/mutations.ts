import { consistencyContext, inconsistenciesOf } from '@/features/catalog/consistency.ts'
import { coverageOf } from '@/features/catalog/coverage.ts'
import type { Locator } from '@/features/catalog/locator.ts'
import { findNames, findNumbers, namedEntities } from '@/features/catalog/names.ts'
import { proveFact, textOfRecord } from '@/features/catalog/proof.ts'
import { type Catalog, type Fact, factSchema } from '@/features/catalog/schema.ts'
import { worldOf } from '@/features/quiz/generate/draft.ts'
import { itemsOfFact } from '@/features/quiz/generate/items.ts'
import { checkIssued, type Issued } from '@/features/quiz/issued.ts'
import type { Item } from '@/features/quiz/item.ts'
import { itemProof } from '@/features/quiz/proof.ts'
import { orderBySeed, shortHash } from '@/lib/random.ts'

/**
 * Makes the content wrong in one place at a time, over all of it, and asks the checks whether they notice.
 * A check that lets a wrong number pass proves nothing about the right ones.
 */

export const mutationKinds = ['number', 'name', 'capacity', 'openness', 'key', 'citation'] as const
export type MutationKind = (typeof mutationKinds)[number]

export interface Mutation {
  kind: MutationKind
  /** What was done, for a person to read: "opening-014 › says: 2005 became 2006". */
  what: string
  /** Whether any check objects. */
  isCaught: boolean
}

/** Everything the checks need, prepared once. */
export interface MutationBench {
  catalog: Catalog
  sentences: ReadonlyMap<Locator, string>
  items: readonly Item[]
  issued: Issued
}

/** Every mutation of every fact and item, each with whether it is caught. Takes some seconds. */
export function runMutations({ catalog, sentences, items, issued }: MutationBench): Mutation[] {
  const judge = factJudge(catalog, sentences, issued)
  const ofFacts = catalog.facts.flatMap((fact) =>
    mutantsOf(fact, catalog, [...sentences.keys()]).map(({ kind, what, mutant }) => ({
      kind,
      what: `${fact.id} › ${what}`,
      isCaught: judge(fact, mutant),
    })),
  )
  const proof = itemProof(catalog)
  const ofItems = items.flatMap((item) =>
    wrongKeys(item).map(({ what, mutant }) => ({
      kind: 'key' as const,
      what: `${item.id} › ${what}`,
      isCaught: proof.doubtsAbout(mutant).length > 0,
    })),
  )
  return [...ofFacts, ...ofItems]
}

interface Mutant {
  kind: MutationKind
  what: string
  mutant: Fact
}

function factJudge(catalog: Catalog, sentences: ReadonlyMap<Locator, string>, issued: Issued) {
  const text = textOfRecord(catalog, sentences)
  const context = consistencyContext(catalog)
  const world = worldOf(catalog)
  const ownIssued = new Map<string, [string, Issued[string]][]>()
  for (const entry of Object.entries(issued)) {
    const factId = entry[0].split('.')[0] ?? ''
    ownIssued.set(factId, [...(ownIssued.get(factId) ?? []), entry])
  }
  return (fact: Fact, mutant: Fact): boolean => {
    if (!factSchema.safeParse(mutant).success) return true
    if (inconsistenciesOf(mutant, context).length > 0) return true
    if (proveFact(mutant, 'facts', text).length > 0) return true
    const facts = catalog.facts.map((other) => (other === fact ? mutant : other))
    if (uncovers(catalog, facts)) return true
    const items = itemsOfFact(mutant, { ...world, facts })
    return checkIssued(items, Object.fromEntries(ownIssued.get(fact.id) ?? []), []).length > 0
  }
}

function uncovers(catalog: Catalog, facts: readonly Fact[]): boolean {
  return coverageOf({ ...catalog, facts }).some(({ required, uncovered }) => required && uncovered.length > 0)
}

/** The fact made wrong in every way there is, one at a time. */
function mutantsOf(fact: Fact, catalog: Catalog, locators: readonly Locator[]): Mutant[] {
  return [
    ...wrongNumbers(fact),
    ...wrongNames(fact, catalog),
    ...wrongCapacities(fact),
    ...wrongOpenness(fact),
    ...wrongAsks(fact),
    ...wrongCitations(fact, locators),
  ]
}

function wrongNumbers(fact: Fact): Mutant[] {
  const inFigures = [...fact.says.matchAll(/(?<![\p{L}\d])\d+/gu)].map(([figure]) => ({
    from: figure,
    to: String(Number(figure) + 1),
  }))
  const inWords = [...fact.says.matchAll(/\b[a-z]+(-[a-z]+)?\b/gi)]
    .filter(([word]) => findNumbers(word).length === 1)
    .map(([word]) => ({ from: word, to: findNumbers(word)[0] === 11 ? 'twelve' : 'eleven' }))
  const said = [...inFigures, ...inWords].map(({ from, to }) => ({
    kind: 'number' as const,
    what: `says: ${from} became ${to}`,
    mutant: { ...fact, says: fact.says.replace(new RegExp(`(?<![\\p{L}\\d])${from}`, 'u'), to) },
  }))
  if (fact.kind !== 'quantity' || fact.value === undefined) return said
  return [
    ...said,
    {
      kind: 'number',
      what: `value: ${fact.value} became ${fact.value + 1}`,
      mutant: { ...fact, value: fact.value + 1 },
    },
    {
      kind: 'number',
      what: `precision: ${fact.precision} turned round`,
      mutant: { ...fact, precision: fact.precision === 'exact' ? 'at-least' : 'exact' },
    },
  ]
}

function wrongNames(fact: Fact, { actors, terms }: Catalog): Mutant[] {
  const other = (id: string) => {
    const kind = actors.find((actor) => actor.id === id)?.kind
    const alike = actors.filter((actor) => actor.id !== id && actor.kind === kind)
    return orderBySeed(alike, `${fact.id} ${id}`, (actor) => actor.id)[0]
  }
  const entities = namedEntities(actors, terms)
  const said = findNames(fact.says, entities).entities.flatMap(({ id, form }) => {
    const replacement = other(id)
    if (replacement === undefined) return []
    const name = replacement.name.replace(/^the /, '')
    return [
      {
        kind: 'name' as const,
        what: `says: ${form} became ${name}`,
        mutant: { ...fact, says: fact.says.replace(form, () => name) },
      },
    ]
  })
  const mutants: Mutant[] = [...said]
  const swapped = (what: string, id: string, mutate: (actor: string) => Fact) => {
    const replacement = other(id)
    if (replacement === undefined) return
    mutants.push({ kind: 'name', what: `${what}: ${id} became ${replacement.id}`, mutant: mutate(replacement.id) })
  }
  const { by } = fact
  if (by !== 'summary') swapped('by', by.actor, (actor) => ({ ...fact, by: { ...by, actor } }))
  if (fact.kind === 'role') swapped('actor', fact.actor, (actor) => ({ ...fact, actor }))
  if (fact.kind === 'statement') {
    for (const [index, credit] of fact.alsoBy.entries()) {
      swapped('alsoBy', credit.actor, (actor) => ({ ...fact, alsoBy: fact.alsoBy.with(index, { ...credit, actor }) }))
    }
  }
  if (fact.kind === 'set') {
    for (const [index, member] of fact.members.entries()) {
      const id = entities.find(({ forms }) => forms.includes(member.replace(/^the /, '')))?.id
      const replacement = id === undefined ? undefined : other(id)
      if (replacement === undefined || fact.members.includes(replacement.name)) continue
      const members = fact.members.with(index, replacement.name)
      mutants.push({
        kind: 'name',
        what: `members: ${member} became ${replacement.name}`,
        mutant: { ...fact, members },
      })
    }
  }
  return mutants
}

function wrongCapacities(fact: Fact): Mutant[] {
  const mutants: Mutant[] = []
  const { by } = fact
  if (by !== 'summary') {
    const as = by.as === 'national' ? 'group' : 'national'
    mutants.push({ kind: 'capacity', what: `by › as: ${by.as} became ${as}`, mutant: { ...fact, by: { ...by, as } } })
  }
  if (fact.kind === 'role') {
    const status = fact.status === 'former' ? 'current' : 'former'
    mutants.push({ kind: 'capacity', what: `status: ${fact.status} became ${status}`, mutant: { ...fact, status } })
  }
  return mutants
}

function wrongOpenness(fact: Fact): Mutant[] {
  if (fact.kind !== 'set') return []
  const what = fact.closed ? 'closed became open' : 'open became closed'
  return [{ kind: 'openness', what, mutant: { ...fact, closed: !fact.closed } }]
}

/** A hand-written question whose key and first distractor change places. */
function wrongAsks(fact: Fact): Mutant[] {
  return fact.asks.flatMap((ask, index) => {
    const [first, ...rest] = ask.distractors
    if (first === undefined) return []
    const swapped = { ...ask, key: first.text, distractors: [{ ...first, text: ask.key }, ...rest] }
    return [
      {
        kind: 'key' as const,
        what: `asks › ${ask.id}: “${first.text}” became the key`,
        mutant: { ...fact, asks: fact.asks.with(index, swapped) },
      },
    ]
  })
}

function wrongCitations(fact: Fact, locators: readonly Locator[]): Mutant[] {
  const elsewhere = locators.filter((locator) => !fact.cites.includes(locator) && !fact.context.includes(locator))
  return fact.cites.flatMap((locator, index) => {
    if (!locators.includes(locator)) return []
    const [other] = orderBySeed(elsewhere, `${fact.id} ${locator}`, (one) => one)
    if (other === undefined) return []
    const what = `cites: ${locator} became ${other}`
    return [{ kind: 'citation' as const, what, mutant: { ...fact, cites: fact.cites.with(index, other) } }]
  })
}

/** An item as it would be if its key were another of its options. */
function wrongKeys(item: Item): { what: string; mutant: Item }[] {
  const pick = <T>(list: readonly T[], idOf: (one: T) => string) => orderBySeed(list, `${item.id} mutated`, idOf)[0]
  switch (item.type) {
    case 'single-choice': {
      const other = pick(
        item.options.filter(({ id }) => id !== item.key),
        ({ id }) => id,
      )
      return other === undefined ? [] : [{ what: `key: “${other.text}”`, mutant: { ...item, key: other.id } }]
    }
    case 'quote-attribution': {
      const other = pick(
        item.options.filter(({ id }) => id !== item.key),
        ({ id }) => id,
      )
      return other === undefined ? [] : [{ what: `key: ${other.name}`, mutant: { ...item, key: other.id } }]
    }
    case 'multiple-response': {
      const other = pick(
        item.options.filter(({ id }) => !item.keys.includes(id)),
        ({ id }) => id,
      )
      return other === undefined
        ? []
        : [{ what: `keys: with “${other.text}”`, mutant: { ...item, keys: [...item.keys, other.id] } }]
    }
    case 'true-false': {
      const key = pick(
        item.verdicts.filter((verdict) => verdict !== item.key),
        (verdict) => verdict,
      )
      return key === undefined ? [] : [{ what: `key: ${key}`, mutant: { ...item, key } }]
    }
    case 'numeric':
      return [{ what: `key: ${item.key + 1}`, mutant: { ...item, key: item.key + 1 } }]
    case 'short-answer': {
      const other = pick(item.misreadings, ({ text }) => text)
      return other === undefined
        ? []
        : [{ what: `accepted: “${other.text}”`, mutant: { ...item, accepted: [...item.accepted, other.text] } }]
    }
    case 'ordering': {
      const turned = [...item.key].sort((a, b) => (shortHash(a) < shortHash(b) ? -1 : 1)).reverse()
      const key = turned.join() === item.key.join() ? [...item.key].reverse() : turned
      return [{ what: 'key: another order', mutant: { ...item, key } }]
    }
    case 'cloze':
      return item.gaps.flatMap((gap, index) => {
        if (gap.kind !== 'chosen') return []
        const other = gap.options.find(({ id }) => id !== gap.key)
        if (other === undefined) return []
        const gaps = item.gaps.with(index, { ...gap, key: other.id })
        return [{ what: `gap ${gap.id}: “${other.text}”`, mutant: { ...item, gaps } }]
      })
    case 'matching': {
      const [first, second] = item.prompts
      if (first === undefined || second === undefined) return []
      const key = { ...item.key, [first.id]: item.key[second.id] ?? '', [second.id]: item.key[first.id] ?? '' }
      return [{ what: 'key: two choices exchanged', mutant: { ...item, key } }]
    }
    case 'categorising': {
      const [first] = item.entries
      const other = item.categories.find(({ id }) => id !== item.key[first?.id ?? ''])
      if (first === undefined || other === undefined) return []
      return [{ what: `key: “${first.text}” moved`, mutant: { ...item, key: { ...item.key, [first.id]: other.id } } }]
    }
  }
}
