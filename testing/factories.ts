import type { Actor, Catalog, Fact, FactKind, FactOf } from '@/features/catalog/schema.ts'
import type { Card } from '@/features/study/card.ts'

/** Small made-up content for tests. Nothing here is from the record. */

let count = 0

/** A fact of a kind with everything it needs; what a test is about is given. */
export function makeFact<K extends FactKind>(kind: K, given: Partial<FactOf<K>> = {}): FactOf<K> {
  count += 1
  const base = {
    id: `made-${String(count).padStart(3, '0')}`,
    kind,
    says: `A made-up fact, number ${count}.`,
    cites: ['made#one.1.1'],
    context: [],
    weight: 'core',
    topics: ['made-topic'],
    by: 'summary',
    asks: [],
    cards: [],
    near: [],
    parts: [],
  }
  return { ...base, ...own[kind], ...given } as unknown as FactOf<K>
}

const own: Record<FactKind, object> = {
  statement: { about: 'a matter', claim: 'the matter is a grave one', alsoBy: [] },
  quotation: { about: 'a matter', words: 'a grave matter' },
  judgement: { about: 'the debate', claim: 'it went well' },
  account: {},
  quantity: { question: 'How many?', counts: 'speakers', precision: 'exact', value: 7, stated: 'seven' },
  set: { says: 'Ada and Ben are friends.', named: 'as a friend', closed: true, members: ['Ada', 'Ben'], outsiders: [] },
  role: { actor: 'ada', capacity: 'the chair', status: 'current' },
  term: { term: 'ABC', alike: [], standsFor: 'Alpha Beta Council' },
  contradiction: {
    about: 'its number',
    readings: [
      { says: 'it was the third', where: 'in the title', cites: ['made#one.1.1'] },
      { says: 'it was the fourth', where: 'in the text', cites: ['made#one.1.2'] },
    ],
  },
  silence: { question: 'Who paid?', suppositions: [], assertion: 'Ada paid.' },
  order: {
    says: 'Ada came first, then Ben, then Cleo.',
    ordered: 'the first to speak first',
    sequence: ['Ada', 'Ben', 'Cleo'],
  },
}

/** Somebody speaking for an office at the panel. */
export function spokenBy(actor: string): Exclude<Fact['by'], 'summary'> {
  return { actor, as: 'office', onBehalfOf: [], moment: 'panel', mode: 'reported' }
}

export function makeActor(id: string): Actor {
  return {
    id,
    kind: 'person',
    name: id.charAt(0).toUpperCase() + id.slice(1),
    aliases: [],
    memberOf: [],
    membersListed: false,
  }
}

/** A catalog of one record with two sentences, and these facts. */
export function makeCatalog(facts: readonly Fact[], given: Partial<Catalog> = {}): Catalog {
  return {
    sources: [
      {
        kind: 'record',
        id: 'made',
        title: 'A made-up record',
        called: 'the summary',
        publisher: 'Nobody',
        date: '2016-09-06',
        runningHeaders: ['HEADER'],
        titleSection: 'title',
        sections: [{ id: 'one', title: 'Part one', opensWith: 'One', layout: 'prose' }],
        factless: [],
        covered: ['one'],
      },
    ],
    sentences: [
      {
        sourceId: 'made',
        sha256: '',
        sections: [
          {
            id: 'one',
            paragraphs: [
              [
                { words: 9, sha256: '' },
                { words: 4, sha256: '' },
              ],
            ],
          },
        ],
      },
    ],
    speakingOrder: [],
    actors: ['ada', 'ben', 'cleo', 'dan', 'eve'].map(makeActor),
    terms: [],
    topics: [
      { id: 'made-topic', title: 'A topic', branch: 'dialogue' },
      { id: 'made-debate', title: 'A debate', branch: 'debates' },
      { id: 'other-debate', title: 'Another debate', branch: 'debates' },
    ],
    facts,
    debates: [],
    exercises: [],
    lessons: [],
    ...given,
  }
}

export function makeCard(id: string, given: Partial<Card> = {}): Card {
  return {
    id,
    revision: 'r1',
    kind: 'basic',
    front: `Front of ${id}?`,
    back: `Back of ${id}.`,
    fact: `Fact behind ${id}.`,
    factId: id.split('.')[0] ?? id,
    locators: ['made#one.1.1'],
    topics: ['made-topic'],
    ...given,
  }
}
