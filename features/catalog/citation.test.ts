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
  paragraphs: ['7'],
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

  it('marks another document as background and names its paragraph by its own number', () => {
    expect(citationOf(withLaw, 'law#7')).toMatchObject({
      isBackground: true,
      place: 'L/1, paragraph 7',
      paragraph: null,
    })
  })

  it('throws for a source that does not exist', () => {
    expect(() => citationOf(withLaw, 'gone#one.1.1')).toThrow('gone#one.1.1')
  })
})
