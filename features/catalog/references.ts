import { type ContentIssue, suggest } from './content-issue.ts'
import type { LoadedCatalog } from './load.ts'
import { sentenceLocator } from './locator.ts'
import type { Catalog, Fact } from './schema.ts'

/** Every locator that content may cite. */
export function knownLocators({ sources, sentences }: Catalog): string[] {
  const inRecords = sentences.flatMap(({ sourceId, sections }) =>
    sections.flatMap(({ id, paragraphs }) =>
      paragraphs.flatMap((paragraph, p) => paragraph.map((_, s) => sentenceLocator(sourceId, id, p + 1, s + 1))),
    ),
  )
  const inDocuments = sources.flatMap((source) =>
    source.kind === 'public-document' ? source.paragraphs.map((paragraph) => `${source.id}#${paragraph}`) : [],
  )
  return [...inRecords, ...inDocuments]
}

/** Proves that ids are unique and that everything that names an id names one that exists. */
export function checkReferences({ catalog, fileOf }: LoadedCatalog): ContentIssue[] {
  const issues: ContentIssue[] = []
  const known = {
    actor: catalog.actors.map(({ id }) => id),
    topic: catalog.topics.map(({ id }) => id),
    fact: catalog.facts.map(({ id }) => id),
    locator: knownLocators(catalog),
  }
  const lookup = {
    actor: new Set(known.actor),
    topic: new Set(known.topic),
    fact: new Set(known.fact),
    locator: new Set(known.locator),
  }
  const resolve = (kind: keyof typeof known, file: string, field: string, ids: readonly string[]) => {
    for (const id of ids.filter((id) => !lookup[kind].has(id))) {
      const nearest = suggest(id, known[kind])
      const name = field.split(' › ').at(-1)
      const corrected = nearest === undefined ? undefined : `${name}: ${nearest}`
      issues.push({ file, field, expected: `the id of ${article(kind)}`, found: id, corrected })
    }
  }

  issues.push(...duplicates('actors.yaml', known.actor), ...duplicates('topics.yaml', known.topic))
  issues.push(
    ...duplicates(
      'terms.yaml',
      catalog.terms.map(({ id }) => id),
    ),
  )
  issues.push(
    ...duplicates('facts', known.fact),
    ...duplicates(
      'lessons',
      catalog.lessons.map(({ id }) => id),
    ),
  )
  issues.push(...sharedAliases(catalog))

  for (const actor of catalog.actors) resolve('actor', 'actors.yaml', `${actor.id} › memberOf`, actor.memberOf)
  for (const { id, parent } of catalog.topics) resolve('topic', 'topics.yaml', `${id} › parent`, parent ? [parent] : [])
  for (const entry of catalog.speakingOrder) {
    const file = 'speaking-order.yaml'
    resolve('locator', file, `${entry.at} › at`, [entry.at])
    resolve('actor', file, `${entry.at} › actor`, [entry.actor, ...entry.onBehalfOf])
  }
  for (const source of catalog.sources) {
    if (source.kind !== 'record') continue
    resolve(
      'locator',
      `sources/${source.id}/source.yaml`,
      'factless › at',
      source.factless.map(({ at }) => at),
    )
  }

  for (const fact of catalog.facts) {
    const file = fileOf.get(fact.id) ?? 'facts'
    resolve('locator', file, `${fact.id} › cites`, [...fact.cites, ...fact.context])
    resolve('topic', file, `${fact.id} › topics`, fact.topics)
    resolve('fact', file, `${fact.id} › near`, fact.near)
    if (fact.replaces !== undefined && lookup.fact.has(fact.replaces)) {
      issues.push({
        file,
        field: `${fact.id} › replaces`,
        expected: 'the id of an earlier fact that is no longer here',
        found: `${fact.replaces}, which is still asked`,
        corrected: `# take ${fact.replaces} out`,
      })
    }
    resolve('actor', file, `${fact.id} › by`, actorsOf(fact))
    if (fact.kind === 'statement') {
      for (const { cites } of fact.alsoBy) resolve('locator', file, `${fact.id} › alsoBy`, cites)
    }
    for (const distractor of distractorsOf(fact)) resolve('locator', file, `${fact.id} › cites`, distractor.cites)
    issues.push(
      ...duplicates(
        file,
        fact.asks.map(({ id }) => `${fact.id} › asks › ${id}`),
      ),
    )
    issues.push(
      ...duplicates(
        file,
        fact.cards.map(({ id }) => `${fact.id} › cards › ${id}`),
      ),
      ...duplicates(
        file,
        fact.parts.map(({ id }) => `${fact.id} › parts › ${id}`),
      ),
    )
  }

  for (const debate of catalog.debates) {
    const held = debate.positions.flatMap(({ facts }) => facts)
    resolve('topic', 'debates.yaml', `${debate.id} › topic`, [debate.topic])
    resolve('fact', 'debates.yaml', `${debate.id} › facts`, [...held, ...debate.answers])
    issues.push(...duplicates('debates.yaml', held))
  }
  for (const { id, facts } of catalog.exercises) resolve('fact', 'exercises.yaml', `${id} › facts`, facts)
  issues.push(
    ...duplicates(
      'exercises.yaml',
      catalog.exercises.map(({ id }) => id),
    ),
    ...duplicates(
      'debates.yaml',
      catalog.debates.map(({ id }) => id),
    ),
  )

  for (const lesson of catalog.lessons) {
    resolve('fact', fileOf.get(lesson.id) ?? 'lessons', `${lesson.id} › Cite facts`, lesson.factIds)
    resolve('topic', fileOf.get(lesson.id) ?? 'lessons', `${lesson.id} › topics`, lesson.topics)
  }
  return issues
}

function actorsOf(fact: Fact): string[] {
  const by = fact.by === 'summary' ? [] : [fact.by.actor, ...fact.by.onBehalfOf]
  if (fact.kind === 'statement') return [...by, ...fact.alsoBy.map(({ actor }) => actor)]
  return fact.kind === 'role' ? [...by, fact.actor] : by
}

function distractorsOf(fact: Fact) {
  const own = fact.kind === 'set' ? fact.outsiders : fact.kind === 'silence' ? fact.suppositions : []
  return [
    ...own,
    ...fact.asks.flatMap(({ distractors }) => distractors),
    ...fact.parts.flatMap(({ instead }) => instead),
  ]
}

function duplicates(file: string, ids: readonly string[]): ContentIssue[] {
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [...twice].map((id) => ({ file, field: id, expected: 'an id that nothing else bears', found: `${id} twice` }))
}

/** Two entities under one name could be set against each other as right and wrong. */
function sharedAliases({ actors, terms }: Catalog): ContentIssue[] {
  const ownerOf = new Map<string, string>()
  const issues: ContentIssue[] = []
  for (const entity of [...actors, ...terms]) {
    for (const form of new Set([entity.name, ...entity.aliases])) {
      const owner = ownerOf.get(form)
      if (owner !== undefined && owner !== entity.id) {
        issues.push({
          file: 'actors.yaml',
          field: `${entity.id} › aliases`,
          expected: 'a name that belongs to one entity only',
          found: `"${form}", which also names ${owner}`,
        })
      }
      ownerOf.set(form, entity.id)
    }
  }
  return issues
}

function article(kind: 'actor' | 'topic' | 'fact' | 'locator'): string {
  if (kind === 'locator') return 'a sentence or paragraph in content/sources'
  return kind === 'actor' ? 'an actor in actors.yaml' : kind === 'topic' ? 'a topic in topics.yaml' : 'a fact'
}
