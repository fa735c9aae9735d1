import type { ContentIssue } from './content-issue.ts'
import { type Grounds, groundingIssues, groundsOf } from './grounding.ts'
import type { LoadedCatalog } from './load.ts'
import type { Locator } from './locator.ts'
import { findNames, findNumbers, isNamedIn, type Named, namedEntities } from './names.ts'
import type { Catalog, Fact } from './schema.ts'
import { plainText } from './segment.ts'

/**
 * Proves the facts against the text of the record: quoted words stand verbatim in a cited sentence,
 * and every name and number of a fact occurs in its cited sentences (or those that give its context).
 *
 * Facts that rest on public documents have no text here to be proved against and are left out.
 */
export function proveFacts(
  { catalog, fileOf }: LoadedCatalog,
  sentences: ReadonlyMap<Locator, string>,
): ContentIssue[] {
  const text = textOfRecord(catalog, sentences)
  return catalog.facts.flatMap((fact) => proveFact(fact, fileOf.get(fact.id) ?? 'facts', text))
}

/** The text of a record with what it takes to prove facts against it. */
export interface RecordText {
  sentences: ReadonlyMap<Locator, string>
  grounds: Grounds
  entities: readonly Named[]
  entityById: ReadonlyMap<string, Named>
}

export function textOfRecord({ actors, terms }: Catalog, sentences: ReadonlyMap<Locator, string>): RecordText {
  const entities = namedEntities(actors, terms)
  const entityById = new Map(entities.map((entity) => [entity.id, entity]))
  return { sentences, grounds: groundsOf(sentences), entities, entityById }
}

/** Everything in one fact that the text of the record disproves or does not bear out. */
export function proveFact(fact: Fact, file: string, text: RecordText): ContentIssue[] {
  const { sentences, entities, entityById } = text
  const cited = [...fact.cites, ...fact.context].flatMap((locator) => sentences.get(locator) ?? [])
  const elsewhere = [...creditsAgainst(file, fact, text), ...reasonsAgainst(file, fact, text)]
  if (cited.length === 0) return elsewhere
  return [
    ...elsewhere,
    ...quotesAgainst(file, fact, cited),
    ...namesAgainst(file, fact, cited.join(' '), entities, entityById),
    ...numbersAgainst(file, fact, cited.join(' ')),
    ...countAgainst(file, fact, cited.join(' ')),
    ...groundingIssues(fact, text.grounds).map((issue) => ({ ...issue, file, field: `${fact.id} › ${issue.field}` })),
  ]
}

/** Proves that what a lesson puts in quotation marks stands in a sentence that its passage cites. */
export function proveLessons(
  { catalog, fileOf }: LoadedCatalog,
  sentences: ReadonlyMap<Locator, string>,
): ContentIssue[] {
  const factById = new Map(catalog.facts.map((fact) => [fact.id, fact]))
  return catalog.lessons.flatMap((lesson) => {
    const cited = lesson.factIds.flatMap((id) => {
      const fact = factById.get(id)
      return [...(fact?.cites ?? []), ...(fact?.context ?? [])].flatMap((locator) => sentences.get(locator) ?? [])
    })
    return lesson.passages.flatMap((passage) =>
      quotedIn(passage.text)
        .filter((words) => !cited.some((sentence) => sentence.includes(words)))
        .map((words) => ({
          file: fileOf.get(lesson.id) ?? 'lessons',
          field: passage.id,
          expected: 'quoted words that stand in a sentence the lesson cites',
          found: `“${words}”`,
        })),
    )
  })
}

/** Every reason that a fact gives for an option being wrong. */
function reasonsOf(fact: Fact): { field: string; because: string; cites: readonly Locator[] }[] {
  const own = fact.kind === 'set' ? fact.outsiders : fact.kind === 'silence' ? fact.suppositions : []
  return [
    ...own.map((one) => ({ ...one, field: one.text })),
    ...fact.asks.flatMap(({ id, distractors }) =>
      distractors.map((one) => ({ ...one, field: `asks › ${id} › ${one.text}` })),
    ),
    ...fact.parts.flatMap(({ id, instead }) =>
      instead.map((one) => ({ ...one, field: `parts › ${id} › ${one.text}` })),
    ),
  ]
}

/** The parts of a fact that state it; wrong answers and reasons are not among them. */
export function statedParts(fact: Fact): { field: string; text: string }[] {
  const parts = [
    { field: 'says', text: fact.says },
    ...fact.asks.map(({ id, key }) => ({ field: `asks › ${id} › key`, text: key })),
  ]
  switch (fact.kind) {
    case 'statement':
    case 'judgement':
      return [...parts, { field: 'claim', text: fact.claim }]
    case 'set':
      return [...parts, ...fact.members.map((text, index) => ({ field: `members › ${index + 1}`, text }))]
    case 'role':
      return [...parts, { field: 'capacity', text: fact.capacity }]
    case 'term':
      return [...parts, { field: 'term', text: fact.term }, { field: 'standsFor', text: fact.standsFor }]
    case 'quantity':
      return [...parts, { field: 'stated', text: fact.stated }]
    default:
      return parts
  }
}

function quotesAgainst(file: string, fact: Fact, cited: readonly string[]): ContentIssue[] {
  const quoted = statedParts(fact).flatMap(({ field, text }) => quotedIn(text).map((words) => ({ field, words })))
  if (fact.kind === 'quotation') quoted.push({ field: 'words', words: trimQuote(fact.words) })
  return quoted
    .filter(({ words }) => !cited.some((sentence) => sentence.includes(words)))
    .map(({ field, words }) => ({
      file,
      field: `${fact.id} › ${field}`,
      expected: `words that stand verbatim in ${fact.cites.join(', ')}`,
      found: `“${words}”`,
      corrected: `# copy the quoted words from the sentence, or write them without quotation marks`,
    }))
}

function namesAgainst(
  file: string,
  fact: Fact,
  cited: string,
  entities: readonly Named[],
  entityById: ReadonlyMap<string, Named>,
): ContentIssue[] {
  const missing = (field: string, found: string): ContentIssue => ({
    file,
    field: `${fact.id} › ${field}`,
    expected: `names that occur in ${[...fact.cites, ...fact.context].join(', ')}`,
    found,
    corrected: `context: [<the sentence that names ${found}>]`,
  })
  const issues = statedParts(fact).flatMap(({ field, text }) => {
    const names = findNames(text, entities)
    return [
      ...names.entities
        .filter(({ id }) => !isNamedIn(cited, entityById.get(id) as Named))
        .map(({ form }) => missing(field, form)),
      ...names.capitalised
        .filter((word) => !cited.toLowerCase().includes(word.toLowerCase()))
        .map((word) => missing(field, word)),
    ]
  })
  const speaker = fact.by === 'summary' ? undefined : entityById.get(fact.by.actor)
  if (speaker !== undefined && !isNamedIn(cited, speaker)) issues.push(missing('by', speaker.forms[0] ?? speaker.id))
  return issues
}

function numbersAgainst(file: string, fact: Fact, cited: string): ContentIssue[] {
  const known = new Set(findNumbers(cited))
  // Counting what a set lists is not a new number.
  if (fact.kind === 'set') known.add(fact.members.length)
  return statedParts(fact).flatMap(({ field, text }) =>
    findNumbers(text)
      .filter((number) => !known.has(number))
      .map((number) => ({
        file,
        field: `${fact.id} › ${field}`,
        expected: `numbers that occur in ${[...fact.cites, ...fact.context].join(', ')}`,
        found: String(number),
      })),
  )
}

/** A quantity is stated as the record states it. */
function countAgainst(file: string, fact: Fact, cited: string): ContentIssue[] {
  if (fact.kind !== 'quantity' || cited.toLowerCase().includes(plainText(fact.stated).toLowerCase())) return []
  const expected = `the quantity as ${fact.cites.join(', ')} has it`
  return [{ file, field: `${fact.id} › stated`, expected, found: fact.stated }]
}

/** Whoever else is credited with a claim is named where it is said that they made it. */
function creditsAgainst(file: string, fact: Fact, { sentences, entityById }: RecordText): ContentIssue[] {
  if (fact.kind !== 'statement') return []
  return fact.alsoBy
    .filter(({ actor, cites }) => {
      const there = [...cites, ...fact.context].flatMap((locator) => sentences.get(locator) ?? []).join(' ')
      const entity = entityById.get(actor)
      return entity === undefined || !isNamedIn(there, entity)
    })
    .map(({ actor, cites }) => ({
      file,
      field: `${fact.id} › alsoBy`,
      expected: `sentences that name ${actor}`,
      found: cites.join(', '),
    }))
}

/** Smaller numbers in a reason merely count what it speaks of: "both", "the three pillars". */
const leastTelling = 5

/** The reason why an option is wrong is a claim like any other: its names, numbers and quotations stand where it says. */
function reasonsAgainst(file: string, fact: Fact, { sentences, entities, entityById }: RecordText): ContentIssue[] {
  return reasonsOf(fact).flatMap(({ field, because, cites }) => {
    // What a public document says is not at hand to be looked up.
    if ([...fact.cites, ...cites].some((locator) => !sentences.has(locator))) return []
    const there = [...fact.cites, ...fact.context, ...cites].flatMap((locator) => sentences.get(locator) ?? [])
    const text = there.join(' ')
    const names = findNames(because, entities)
      .entities.filter(({ id }) => !isNamedIn(text, entityById.get(id) as Named))
      .map(({ form }) => form)
    const known = new Set(findNumbers(text))
    const numbers = findNumbers(because)
      .filter((number) => number >= leastTelling && !known.has(number))
      .map(String)
    const quotes = quotedIn(because).filter((words) => !there.some((sentence) => sentence.includes(words)))
    return [...names, ...numbers, ...quotes].map((found) => ({
      file,
      field: `${fact.id} › ${field} › because`,
      expected: 'names, numbers and quotations that stand in the sentences cited by the fact or by this reason',
      found,
      corrected: `cites: [<the sentence that has “${found}”>]`,
    }))
  })
}

/** What stands between curly quotation marks, as the record would have it. */
function quotedIn(text: string): string[] {
  return [...text.matchAll(/“([^”]+)”/g)].map(([, words]) => trimQuote(words ?? ''))
}

function trimQuote(words: string): string {
  return plainText(words).replace(/[.,;?!]$/, '')
}

/** Proves that each entry of the speaking order names who and what its line in the record names. */
export function proveSpeakingOrder(
  { catalog }: LoadedCatalog,
  sentences: ReadonlyMap<Locator, string>,
): ContentIssue[] {
  const entityById = new Map(namedEntities(catalog.actors, catalog.terms).map((entity) => [entity.id, entity]))
  return catalog.speakingOrder.flatMap(({ at, actor, onBehalfOf, languageNoted }) => {
    const line = sentences.get(at) ?? ''
    const absent = [actor, ...onBehalfOf].filter((id) => {
      const entity = entityById.get(id)
      return entity === undefined || !isNamedIn(line, entity)
    })
    if (languageNoted !== undefined && !line.includes(languageNoted)) absent.push(languageNoted)
    return absent.map((found) => ({
      file: 'speaking-order.yaml',
      field: at,
      expected: 'names and languages that stand in that line',
      found,
    }))
  })
}
