import type { ContentIssue } from '@/features/catalog/content-issue.ts'
import type { LoadedCatalog } from '@/features/catalog/load.ts'
import type { Catalog, Fact, FactOf } from '@/features/catalog/schema.ts'
import type { Item, ItemOf } from './item.ts'
import { normaliseTyped } from './items/typed-answer.ts'
import {
  actorIn,
  credited,
  entityOf,
  inTheDebate,
  isOnlyName,
  type Lookup,
  proofLookup,
  same,
  sameEntity,
} from './proof-lookup.ts'

/**
 * Derives the key of every item a second time, from the facts and by other means than the generator, and
 * looks through the whole catalog for anything that would make a distractor true. What stands here does
 * not use what made the items, so that a mistake there does not hide itself.
 */
export function proveItems(items: readonly Item[], { catalog, fileOf }: LoadedCatalog): ContentIssue[] {
  const proof = itemProof(catalog)
  return items.flatMap((item) =>
    proof.doubtsAbout(item).map((found) => ({
      file: fileOf.get(item.factIds[0] ?? '') ?? 'exercises.yaml',
      field: item.id,
      expected: 'a key that follows from the facts, and distractors that no fact makes true',
      found,
    })),
  )
}

export interface ItemProof {
  /** Everything that speaks against an item, in words; empty if it is proved. */
  doubtsAbout: (item: Item) => string[]
}

/** Prepares a catalog for proving items against it. */
export function itemProof(catalog: Catalog): ItemProof {
  const lookup = proofLookup(catalog)
  return {
    doubtsAbout: (item) => {
      if (item.factIds.length === 0) return ['it rests on no fact']
      if (item.locators.length === 0) return ['it cites no sentence']
      if (item.topics.length === 0) return ['it belongs to no topic']
      const about = item.factIds.flatMap((id) => lookup.facts.get(id) ?? [])
      if (about.length < item.factIds.length) return ['it rests on a fact that does not exist']
      return [...doubtsByType(item, about, lookup), ...sameEntityTwice(item, lookup)]
    },
  }
}

function doubtsByType(item: Item, facts: readonly Fact[], lookup: Lookup): string[] {
  const [fact] = facts as [Fact]
  switch (item.type) {
    case 'single-choice':
      return singleChoiceDoubts(item, fact, lookup)
    case 'quote-attribution':
      return quoteDoubts(item, fact, lookup)
    case 'multiple-response':
      return multipleResponseDoubts(item, fact)
    case 'true-false':
      return trueFalseDoubts(item, fact, lookup)
    case 'numeric':
      return numericDoubts(item, fact)
    case 'short-answer':
      return shortAnswerDoubts(item, fact, lookup)
    case 'cloze':
      return clozeDoubts(item, fact, lookup)
    case 'ordering':
      return orderingDoubts(item, fact)
    case 'matching':
      return matchingDoubts(item, facts, lookup)
    case 'categorising':
      return categorisingDoubts(item, facts, lookup)
  }
}

// Who said what

function singleChoiceDoubts(item: ItemOf<'single-choice'>, fact: Fact, lookup: Lookup): string[] {
  const template = item.id.split('.')[1] ?? ''
  const key = item.options.find(({ id }) => id === item.key)?.text ?? ''
  const distractors = item.options.filter(({ id }) => id !== item.key).map(({ text }) => text)
  const ask = fact.asks.find(({ id }) => id === template)
  if (ask !== undefined) {
    const isAsked = ask.stem === item.stem && ask.key === key
    return isAsked ? [] : ['it does not ask what its author wrote']
  }
  switch (fact.kind) {
    case 'statement':
      return template === 'who'
        ? whoDoubts(fact, key, distractors, lookup)
        : whatDoubts(fact, item.stem, key, distractors, lookup)
    case 'role':
      return roleDoubts(fact, template, key, distractors, lookup)
    case 'term':
      return termDoubts(fact, template, key, distractors, lookup)
    case 'set':
      return memberDoubts(fact, [key], distractors)
    case 'contradiction': {
      const reading = fact.readings.find(({ says }) => item.stem.includes(`Where does it say that ${says}?`))
      const isThere = reading !== undefined && same(key, reading.where)
      return isThere ? [] : [`“${key}” is not where the document says so`]
    }
    case 'silence':
      return /does not say\.$/.test(key) ? [] : ['the key of a silence is that nothing is said']
    default:
      return [`nothing in a fact of kind ${fact.kind} gives this item`]
  }
}

function whoDoubts(fact: Fact, key: string, distractors: readonly string[], lookup: Lookup): string[] {
  const right = actorIn(key, lookup)
  const taken = inTheDebate(fact, lookup)
  return [
    ...(right !== undefined && credited(fact, lookup).has(right)
      ? []
      : [`the record does not credit ${key} with this`]),
    ...distractors.flatMap((text) => {
      const actor = actorIn(text, lookup)
      if (actor === undefined) return [`“${text}” is no actor of the record`]
      return taken.has(actor) ? [`${text} takes part in the same debate`] : []
    }),
  ]
}

function whatDoubts(
  fact: FactOf<'statement'>,
  stem: string,
  key: string,
  distractors: readonly string[],
  lookup: Lookup,
): string[] {
  const speaker = actorIn(stem.replace(/^.* credit to /, ''), lookup)
  if (speaker === undefined || !credited(fact, lookup).has(speaker))
    return ['its stem asks about somebody else’s point']
  const theirs = lookup.catalog.facts.filter((other) => credited(other, lookup).has(speaker))
  const debates = new Set(theirs.flatMap(({ topics }) => topics).filter((topic) => lookup.contested.has(topic)))
  return [
    ...(same(key, fact.claim) ? [] : ['its key is not the claim of its fact']),
    ...distractors.flatMap((text) => {
      const other = lookup.catalog.facts.find((one) => one.kind === 'statement' && same(one.claim, text))
      if (other === undefined) return [`“${text}” is no point of the record`]
      if (credited(other, lookup).has(speaker)) return [`“${text}” is a point of theirs too`]
      return other.topics.some((topic) => debates.has(topic)) ? [`“${text}” belongs to a debate of theirs`] : []
    }),
  ]
}

function quoteDoubts(item: ItemOf<'quote-attribution'>, fact: Fact, lookup: Lookup): string[] {
  if (fact.kind !== 'quotation' || fact.by === 'summary') return ['it quotes what no fact quotes']
  const taken = inTheDebate(fact, lookup)
  const sameWords = lookup.catalog.facts.filter((other) => other.kind === 'quotation' && same(other.words, fact.words))
  return [
    ...(item.words === fact.words ? [] : ['its words are not those of its fact']),
    ...(item.key === fact.by.actor ? [] : ['the words are another’s']),
    ...(sameWords.length > 1 ? ['the same words are quoted twice'] : []),
    ...item.options
      .filter(({ id }) => id !== item.key && taken.has(id))
      .map(({ name }) => `${name} takes part in the same debate`),
  ]
}

// What belongs to whom

function roleDoubts(
  fact: FactOf<'role'>,
  template: string,
  key: string,
  distractors: readonly string[],
  lookup: Lookup,
): string[] {
  const roles = lookup.catalog.facts.filter((other): other is FactOf<'role'> => other.kind === 'role')
  const holds = (actor: string | undefined, capacity: string) =>
    roles.some((role) => role.actor === actor && same(role.capacity, capacity))
  const isTrue = (option: string) =>
    template === 'capacity' ? holds(fact.actor, option) : holds(actorIn(option, lookup), fact.capacity)
  return [
    ...(isTrue(key) ? [] : [`no fact gives “${key}”`]),
    ...distractors.filter(isTrue).map((text) => `“${text}” is true too`),
  ]
}

function termDoubts(
  fact: FactOf<'term'>,
  template: string,
  key: string,
  distractors: readonly string[],
  lookup: Lookup,
): string[] {
  const terms = lookup.catalog.facts.filter((other): other is FactOf<'term'> => other.kind === 'term')
  const means = (short: string, long: string) =>
    terms.some(({ term, alike, standsFor }) => [term, ...alike].includes(short) && same(standsFor, long))
  const isTrue = (option: string) =>
    template === 'expansion' ? means(fact.term, option) : means(option, fact.standsFor)
  return [
    ...(isTrue(key) ? [] : [`no fact gives “${key}”`]),
    ...distractors.filter(isTrue).map((text) => `“${text}” is true too`),
  ]
}

function memberDoubts(fact: FactOf<'set'>, keys: readonly string[], distractors: readonly string[]): string[] {
  const isMember = (option: string) => fact.members.some((member) => same(member, option))
  return [
    ...keys.filter((key) => !isMember(key)).map((key) => `“${key}” is no member of the set`),
    ...distractors.filter(isMember).map((text) => `“${text}” is a member of the set`),
  ]
}

function multipleResponseDoubts(item: ItemOf<'multiple-response'>, fact: Fact): string[] {
  if (fact.kind !== 'set') return ['it asks for the members of what is no set']
  const textsOf = (isKey: boolean) =>
    item.options.filter(({ id }) => item.keys.includes(id) === isKey).map(({ text }) => text)
  return memberDoubts(fact, textsOf(true), textsOf(false))
}

function shortAnswerDoubts(item: ItemOf<'short-answer'>, fact: Fact, lookup: Lookup): string[] {
  if (fact.kind === 'role') {
    const holders = lookup.catalog.facts.flatMap((other) =>
      other.kind === 'role' && same(other.capacity, fact.capacity) ? [other.actor] : [],
    )
    const isHolder = (text: string) => holders.includes(actorIn(text, lookup) ?? '')
    return [
      ...item.accepted.filter((text) => !isHolder(text)).map((text) => `“${text}” is accepted but names another`),
      ...item.misreadings.filter(({ text }) => isHolder(text)).map(({ text }) => `“${text}” is right too`),
    ]
  }
  if (fact.kind === 'term') {
    const shorts = [fact.term, ...fact.alike]
    const isRight = (text: string) =>
      shorts.includes(text) || same(text, fact.standsFor) || sameEntity(text, fact.standsFor, lookup)
    return [
      ...item.accepted.filter((text) => !isRight(text)).map((text) => `“${text}” is accepted but means another`),
      ...item.misreadings.filter(({ text }) => isRight(text)).map(({ text }) => `“${text}” is right too`),
    ]
  }
  return [`nothing in a fact of kind ${fact.kind} is typed whole`]
}

// What a sentence says

function trueFalseDoubts(item: ItemOf<'true-false'>, fact: Fact, lookup: Lookup): string[] {
  if (fact.kind === 'silence') {
    const isUnsaid = item.key === 'unsaid' && item.assertion === fact.assertion
    return isUnsaid ? [] : ['the verdict on a silence is that nothing is said']
  }
  const isFact = item.assertion === fact.says
  if (isFact !== (item.key === 'true')) return ['its verdict does not follow from its fact']
  if (isFact) return []
  if (item.key !== 'false') return ['its verdict does not follow from its fact']
  const exchange = fact.parts
    .flatMap((part) => part.instead.map((instead) => ({ part, instead })))
    .find(({ part, instead }) => fact.says.replace(part.words, () => instead.text) === item.assertion)
  if (exchange === undefined) return ['it exchanges what no part allows']
  return [
    ...(item.verdicts.includes('unsaid') && !exchange.instead.contradicted
      ? ['it offers “not said” where the record may just not say']
      : []),
    ...exchangeDoubts(fact, exchange.part.words, exchange.instead.text, lookup),
  ]
}

function clozeDoubts(item: ItemOf<'cloze'>, fact: Fact, lookup: Lookup): string[] {
  const rightOf = (gap: ItemOf<'cloze'>['gaps'][number]) =>
    gap.kind === 'chosen' ? (gap.options.find(({ id }) => id === gap.key)?.text ?? '') : (gap.accepted[0] ?? '')
  const filled = item.pieces.map((piece, index) => {
    const gap = item.gaps[index]
    return gap === undefined ? piece : piece + rightOf(gap)
  })
  if (filled.join('') !== fact.says) return ['filled rightly it is not the sentence of its fact']
  return item.gaps.flatMap((gap) => {
    const wrong =
      gap.kind === 'chosen'
        ? gap.options.filter(({ id }) => id !== gap.key).map(({ text }) => text)
        : gap.misreadings.map(({ text }) => text)
    return wrong.flatMap((text) => exchangeDoubts(fact, rightOf(gap), text, lookup))
  })
}

/** What in the catalog would make a sentence true after words in it were exchanged. */
function exchangeDoubts(fact: Fact, words: string, instead: string, lookup: Lookup): string[] {
  const doubts: string[] = []
  const exchanged = fact.says.replace(words, () => instead)
  if (lookup.sentences.has(normaliseTyped(exchanged))) doubts.push(`“${exchanged}” is a fact`)
  if (sameEntity(words, instead, lookup)) doubts.push(`“${instead}” is another name for “${words}”`)
  const [from, to] = [actorIn(words, lookup), actorIn(instead, lookup)]
  const isSpeaker = from !== undefined && fact.by !== 'summary' && fact.by.actor === from && isOnlyName(words, lookup)
  if (isSpeaker && to !== undefined && to !== from && credited(fact, lookup).has(to)) {
    doubts.push(`the record credits ${instead} with this too`)
  }
  return doubts
}

// How many, in which order, which with which

function numericDoubts(item: ItemOf<'numeric'>, fact: Fact): string[] {
  if (fact.kind !== 'quantity') return ['it counts what no fact counts']
  return [
    ...(item.key === fact.value && item.precision === fact.precision ? [] : ['its key is not the number of its fact']),
    ...item.misreadings
      .filter(({ value }) => Math.abs(value - item.key) <= item.tolerance)
      .map(({ value }) => `${value} is both right and given as wrong`),
  ]
}

function orderingDoubts(item: ItemOf<'ordering'>, fact: Fact): string[] {
  if (fact.kind !== 'order') return ['it orders what no fact orders']
  const texts = item.key.map((id) => item.entries.find((entry) => entry.id === id)?.text)
  return JSON.stringify(texts) === JSON.stringify(fact.sequence) ? [] : ['its key is not the order of its fact']
}

function matchingDoubts(item: ItemOf<'matching'>, facts: readonly Fact[], lookup: Lookup): string[] {
  const kinds = new Set(facts.map(({ kind }) => kind))
  if (kinds.size > 1) return [`it mixes kinds of facts: ${[...kinds].join(', ')}`]
  return item.prompts.flatMap((prompt) => {
    const choice = item.choices.find(({ id }) => id === item.key[prompt.id])?.text ?? ''
    const others = item.choices.filter(({ id }) => id !== item.key[prompt.id]).map(({ text }) => text)
    const isTrue = (option: string) => facts.some((fact) => belongTogether(fact, prompt.text, option, lookup))
    return [
      ...(isTrue(choice) ? [] : [`“${prompt.text}” does not go with “${choice}”`]),
      ...others.filter(isTrue).map((text) => `“${prompt.text}” goes with “${text}” too`),
    ]
  })
}

function belongTogether(fact: Fact, prompt: string, choice: string, lookup: Lookup): boolean {
  switch (fact.kind) {
    case 'statement':
      return same(prompt, fact.claim) && credited(fact, lookup).has(actorIn(choice, lookup) ?? '')
    case 'quotation':
      return same(prompt, fact.words) && credited(fact, lookup).has(actorIn(choice, lookup) ?? '')
    case 'role':
      return lookup.catalog.facts.some(
        (other) => other.kind === 'role' && other.actor === actorIn(prompt, lookup) && same(other.capacity, choice),
      )
    case 'term':
      return [fact.term, ...fact.alike].includes(prompt) && same(fact.standsFor, choice)
    default:
      return false
  }
}

function categorisingDoubts(item: ItemOf<'categorising'>, facts: readonly Fact[], { catalog }: Lookup): string[] {
  const debate = catalog.debates.find(({ id }) => item.id === `debate-${id}.sort`)
  if (debate === undefined) return ['it sorts what no debate holds']
  return item.entries.flatMap((entry) => {
    const fact = facts.find((one) => one.kind === 'statement' && same(one.claim, entry.text))
    const positions = debate.positions.filter((position) => fact !== undefined && position.facts.includes(fact.id))
    const isRight = positions.length === 1 && positions[0]?.id === item.key[entry.id]
    return isRight ? [] : [`“${entry.text}” does not belong to that position alone`]
  })
}

/** Options that name one and the same entity under two names would be two right or two wrong ways to say it. */
function sameEntityTwice(item: Item, lookup: Lookup): string[] {
  const groups: string[][] =
    item.type === 'single-choice' || item.type === 'multiple-response'
      ? [item.options.map(({ text }) => text)]
      : item.type === 'cloze'
        ? item.gaps.flatMap((gap) => (gap.kind === 'chosen' ? [gap.options.map(({ text }) => text)] : []))
        : []
  return groups.flatMap((texts) => {
    const named = texts.flatMap((text) => entityOf(text, lookup) ?? [])
    return new Set(named).size < named.length ? ['two options name the same'] : []
  })
}
