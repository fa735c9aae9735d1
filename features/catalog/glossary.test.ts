import { expect, it } from 'vitest'
import { makeCatalog, makeFact } from '@/testing/factories.ts'
import { glossaryOf } from './glossary.ts'

it('the glossary brings short forms and explained names together, in alphabetical order', () => {
  const facts = [
    makeFact('term', { term: 'XYZ', alike: ['X-Y-Z'], standsFor: 'Xylophones' }),
    makeFact('account', { defines: 'Bell' }),
    makeFact('account', {}),
    makeFact('account', { defines: 'XYZ' }),
  ]
  const found = glossaryOf(makeCatalog(facts))
  expect(found.map(({ name, alike, facts: own }) => [name, alike, own.length])).toEqual([
    ['Bell', [], 1],
    ['XYZ', ['X-Y-Z'], 2],
  ])
})
