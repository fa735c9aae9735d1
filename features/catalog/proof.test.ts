import { describe, expect, it } from 'vitest'
import { makeActor, makeCatalog, makeFact, spokenBy } from '@/testing/factories.ts'
import { copiedRuns } from './copied-text.ts'
import { coverageOf } from './coverage.ts'
import { findNumbers } from './names.ts'
import { proveFacts } from './proof.ts'
import type { Fact } from './schema.ts'

const sentences = new Map([
  [
    'made#one.1.1',
    'On 6 May, Dr. Ada Byron of the Alpha Beta Council (ABC) warned eight States that will is "in short supply."',
  ],
  ['made#one.1.2', 'She thanked them.'],
])

const actors = [
  { ...makeActor('ada'), name: 'Ada Byron', aliases: ['Dr. Byron'] },
  { ...makeActor('council'), kind: 'body' as const, name: 'Alpha Beta Council', aliases: ['ABC'] },
  { ...makeActor('ben'), name: 'Ben Roe' },
]

function issuesWith(fact: Fact) {
  return proveFacts({ catalog: makeCatalog([fact], { actors }), fileOf: new Map() }, sentences)
}

describe('proveFacts', () => {
  it('accepts a fact whose names, numbers and quoted words all stand in its sentences', () => {
    expect(
      issuesWith(makeFact('account', { says: 'Dr. Byron of the ABC warned 8 States that will is “in short supply”.' })),
    ).toEqual([])
  })

  it('refuses quoted words that do not stand there to the letter', () => {
    const [issue] = issuesWith(makeFact('quotation', { words: 'in scarce supply', by: spokenBy('ada') }))
    expect(issue).toMatchObject({ field: expect.stringContaining('words'), found: '“in scarce supply”' })
  })

  it('refuses a known name that its sentences do not hold under any form', () => {
    const [issue] = issuesWith(makeFact('account', { says: 'Ben Roe warned eight States.' }))
    expect(issue).toMatchObject({ found: 'Ben Roe', corrected: expect.stringContaining('context') })
  })

  it('refuses an unknown name too, but not a capital that begins a sentence', () => {
    expect(
      issuesWith(makeFact('account', { says: 'Warnings came. They came from Utopia.' })).map(({ found }) => found),
    ).toEqual(['Utopia'])
  })

  it('refuses a number that its sentences do not hold, in figures or in words', () => {
    expect(
      issuesWith(makeFact('account', { says: 'She warned nine States on 6 May.' })).map(({ found }) => found),
    ).toEqual(['9'])
  })

  it('wants the speaker named, and takes a sentence of context for it', () => {
    const thanks = { says: 'She thanked them.', cites: ['made#one.1.2'], by: spokenBy('ada') }
    expect(issuesWith(makeFact('account', thanks))).toHaveLength(1)
    expect(issuesWith(makeFact('account', { ...thanks, context: ['made#one.1.1'] }))).toEqual([])
  })

  it('lets a set count its own members', () => {
    const set = makeFact('set', { says: 'The three that were warned are as listed.', members: ['a', 'b', 'c'] })
    expect(issuesWith(set)).toEqual([])
  })
})

describe('findNumbers', () => {
  it('reads figures and words, cardinal and ordinal, as the same numbers', () => {
    expect(findNumbers('the eighth of 68, over 1,500 and the 20th')).toEqual([68, 1500, 20, 8])
  })
})

describe('coverageOf', () => {
  it('counts what facts cite, not what only gives them context, and leaves marked sentences out', () => {
    const fact = makeFact('account', { cites: ['made#one.1.1'], context: ['made#one.1.2'] })
    expect(coverageOf(makeCatalog([fact]))[0]).toMatchObject({
      factBearing: 2,
      covered: 1,
      uncovered: ['made#one.1.2'],
    })
    const catalog = makeCatalog([fact])
    const marked = catalog.sources.map((source) => ({
      ...source,
      factless: [{ at: 'made#one.1.2', because: 'Thanks.' }],
    }))
    expect(coverageOf({ ...catalog, sources: marked as typeof catalog.sources })[0]).toMatchObject({
      factBearing: 1,
      covered: 1,
    })
  })
})

describe('copiedRuns', () => {
  const source = 'one two three four five six seven eight nine ten eleven twelve thirteen'
  it('finds twelve words in a row whatever their case and punctuation, and lets eleven pass', () => {
    expect(copiedRuns('One, two three “four” five six seven eight nine ten eleven; twelve.', source)).toHaveLength(1)
    expect(copiedRuns('one two three four five six seven eight nine ten eleven', source)).toEqual([])
  })
})
