import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from '@/features/quiz/examples.ts'
import type { Item, ItemOf, ItemType } from '@/features/quiz/item.ts'
import { orderBySeed } from '@/lib/random.ts'
import { canonical, changeBetween } from './versioning.ts'

function example<T extends ItemType>(type: T): ItemOf<T> {
  return examples.find((item) => item.type === type) as ItemOf<T>
}

/** By kind: changes of words, then changes of the answer. */
const changes: { [T in ItemType]: { wording: Partial<ItemOf<T>>[]; answer: Partial<ItemOf<T>>[] } } = {
  'single-choice': {
    wording: [{ stem: 'On what day did it meet?' }, { options: [...example('single-choice').options].reverse() }],
    answer: [
      { key: 'o1' },
      {
        options: example('single-choice').options.map((option) =>
          option.id === 'o1' ? { ...option, text: 'Sunday' } : option,
        ),
      },
      { options: example('single-choice').options.slice(0, 2) },
    ],
  },
  'multiple-response': {
    wording: [{ keys: ['cleo', 'ben', 'ada'] }, { stem: 'Who was there?' }],
    answer: [{ keys: ['ada', 'ben'] }],
  },
  'true-false': {
    wording: [{ called: 'the minutes' }, { assertion: 'The council closed the harbour, for the winter.' }],
    answer: [
      { key: 'true' },
      { verdicts: ['true', 'false'] },
      { assertion: 'The council opened the harbour for the winter.' },
    ],
  },
  numeric: {
    wording: [{ stem: 'How many lamps are there?' }, { misreadings: [] }],
    answer: [{ key: 1501 }, { tolerance: 1 }, { precision: 'at-least' }, { counts: 'bells' }],
  },
  'short-answer': {
    wording: [{ accepted: ['Lighthouse Coast', 'the Cote du Phare'] }],
    answer: [{ accepted: ['Côte du Phare'] }, { toleratesTypos: false }, { misreadings: [] }],
  },
  matching: {
    wording: [{ choices: [...example('matching').choices].reverse() }],
    answer: [{ key: { ...example('matching').key, ada: 'accounts', ben: 'lamps' } }],
  },
  ordering: {
    wording: [{ entries: [...example('ordering').entries].reverse() }],
    answer: [{ key: [...example('ordering').key].reverse() }],
  },
  cloze: {
    wording: [{ pieces: ['The council asked ', ' to light the lamps, by the ', ' Act.'] }],
    answer: [{ gaps: example('cloze').gaps.map((gap) => (gap.kind === 'chosen' ? { ...gap, key: 'pilots' } : gap)) }],
  },
  categorising: {
    wording: [{ stem: 'Owned or hired?' }],
    answer: [{ key: { ...example('categorising').key, lamps: 'hired' } }],
  },
  'quote-attribution': {
    wording: [{ about: 'the council' }],
    answer: [{ key: 'ben' }, { words: 'a light matter' }],
  },
}

describe.each(Object.keys(changes) as ItemType[])('an item of the kind %s', (type) => {
  const item = example(type) as Item

  it('is no other while nothing has changed but its id, its revision and the order of its fields', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shuffled = Object.fromEntries(
          orderBySeed(Object.entries(item), seed, ([name]) => name),
        ) as unknown as Item
        expect(changeBetween(item, { ...shuffled, id: 'other', revision: 'other' })).toBe('none')
      }),
    )
  })

  it('stays the same version while only its words change', () => {
    for (const change of [...changes[type].wording, { explanation: 'Otherwise put.' }, { topics: [] }]) {
      expect(changeBetween(item, { ...item, ...change } as Item)).toBe('wording')
    }
  })

  it('is another version once its answer changes, whichever way it is compared', () => {
    for (const change of changes[type].answer) {
      const changed = { ...item, ...change } as Item
      expect(changeBetween(item, changed)).toBe('answer')
      expect(changeBetween(changed, item)).toBe('answer')
    }
  })
})

it('is another version once it is of another kind', () => {
  expect(changeBetween(example('matching'), example('ordering'))).toBe('answer')
})

it('gives the same text for the same value, however its fields are ordered', () => {
  expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe(canonical({ a: null, b: [{ c: 2, d: 1 }] }))
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
})
