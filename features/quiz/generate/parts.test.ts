import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeActor, makeCatalog, makeFact } from '@/testing/factories.ts'
import { unfairnessOf } from '../fairness.ts'
import type { ItemOf } from '../item.ts'
import { worldOf } from './draft.ts'
import { partItems } from './parts.ts'

const instead = (text: string, contradicted = false) => ({
  text,
  because: `It does not say ${text}.`,
  cites: [],
  contradicted,
})
const says = 'The council met in the spring and spoke of prices.'
const spring = { id: 'b', words: 'spring', instead: [instead('summer'), instead('winter')] }
const elders = {
  id: 'a',
  words: 'council',
  accept: ['assembly of elders'],
  instead: [instead('court'), instead('guild')],
}
const itemsOf = (given: Parameters<typeof makeFact<'account'>>[1]) => {
  const fact = makeFact('account', { says, ...given })
  return partItems(
    fact,
    worldOf(makeCatalog([fact], { actors: [{ ...makeActor('council'), kind: 'body', aliases: ['board'] }] })),
  )
}

describe('partItems', () => {
  it('hides the parts in the order in which they stand, each with its own options', () => {
    const gaps = itemsOf({ parts: [spring, elders] }).find(({ id }) => id.endsWith('.gaps')) as ItemOf<'cloze'>
    expect(gaps.pieces).toEqual(['The ', ' met in the ', ' and spoke of prices.'])
    expect(gaps.gaps.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(unfairnessOf(gaps)).toEqual([])
  })

  it('hides no name of a speaker together with what is said of them', () => {
    const council = { ...makeActor('council'), name: 'council', kind: 'organization' as const }
    const fact = makeFact('account', { says, parts: [spring, { ...elders, accept: undefined }] })
    const gapsOf = (parts: typeof fact.parts) =>
      partItems({ ...fact, parts }, worldOf(makeCatalog([fact], { actors: [council] }))).flatMap((item) =>
        item.type === 'cloze' ? [item.gaps.map(({ id }) => id)] : [],
      )
    expect(gapsOf(fact.parts)).toEqual([['b']])
    expect(gapsOf(fact.parts.slice(1))).toEqual([['a']])
  })

  it('has a part typed only if its author says what else is right', () => {
    const typed = itemsOf({ parts: [spring, elders] }).filter(({ id }) => id.includes('.typed-')) as ItemOf<'cloze'>[]
    expect(typed.map(({ id }) => id.split('.')[1])).toEqual(['typed-a'])
    expect(typed[0]?.gaps[0]).toMatchObject({
      kind: 'typed',
      accepted: expect.arrayContaining(['council', 'assembly of elders']),
    })
  })

  it('asks for a verdict that follows from the sentence: the fact’s own is borne out, an exchanged one is not', () => {
    const verdicts = new Set<string>()
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.boolean(), (number, contradicted) => {
        const parts = [{ ...spring, instead: [instead('summer', contradicted)] }]
        const [judged] = itemsOf({ id: `made-${number}`, parts }).filter(({ type }) => type === 'true-false')
        const item = judged as ItemOf<'true-false'>
        expect(item.key).toBe(item.assertion === says ? 'true' : 'false')
        expect(item.assertion === says || item.assertion === says.replace('spring', 'summer')).toBe(true)
        // Only what the record itself rules out may be set against "the summary does not say".
        expect(item.verdicts.includes('unsaid')).toBe(contradicted)
        expect(unfairnessOf(item)).toEqual([])
        verdicts.add(item.key)
      }),
    )
    expect(verdicts).toEqual(new Set(['true', 'false']))
  })

  it('makes no cloze of a part with a single exchange, which would leave two options', () => {
    expect(itemsOf({ parts: [{ ...spring, instead: [instead('summer')] }] }).map(({ type }) => type)).toEqual([
      'true-false',
    ])
  })
})
