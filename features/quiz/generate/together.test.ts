import { describe, expect, it } from 'vitest'
import { makeCatalog, makeFact, spokenBy } from '@/testing/factories.ts'
import { unfairnessOf } from '../fairness.ts'
import type { ItemOf } from '../item.ts'
import { itemProof } from '../proof.ts'
import { worldOf } from './draft.ts'
import { itemsTogether } from './together.ts'

const facts = ['ada', 'ben', 'cleo'].map((speaker) =>
  makeFact('statement', { by: spokenBy(speaker), claim: `${speaker}’s matter is grave` }),
)
const [ada, ben, cleo] = facts as [(typeof facts)[number], (typeof facts)[number], (typeof facts)[number]]

describe('matching exercises', () => {
  const catalog = makeCatalog(facts, { exercises: [{ id: 'exercise-001', facts: facts.map(({ id }) => id) }] })
  const [item] = itemsTogether(catalog, worldOf(catalog)) as [ItemOf<'matching'>]

  it('pair each point with its speaker, under the exercise’s own id', () => {
    expect(item.id).toBe('exercise-001')
    const pairs = item.prompts.map(({ id, text }) => [
      text,
      item.choices.find((choice) => choice.id === item.key[id])?.text,
    ])
    expect(pairs).toEqual([
      ['Ada’s matter is grave.', 'Ada'],
      ['Ben’s matter is grave.', 'Ben'],
      ['Cleo’s matter is grave.', 'Cleo'],
    ])
    expect(unfairnessOf(item)).toEqual([])
    expect(itemProof(catalog).doubtsAbout(item)).toEqual([])
  })

  it('are doubted as soon as a point could go with two speakers', () => {
    const shared = [ada, { ...ben, alsoBy: [{ actor: 'ada', cites: ['made#one.1.2'] }] }, cleo]
    expect(itemProof(makeCatalog(shared)).doubtsAbout(item)).toEqual(['“Ben’s matter is grave.” goes with “Ada” too'])
  })
})

describe('debates', () => {
  const debate = {
    id: 'gravity',
    title: 'Gravity',
    topic: 'made-debate',
    question: 'How grave is it?',
    positions: [
      { id: 'grave', label: 'Grave', says: 'It is grave.', facts: [ada.id, ben.id] },
      { id: 'light', label: 'Light', says: 'It is light.', facts: [cleo.id] },
    ],
    answers: [],
  }
  const catalog = makeCatalog(facts, { debates: [debate] })
  const [item] = itemsTogether(catalog, worldOf(catalog)) as [ItemOf<'categorising'>]

  it('are sorted point by point into the positions that hold them', () => {
    expect(Object.values(item.key).sort()).toEqual(['grave', 'grave', 'light'])
    expect(unfairnessOf(item)).toEqual([])
    expect(itemProof(catalog).doubtsAbout(item)).toEqual([])
  })

  it('are doubted if a point stands under two positions', () => {
    const [first, second] = debate.positions as [(typeof debate.positions)[number], (typeof debate.positions)[number]]
    const both = { ...debate, positions: [first, { ...second, facts: [cleo.id, ada.id] }] }
    expect(itemProof(makeCatalog(facts, { debates: [both] })).doubtsAbout(item)).toHaveLength(1)
  })
})
