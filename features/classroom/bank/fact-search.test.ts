import { expect, it } from 'vitest'
import { makeFact } from '@/testing/factories.ts'
import { mostFound, searchFacts } from './fact-search.ts'

const lamps = makeFact('statement', { says: 'Côte du Phare lights the lamps.', topics: ['harbour'] })
const bells = makeFact('statement', { says: 'The bells ring in the harbour.', topics: ['sound'] })
const facts = [lamps, bells]

it('finds a fact by words from it in any order, whatever their case and accents', () => {
  expect(searchFacts(facts, 'LAMPS cote')).toEqual([lamps])
})

it('finds what is filed under a word after what says it', () => {
  expect(searchFacts(facts, 'harbour')).toEqual([bells, lamps])
})

it.each(['', '  ', 'lamps bells'])('finds nothing for "%s"', (typed) => expect(searchFacts(facts, typed)).toEqual([]))

it('offers no more than one can look through', () => {
  const many = Array.from({ length: mostFound + 1 }, () => lamps)
  expect(searchFacts(many, 'lamps')).toHaveLength(mostFound)
})
