import { describe, expect, it } from 'vitest'
import { makeCard } from '@/testing/factories.ts'
import { indexFacts } from './fact-index.ts'

const cards = ['made-1.a', 'made-1.b', 'made-2.a'].map((id) => makeCard(id))
const single = { id: 'made-1.who', factIds: ['made-1'] }
const several = { id: 'made-m1', factIds: ['made-2', 'made-1'] }
const index = indexFacts(cards, [single, several])

describe('indexFacts', () => {
  it('leads from cards and items to their facts, and back', () => {
    expect(index.factOfCard('made-1.b')).toBe('made-1')
    expect(index.factsOfItem('made-m1')).toEqual(['made-2', 'made-1'])
    expect(index.itemsOfFact('made-1')).toEqual([single, several])
    expect(index.itemsOfFact('made-2')).toEqual([several])
  })

  it('names each card once, however often its fact is named', () => {
    expect(index.cardsOfFacts(['made-1', 'made-2', 'made-1'])).toEqual(['made-1.a', 'made-1.b', 'made-2.a'])
  })

  it('lets nothing rest on what is unknown', () => {
    expect(index.factOfCard('gone.a')).toBeNull()
    expect(index.factsOfItem('gone.who')).toEqual([])
    expect(index.itemsOfFact('gone')).toEqual([])
    expect(index.cardsOfFacts(['gone'])).toEqual([])
  })
})
