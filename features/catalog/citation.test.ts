import { describe, expect, it } from 'vitest'
import { makeCatalog } from '@/testing/factories.ts'
import { citationOf } from './citation.ts'

const law = {
  kind: 'public-document' as const,
  id: 'law',
  title: 'A law',
  called: 'the law',
  publisher: 'Somebody',
  date: '2005-01-01',
  symbol: 'L/1',
  unit: 'article',
  paragraphs: ['7', 'preamble'],
}
const catalog = makeCatalog([])
const withLaw = { ...catalog, sources: [...catalog.sources, law] }

describe('citationOf', () => {
  it('leads to the sentence and shows the shape of its paragraph', () => {
    expect(citationOf(withLaw, 'made#one.1.2')).toEqual({
      locator: 'made#one.1.2',
      href: '/record/made#one.1.2',
      place: 'Part one, paragraph 1, sentence 2',
      short: '1.2',
      source: 'A made-up record',
      isBackground: false,
      paragraph: { sentenceWords: [9, 4], cited: 1 },
    })
  })

  it('marks another document as background and names its places as it does itself', () => {
    expect(citationOf(withLaw, 'law#7')).toMatchObject({
      isBackground: true,
      place: 'L/1, article 7',
      paragraph: null,
    })
    expect(citationOf(withLaw, 'law#preamble').place).toBe('L/1, the preamble')
  })

  it('names the line of a list by its part, and draws no paragraph that it does not have', () => {
    const asList = catalog.sources.map((source) => ({
      ...source,
      sections: [{ id: 'one', title: 'Part one', opensWith: 'One', layout: 'lines' as const }],
    }))
    expect(citationOf({ ...catalog, sources: asList as typeof catalog.sources }, 'made#one.1.2')).toMatchObject({
      place: 'Part one, part 1, line 2',
      paragraph: null,
    })
  })

  it('throws for a source that does not exist', () => {
    expect(() => citationOf(withLaw, 'gone#one.1.1')).toThrow('gone#one.1.1')
  })
})
