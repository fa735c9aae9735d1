import { describe, expect, it } from 'vitest'
import { makeActor, makeCatalog, makeFact, spokenBy } from '@/testing/factories.ts'
import { checkConsistency } from './consistency.ts'
import type { Fact } from './schema.ts'

const actors = [makeActor('ada'), makeActor('ben'), { ...makeActor('utopia'), kind: 'state' as const }]

const foundIn = (fact: Fact) =>
  checkConsistency({ catalog: makeCatalog([fact], { actors }), fileOf: new Map() }).map(({ field }) =>
    field.replace(`${fact.id} › `, ''),
  )
const said = { says: 'Ada said that time is short.', by: { ...spokenBy('ada'), moment: 'panel' as const } }
const part = (words: string, ...instead: string[]) => ({
  id: 'a',
  words,
  instead: instead.map((text) => ({ text, because: 'It does not say so.', cites: [], contradicted: false })),
})

describe('checkConsistency', () => {
  it('accepts a fact whose speaker, capacity and parts hold together', () => {
    expect(foundIn(makeFact('statement', { ...said, parts: [part('time', 'money')] }))).toEqual([])
  })

  it('refuses a capacity that the speaker cannot have', () => {
    expect(foundIn(makeFact('statement', { ...said, by: { ...said.by, as: 'national' } }))).toEqual(['by › as'])
    const national = { actor: 'utopia', as: 'national' as const, onBehalfOf: ['ada'], moment: 'floor' as const }
    expect(foundIn(makeFact('statement', { says: 'Utopia agreed.', by: { ...national, mode: 'reported' } }))).toEqual([
      'by › as',
    ])
  })

  it('refuses a sentence that does not name who makes the point', () => {
    expect(foundIn(makeFact('statement', { ...said, says: 'Time is short.' }))).toEqual(['says'])
  })

  it('refuses quoted attribution for what is no quotation', () => {
    expect(foundIn(makeFact('statement', { ...said, by: { ...said.by, mode: 'quoted' } }))).toEqual(['by › mode'])
  })

  it('refuses parts that stand nowhere, twice, inside a word, or over each other', () => {
    const withParts = (...parts: ReturnType<typeof part>[]) => foundIn(makeFact('statement', { ...said, parts }))
    expect(withParts(part('money', 'time'))).toEqual(['parts › a'])
    expect(withParts(part('a', 'b'))).toEqual(['parts › a'])
    expect(withParts(part('hort', 'b'))).toEqual(['parts › a'])
    expect(withParts(part('time is', 'b'), part('is short', 'c'))).toEqual(['parts › a'])
  })

  it('refuses an exchange that makes the sentence another fact', () => {
    const fact = makeFact('statement', { ...said, parts: [part('short', 'long')] })
    const other = makeFact('account', { says: 'Ada said that time is long.' })
    const found = checkConsistency({ catalog: makeCatalog([fact, other], { actors }), fileOf: new Map() })
    expect(found.map((issue) => issue.found)).toEqual([`“long” makes it ${other.id}`])
  })

  it('holds a number to its precision and to the words in which it is stated', () => {
    expect(foundIn(makeFact('quantity', { value: 7, stated: 'seven', precision: 'exact' }))).toEqual([])
    expect(foundIn(makeFact('quantity', { value: 8, stated: 'seven', precision: 'exact' }))).toEqual(['value'])
    expect(foundIn(makeFact('quantity', { value: 7, stated: 'over seven', precision: 'exact' }))).toEqual(['precision'])
    expect(foundIn(makeFact('quantity', { value: 7, stated: 'seven', precision: 'vague' }))).toEqual(['value'])
  })

  it('wants to know of a closed set how it is known to be closed, and of an open one nothing', () => {
    expect(foundIn(makeFact('set', { closed: true }))).toEqual(['closure'])
    expect(foundIn(makeFact('set', { closed: true, closure: 'It says only two.' }))).toEqual([])
    expect(foundIn(makeFact('set', { closed: false, closure: 'It says only two.' }))).toEqual(['closure'])
  })

  it('wants every member of a set and every place of an order named', () => {
    const actors = ['ada', 'ben'].map(makeActor)
    const fact = makeFact('set', { closed: false, says: 'Ada is a friend.' })
    const found = checkConsistency({ catalog: makeCatalog([fact], { actors }), fileOf: new Map() })
    expect(found.map((issue) => issue.found)).toEqual(['Ben'])
  })

  it('tells former and incoming holders of an office by their capacity', () => {
    expect(foundIn(makeFact('role', { capacity: 'a former adviser', status: 'current' }))).toEqual(['status'])
    expect(foundIn(makeFact('role', { capacity: 'the incoming adviser', status: 'incoming' }))).toEqual([])
  })

  it('lets background be at most a fifth of all facts, and holds it to its own document', () => {
    const law = {
      kind: 'public-document' as const,
      id: 'law',
      title: 'A law',
      called: 'the law',
      publisher: 'Ada',
      date: '2005-01-01',
      symbol: 'L/1',
      unit: 'paragraph',
      paragraphs: ['7'],
    }
    const background = makeFact('account', { says: 'Paragraph 8 of the law speaks of time.', cites: ['law#7'] })
    const catalog = makeCatalog([background], { actors })
    const found = checkConsistency({
      catalog: { ...catalog, sources: [...catalog.sources, law] },
      fileOf: new Map(),
    })
    expect(found.map((issue) => issue.found)).toEqual(['8', '1 of 1'])
  })
})
