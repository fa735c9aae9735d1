import { describe, expect, it } from 'vitest'
import { makeFact } from '@/testing/factories.ts'
import { contentStems, groundingIssues, groundsOf } from './grounding.ts'

const sentences = new Map([
  ['made#one.1.1', 'The council warned of rising prices.'],
  ['made#one.1.2', 'The harvest failed in the northern valleys.'],
  ['made#one.1.3', 'It met again in spring.'],
])
const grounds = groundsOf(sentences)

describe('groundingIssues', () => {
  it('accepts a fact that cites the sentence it shares most with, whatever the form of its words', () => {
    const fact = makeFact('account', { says: 'Harvests in a northern valley were failing.', cites: ['made#one.1.2'] })
    expect(groundingIssues(fact, grounds)).toEqual([])
  })

  it('refuses a citation that shares nothing with the fact, and names the sentence that shares more', () => {
    const fact = makeFact('account', { says: 'Harvests in a northern valley were failing.', cites: ['made#one.1.1'] })
    expect(groundingIssues(fact, grounds).map(({ found, expected }) => [found, expected])).toEqual([
      ['made#one.1.1', 'sentences that share words with the fact'],
      ['made#one.1.1', expect.stringContaining('made#one.1.2')],
    ])
  })

  it('takes context for what it is, and leaves public documents alone', () => {
    const says = 'The council met again in spring and warned of prices.'
    expect(
      groundingIssues(makeFact('account', { says, cites: ['made#one.1.3'], context: ['made#one.1.1'] }), grounds),
    ).toEqual([])
    expect(groundingIssues(makeFact('account', { says, cites: ['law#7'] }), grounds)).toEqual([])
  })
})

describe('contentStems', () => {
  it('takes words for the same whatever their ending and diacritics, and leaves function words out', () => {
    expect(contentStems('The Šimonović preventions')).toEqual(contentStems('a simonovic prevention'))
    expect(contentStems('of the and')).toEqual(new Set())
  })
})
