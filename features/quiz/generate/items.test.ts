import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Fact, FactOf } from '@/features/catalog/schema.ts'
import { makeActor, makeCatalog, makeFact, spokenBy } from '@/testing/factories.ts'
import { unfairnessOf } from '../fairness.ts'
import type { Item, ItemOf } from '../item.ts'
import { generateItems } from './items.ts'

const speakers = ['ada', 'ben', 'cleo', 'dan', 'eve']

/** Statements by some speakers, some of them shared with others, some near each other. */
const statements = fc
  .array(
    fc.record({
      speaker: fc.constantFrom(...speakers),
      alsoBy: fc.subarray(speakers),
      near: fc.array(fc.nat(11), { maxLength: 2 }),
      debates: fc.subarray(['made-debate', 'other-debate'], { maxLength: 1 }),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .map((drafts) =>
    drafts.map(({ speaker, alsoBy, near, debates }, index) =>
      makeFact('statement', {
        id: `made-${String(100 + index)}`,
        by: spokenBy(speaker),
        alsoBy: alsoBy.filter((other) => other !== speaker).map((actor) => ({ actor, cites: ['made#one.1.2'] })),
        topics: ['made-topic', ...debates],
        claim: `matter ${'abcdefghijklm'.charAt(index)} is grave`,
        near: near.filter((other) => other < drafts.length && other !== index).map((other) => `made-${100 + other}`),
      }),
    ),
  )

function itemsOf(facts: readonly Fact[], template: string): ItemOf<'single-choice'>[] {
  return generateItems(makeCatalog(facts)).filter(
    (item): item is ItemOf<'single-choice'> => item.type === 'single-choice' && item.id.endsWith(`.${template}`),
  )
}

const credited = (fact: FactOf<'statement'>) => [
  fact.by === 'summary' ? '' : fact.by.actor,
  ...fact.alsoBy.map(({ actor }) => actor),
]
const areNear = (a: Fact, b: Fact) =>
  a.id === b.id ||
  a.near.includes(b.id) ||
  b.near.includes(a.id) ||
  a.topics.some((topic) => topic.endsWith('debate') && b.topics.includes(topic))
const factOf = (facts: readonly FactOf<'statement'>[], item: Item) =>
  facts.find(({ id }) => id === item.factIds[0]) as FactOf<'statement'>

describe('items on who made a point', () => {
  it('never offer as wrong anybody whom the record credits with the point or with one near it', () => {
    fc.assert(
      fc.property(statements, (facts) => {
        for (const item of itemsOf(facts, 'who')) {
          const fact = factOf(facts, item)
          const excluded = new Set(facts.filter((other) => areNear(fact, other)).flatMap(credited))
          for (const option of item.options) {
            if (option.id === item.key) continue
            expect(excluded).not.toContain(option.text.toLowerCase())
          }
        }
      }),
    )
  })
})

describe('items on which point somebody made', () => {
  it('never offer as wrong a point that is theirs too, or near to one of theirs', () => {
    fc.assert(
      fc.property(statements, (facts) => {
        for (const item of itemsOf(facts, 'what')) {
          const [speaker = ''] = credited(factOf(facts, item))
          const theirs = facts.filter((fact) => credited(fact).includes(speaker))
          for (const option of item.options) {
            if (option.id === item.key) continue
            const offered = facts.find(({ claim }) => `${claim}.`.toLowerCase() === option.text.toLowerCase())
            expect(offered).toBeDefined()
            for (const own of theirs) expect(areNear(own, offered as Fact)).toBe(false)
          }
        }
      }),
    )
  })
})

describe('items on what a group said', () => {
  const states = ['utopia', 'arcadia', 'elysium', 'ys'].map((id) => ({ ...makeActor(id), kind: 'state' as const }))
  const own = states.map(({ id }) =>
    makeFact('statement', {
      by: { actor: id, as: 'national', onBehalfOf: [], moment: 'floor', mode: 'reported' },
      claim: `${id} is at peace`,
    }),
  )
  const forGroup = makeFact('statement', {
    by: { actor: 'ys', as: 'group', onBehalfOf: ['league'], moment: 'floor', mode: 'reported' },
    claim: 'the league stands together',
  })
  const offered = (membersListed: boolean) => {
    const league = { ...makeActor('league'), kind: 'group' as const, membersListed }
    const [first, ...others] = states
    const actors = [league, { ...(first as Actor), memberOf: ['league'] }, ...others]
    return generateItems(makeCatalog([forGroup, ...own], { actors }))
      .filter(({ id }) => id === `${forGroup.id}.who`)
      .flatMap((item) => (item as ItemOf<'single-choice'>).options.map(({ text }) => text))
  }

  it('never offer a member of the group as wrong, nor the speaker in another capacity', () => {
    expect(offered(true).sort()).toEqual(['Arcadia', 'Elysium', 'Ys, for League'])
  })

  it('offer no state at all where the record does not tell the members', () => {
    expect(offered(false)).toEqual([])
  })
})

describe('generateItems', () => {
  it('gives every wrong option its reason, and makes only fair items', () => {
    fc.assert(
      fc.property(statements, (facts) => {
        for (const item of generateItems(makeCatalog(facts))) expect(unfairnessOf(item)).toEqual([])
      }),
    )
  })

  it('gives the same items for the same catalog, to the byte', () => {
    const facts = speakers.map((speaker) =>
      makeFact('statement', { by: spokenBy(speaker), claim: `${speaker} is needed` }),
    )
    expect(JSON.stringify(generateItems(makeCatalog(facts)))).toBe(JSON.stringify(generateItems(makeCatalog(facts))))
  })

  it('makes no item where it cannot admit two distractors', () => {
    const facts = [makeFact('statement', { by: spokenBy('ada') }), makeFact('statement', { by: spokenBy('ben') })]
    expect(generateItems(makeCatalog(facts))).toEqual([])
  })

  it('keeps an id and changes the revision when the wording changes', () => {
    const facts = speakers.map((speaker) =>
      makeFact('statement', { by: spokenBy(speaker), claim: `${speaker} is needed` }),
    )
    const reworded = facts.map((fact, index) => (index === 0 ? { ...fact, claim: 'work is wanted' } : fact))
    const before = itemsOf(facts, 'who')[0]
    const after = itemsOf(reworded, 'who')[0]
    expect(after?.id).toBe(before?.id)
    expect(after?.key).toBe(before?.key)
    expect(after?.revision).not.toBe(before?.revision)
  })

  it('never offers a second holder of a capacity as wrong', () => {
    const roles = speakers.map((actor, index) =>
      makeFact('role', { actor, capacity: index < 2 ? 'a former adviser' : `the holder of office ${index}` }),
    )
    const holders = itemsOf(roles, 'holder')
    const former = holders.filter(({ stem }) => stem.includes('a former adviser'))
    expect(former).toHaveLength(2)
    for (const { options } of former) {
      expect(options.filter(({ text }) => ['Ada', 'Ben'].includes(text))).toHaveLength(1)
    }
  })

  it('asks background facts about their own document, never about the record', () => {
    const background = makeFact('statement', { cites: ['law#7'], by: spokenBy('ada') })
    const facts = [
      background,
      ...speakers
        .slice(1)
        .map((speaker) => makeFact('statement', { by: spokenBy(speaker), claim: `${speaker} is needed` })),
    ]
    const catalog = makeCatalog(facts)
    const law = {
      kind: 'public-document' as const,
      id: 'law',
      title: 'A law',
      called: 'the law',
      publisher: 'Somebody',
      date: '2005-01-01',
      symbol: 'L/1',
      unit: 'paragraph',
      paragraphs: ['7'],
    }
    const items = generateItems({ ...catalog, sources: [...catalog.sources, law] })
    expect(items.length).toBeGreaterThan(0)
    for (const item of items) {
      expect(item.factIds).not.toContain(background.id)
      expect(JSON.stringify(item)).not.toContain(background.claim)
    }
  })

  it('puts a quotation to its speaker, with other speakers and their own points beside', () => {
    const facts = [
      makeFact('quotation', { by: spokenBy('ada'), words: 'a grave matter' }),
      ...speakers
        .slice(1)
        .map((speaker) => makeFact('statement', { by: spokenBy(speaker), claim: `${speaker} is needed` })),
    ]
    const item = generateItems(makeCatalog(facts)).find(
      ({ type }) => type === 'quote-attribution',
    ) as ItemOf<'quote-attribution'>
    expect(item.key).toBe('ada')
    expect(item.options).toHaveLength(4)
    expect(unfairnessOf(item)).toEqual([])
  })
})
