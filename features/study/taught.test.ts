import { describe, expect, it } from 'vitest'
import type { Lesson } from '@/features/catalog/schema.ts'
import type { Item } from '@/features/quiz/item.ts'
import { singleChoiceExamples } from '@/features/quiz/items/single-choice/examples.ts'
import { trueFalseExamples } from '@/features/quiz/items/true-false/examples.ts'
import { makeCard, makeCatalog, makeFact } from '@/testing/factories.ts'
import { checkTaught } from './taught.ts'

const about = (item: Item | undefined, factId: string): Item => ({ ...(item as Item), factIds: [factId] })

function missingFor(
  weight: 'core' | 'supporting' | 'detail',
  given: { lesson?: boolean; cards?: number; items?: Item[] },
) {
  const fact = makeFact('account', { weight })
  const lesson = { id: 'l', factIds: given.lesson === false ? [] : [fact.id] } as unknown as Lesson
  const cards = Array.from({ length: given.cards ?? 0 }, (_, index) => makeCard(`${fact.id}.${index}`))
  const items = (given.items ?? []).map((item) => about(item, fact.id))
  const loaded = { catalog: makeCatalog([fact], { lessons: [lesson] }), fileOf: new Map() }
  return checkTaught(loaded, items, cards).map(({ expected }) => expected)
}

const [choice] = singleChoiceExamples
const [verdict] = trueFalseExamples

describe('checkTaught', () => {
  it('wants every fact in a lesson', () => {
    expect(missingFor('detail', { lesson: false })).toEqual(['a lesson that cites it'])
    expect(missingFor('detail', {})).toEqual([])
  })

  it('wants a card and items of two types for a core fact', () => {
    expect(missingFor('core', {})).toEqual(['a card for a core fact', 'items of two types for a core fact'])
    const twice = [choice, choice] as Item[]
    expect(missingFor('core', { cards: 1, items: twice })).toEqual(['items of two types for a core fact'])
    expect(missingFor('core', { cards: 1, items: [choice, verdict] as Item[] })).toEqual([])
  })

  it('wants a card or an item for a supporting fact', () => {
    expect(missingFor('supporting', {})).toEqual(['a card or an item for a supporting fact'])
    expect(missingFor('supporting', { cards: 1 })).toEqual([])
    expect(missingFor('supporting', { items: [choice] as Item[] })).toEqual([])
  })
})
