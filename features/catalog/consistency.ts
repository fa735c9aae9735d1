import type { ContentIssue } from './content-issue.ts'
import type { LoadedCatalog } from './load.ts'
import { placeOf } from './locator.ts'
import { findNames, findNumbers, isNamedIn, type Named, namedEntities } from './names.ts'
import type { Actor, Attribution, Catalog, Fact, FactOf, PublicDocument } from './schema.ts'

/** How large a part of all facts may be background, so that the record stays the subject. */
const backgroundShare = 1 / 5

/**
 * Proves that what each fact says holds together: speaker and capacity, moment and section, number and
 * precision, set and closure, sentence and parts. It needs no text of the record.
 */
export function checkConsistency({ catalog, fileOf }: LoadedCatalog): ContentIssue[] {
  const context = consistencyContext(catalog)
  return [
    ...catalog.facts.flatMap((fact) =>
      inconsistenciesOf(fact, context).map(({ field, expected, found }) => ({
        file: fileOf.get(fact.id) ?? 'facts',
        field: `${fact.id} › ${field}`,
        expected,
        found,
      })),
    ),
    ...tooMuchBackground(catalog),
  ]
}

type Inconsistency = Pick<ContentIssue, 'field' | 'expected' | 'found'>

/** What the checks of one fact look things up in. */
export interface ConsistencyContext {
  actors: ReadonlyMap<string, Actor>
  forms: ReadonlyMap<string, readonly string[]>
  recordIds: ReadonlySet<string>
  /** Public documents; each speaks for those who published it. */
  documents: ReadonlyMap<string, PublicDocument>
  entities: readonly Named[]
  /** Every fact's sentence with the fact's id. */
  saidBy: ReadonlyMap<string, string>
}

export function consistencyContext(catalog: Catalog): ConsistencyContext {
  const entities = namedEntities(catalog.actors, catalog.terms)
  return {
    actors: new Map(catalog.actors.map((actor) => [actor.id, actor])),
    forms: new Map(entities.map(({ id, forms }) => [id, forms])),
    recordIds: new Set(catalog.sources.flatMap(({ kind, id }) => (kind === 'record' ? [id] : []))),
    documents: new Map(
      catalog.sources.flatMap((source) => (source.kind === 'record' ? [] : [[source.id, source] as const])),
    ),
    entities,
    saidBy: new Map(catalog.facts.map(({ id, says }) => [says, id])),
  }
}

/** Everything in one fact that does not hold together. */
export function inconsistenciesOf(fact: Fact, context: ConsistencyContext): Inconsistency[] {
  return [
    ...(fact.by === 'summary' ? [] : speakerIssues(fact, fact.by, context)),
    ...partIssues(fact, context),
    ...kindIssues(fact),
    ...unnamedMembers(fact, context),
    ...backgroundIssues(fact, context),
  ]
}

function speakerIssues(fact: Fact, by: Exclude<Attribution, 'summary'>, context: ConsistencyContext): Inconsistency[] {
  const issues: Inconsistency[] = []
  const kind = context.actors.get(by.actor)?.kind
  const isSpeakingForOthers = by.onBehalfOf.length > 0
  const fits = {
    office: kind === 'person' && !isSpeakingForOthers,
    national: kind === 'state' && !isSpeakingForOthers,
    group: kind === 'group' || (kind === 'state' && isSpeakingForOthers),
    organization: (kind === 'organization' || kind === 'body') && !isSpeakingForOthers,
  }
  if (!fits[by.as]) {
    issues.push({
      field: 'by › as',
      expected: 'office for a person, national for a state, organization for an organization, group with onBehalfOf',
      found: `${by.as} for ${by.actor}${isSpeakingForOthers ? `, on behalf of ${by.onBehalfOf.join(', ')}` : ''}`,
    })
  }
  const place = placeOf(fact.cites[0] ?? '')
  const document = context.documents.get(place.sourceId)
  const itself = document === undefined ? [] : [document.title, document.called.replace(/^the /, '')]
  const namers = [...(context.forms.get(by.actor) ?? []), ...itself]
  if (!isNamedIn(fact.says, { id: by.actor, forms: namers })) {
    issues.push({ field: 'says', expected: `a sentence that names ${by.actor}, who makes the point`, found: fact.says })
  }
  const moments = context.recordIds.has(place.sourceId) ? momentsOf[place.section] : undefined
  if (moments !== undefined && !moments.includes(by.moment)) {
    issues.push({ field: 'by › moment', expected: moments.join(' | '), found: `${by.moment} in “${place.section}”` })
  }
  if ((by.mode === 'quoted') !== (fact.kind === 'quotation')) {
    issues.push({ field: 'by › mode', expected: 'quoted for quotations, and for nothing else', found: by.mode })
  }
  return issues
}

/** The moments that each section of the record tells of. A written report has none. */
const momentsOf: Partial<Record<string, readonly string[]>> = {
  introduction: ['not-stated'],
  opening: ['opening', 'panel', 'not-stated'],
  dialogue: ['floor', 'not-stated'],
  questions: ['floor', 'reply', 'not-stated'],
  'civil-society': ['floor', 'not-stated'],
  closing: ['closing', 'reply', 'not-stated'],
  coalition: ['not-stated'],
  interventions: ['not-stated'],
}

/** Smaller numbers merely count what everybody knows: the four crimes, the three pillars. */
const leastTelling = 5

/**
 * No text of a public document is at hand, so a background fact is held to itself and to its document: every
 * number and name in its sentence is found again in the document's head, in the places cited, or in the fact's
 * own claim, members, parts, questions and cards; and its speaker published the document.
 */
function backgroundIssues(fact: Fact, { documents, entities, forms }: ConsistencyContext): Inconsistency[] {
  const document = documents.get(placeOf(fact.cites[0] ?? '').sourceId)
  if (document === undefined) return []
  const { title, called, symbol, date, publisher } = document
  const head = { title, called, symbol, date, publisher }
  const known = JSON.stringify([head, { ...fact, id: '', says: '' }]).replace(/[#"\\]/g, ' ')
  const numbers = new Set(findNumbers(known))
  if (fact.kind === 'set') numbers.add(fact.members.length)
  const issues: Inconsistency[] = [
    ...findNumbers(fact.says)
      .filter((number) => number >= leastTelling && !numbers.has(number))
      .map(String),
    ...findNames(fact.says, entities)
      .entities.filter(({ id }) => !isNamedIn(known, { id, forms: forms.get(id) ?? [] }))
      .map(({ form }) => form),
  ].map((found) => ({
    field: 'says',
    expected: 'numbers and names that its document’s head or another part of the fact has too',
    found,
  }))
  if (fact.by !== 'summary' && !isNamedIn(publisher, { id: '', forms: forms.get(fact.by.actor) ?? [] })) {
    issues.push({ field: 'by', expected: `who published it: ${publisher}`, found: fact.by.actor })
  }
  return issues
}

function partIssues(fact: Fact, { saidBy }: ConsistencyContext): Inconsistency[] {
  const issues: Inconsistency[] = []
  const taken: [number, number][] = []
  for (const { id, words, instead } of fact.parts) {
    const field = `parts › ${id}`
    const places = fact.says.split(words).length - 1
    if (places !== 1) {
      issues.push({ field, expected: 'words that stand exactly once in `says`', found: `“${words}”, ${places} times` })
      continue
    }
    const start = fact.says.indexOf(words)
    const end = start + words.length
    if (/[\p{L}\p{N}]$/u.test(fact.says.slice(0, start)) || /^[\p{L}\p{N}]/u.test(fact.says.slice(end))) {
      issues.push({ field, expected: 'whole words', found: `“${words}” inside a longer word` })
    }
    if (taken.some(([from, to]) => start < to && from < end)) {
      issues.push({ field, expected: 'words that no other part has', found: `“${words}”` })
    }
    taken.push([start, end])
    for (const { text } of instead) {
      const other = saidBy.get(fact.says.replace(words, () => text))
      if (other !== undefined) {
        issues.push({ field, expected: 'an exchange that no fact states', found: `“${text}” makes it ${other}` })
      }
    }
  }
  return issues
}

function kindIssues(fact: Fact): Inconsistency[] {
  switch (fact.kind) {
    case 'quantity':
      return quantityIssues(fact)
    case 'set':
      return fact.closed === (fact.closure !== undefined)
        ? []
        : [
            {
              field: 'closure',
              expected: 'how it is known that a closed set has no more members; nothing for an open one',
              found: fact.closed ? 'closed without closure' : 'open with closure',
            },
          ]
    case 'role':
      return statusOf(fact.capacity).includes(fact.status)
        ? []
        : [
            {
              field: 'status',
              expected: statusOf(fact.capacity).join(' | '),
              found: `${fact.status}: ${fact.capacity}`,
            },
          ]
    default:
      return []
  }
}

/** Whoever is a member of a set, or stands in an order, is named in its sentence. */
function unnamedMembers(fact: Fact, { entities, forms }: ConsistencyContext): Inconsistency[] {
  if (fact.kind !== 'set' && fact.kind !== 'order') return []
  const listed = fact.kind === 'set' ? fact.members : fact.sequence
  const unnamed = listed.filter((text) =>
    findNames(text, entities).entities.some(({ id }) => !isNamedIn(fact.says, { id, forms: forms.get(id) ?? [] })),
  )
  return unnamed.map((found) => ({ field: 'says', expected: 'a sentence that names every member', found }))
}

const lowerBound = /\b(over|more than|at least)\b/i

function quantityIssues({ value, stated, precision }: FactOf<'quantity'>): Inconsistency[] {
  const issues: Inconsistency[] = []
  const hasNumber = value !== undefined
  if (hasNumber === (precision === 'vague')) {
    issues.push({ field: 'value', expected: 'a number, unless the quantity is vague', found: `${value}, ${precision}` })
  }
  if (lowerBound.test(stated) !== (precision === 'at-least')) {
    issues.push({
      field: 'precision',
      expected: 'at-least for “over” and “more than”',
      found: `${precision}: ${stated}`,
    })
  }
  const numbers = /\bone\b/i.test(stated) ? [1, ...findNumbers(stated)] : findNumbers(stated)
  if (hasNumber && !numbers.includes(value)) {
    issues.push({ field: 'value', expected: `the number in “${stated}”`, found: String(value) })
  }
  return issues
}

function statusOf(capacity: string): FactOf<'role'>['status'][] {
  if (/\bformer\b/i.test(capacity)) return ['former']
  if (/\b(incoming|upcoming)\b/i.test(capacity)) return ['incoming']
  return ['current', 'for-the-day']
}

function tooMuchBackground({ facts, sources }: Catalog): ContentIssue[] {
  const records = new Set(sources.flatMap(({ kind, id }) => (kind === 'record' ? [id] : [])))
  const background = facts.filter(({ cites }) => !cites.some((locator) => records.has(placeOf(locator).sourceId)))
  if (background.length <= facts.length * backgroundShare) return []
  return [
    {
      file: 'facts',
      field: 'background',
      expected: 'at most a fifth of all facts',
      found: `${background.length} of ${facts.length}`,
    },
  ]
}
