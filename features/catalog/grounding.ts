import { stemmer } from 'stemmer'
import type { ContentIssue } from './content-issue.ts'
import type { Locator } from './locator.ts'
import type { Fact } from './schema.ts'

/** Words that say nothing about which sentence is meant. */
const functionWords = new Set(
  'a an and are as at be been but by for from had has have he her his i if in into is it its may must not of on or our she should so such than that the their them there these they this those to was we were which who whom whose will with would'.split(
    ' ',
  ),
)

/** The stems of a text's content words. */
export function contentStems(text: string): Set<string> {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  return new Set((words ?? []).filter((word) => !functionWords.has(word)).map(stemmer))
}

/** The sentences of a record with what it takes to tell them apart. */
export interface Grounds {
  stemsAt: ReadonlyMap<Locator, ReadonlySet<string>>
  /** How telling a stem is: the logarithm of one over the share of sentences that have it. */
  weightOf: (stem: string) => number
}

export function groundsOf(sentences: ReadonlyMap<Locator, string>): Grounds {
  const stemsAt = new Map([...sentences].map(([locator, sentence]) => [locator, contentStems(sentence)]))
  const counts = new Map<string, number>()
  for (const stems of stemsAt.values()) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return { stemsAt, weightOf: (stem) => Math.log(sentences.size / (counts.get(stem) ?? sentences.size)) }
}

/** How much a text has in common with a sentence: the weights of the stems they share. */
export function overlap(
  stems: ReadonlySet<string>,
  sentence: ReadonlySet<string> | undefined,
  grounds: Grounds,
): number {
  if (sentence === undefined) return 0
  return [...stems].reduce((sum, stem) => sum + (sentence.has(stem) ? grounds.weightOf(stem) : 0), 0)
}

/** What a fact shares at least with each sentence it cites: as much as a stem that one sentence in twenty has. */
function leastShared({ stemsAt }: Grounds): number {
  return Math.min(Math.log(20), Math.log(stemsAt.size))
}

/**
 * Proves that a fact cites the sentences it rests on: each shares something telling with it, and no
 * sentence that it does not cite shares more than those that it does, its context included. (Weights after inverse document
 * frequency, Spärck Jones 1972; stems after Porter.)
 */
export function groundingIssues(fact: Fact, grounds: Grounds): Pick<ContentIssue, 'field' | 'expected' | 'found'>[] {
  const cited = [...new Set(fact.cites.filter((locator) => grounds.stemsAt.has(locator)))]
  if (cited.length === 0) return []
  const stems = contentStems(substanceOf(fact))
  const score = (locator: Locator) => overlap(stems, grounds.stemsAt.get(locator), grounds)
  // A silence cites where one would look, and need not find its words there.
  const issues = cited
    .filter((locator) => fact.kind !== 'silence' && score(locator) < leastShared(grounds))
    .map((locator) => ({ field: 'cites', expected: 'sentences that share words with the fact', found: locator }))
  const known = new Set([...cited, ...fact.context])
  const best = overlap(stems, new Set([...known].flatMap((at) => [...(grounds.stemsAt.get(at) ?? [])])), grounds)
  const elsewhere = [...grounds.stemsAt.keys()]
    .filter((locator) => !known.has(locator))
    .map((locator) => ({ locator, overlap: score(locator) }))
    .sort((a, b) => b.overlap - a.overlap)[0]
  if (elsewhere !== undefined && elsewhere.overlap > best) {
    issues.push({
      field: 'cites',
      expected: `${elsewhere.locator}, which shares more with the fact, or that sentence as context`,
      found: cited.join(', '),
    })
  }
  return issues
}

function substanceOf(fact: Fact): string {
  switch (fact.kind) {
    case 'statement':
    case 'judgement':
      return `${fact.says} ${fact.claim}`
    case 'quotation':
      return `${fact.says} ${fact.words}`
    case 'set':
      return `${fact.says} ${fact.members.join(' ')}`
    case 'order':
      return `${fact.says} ${fact.sequence.join(' ')}`
    default:
      return fact.says
  }
}
